"""Settings of this computer (window, theme, printer); those of the office are in the database."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from dxdesk.paths import home
from ui.theme import ZOOMS, Theme, themes

FILE = "window.ini"


class Preferences:
    """What this computer remembers; a file that cannot be written only forgets."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = QSettings(str(file or home() / FILE), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Theme:
        known = themes()
        return known.get(self._text("theme"), known["light"])

    @theme.setter
    def theme(self, chosen: Theme) -> None:
        self._file.setValue("theme", chosen.key)

    @property
    def zoom(self) -> float:
        try:
            wanted = float(self._text("zoom"))
        except ValueError:
            return 1.0
        return min(ZOOMS, key=lambda zoom: abs(zoom - wanted))

    @zoom.setter
    def zoom(self, chosen: float) -> None:
        self._file.setValue("zoom", str(chosen))

    @property
    def geometry(self) -> QByteArray:
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._file.setValue("geometry", value)

    @property
    def printer(self) -> str:
        """Name of the printer used last."""
        return self._text("printer")

    @printer.setter
    def printer(self, name: str) -> None:
        self._file.setValue("printer", name)

    @property
    def duplex(self) -> str:
        """`none`, `long` or `short`, as printed last."""
        return self._text("duplex")

    @duplex.setter
    def duplex(self, mode: str) -> None:
        self._file.setValue("duplex", mode)

    @property
    def folder(self) -> str:
        """Where the last file was chosen or saved."""
        return self._text("folder")

    @folder.setter
    def folder(self, path: str) -> None:
        self._file.setValue("folder", path)

    def _text(self, name: str) -> str:
        value = self._file.value(name)
        return value if isinstance(value, str) else ""
