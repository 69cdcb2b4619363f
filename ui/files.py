"""Asking for a file; the folder is remembered on this computer."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.preferences import Preferences

_KINDS = {
    "pdf": "Tệp PDF (*.pdf)",
    "xlsx": "Bảng tính Excel (*.xlsx)",
    "csv": "Tệp CSV (*.csv)",
    "docx": "Văn bản Word (*.docx)",
    "zip": "Tệp toàn bộ dữ liệu (*.zip)",
    "json": "Tìm kiếm của DX Desk (*.timkiem.json)",
}
_ATTACHED = "PDF và ảnh quét (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp *.gif)"
ATTACHED = f"{_ATTACHED};;Mọi tệp (*)"
REGISTERS = "Sổ theo dõi (*.xlsx *.xls *.ods *.csv);;Mọi tệp (*)"


def ask_save(parent: QWidget, title: str, name: str) -> Path | None:
    """Where to write the file *name*; its ending is kept. None when the officer went back."""
    preferences = Preferences()
    ending = Path(name).suffix
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        title,
        str(Path(preferences.folder) / name),
        _KINDS.get(ending.removeprefix("."), f"Tệp {ending} (*{ending})"),
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


def ask_files(parent: QWidget, title: str) -> tuple[Path, ...]:
    """Files to attach; none when the officer went back."""
    preferences = Preferences()
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, preferences.folder, ATTACHED)
    if chosen:
        preferences.folder = str(Path(chosen[0]).parent)
    return tuple(Path(one) for one in chosen)
