"""The user guide inside the program: its chapters, links between them, words found in them."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.text import clean
from dxdesk.paths import GUIDE
from ui.theme import scaled
from ui.widgets import button, label, row

_ORDER = (
    *("bat-dau", "tiep-nhan", "danh-sach", "mot-ho-so", "in-phieu", "hen-tra", "bao-cao"),
    *(
        "nhap-so",
        "chuyen-doi-so",
        "don-vi",
        "nguoi-dung",
        "sao-luu",
        "ma-hoa",
        "phim-tat",
        "hoi-dap",
    ),
)
"""In which somebody new reads them; a chapter that is not named here stands at the end."""
_OF_PAGE = {
    "dossiers": "danh-sach",
    "intake": "tiep-nhan",
    "import": "nhap-so",
    "reports": "bao-cao",
    "office": "don-vi",
    "digital": "chuyen-doi-so",
    "bin": "mot-ho-so",
    "dossier": "mot-ho-so",
}


def _chapters() -> tuple[str, ...]:
    there = sorted(path.stem for path in GUIDE.glob("*.md"))
    return (*(one for one in _ORDER if one in there), *(one for one in there if one not in _ORDER))


CHAPTERS = _chapters()
_FILE = Qt.ItemDataRole.UserRole
_NOT_FOUND = "Không có chỗ nào ghi “{}”; hãy thử từ khác."


class GuideWindow(QDialog):
    def __init__(self, parent: QWidget | None, chapter: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hướng dẫn")
        self.chapters = QListWidget()
        self.chapters.setAccessibleName("Các chương")
        for key in CHAPTERS:
            path = GUIDE / f"{key}.md"
            item = QListWidgetItem(_title(path))
            item.setData(_FILE, path.name)
            item.setSizeHint(QSize(0, scaled(32)))
            self.chapters.addItem(item)
        self.text = QTextBrowser()
        self.text.setAccessibleName("Nội dung hướng dẫn")
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(scaled(12))
        self.text.anchorClicked.connect(self._follow)
        self.words = QLineEdit()
        self.words.setAccessibleName("Tìm trong hướng dẫn")
        self.words.setPlaceholderText("Gõ từ cần tìm rồi Enter; Enter nữa tới chỗ kế tiếp")
        self.words.returnPressed.connect(self.search)
        self.told = label("", "muted")
        self.chapters.currentItemChanged.connect(self._show)
        self._lay_out()
        self.chapters.setCurrentRow(CHAPTERS.index(chapter))
        self.text.setFocus()

    def _lay_out(self) -> None:
        ask = label("&Tìm:")
        ask.setBuddy(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(14),) * 4)
        layout.addLayout(row(ask, self.words))
        parts = row(self.chapters, self.text)
        parts.setStretch(1, 1)
        self.chapters.setFixedWidth(scaled(250))
        layout.addLayout(parts, 1)
        layout.addLayout(row(self.told, None, button("Đón&g (Esc)", pressed=self.reject)))
        self.resize(scaled(900), scaled(600))

    def _show(self, item: QListWidgetItem) -> None:
        self.text.setMarkdown((GUIDE / item.data(_FILE)).read_text(encoding="utf-8"))
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow(self, link: QUrl) -> None:
        """To a chapter, and within it to the heading that the link names; never out of here."""
        name = link.fileName()
        keys = [f"{key}.md" for key in CHAPTERS]
        if name in keys:
            self.chapters.setCurrentRow(keys.index(name))
        if not link.isRelative() or (name and name not in keys):
            return
        block = self.text.document().begin()
        while block.isValid():
            if link.hasFragment() and _anchor(block) == link.fragment():
                self.text.setTextCursor(QTextCursor(block))
                self.text.ensureCursorVisible()
                at = self.text.cursorRect().top()
                bar = self.text.verticalScrollBar()
                bar.setValue(bar.value() + at)
                return
            block = block.next()

    def search(self) -> None:
        """The next place below the one that is marked; then the chapters that follow."""
        wanted = clean(self.words.text())
        here, number = self.chapters.currentRow(), len(CHAPTERS)
        found = bool(wanted) and self.text.find(wanted)
        for step in range(1, number + 1):
            if found or not wanted:
                break
            self.chapters.setCurrentRow((here + step) % number)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.text.find(wanted)
        self.told.setText("" if found or not wanted else _NOT_FOUND.format(wanted))


def _title(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.readline().removeprefix("#").strip()


def _anchor(block: QTextBlock) -> str:
    """What links call a heading: its words in small letters, joined."""
    if not block.blockFormat().headingLevel():
        return ""
    kept = "".join(one for one in block.text().lower() if one.isalnum() or one in " -_")
    return kept.replace(" ", "-")


def chapter_of(page: str) -> str:
    """The chapter about the place *page* of ui/places.py."""
    return _OF_PAGE.get(page, "bat-dau")


def show_guide(parent: QWidget, page: str) -> None:
    window = GuideWindow(parent, chapter_of(page))
    window.exec()
    window.deleteLater()
