"""The preview: words are found whatever their accents, pages are shown small, sizes follow."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.reports.slips.sheets import slip, written
from tests.ui.conftest import Settle
from ui.pdf.file import PdfFile
from ui.pdf.panel import PdfPanel
from ui.tasks import Tasks


@pytest.fixture
def panel(
    tasks: Tasks, show: Callable[[QWidget], None], settle: Settle, tmp_path: Path
) -> Iterator[PdfPanel]:
    path = tmp_path / "p.pdf"
    written(path, *(slip(key) for key in ("receipt", "supplement", "refusal")))
    made = PdfPanel(tasks)
    show(made)
    made.show_file(PdfFile(path, made.view.lock))
    settle()
    yield made
    made.close_down()


def find(panel: PdfPanel, words: str, qtbot: QtBot, settle: Settle) -> None:
    panel.words.setFocus()
    panel.words.selectAll()
    panel.words.setText(words)
    qtbot.waitUntil(panel.settled)
    settle()


def test_words_are_found_without_their_accents(
    panel: PdfPanel, qtbot: QtBot, settle: Settle
) -> None:
    find(panel, "anh nguyet", qtbot, settle)
    assert panel.count.text() == "1/3"
    assert [one.page for one in panel._found] == [0, 1, 2]
    (box,) = panel._found[0].boxes
    assert box[2] > box[0]


def test_f3_goes_round_the_places_and_brings_each_into_view(
    panel: PdfPanel, qtbot: QtBot, settle: Settle
) -> None:
    find(panel, "Ánh Nguyệt", qtbot, settle)
    places = []
    for _ in range(4):
        places.append(panel.view.place()[0])
        QTest.keyClick(panel.words, Qt.Key.Key_F3)
    assert places == [1, 2, 3, 1]
    QTest.keyClick(panel.words, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert panel.count.text() == "1/3"


def test_words_that_are_not_there_are_told(panel: PdfPanel, qtbot: QtBot, settle: Settle) -> None:
    find(panel, "không có chữ này", qtbot, settle)
    assert panel.count.text() == "Không thấy"
    find(panel, "*(.[", qtbot, settle)
    assert panel.count.text() == "Không thấy"


def test_a_small_page_brings_the_large_one(panel: PdfPanel, qtbot: QtBot, settle: Settle) -> None:
    panel.small.click()
    settle()
    assert panel.thumbnails.isVisible()
    QTest.keyClick(panel.thumbnails, Qt.Key.Key_Down)
    QTest.keyClick(panel.thumbnails, Qt.Key.Key_Down)
    settle()
    assert panel.view.place() == (3, 3)
    panel.small.click()
    assert not panel.thumbnails.isVisible()


def test_a_whole_page_fits_into_the_window(panel: PdfPanel, settle: Settle) -> None:
    panel.whole.click()
    settle()
    assert panel.view._layout.pages[0].height() <= panel.view.viewport().height()
    wide = panel.view.percent()
    panel.fit.click()
    assert panel.view.percent() > wide
