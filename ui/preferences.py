"""Settings of this computer (window, theme, printer); those of the office are in the database."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from dxdesk.paths import home
from ui.theme import ZOOMS, Theme, of_system, themes

FILE = "window.ini"
IDLE_CHOICES = (0, 3, 5, 10, 15, 30)
"""Minutes without input after which the window covers itself; 0: never."""
IDLE_USUAL = 10


class _Text:
    """One word kept in the file under its own name; empty until something is chosen."""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, kept: "Preferences", _owner: type | None = None) -> str:
        return kept.text(self._name)

    def __set__(self, kept: "Preferences", value: str) -> None:
        kept.keep(self._name, value)


class Preferences:
    """What this computer remembers; a file that cannot be written only forgets."""

    printer = _Text()
    """Name of the printer used last."""
    duplex = _Text()
    """`none`, `long` or `short`, as printed last."""
    folder = _Text()
    """Where the last file was chosen or saved."""
    watched = _Text()
    """The folder in which new exports are waited for; empty: none."""
    seen = _Text()
    """What lay in it when it was last read, a line for each file."""
    role = _Text()
    """Whose work the start page shows: a key of `ui.start_page.ROLES`."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = QSettings(str(file or home() / FILE), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Theme:
        """The one chosen, else as the system is."""
        return themes().get(self.text("theme")) or of_system()

    @property
    def idle_minutes(self) -> int:
        """After how many minutes without input the window covers itself; 0: never."""
        kept = self.numbers("idle_minutes")
        return kept[0] if kept and kept[0] in IDLE_CHOICES else IDLE_USUAL

    @idle_minutes.setter
    def idle_minutes(self, minutes: int) -> None:
        self.keep_numbers("idle_minutes", [minutes])

    @property
    def zoom(self) -> float:
        try:
            wanted = float(self.text("zoom"))
        except ValueError:
            return 1.0
        return min(ZOOMS, key=lambda zoom: abs(zoom - wanted))

    @zoom.setter
    def zoom(self, chosen: float) -> None:
        self._file.setValue("zoom", str(chosen))

    @property
    def geometry(self) -> QByteArray:
        return self.bytes("geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self.keep_bytes("geometry", value)

    def numbers(self, name: str) -> tuple[int, ...]:
        """Whole numbers kept under *name*; what is none is left out."""
        return tuple(int(one) for one in self.text(name).split() if one.isdecimal())

    def keep_numbers(self, name: str, numbers: Iterable[int]) -> None:
        self.keep(name, " ".join(map(str, numbers)))

    def bytes(self, name: str) -> QByteArray:
        value = self._file.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, name: str, value: QByteArray) -> None:
        self._file.setValue(name, value)

    def keep(self, name: str, value: str) -> None:
        self._file.setValue(name, value)

    def text(self, name: str) -> str:
        value = self._file.value(name)
        return value if isinstance(value, str) else ""
