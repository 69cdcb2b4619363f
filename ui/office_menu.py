"""What the office decides: its settings, read and saved off the window's thread, and encryption."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.encryption.encryption import Encryption
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
        self.encryption = Encryption(window, tasks)

    def attach(self, desk: "Desk") -> None:
        self._desk = desk
        self.encryption.attach(desk)

    def ask(self) -> None:
        desk = self._desk
        if desk is not None:
            from dxdesk.services import settings

            self._tasks.run(lambda _job: settings.office(desk), self._ask)

    def _ask(self, office: "Office") -> None:
        from ui.office_form import ask_office

        desk = self._desk
        encrypted = desk is not None and desk.database.key is not None
        state = f"Tệp dữ liệu: {'đã' if encrypted else 'chưa'} mã hóa (Sửa → Mã hóa dữ liệu)."
        chosen = ask_office(self._window, office, state=state)
        if chosen is not None and desk is not None:
            from dxdesk.services import settings

            self._tasks.run(
                lambda _job: settings.save_office(desk, chosen),
                lambda _none: self.saved.emit(chosen.name),
            )
