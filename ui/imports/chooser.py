"""Choosing what to import: files and folders dropped or asked for, a block pasted from Excel."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from dxdesk.exchange.source import Pasted, Source
from ui.drop_area import DropArea, local_files
from ui.files import REGISTERS, ask_folder, ask_open
from ui.imports.files import registers_in
from ui.widgets import button

_NO_FILES = "Thư mục này không có tệp .xlsx, .xls, .ods hay .csv nào. Hãy chọn thư mục khác."


class Chooser(DropArea):
    chosen = Signal(object)
    """Files or a pasted block, in the order in which they are to be looked at."""
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.folder = button("Chọn thư mục…", "folder", pressed=self.ask_folder)
        self.paste_button = button("Dán từ Excel", "sheet", pressed=self.paste)
        self.paste_button.setToolTip("Dán các ô đã chép trong Excel (Ctrl+V)")
        self.buttons.insertWidget(2, self.folder)
        self.buttons.insertWidget(3, self.paste_button)
        self.asked.connect(self.ask_file)
        self.dropped.connect(self.take)

    def ask_file(self) -> None:
        path = ask_open(self, "Chọn sổ theo dõi để nhập", REGISTERS)
        if path is not None:
            self.take([path])

    def ask_folder(self) -> None:
        path = ask_folder(self, "Chọn thư mục có các sổ theo dõi")
        if path is not None:
            self.take([path])

    def take(self, paths: Sequence[Path]) -> None:
        """Choose *paths*; of a folder the registers in it."""
        found: list[Source] = list(registers_in(paths))
        if found:
            self.chosen.emit(found)
        else:
            self.refused.emit(_NO_FILES)

    def paste(self) -> None:
        """Choose what was copied: cells of Excel, or files."""
        given = QGuiApplication.clipboard().mimeData()
        if files := local_files(given):
            self.take(files)
        else:
            self.chosen.emit([Pasted(given.text())])
