"""What the program says while a dossier is typed: due time, doubts, missing papers."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dxdesk.domain.paper import missing
from dxdesk.errors import DeskError
from dxdesk.services import doubts
from ui.dossiers.due_dialog import show_due
from ui.dossiers.due_preview import DuePreview
from ui.dossiers.intake_form import IntakeForm
from ui.dossiers.notice import Notice
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import button, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_PAUSE_MS = 200
_SHOWN = 3


class IntakeAdvice(QWidget):
    supplement_wanted = Signal()

    def __init__(self, desk: "Desk", tasks: Tasks, form: IntakeForm) -> None:
        super().__init__()
        self._desk, self._tasks, self._form = desk, tasks, form
        self.preview = DuePreview(desk, tasks, self)
        self.preview.shown.connect(self._show_due)
        self.doubts = Notice("noticeWarning")
        self.missing = Notice("noticeWarning")
        self.missing.pressed.connect(self.supplement_wanted)
        self.due = label("", "strong", wrap=True)
        self.due.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._keys = label()
        self.explain = button("&Cách tính (F4)", "calendar", role="link", pressed=self.explain_due)
        self.explain.hide()
        self._job: Job[Any] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        form.edited.connect(self._pause.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(6))
        layout.addWidget(self.doubts)
        layout.addWidget(self.missing)

    def head(self, title: str, keys: str) -> QHBoxLayout:
        """The page's title, and beside it the due time as soon as there is one."""
        self._keys = label(keys, "muted")
        made = row(label(title, "title"), self._keys, self.due, self.explain)
        made.setStretch(2, 1)
        return made

    def look(self) -> None:
        """Due time, doubts and missing papers of what is typed so far."""
        now = self._desk.now()
        self.preview.look(self._form, now)
        self._tell_missing()
        try:
            draft = self._form.draft(now)
        except DeskError:
            self.doubts.say("")
            return
        if self._job is not None:
            self._job.cancel()
        self._job = self._tasks.run(
            lambda _job: doubts.warnings(self._desk, draft),
            lambda found: self.doubts.say("\n".join(found)),
        )

    def _tell_missing(self) -> None:
        names = [one.name for one in missing(self._form.people.papers.editor.papers())]
        if not names:
            self.missing.say("")
            return
        shown = "; ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
        self.missing.say(
            f"Còn thiếu {len(names)} giấy tờ: {shown}", action="Lưu, yêu cầu bổ sung (Ctrl+B)"
        )

    def _show_due(self, words: str) -> None:
        self.due.setText(words)
        self._keys.setHidden(bool(words))
        self.explain.setVisible(self.preview.account is not None)

    def explain_due(self) -> None:
        if self.preview.account is not None:
            show_due(self, self.preview.account)
