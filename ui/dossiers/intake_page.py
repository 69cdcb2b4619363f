"""Intake by keyboard alone: the due time shows while typing, doubts are told and block nothing."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dxdesk.domain.dossier import Dossier, Draft
from dxdesk.errors import DeskError
from dxdesk.services import intake
from ui.dialogs import confirm
from ui.dossiers.choices import read_choices
from ui.dossiers.due_dialog import show_due
from ui.dossiers.due_preview import DuePreview
from ui.dossiers.enter_moves import EnterMoves
from ui.dossiers.intake_form import IntakeForm
from ui.dossiers.notice import Notice
from ui.dossiers.receipt_words import received_words
from ui.page import Page
from ui.tasks import Job, Tasks
from ui.widgets import button, column, label, row, scrolled

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_PAUSE_MS = 200
_KEYS = "Enter: ô kế tiếp  ·  Ctrl+Enter: lưu, nhập tiếp  ·  Ctrl+S: lưu, mở  ·  Ctrl+P: in"


class IntakePage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self.form = IntakeForm()
        self.preview = DuePreview(desk, tasks, self)
        self.saved = Notice("noticeGood")
        self.doubts = Notice("noticeWarning")
        self.problem = Notice("noticeDanger")
        self._saving = False
        self._saved_id = 0
        self._doubt_job: Job[Any] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._build()
        self._add_actions()
        self.form.edited.connect(self._pause.start)
        self.saved.pressed.connect(lambda: self.opened.emit(self._saved_id))

    def _build(self) -> None:
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.form)
        inside.addStretch(1)
        layout = column(self, spacing=8)
        layout.addLayout(row(label("Tiếp nhận hồ sơ", "title"), None, label(_KEYS, "muted")))
        for part in (self.saved, scrolled(content), self.problem, self.doubts):
            layout.addWidget(part)
        layout.addLayout(self._foot())
        EnterMoves(content)

    def _foot(self) -> QHBoxLayout:
        self.due = label("", "strong")
        self.explain = button("Cách tính (F4)", "calendar", role="link", pressed=self.explain_due)
        self.explain.hide()
        self.wipe = button("Xóa trắng", pressed=self._wipe)
        self.open = button("Lưu và mở hồ sơ", pressed=lambda: self.save(then_open=True))
        self.open.setToolTip("Ctrl+S")
        self.next = button(
            "Lưu và nhập tiếp", "save", role="primary", pressed=lambda: self.save(then_open=False)
        )
        self.next.setToolTip("Ctrl+Enter")
        self.preview.shown.connect(self._show_due)
        return row(self.due, self.explain, None, self.wipe, self.open, self.next)

    def _add_actions(self) -> None:
        for text, keys, slot in (
            ("Lưu và nhập tiếp", ("Ctrl+Return", "Ctrl+Enter"), self.next.click),
            ("Lưu và mở hồ sơ", ("Ctrl+S",), self.open.click),
            ("In giấy tiếp nhận hồ sơ vừa lưu", ("Ctrl+P",), self._print),
            ("Cách tính ngày hẹn trả", ("F4",), self.explain_due),
        ):
            action = QAction(text, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)

    def refresh(self) -> None:
        self.tasks.run(lambda _job: read_choices(self.desk), self.form.set_choices)
        self._look()

    def start(self) -> None:
        self.form.procedure.editor.setFocus()

    def _look(self) -> None:
        """Due time and doubts of what is typed so far."""
        now = self.desk.now()
        self.preview.look(self.form, now)
        try:
            draft = self.form.draft(now)
        except DeskError:
            self.doubts.say("")
            return
        if self._doubt_job is not None:
            self._doubt_job.cancel()
        self._doubt_job = self.tasks.run(
            lambda _job: intake.warnings(self.desk, draft),
            lambda found: self.doubts.say("\n".join(found)),
        )

    def _show_due(self, words: str) -> None:
        self.due.setText(words)
        self.explain.setVisible(self.preview.account is not None)

    def explain_due(self) -> None:
        if self.preview.account is not None:
            show_due(self, self.preview.account)

    def save(self, *, then_open: bool) -> None:
        """Save once, however often the key is pressed."""
        if self._saving:
            return
        try:
            draft = self.form.draft(self.desk.now())
        except DeskError as error:
            self._refuse(str(error))
            return
        self._set_saving(True)
        self.tasks.run(
            lambda _job: intake.receive(self.desk, draft),
            lambda dossier: self._received(dossier, draft, then_open=then_open),
            failed=self._refuse,
        )

    def _set_saving(self, saving: bool) -> None:  # noqa: FBT001 - a setter
        self._saving = saving
        self.next.setEnabled(not saving)
        self.open.setEnabled(not saving)

    def _refuse(self, sentence: str) -> None:
        self._set_saving(False)
        self.saved.say("")
        told = self.form.show_problem(sentence)
        self.problem.say("" if told else sentence)

    def _received(self, dossier: Dossier, draft: Draft, *, then_open: bool) -> None:
        self._set_saving(False)
        self._saved_id = dossier.id
        words = received_words(dossier)
        self.form.clear()
        self.problem.say("")
        self._look()
        self.saved.say(words, action="Mở hồ sơ")
        self.changed.emit()
        self.said.emit(words)
        if then_open:
            self.opened.emit(dossier.id)
        else:
            self.start()

    def _print(self) -> None:
        self.papers.emit([self._saved_id] if self._saved_id else [], "receipt")

    def _wipe(self) -> None:
        question = "Xóa mọi thông tin đang nhập dở trên trang này?"
        if confirm(self, "Xóa trắng", question, action="Xóa trắng"):
            self.form.clear()
            self.saved.say("")
            self.problem.say("")
            self.start()
