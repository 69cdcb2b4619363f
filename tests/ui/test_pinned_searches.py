"""Saved searches in the side bar: kept from the list, counted live, opened, renamed, given on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.services import acts, listing, saved_searches
from tests.ui.dossiers.forms import fill, in_dialog, press_ok
from ui import pinned_searches
from ui.dossiers import keep_search
from ui.dossiers.form import Form
from ui.main_window import MainWindow
from ui.page import Page

Settle = Callable[[], None]
FINISHED = Query(states=frozenset({State.FINISHED}))
RUNNING = Query(states=frozenset({State.PROCESSING}))


def rows(window: MainWindow) -> list[tuple[str, str]]:
    tree = window.sidebar.pinned.tree
    items = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> Any:
    """The list of finished dossiers, kept under a name by keyboard."""
    window.open_list(FINISHED)
    settle()
    found: Any = window.stack.pages["dossiers"]

    def name(form: Form[object]) -> None:
        fill(form, name="Chờ trả")
        press_ok(form)

    in_dialog(name)
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(found.table, Qt.Key.Key_L, shift)
    settle()
    return found


def to_tree(window: MainWindow, qtbot: QtBot) -> None:
    """Offscreen, a closed dialog does not give the keyboard back by itself."""
    window.activateWindow()
    window.sidebar.pinned.tree.setFocus()
    qtbot.waitUntil(window.sidebar.pinned.tree.hasFocus)


def number_of(page: Page, query: Query) -> str:
    return str(len(listing.ids(page.desk, query)))


def test_without_a_search_the_side_bar_shows_no_empty_box(window: MainWindow) -> None:
    assert not window.sidebar.pinned.isVisible()


def test_a_kept_search_stands_in_the_side_bar_with_its_number(
    window: MainWindow, page: Page
) -> None:
    assert rows(window) == [("Chờ trả", number_of(page, FINISHED))]
    assert window.sidebar.pinned.isVisible()


def test_the_number_follows_what_is_done(window: MainWindow, page: Page, settle: Settle) -> None:
    before = int(rows(window)[0][1])
    acts.return_result(page.desk, listing.lines(page.desk, listing.ids(page.desk, FINISHED))[0].id)
    page.changed.emit()
    settle()
    assert rows(window) == [("Chờ trả", str(before - 1))]


def test_enter_opens_its_list(window: MainWindow, page: Any, settle: Settle) -> None:
    page.show_query(Query())
    window.go("start")
    settle()
    tree = window.sidebar.pinned.tree
    tree.setCurrentIndex(tree.model().index(0, 0))
    QTest.keyClick(tree, Qt.Key.Key_Return)
    settle()
    assert window.stack.key == "dossiers"
    assert page.model.rowCount() == int(number_of(page, FINISHED))


def test_it_is_renamed_with_f2_and_removed_with_delete_and_undone(
    window: MainWindow, page: Page, settle: Settle, qtbot: QtBot
) -> None:
    tree = window.sidebar.pinned.tree
    to_tree(window, qtbot)
    tree.setCurrentIndex(tree.model().index(0, 0))

    def name(form: Form[object]) -> None:
        fill(form, name="Đã xong")
        press_ok(form)

    in_dialog(name)
    QTest.keyClick(tree, Qt.Key.Key_F2)
    settle()
    assert rows(window)[0][0] == "Đã xong"
    to_tree(window, qtbot)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    settle()
    assert rows(window) == []
    window.undo.undo()
    settle()
    assert rows(window)[0][0] == "Đã xong"


def test_a_name_that_is_taken_is_asked_for_again(
    window: MainWindow, page: Any, settle: Settle
) -> None:
    saved_searches.save(page.desk, "Hai", RUNNING)
    window.sidebar.pinned.refresh()
    settle()
    tree = window.sidebar.pinned.tree
    tree.setCurrentIndex(tree.model().index(1, 0))
    problems: list[str] = []

    def second(form: Form[object]) -> None:
        problems.append(form.lines["name"].problem.text())
        form.reject()

    def first(form: Form[object]) -> None:
        in_dialog(second)
        fill(form, name="cho tra")
        press_ok(form)

    in_dialog(first)
    window.sidebar.pinned.rename()
    settle()
    assert problems == ["Đã có “cho tra”; hãy đặt tên khác."]


def test_it_goes_to_a_colleague_as_a_file_and_comes_in_from_one(
    window: MainWindow,
    page: Any,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "a.timkiem.json"
    monkeypatch.setattr(pinned_searches, "ask_save", lambda *_given: path)
    monkeypatch.setattr(keep_search, "ask_open", lambda *_given: path)
    tree = window.sidebar.pinned.tree
    tree.setCurrentIndex(tree.model().index(0, 0))
    window.sidebar.pinned.give()
    settle()
    assert path.exists()
    next(a for a in page.actions() if a.text() == "N&hận tìm kiếm từ tệp…").trigger()
    settle()
    assert [name for name, _number in rows(window)] == ["Chờ trả", "Chờ trả (2)"]
