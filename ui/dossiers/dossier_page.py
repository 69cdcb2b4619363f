"""One dossier: facts, people, clock, timeline, and everything that can be done to it now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from dxdesk.domain.dossier import DossierId
from dxdesk.domain.rights import Right
from ui.barring import bar_action
from ui.dossiers.act_bar import ActBar
from ui.dossiers.act_work import ActWork
from ui.dossiers.dossier_sheet import DossierSheet
from ui.dossiers.dossier_view import DossierView, read_view
from ui.dossiers.due_dialog import show_due
from ui.dossiers.files_work import FilesWork
from ui.dossiers.notice import Notice
from ui.dossiers.papers_work import PapersWork
from ui.dossiers.revealing import Reveal
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
        self._starting = False
        self.acts = ActBar(self)
        self.problem = Notice("noticeWarning")
        self.sheet = DossierSheet(self.acts)
        self.work = ActWork(self, lambda: self._view, self.problem.say)
        self.files = FilesWork(self, self.sheet.files, lambda: self._id, self.problem.say)
        self.reveal = Reveal(self, self._name)
        self.values = ValuesWork(self, self.work, self.reveal)
        self.checking = PapersWork(self, self.work)
        self.reveal.toggled.connect(lambda _shown: self._show_again())
        self.acts.asked.connect(self.work.act)
        self.acts.refused.connect(self.work.refuse)
        self.sheet.explained.connect(self.explain_due)
        self.sheet.checked.connect(self.checking.ask)
        self._lay_out()
        self._add_actions()

    def _lay_out(self) -> None:
        self.back = icon_button("Về danh sách hồ sơ (Esc)", "left", pressed=self.closed.emit)
        self.paper = icon_button("In phiếu (Ctrl+P)", "print", pressed=self.print_slip)
        self.sheet.head.insertWidget(0, self.back)
        self.sheet.head.addWidget(self.paper)
        layout = column(self, spacing=8)
        layout.addWidget(self.problem)
        layout.addWidget(self.sheet, 1)

    def _add_actions(self) -> None:
        record = self.desk.why_not(Right.RECORD)
        self.sheet.unchecked = record
        for text, keys, slot, why in (
            ("Cách tính ngày hẹn trả", ("F4",), self.explain_due, ""),
            ("In phiếu hợp với trạng thái", ("Ctrl+P",), self.print_slip, ""),
            ("Đối chiếu giấy tờ", ("Ctrl+J",), self.checking.ask, record),
            ("Đính kèm tệp", ("Ctrl+Shift+F",), self.files.choose, record),
            ("Lấy lại giá trị cũ", ("Ctrl+Shift+L",), self.values.ask, record),
            ("Về danh sách hồ sơ", ("Esc", "Alt+Left"), self.closed.emit, ""),
        ):
            action = QAction(text, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            bar_action(action, why)
            self.addAction(action)

    def show_dossier(self, dossier_id: DossierId) -> None:
        """Show this dossier; what stood here before goes away at once."""
        if dossier_id != self._id:
            self.reveal.hide()
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
        self._show_again()
        self.sheet.setVisible(True)
        if self._starting:
            self.start()

    def _show_again(self) -> None:
        if self._view is not None:
            self.sheet.show_view(self._view, numbers=self.reveal.shown)

    def _name(self) -> str:
        dossier = None if self._view is None else self._view.dossier
        return "" if dossier is None else f"hồ sơ {dossier.code or f'số {dossier.book}'}"

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
            self.work.refuse(_NO_ACCOUNT)
        else:
            show_due(self, self._view.account)
