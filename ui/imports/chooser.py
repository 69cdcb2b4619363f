"""Choosing what to import: files and folders dropped or asked for, a block pasted from Excel."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from dxdesk.exchange.source import Pasted, Source
from ui.drop_area import DropArea, local_files
from ui.files import REGISTERS, ask_folder, ask_open
from ui.imports.files import registers_in
from ui.preferences import Preferences
from ui.widgets import button, row

_NO_FILES = "Thư mục này không có tệp .xlsx, .xls, .ods hay .csv nào. Hãy chọn thư mục khác."


class Chooser(DropArea):
    chosen = Signal(object)
    """Files or a pasted block, in the order in which they are to be looked at."""
    refused = Signal(str)
    watched = Signal(str)
    """This folder shall be watched for new exports; an empty one: none."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = button("Chọn thư &mục…", "folder", pressed=self.ask_folder)
        self.paste_button = button("&Dán từ Excel", "sheet", pressed=self.paste)
        self.paste_button.setToolTip("Dán các ô đã chép trong Excel (Ctrl+V)")
        self.buttons.insertWidget(2, self.folder)
        self.buttons.insertWidget(3, self.paste_button)
        self.watch = button("", role="link", pressed=self.change_watch)
        self.below.addLayout(row(None, self.watch, None))
        self.show_watched(Preferences().watched)
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

    def paste_action(self, page: QObject) -> QAction:
        """Pasting by its key, wherever the keyboard is on *page*."""
        action = QAction("Dán bảng từ Excel", page)
        action.setShortcut(QKeySequence("Ctrl+V"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self.paste)
        return action

    def show_watched(self, folder: str) -> None:
        """Tell which folder is watched, or offer to watch one."""
        self._watched = folder
        self.watch.setText(
            f"Đang theo dõi thư mục {Path(folder).name}. Thôi theo dõi"
            if folder
            else "Theo dõi một thư mục: tệp mới ở đó được đề nghị nhập…"
        )
        self.watch.setToolTip(folder)

    def change_watch(self) -> None:
        """Ask for the folder to be watched, or end watching."""
        chosen = None if self._watched else ask_folder(self, "Chọn thư mục cần theo dõi")
        if chosen is None and not self._watched:
            return
        folder = str(chosen) if chosen else ""
        self.show_watched(folder)
        self.watched.emit(folder)

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
