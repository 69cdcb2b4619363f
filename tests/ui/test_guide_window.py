"""The guide inside the program: a chapter for every page, links that lead, words found."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.paths import GUIDE
from tests.ui.conftest import Settle
from tests.ui.dossiers.forms import in_modal
from tests.ui.typing import press, type_text
from ui.guide_window import CHAPTERS, GuideWindow, chapter_of
from ui.main_window import MainWindow
from ui.places import PLACES
from ui.shortcut_sheet import ShortcutSheet


@pytest.fixture(scope="module")
def guide(qapp: QApplication) -> Iterator[GuideWindow]:
    made = GuideWindow(None, "tiep-nhan")
    yield made
    made.deleteLater()


def chapter(guide: GuideWindow) -> str:
    return CHAPTERS[guide.chapters.currentRow()]


def test_every_chapter_is_there_and_every_page_has_one() -> None:
    assert {f"{one}.md" for one in CHAPTERS} == {path.name for path in GUIDE.glob("*.md")}
    assert CHAPTERS[0] == "bat-dau"
    assert {chapter_of(place.key) for place in PLACES} <= set(CHAPTERS)


def test_every_link_between_chapters_leads_to_its_heading(guide: GuideWindow) -> None:
    for path in GUIDE.glob("*.md"):
        for name, heading in re.findall(
            r"\(([\w-]+\.md)?#([^)]+)\)", path.read_text(encoding="utf-8")
        ):
            guide.chapters.setCurrentRow(CHAPTERS.index(path.stem))
            guide._follow(QUrl(f"{name}#{heading}"))
            assert chapter(guide) == (name.removesuffix(".md") or path.stem)
            shown = guide.text.textCursor().block()
            assert shown.blockFormat().headingLevel(), f"{path.name}: {name}#{heading}"


@pytest.mark.parametrize("link", ["https://example.org/bat-dau.md", "file:///etc/passwd", "x.md#a"])
def test_a_link_never_leaves_the_guide(guide: GuideWindow, link: str) -> None:
    guide.chapters.setCurrentRow(0)
    before = guide.text.toPlainText()
    guide._follow(QUrl(link))
    assert guide.text.toPlainText() == before


def test_words_are_found_in_later_chapters_and_what_is_nowhere_is_said(guide: GuideWindow) -> None:
    guide.chapters.setCurrentRow(0)
    guide.words.setText("phiếu yêu câ\u0300u bổ sung")
    guide.search()
    assert guide.text.textCursor().selectedText().lower() == "phiếu yêu cầu bổ sung"
    guide.words.setText("ngày làm việc")
    seen = set()
    for _ in range(4):
        guide.search()
        seen.add((chapter(guide), guide.text.textCursor().position()))
    assert len(seen) == 4
    guide.words.setText("<b>không đâu có\u202e")
    guide.search()
    assert guide.told.text() == "Không có chỗ nào ghi “<b>không đâu có”; hãy thử từ khác."


def test_f1_twice_opens_the_chapter_of_the_page_that_is_shown(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+7"))
    settle()
    seen: list[str] = []

    def read(opened: GuideWindow) -> None:
        seen.append(chapter(opened))
        opened.words.setFocus()
        type_text("Ngừng dùng")
        press(Qt.Key.Key_Return)
        seen.append(opened.text.textCursor().selectedText())
        opened.reject()

    def again(_sheet: ShortcutSheet) -> None:
        in_modal(GuideWindow, read)
        press(Qt.Key.Key_F1)

    in_modal(ShortcutSheet, again)
    QTest.keySequence(window, QKeySequence("F1"))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["don-vi", "Ngừng dùng"]
