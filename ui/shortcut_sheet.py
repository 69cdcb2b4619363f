"""F1: every shortcut on one sheet, read from the menus and from the page that is shown."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from ui.commands import MENUS
from ui.pdf_output import PdfOutput, Write
from ui.places import PLACES
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import label, scrolled

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_KEYS = {"Return": "Enter", "PgUp": "Page Up", "PgDown": "Page Down", "Left": "←", "Del": "Delete"}
Lines = list[tuple[str, str]]
Way = Callable[[str, str, Write], None]


def plain(text: str) -> str:
    """The text of an action without its mnemonic mark."""
    return text.replace("&", "").rstrip("…")


def keys_of(shortcuts: Iterable[str]) -> str:
    shown = [QKeySequence(one).toString() for one in shortcuts]
    for word, better in _KEYS.items():
        shown = [one.replace(word, better) for one in shown]
    return " hoặc ".join(dict.fromkeys(shown))  # both Enter keys read alike


def general() -> Lines:
    """The shortcuts that hold everywhere."""
    places = [p for p in PLACES if p.listed]
    found = [(f"Ctrl+{n}", f"Mở trang “{p.title}”") for n, p in enumerate(places, start=1)]
    commands = [command for menu in MENUS for command in menu.commands if command is not None]
    found += [(keys_of(c.shortcuts), plain(c.text)) for c in commands if c.shortcuts]
    return found


def of_page(actions: Iterable[QAction]) -> Lines:
    found = []
    for action in actions:
        keys = [one.toString() for one in action.shortcuts()]
        if keys:
            found.append((keys_of(keys), plain(action.text())))
    return found


class ShortcutSheet(QDialog):
    guided = Signal()
    """The chapter of the guide about the page shall be opened: F1 once more."""

    def __init__(self, parent: QWidget | None, page_title: str, page_lines: Lines) -> None:
        super().__init__(parent)
        self.setWindowTitle("Phím tắt")
        content = QWidget()
        columns = QGridLayout(content)
        columns.setHorizontalSpacing(scaled(16))
        columns.setVerticalSpacing(scaled(5))
        self.groups = [("Dùng ở mọi trang", general())]
        if page_lines:
            self.groups.append((f"Riêng trang “{page_title}”", page_lines))
        for heading, lines in self.groups:
            self._add(columns, heading, lines)
        columns.setColumnStretch(1, 1)
        area = scrolled(content)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrow keys scroll
        area.setAccessibleName("Danh sách phím tắt")
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        self.buttons = close
        guide = close.addButton("&Hướng dẫn trang này (F1)", QDialogButtonBox.ButtonRole.HelpRole)
        guide.setAutoDefault(False)
        guide.setShortcut(QKeySequence("F1"))
        guide.clicked.connect(self._guide)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(close)
        self.resize(scaled(560), scaled(560))

    def _guide(self) -> None:
        self.reject()
        self.guided.emit()

    def offer_paper(self, desk: "Desk", tasks: Tasks) -> None:
        """Buttons that print the sheet or keep it as PDF."""
        output = PdfOutput(self, desk, tasks)
        self.finished.connect(output.close_down)
        for text, way in (("&In…", output.print_out), ("&Lưu PDF…", output.save)):
            made = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            made.setAutoDefault(False)
            made.clicked.connect(partial(self._put_out, way))

    def _put_out(self, way: Way, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        way("Lưu bảng phím tắt", "phim-tat.pdf", lambda path: _write(self.groups, path))

    def _add(self, columns: QGridLayout, title: str, lines: Lines) -> None:
        columns.addWidget(label(title, "heading"), columns.rowCount(), 0, 1, 2)
        for keys, text in lines:
            at = columns.rowCount()
            columns.addWidget(label(keys, "strong"), at, 0)
            columns.addWidget(label(text, wrap=True), at, 1)


def _write(groups: list[tuple[str, Lines]], path: Path) -> None:
    from dxdesk.reports.keys import write_keys

    write_keys(groups, path)
