"""What tests of intake share: typing the least, and what the book then holds."""

from PySide6.QtCore import Qt

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.domain.query import Query
from dxdesk.services import dossiers, listing
from tests.ui.typing import enter, focused, press


def saved(desk: Desk) -> list[Dossier]:
    """All dossiers of the book, newest first."""
    return [dossiers.get(desk, DossierId(one)) for one in listing.ids(desk, Query())]


def type_least(channel: Qt.Key = Qt.Key.Key_1, owner: str = "Nguyễn Thị Ngọc Ánh") -> None:
    """Procedure, channel and owner: all that a dossier needs."""
    enter("dkks")
    press(channel)
    press(Qt.Key.Key_Return)
    while focused().accessibleName() != "Chủ hồ sơ":
        press(Qt.Key.Key_Return)
    enter(owner)
