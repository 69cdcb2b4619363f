"""Reading, asking for and saving the office's settings, none of it in the window's thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.domain.office import Office


class OfficeMenu(QObject):
    saved = Signal(str)
    """The name of the office, after its settings were saved."""

    def __init__(self, window: QWidget, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        self._desk: Desk | None = None

    def attach(self, desk: "Desk") -> None:
        self._desk = desk

    def ask(self) -> None:
        desk = self._desk
        if desk is not None:
            from dxdesk.services import settings

            self._tasks.run(lambda _job: settings.office(desk), self._ask)

    def _ask(self, office: "Office") -> None:
        from ui.office_form import ask_office

        chosen, desk = ask_office(self._window, office), self._desk
        if chosen is not None and desk is not None:
            from dxdesk.services import settings

            self._tasks.run(
                lambda _job: settings.save_office(desk, chosen),
                lambda _none: self.saved.emit(chosen.name),
            )
