"""Habits of the window: files dropped anywhere, pins, the system's colours, what is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.services import listing
from tests.ui.conftest import Settle
from tests.ui.typing import focused, press
from ui import pdf_output, remembering, theme
from ui.history_page import HistoryPage
from ui.main_window import MainWindow
from ui.places import PLACES
from ui.preferences import IDLE_USUAL, Preferences
from ui.shortcut_sheet import ShortcutSheet, general
from ui.tasks import Tasks

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAMPLE = Path(__file__).parent.parent / "samples" / "so-theo-doi-2026-q2.xlsx"


def drop(window: MainWindow, url: QUrl) -> bool:
    """Drag *url* over the window and let it go; whether the window wants it."""
    given = QMimeData()
    given.setUrls([url])
    keys, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPointF(200, 200).toPoint(), copy, given, left, keys)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), copy, given, left, keys))
    return enter.isAccepted()


@pytest.mark.parametrize("place", ["start", "dossiers", "history"])
def test_a_file_dropped_on_any_page_is_read_for_import(
    window: MainWindow, settle: Settle, place: str
) -> None:
    window.go(place)
    settle()
    assert drop(window, QUrl.fromLocalFile(str(SAMPLE)))
    settle()
    assert window.stack.key == "import"
    assert window.stack.pages["import"].panel.go.isVisible()  # type: ignore[attr-defined]


def test_a_link_from_a_browser_is_no_file(window: MainWindow, settle: Settle) -> None:
    assert not drop(window, QUrl("https://example.vn/a.xlsx"))
    settle()
    assert window.stack.key == "start"


def test_the_dossier_that_is_shown_can_be_pinned_and_unpinned(
    window: MainWindow, ward: Desk, settle: Settle
) -> None:
    line = listing.first_page(ward, Query(), limit=1).lines[0]
    window.open_dossier(line.id)
    settle()
    assert window.recents is not None
    QTest.keyClick(focused(), Qt.Key.Key_M, CTRL | SHIFT)
    assert window.recents.pinned == (line.id,)
    QTest.keyClick(window, Qt.Key.Key_1, CTRL)
    settle()
    assert window.recents.recent == (line.id,)
    QTest.keyClick(window, Qt.Key.Key_M, CTRL | SHIFT)
    assert "Hãy mở một hồ sơ" in window.status.last.text()
    window.open_dossier(line.id)
    QTest.keyClick(window, Qt.Key.Key_M, CTRL | SHIFT)
    assert not window.recents.pinned


@pytest.mark.parametrize(
    ("scheme", "contrast", "key"),
    [
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast"),
    ],
)
def test_the_colours_are_those_of_the_system(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, key: str
) -> None:
    assert theme.key_for(scheme, contrast) == key


def test_the_window_follows_the_system_until_something_is_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QApplication.styleHints()
    monkeypatch.setattr("ui.preferences.of_system", lambda: theme.themes()["dark"])
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().key == "dark"
    window.menus.actions["theme light"].trigger()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().key == "light"
    window.menus.actions["theme system"].trigger()
    assert theme.current().key == "dark"


@pytest.mark.parametrize("kept", ["", "-5", "7", "ba phút", "99999999999999999999"])
def test_a_time_that_cannot_be_chosen_is_the_usual_one(kept: str) -> None:
    preferences = Preferences()
    preferences.keep("idle_minutes", kept)
    assert preferences.idle_minutes == IDLE_USUAL


def test_widths_of_columns_are_kept_for_the_next_start(
    window: MainWindow, ward: Desk, tasks: Tasks, settle: Settle, qtbot: QtBot
) -> None:
    window.go("history")
    settle()
    page = window.stack.pages["history"]
    assert isinstance(page, HistoryPage)
    page.table.setColumnWidth(0, 333)
    remembering.keep(page, "history", window._preferences)
    again = HistoryPage(ward, tasks)
    qtbot.addWidget(again)
    remembering.restore(again, "history", window._preferences)
    assert again.table.columnWidth(0) == 333
    window._preferences.keep_bytes("layout/history/100/table0-4", again.saveGeometry())
    remembering.restore(again, "history", window._preferences)
    assert again.table.columnWidth(0) == 333


@pytest.mark.parametrize(("width", "zoom", "words"), [(1366, 1.5, "Báo cáo"), (1024, 2.0, "")])
def test_the_side_bar_folds_where_words_would_take_too_much(
    window: MainWindow, width: int, zoom: float, words: str
) -> None:
    window._preferences.zoom = zoom
    window.appearance.apply()
    window.setFixedSize(width, 768)
    QApplication.processEvents()
    button = window.sidebar.buttons["reports"]
    assert button.text() == words
    assert button.accessibleName() == "Báo cáo"
    assert window.sidebar.width() < width / 4


def test_every_place_of_the_side_bar_can_be_reached_on_a_low_window(
    window: MainWindow, settle: Settle
) -> None:
    window._preferences.zoom = 2.0
    window.appearance.apply()
    window.setFixedSize(1024, 540)
    QApplication.processEvents()
    window.sidebar.buttons["start"].setFocus()
    press(Qt.Key.Key_Up)
    QApplication.processEvents()
    last = focused()
    area = window.sidebar.rect()
    corner = last.mapTo(window.sidebar, last.rect().bottomRight())
    assert area.contains(corner)
    press(Qt.Key.Key_Return)
    settle()
    assert window.stack.key == [place.key for place in PLACES if place.listed][-1]


def test_the_sheet_of_shortcuts_goes_on_paper(
    window: MainWindow, ward: Desk, tasks: Tasks, settle: Settle, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot,
) -> None:  # fmt: skip
    import pypdfium2

    path = tmp_path / "phim-tat.pdf"
    monkeypatch.setattr(pdf_output, "ask_save", lambda *_given: path)
    sheet = ShortcutSheet(window, "Báo cáo", [("Ctrl+P", "In")])
    qtbot.addWidget(sheet)
    sheet.offer_paper(ward, tasks)
    role = QDialogButtonBox.ButtonRole.ActionRole
    save = [one for one in sheet.buttons.buttons() if sheet.buttons.buttonRole(one) == role][1]
    save.click()
    settle()
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for keys, words in [*general(), ("Ctrl+P", "In")]:
        assert keys.replace("←", "") in text
        assert words in text
