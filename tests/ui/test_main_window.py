"""The window as a whole: places, keys, undo, names for a screen reader, closing."""

from collections.abc import Iterator
from threading import Event
from time import sleep
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.query import Query, Worklist
from dxdesk.services import acts, listing, worklists
from tests.ui.conftest import Settle
from ui import dialogs, theme
from ui.main_window import MainWindow
from ui.places import PLACES
from ui.preferences import Preferences
from ui.shortcut_sheet import ShortcutSheet, general, of_page
from ui.tasks import Job, Tasks

LISTED = [place for place in PLACES if place.listed]
CTRL = Qt.KeyboardModifier.ControlModifier


def visit(window: MainWindow, settle: Settle, key: str) -> None:
    if key == "dossier":
        desk = window.stack.page("dossiers").desk
        window.open_dossier(listing.first_page(desk, Query(), limit=1).lines[0].id)
    else:
        window.go(key)
    settle()


@pytest.mark.parametrize("number", range(1, len(LISTED) + 1))
def test_control_and_a_number_open_a_place(window: MainWindow, settle: Settle, number: int) -> None:
    window.go("history" if number != 6 else "start")
    settle()
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
    settle()
    place = LISTED[number - 1]
    assert window.stack.key == place.key
    assert window.stack.currentWidget() is window.stack.pages[place.key]
    assert window.windowTitle().startswith(place.title)
    assert window.sidebar.buttons[place.key].isChecked()


@pytest.mark.parametrize("work", Worklist)
def test_each_number_of_the_start_page_opens_the_list_that_it_counts(
    window: MainWindow, ward: Desk, settle: Settle, work: Worklist
) -> None:
    start = window.stack.pages["start"]
    card = start.findChild(QWidget, work.value)
    assert card is not None
    number = worklists.counts(ward).numbers[work]
    QTest.keyClick(card, Qt.Key.Key_Space)
    settle()
    assert window.stack.key == "dossiers"
    page: Any = window.stack.pages["dossiers"]
    assert page.table.model().rowCount() == number


def test_undo_names_its_action_and_takes_it_back(
    window: MainWindow, ward: Desk, settle: Settle, qtbot: QtBot
) -> None:
    waiting = listing.first_page(ward, Query(work=Worklist.TO_ACCEPT), limit=1).lines[0]
    acts.accept(ward, waiting.id)
    window.stack.pages["start"].changed.emit()
    settle()
    undo = window.menus.actions["undo"]
    assert undo.isEnabled()
    assert waiting.code in undo.text() or "Tiếp nhận" in undo.text()
    before = worklists.counts(ward).numbers[Worklist.TO_ACCEPT]
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    settle()
    assert worklists.counts(ward).numbers[Worklist.TO_ACCEPT] == before + 1
    assert window.status.last.text().startswith("Đã hoàn tác: ")
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    settle()
    assert worklists.counts(ward).numbers[Worklist.TO_ACCEPT] == before
    assert window.status.last.text().startswith("Đã làm lại: ")


PAGES = tuple(place.key for place in PLACES)


def focusable(window: QWidget) -> Iterator[QWidget]:
    """What the Tab key must reach; of the side bar only the place where one is."""
    for widget in window.findChildren(QWidget):
        shown = widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
        if shown and widget.focusPolicy() & _TAB:
            yield widget


_TAB = Qt.FocusPolicy.TabFocus


def spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)).strip()


def test_a_screen_reader_has_a_name_for_everything_that_takes_the_focus(
    window: MainWindow, settle: Settle
) -> None:
    for key in PAGES:
        visit(window, settle, key)
        found = list(focusable(window))
        assert len(found) > 3
        assert [f"{key}: {type(w).__name__}" for w in found if not spoken(w)] == []


def test_the_tab_key_reaches_everything_and_comes_back(window: MainWindow, settle: Settle) -> None:
    for key in PAGES:
        visit(window, settle, key)
        wanted = set(focusable(window))
        reached: set[QWidget] = set()
        for _ in range(2 * len(wanted) + 10):
            now = QApplication.focusWidget()
            assert now is not None, key
            reached.add(now)
            QTest.keyClick(now, Qt.Key.Key_Tab)
        missed = {f"{key}: {type(w).__name__} {spoken(w)}" for w in wanted - reached}
        assert missed == set()


def test_arrows_go_along_the_side_bar_and_enter_opens(window: MainWindow, settle: Settle) -> None:
    first = window.sidebar.buttons["start"]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Up)
    last = QApplication.focusWidget()
    assert last is window.sidebar.buttons[LISTED[-1].key]
    QTest.keyClick(last, Qt.Key.Key_Return)
    settle()
    assert window.stack.key == LISTED[-1].key


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_building_a_page_never_shows_a_second_window(
    window: MainWindow, settle: Settle, qapp: QApplication
) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    for key in PAGES:
        visit(window, settle, key)
    qapp.removeEventFilter(watch)
    assert watch.shown == []


def test_no_key_stands_for_two_commands(window: MainWindow, settle: Settle) -> None:
    for key in PAGES:
        visit(window, settle, key)
        page = window.stack.pages[key]
        actions = {*window.findChildren(QAction), *page.actions()} - foreign(window, page)
        keys = [one.toString() for action in actions for one in action.shortcuts()]
        assert sorted(f"{key}: {one}" for one in set(keys) if keys.count(one) > 1) == []


def foreign(window: MainWindow, page: QWidget) -> set[QAction]:
    """Commands of the pages, and of the tabs of *page*, that are not shown."""
    others = [other for other in window.stack.pages.values() if other is not page]
    elsewhere = {action for other in others for action in other.findChildren(QAction)}
    return elsewhere | {one for one in page.findChildren(QAction) if is_of_a_hidden_tab(one)}


def is_of_a_hidden_tab(action: QAction) -> bool:
    owner = action.parent()
    return isinstance(owner, QWidget) and not isinstance(owner, QMenu) and not owner.isVisible()


def test_the_sheet_of_shortcuts_lists_the_menus_and_the_page(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    visit(window, settle, "intake")
    texts = {words: keys for keys, words in general()}
    assert texts["Hoàn tác"] == "Ctrl+Z"
    assert texts["Mở trang “Báo cáo”"] == "Ctrl+5"
    lines = of_page(window.stack.pages["intake"].actions())
    assert lines
    sheet = ShortcutSheet(window, "Tiếp nhận", lines)
    qtbot.addWidget(sheet)
    shown = {label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text")}
    assert {words for _, words in [*general(), *lines]} <= shown


def test_larger_type_is_kept_for_the_next_start(window: MainWindow) -> None:
    before = window.sidebar.width()
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert window.status.zoom.text() == "110 %"
    assert window.sidebar.width() > before
    for _ in range(20):
        window.appearance.larger()
    assert window.status.zoom.text() == "200 %"
    QTest.keyClick(window, Qt.Key.Key_0, CTRL)
    assert window.status.zoom.text() == "100 %"


def test_a_theme_is_worn_at_once_and_kept(window: MainWindow) -> None:
    window.menus.actions["theme dark"].trigger()
    assert theme.current().key == "dark"
    assert window._preferences.theme.key == "dark"


def test_what_this_computer_remembers_survives_nonsense(own_data_folder: object) -> None:
    preferences = Preferences()
    preferences._file.setValue("zoom", "sehr groß")
    preferences._file.setValue("theme", "lila")
    assert preferences.zoom == 1.0
    assert preferences.theme.key == "light"


def test_closing_asks_while_an_import_runs(
    window: MainWindow, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, asked = Event(), list[str]()

    def work(job: Job[None]) -> None:
        begun.set()
        while not job.cancelled():
            sleep(0.002)
        raise InterruptedError

    def answer(_parent: object, _title: str, question: str, *, action: str) -> bool:
        asked.append(question)
        return len(asked) > 1

    monkeypatch.setattr(dialogs, "confirm", answer)
    tasks.run(work, lambda _none: None, title="Đang nhập sổ")
    qtbot.waitUntil(begun.is_set)
    assert not window.close()
    assert window.isVisible()
    assert "Đang nhập sổ" in asked[0]
    assert window.close()
    assert tasks.idle()


def test_undo_that_is_refused_says_why(
    window: MainWindow, ward: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "information", lambda _parent, _title, text: told.append(text))
    window.undo.refused.emit("Chưa hoàn tác được.")
    assert told == ["Chưa hoàn tác được."]


def test_every_command_of_the_menus_has_its_shortcut(window: MainWindow) -> None:
    undo = window.menus.actions["undo"]
    assert QKeySequence("Ctrl+Z") in undo.shortcuts()
    assert QKeySequence("F5") in window.menus.actions["refresh"].shortcuts()
