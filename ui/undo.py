"""Undo and redo of the window: the last action, or one that a notice offers to take back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.domain.dossier import ActionId

Names = tuple[str | None, str | None]


class Undo(QObject):
    named = Signal(object)
    """What can be undone and redone now, None for nothing."""
    changed = Signal()
    """Something was undone or redone."""
    said = Signal(str)
    refused = Signal(str)
    """It was not possible: the sentence that says why."""
    offered = Signal(str, object)
    """A sentence, and the `ActionId` that may be taken back."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk: Desk | None = None

    def attach(self, desk: "Desk") -> None:
        self._desk = desk
        self.refresh()

    def refresh(self) -> None:
        """Ask what can be undone and redone now."""
        if self._desk is not None:
            desk = self._desk
            self._tasks.run(lambda _job: _names(desk), self.named.emit)

    def offer(self, sentence: str) -> None:
        """An action was just written: have a notice say *sentence* and offer to take it back."""
        if self._desk is not None:
            desk = self._desk
            self._tasks.run(
                lambda _job: _last(desk), lambda last: self.offered.emit(sentence, last)
            )

    def undo(self) -> None:
        self._reverse("Đã hoàn tác", redo=False)

    def undo_only(self, action: "ActionId") -> None:
        """Undo *action* if it is still the last one."""
        self._reverse("Đã hoàn tác", redo=False, only=action)

    def redo(self) -> None:
        self._reverse("Đã làm lại", redo=True)

    def _reverse(self, told: str, *, redo: bool, only: "ActionId | None" = None) -> None:
        if self._desk is None:
            return
        desk = self._desk
        self.named.emit((None, None))  # a second press waits for the first

        def work(_job: Job[str]) -> str:
            from dxdesk.services import history

            return history.redo(desk) if redo else history.undo(desk, only=only)

        def done(name: str) -> None:
            self.said.emit(f"{told}: {name}")
            self.changed.emit()
            self.refresh()

        def failed(sentence: str) -> None:
            self.refresh()
            self.refused.emit(sentence)

        self._tasks.run(work, done, failed=failed)


def _names(desk: "Desk") -> Names:
    from dxdesk.services import history

    return history.last_undoable(desk), history.last_redoable(desk)


def _last(desk: "Desk") -> "ActionId | None":
    from dxdesk.services import history

    return history.last_action(desk)
