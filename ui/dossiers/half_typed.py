"""A half-typed form is kept in the file while it is typed, and comes back after a crash."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from dxdesk.services import unsaved
from ui.dossiers.filters import Choices
from ui.dossiers.intake_form import IntakeForm
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

FORM = "intake"
_PAUSE_MS = 1000
RESTORED = "Đã mở lại bản nhập dở lần trước; hãy nhập tiếp, hoặc xóa trắng để bỏ."


class HalfTyped(QObject):
    restored = Signal()
    ready = Signal()

    def __init__(self, desk: "Desk", tasks: Tasks, form: IntakeForm) -> None:
        super().__init__(form)
        self._desk, self._tasks, self._form = desk, tasks, form
        self._asked = False
        self.is_ready = False
        """The choices are there, and what an earlier window had not saved."""
        self._kept: dict[str, str] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        form.edited.connect(self._edited)
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another page, or a wrong click: what is typed so far is kept at once."""
        if event.type() == QEvent.Type.Hide:
            self.keep()
        return False

    def _edited(self) -> None:
        if not self._pause.isActive():  # during long typing too, not only after it
            self._pause.start()

    def take_choices(self, choices: Choices) -> None:
        """Give the form its choices; the first time, what an earlier window had not saved too."""
        self._form.set_choices(choices)
        if not self._asked:
            self._asked = True
            self._tasks.run(lambda _job: unsaved.kept(self._desk, FORM), self._bring_back)

    def _bring_back(self, values: dict[str, str]) -> None:
        self._kept = values
        if values and not self._form.values():
            self._form.restore(values)
            self.restored.emit()
        self.is_ready = True
        self.ready.emit()

    def keep(self) -> None:
        """Write what stands in the form, unless the file has it already."""
        self._pause.stop()
        values = self._form.values()
        if self._asked and values != self._kept:
            self._kept = values
            self._tasks.run(lambda _job: unsaved.keep(self._desk, FORM, values), _nothing)

    def keep_now(self) -> None:
        """The window closes: nothing runs in the background any more."""
        values = self._form.values()
        if self._asked and values != self._kept:
            self._kept = values
            unsaved.keep(self._desk, FORM, values)


def _nothing(_outcome: None) -> None:
    pass
