"""Asking for a file; the folder is remembered on this computer."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.preferences import Preferences

_KINDS = {
    "pdf": "Tệp PDF (*.pdf)",
    "xlsx": "Bảng tính Excel (*.xlsx)",
    "csv": "Tệp CSV (*.csv)",
}
REGISTERS = "Sổ theo dõi (*.xlsx *.xls *.ods *.csv);;Mọi tệp (*)"


def ask_save(parent: QWidget, title: str, name: str) -> Path | None:
    """Where to write the file *name*; its ending is kept. None when the officer went back."""
    preferences = Preferences()
    ending = Path(name).suffix
    chosen, _ = QFileDialog.getSaveFileName(
        parent, title, str(Path(preferences.folder) / name), _KINDS[ending.removeprefix(".")]
    )
    if not chosen:
        return None
    path = Path(chosen)
    preferences.folder = str(path.parent)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def ask_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    preferences = Preferences()
    chosen, _ = QFileDialog.getOpenFileName(parent, title, preferences.folder, kinds)
    if not chosen:
        return None
    preferences.folder = str(Path(chosen).parent)
    return Path(chosen)


def ask_folder(parent: QWidget, title: str) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, Preferences().folder)
    return Path(chosen) if chosen else None
