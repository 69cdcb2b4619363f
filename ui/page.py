"""What the window expects of a page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.tasks import Tasks

if TYPE_CHECKING:  # the desk brings SQLAlchemy along; the window paints before that
    from dxdesk.desk import Desk


class Page(QWidget):
    """One place of the window. It reads and writes through *tasks*, never in its own thread."""

    changed = Signal()
    """An action was written: other pages are stale, undo has a new name."""
    said = Signal(str)
    """A sentence for the status bar."""
    acted = Signal(str)
    """An action over many dossiers was written: this sentence with an Undo button, in a notice."""
    opened = Signal(int)
    """The dossier of this id shall be shown."""
    listed = Signal(object)
    """The list of this `Query` shall be shown."""
    papers = Signal(object, str)
    """Slips about these dossiers shall be printed: ids, and the slip ("": the one that fits)."""
    slip_offered = Signal(str, object, str)
    """A notice shall say this sentence and offer to print slips: then as `papers`."""
    previewed = Signal(str, object)
    """A paper of this title shall be looked at and printed: what writes it, `pdf_dialog.Make`."""
    noted = Signal(str, str)
    """This ledger shall be shown, and in it what this text finds."""
    went = Signal(str)
    """Another place (ui/places.py) shall be shown."""

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__()
        self.desk = desk
        self.tasks = tasks

    def refresh(self) -> None:
        """Read again what is shown."""

    def search(self) -> None:
        """Ctrl+F on this page."""

    def start(self) -> None:
        """Put the focus where work begins."""

    def why_not(self, _offer: str) -> str:
        """Why this officer may not do what the method *_offer* does; empty when he may."""
        return ""

    def close_down(self) -> None:
        """The window closes and nothing runs any more: let go of open files."""

    def settled(self) -> bool:
        """Nothing is being read for this page (screenshots wait for it)."""
        return self.tasks.idle()
