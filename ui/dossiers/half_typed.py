"""A half-typed form is kept in the file while it is typed, and comes back after a crash."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.dossiers.filters import Choices
from ui.dossiers.intake_form import IntakeForm
from ui.tasks import Tasks
from ui.typed_keeper import TypedKeeper, Values

if TYPE_CHECKING:
    from dxdesk.desk import Desk

FORM = "intake"
RESTORED = "Đã mở lại bản nhập dở lần trước; hãy nhập tiếp, hoặc xóa trắng để bỏ."


class HalfTyped(TypedKeeper):
    restored = Signal()
    ready = Signal()

    def __init__(self, desk: "Desk", tasks: Tasks, form: IntakeForm) -> None:
        super().__init__(desk, tasks, FORM, form.values, form)
        self._sheet = form
        self._asked = False
        self.is_ready = False
        """The choices are there, and what an earlier window had not saved."""
        form.edited.connect(self.note)

    def take_choices(self, choices: Choices) -> None:
        """Give the form its choices; the first time, what an earlier window had not saved too."""
        self._sheet.set_choices(choices)
        if not self._asked:
            self._asked = True
            self._tasks.run(lambda _job: self.read(), self._bring_back)

    def _bring_back(self, kept: Values) -> None:
        self.take(kept)
        if kept and not self._sheet.values():
            self._sheet.restore(kept)
            self.restored.emit()
        self.is_ready = True
        self.ready.emit()
        self.keep()  # what was typed while the file was asked
