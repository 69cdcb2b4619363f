"""What the office should see to, each with a button that leads there."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.domain.rights import Right
from ui.barring import bar
from ui.dossiers.notice import Notice
from ui.places import PLACE_OF
from ui.theme import scaled

if TYPE_CHECKING:
    from dxdesk.services.cautions import Caution


class CautionBar(QWidget):
    asked = Signal(str)
    """The place where it is mended."""

    def __init__(self, why_not: Callable[[Right], str]) -> None:
        """*why_not* says why this officer may not, empty when he may."""
        super().__init__()
        self._why_not = why_not
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
        place = PLACE_OF.get(caution.place)
        if place is not None and place.right is not None:
            bar(made.action, self._why_not(place.right))
        made.pressed.connect(lambda: self.asked.emit(caution.place))
        return made
