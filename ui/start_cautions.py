"""What the office should see to, each with a button that leads there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dossiers.notice import Notice
from ui.places import PLACE_OF
from ui.theme import scaled

if TYPE_CHECKING:
    from dxdesk.services.cautions import Caution


class CautionBar(QWidget):
    asked = Signal(str)
    """The place where it is mended."""

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[Notice] = []
        self._shown: tuple[Caution, ...] = ()
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(scaled(6))
        self.hide()

    def show_cautions(self, found: "Sequence[Caution]") -> None:
        if tuple(found) == self._shown:
            return  # nothing moves under the hand
        self._shown = tuple(found)
        for old in self.notices:
            old.deleteLater()
        self.notices = [self._notice(one) for one in found]
        self.setVisible(bool(found))

    def _notice(self, caution: "Caution") -> Notice:
        made = Notice("noticeWarning")
        self._inside.addWidget(made)  # shown without a parent it would be a window
        made.say(caution.text, action=caution.action if caution.place in PLACE_OF else "")
        made.pressed.connect(lambda: self.asked.emit(caution.place))
        return made
