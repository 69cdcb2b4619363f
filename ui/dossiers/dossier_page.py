"""One dossier: facts, people, clock, timeline, and everything that can be done to it now."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from dxdesk.domain.act import RULE_OF, Act
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.services.correction import correct
from ui.dossiers.act_bar import ActBar
from ui.dossiers.act_forms import SLIP_FOLLOWS, arguments, form_fields, perform
from ui.dossiers.correct_form import ask_correction
from ui.dossiers.dossier_sheet import DossierSheet
from ui.dossiers.dossier_view import DossierView, read_view
from ui.dossiers.due_dialog import show_due
from ui.dossiers.files_work import FilesWork
from ui.dossiers.form import Form, refill
from ui.dossiers.notice import Notice
from ui.dossiers.values_work import ValuesWork
from ui.page import Page
from ui.tasks import Job, Tasks
from ui.widgets import column, icon_button

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_NO_ACCOUNT = (
    "Ngày hẹn trả của hồ sơ này không do chương trình tính ra (nhập từ tệp, sửa tay, hoặc đã dời "
    "vì tạm dừng), nên không có bảng giải thích từng ngày."
)


class DossierPage(Page):
    closed = Signal()

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self._id: DossierId | None = None
        self._view: DossierView | None = None
        self._job: Job[DossierView] | None = None
        self._acting = False
        self._starting = False
        self.acts = ActBar(self)
        self.acts.asked.connect(self.act)
        self.acts.refused.connect(self._refuse)
        self.problem = Notice("noticeWarning")
        self.sheet = DossierSheet(self.acts)
        self.sheet.explained.connect(self.explain_due)
        self.files = FilesWork(self, self.sheet.files, lambda: self._id, self.problem.say)
        self.values = ValuesWork(
            self,
            lambda: None if self._acting else self._id,
            self._carry_out,
            self._refuse,
        )
        self.back = icon_button("Về danh sách hồ sơ (Esc)", "left")
        self.back.clicked.connect(self.closed)
        self.sheet.head.insertWidget(0, self.back)
        self.paper = icon_button("In phiếu (Ctrl+P)", "print", pressed=self.print_slip)
        self.sheet.head.addWidget(self.paper)
        layout = column(self, spacing=8)
        layout.addWidget(self.problem)
        layout.addWidget(self.sheet, 1)
        self._add_actions()

    def _add_actions(self) -> None:
        for text, keys, slot in (
            ("Cách tính ngày hẹn trả", ("F4",), self.explain_due),
            ("In phiếu hợp với trạng thái", ("Ctrl+P",), self.print_slip),
            ("Đính kèm tệp", ("Ctrl+Shift+F",), self.files.choose),
            ("Lấy lại giá trị cũ", ("Ctrl+Shift+L",), self.values.ask),
            ("Về danh sách hồ sơ", ("Esc", "Alt+Left"), self.closed.emit),
        ):
            action = QAction(text, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)

    def show_dossier(self, dossier_id: DossierId) -> None:
        """Show this dossier; what stood here before goes away at once."""
        if dossier_id != self._id:
            self._id, self._view = dossier_id, None
            self.sheet.setVisible(False)
        self.refresh()

    def refresh(self) -> None:
        if self._id is None:
            return
        wanted = self._id
        if self._job is not None:
            self._job.cancel()
        self._job = self.tasks.run(
            lambda _job: read_view(self.desk, wanted), self._show, failed=self._gone
        )

    def _show(self, view: DossierView) -> None:
        self._job, self._view = None, view
        self.problem.say("")
        self.sheet.show_view(view)
        self.sheet.setVisible(True)
        if self._starting:
            self.start()

    def _gone(self, sentence: str) -> None:
        self._job, self._view = None, None
        self.sheet.setVisible(False)
        self.problem.say(sentence)

    def start(self) -> None:
        """Into the page, so that its keys work; at once or as soon as the dossier is read.

        Not onto a button: a held Enter from the list would press it.
        """
        self._starting = self._view is None
        self.sheet.timeline.setFocus()

    def print_slip(self) -> None:
        """The slip that fits the state; another one can be chosen in the window."""
        if self._id is not None:
            self.papers.emit([self._id], "")

    def explain_due(self) -> None:
        if self._view is None:
            return
        if self._view.account is None:
            self._refuse(_NO_ACCOUNT)
        else:
            show_due(self, self._view.account)

    def _refuse(self, sentence: str) -> None:
        self.problem.say(sentence)
        self.said.emit(sentence)

    def act(self, act: Act) -> None:
        """Ask what *act* needs, then carry it out in the background."""
        if self._view is None or self._acting:
            return
        self.problem.say("")
        if act is Act.CORRECT:
            self._correct(self._view)
        else:
            self._ask(self._view, act)

    def _ask(
        self,
        view: DossierView,
        act: Act,
        *,
        typed: Mapping[str, str] | None = None,
        problem: str = "",
    ) -> None:
        values: dict[str, str] = {}

        def read(found: dict[str, str]) -> dict[str, object]:
            values.update(found)
            return arguments(found, now=self.desk.now())

        title = RULE_OF[act].title
        given = Form[dict[str, object]].ask(
            self,
            title,
            refill(form_fields(act, view.dossier, view.choices), typed or {}),
            read,
            action=title,
            intro=f"Hồ sơ {view.dossier.code or view.dossier.book}",
            problem=problem,
        )
        if given is not None:
            self._carry_out(
                lambda: perform(self.desk, act, view.dossier, given),
                lambda sentence: self._ask(view, act, typed=values, problem=sentence),
                slip=act in SLIP_FOLLOWS,
            )

    def _correct(
        self, view: DossierView, *, typed: Mapping[str, str] | None = None, problem: str = ""
    ) -> None:
        wanted = ask_correction(
            self, view.dossier, view.choices, now=self.desk.now(), typed=typed, problem=problem
        )
        if wanted is not None:
            self._carry_out(
                lambda: correct(self.desk, view.dossier.id, wanted.changes, reason=wanted.reason),
                lambda sentence: self._correct(view, typed=wanted.typed, problem=sentence),
            )

    def _carry_out(
        self, work: Callable[[], Dossier], again: Callable[[str], None], *, slip: bool = False
    ) -> None:
        """Run *work*; *again* asks once more with the sentence that says what was wrong.

        *slip*: offer the slip that fits afterwards.
        """
        self._acting = True

        def done(dossier: Dossier) -> None:
            self._acting = False
            words = f"Đã lưu. Hồ sơ {dossier.code or dossier.book}: {dossier.state.label}."
            self.said.emit(words)
            self.refresh()
            self.changed.emit()
            if slip:
                self.slip_offered.emit(f"{words} In phiếu: Ctrl+P.", [dossier.id], "")

        def failed(sentence: str) -> None:
            self._acting = False
            again(sentence)

        self.tasks.run(lambda _job: work(), done, failed=failed)
