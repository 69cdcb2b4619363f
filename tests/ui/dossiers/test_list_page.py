"""The list page over a real database: searching, filtering, sorting, opening, copying."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Person
from dxdesk.domain.query import Order, Query
from dxdesk.domain.state import State
from dxdesk.services import acts
from tests.kit import receive
from tests.ui.typing import compose, press, type_text
from ui.dossiers.columns import COLUMNS
from ui.dossiers.list_page import ListPage
from ui.dossiers.selection_count import SelectionCount
from ui.dossiers.table import ROWS
from ui.tasks import Tasks

Settle = Callable[[], None]
Show = Callable[[QWidget], None]
CODE, OWNER, STATE = 0, 1, 5


@pytest.fixture
def page(full_desk: Desk, tasks: Tasks, show: Show) -> ListPage:
    made = ListPage(full_desk, tasks)
    show(made)
    return made


def cell(page: ListPage, row: int, column: int = CODE) -> str:
    return str(page.model.data(page.model.index(row, column)))


def test_the_newest_dossier_stands_on_top_and_all_are_counted(page: ListPage) -> None:
    assert page.model.rowCount() == 300
    assert page.count.text() == "300 hồ sơ"
    assert cell(page, 0) == "H99.12-260309-0299"


def test_rows_beyond_the_first_page_come_when_looked_at(page: ListPage, qtbot: QtBot) -> None:
    page.table.setFocus()
    press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert page.table.currentIndex().row() == 299
    qtbot.waitUntil(lambda: cell(page, 299) == "H99.12-260309-0000")


def test_a_name_is_found_without_accents_while_it_is_typed(page: ListPage, settle: Settle) -> None:
    page.search()
    type_text("nguyen van d")
    settle()
    assert page.count.text() == "100 hồ sơ"
    assert cell(page, 0, OWNER) == "Nguyễn Văn Đạt"


def test_the_newest_search_wins_over_all_that_were_typed_before(
    page: ListPage, settle: Settle
) -> None:
    page.search()
    for letter in "H99.12-260309-0123":
        type_text(letter)
    settle()
    assert [page.model.rowCount(), cell(page, 0)] == [1, "H99.12-260309-0123"]


def test_a_syllable_under_composition_is_not_searched_yet(page: ListPage, settle: Settle) -> None:
    page.search()
    compose("D", "Đ", "Đa")
    settle()
    assert page.model.rowCount() == 300
    type_text("Đạt")
    settle()
    assert page.model.rowCount() == 100


def test_letters_typed_over_the_table_go_to_the_search_box(page: ListPage) -> None:
    page.table.setFocus()
    press(Qt.Key.Key_8)
    assert page.words.hasFocus()
    assert page.words.text() == "8"


def test_no_hit_says_what_to_do_and_one_key_shows_all_again(page: ListPage, settle: Settle) -> None:
    page.search()
    type_text("không ai tên như vậy")
    settle()
    assert page.empty.isVisible()
    assert page.empty.text.text() == "Không có hồ sơ nào khớp"
    page.empty.clear.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    assert page.words.text() == ""
    assert page.table.isVisible()


def test_an_empty_book_offers_the_two_first_steps(desk: Desk, tasks: Tasks, show: Show) -> None:
    page = ListPage(desk, tasks)
    show(page)
    asked: list[str] = []
    page.went.connect(asked.append)
    page.empty.intake.click()
    page.empty.load.click()
    assert asked == ["intake", "import"]
    assert not page.empty.clear.isVisible()


def test_down_goes_from_the_search_box_to_the_first_hit_and_enter_opens_it(
    page: ListPage, settle: Settle, qtbot: QtBot
) -> None:
    page.search()
    type_text("0123")
    settle()
    press(Qt.Key.Key_Down)
    assert page.table.hasFocus()
    with qtbot.waitSignal(page.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [page.model.id_at(0)]


def test_esc_empties_the_search_box(page: ListPage, settle: Settle) -> None:
    page.search()
    type_text("0123")
    settle()
    press(Qt.Key.Key_Escape)
    settle()
    assert page.model.rowCount() == 300


def test_enter_opens_the_row(page: ListPage, qtbot: QtBot) -> None:
    page.table.setFocus()
    press(Qt.Key.Key_Down, times=2)
    with qtbot.waitSignal(page.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [page.model.id_at(page.table.currentIndex().row())]


def test_selection_and_place_stay_with_the_dossier_when_new_ones_come(
    page: ListPage, settle: Settle
) -> None:
    page.table.selectRow(5)
    chosen = page.table.current_id()
    newest = receive(page.desk, owner=Person("Lê Thị Hoa"))
    page.refresh()
    settle()
    assert page.model.rowCount() == 301
    assert page.model.id_at(0) == newest.id
    assert page.table.current_id() == chosen
    assert page.table.selected_rows() == [6]


def test_a_refresh_shows_what_was_changed_meanwhile(
    page: ListPage, settle: Settle, qtbot: QtBot
) -> None:
    dossier_id = page.model.id_at(0)
    acts.void(page.desk, dossier_id, reason="nhập nhầm")
    page.refresh()
    qtbot.waitUntil(lambda: cell(page, 0, STATE) == "Đã hủy (nhập nhầm)")
    page.show_query(Query(states=frozenset({State.VOID})))
    settle()
    assert [page.model.rowCount(), page.model.id_at(0)] == [1, dossier_id]


def test_a_filter_is_a_chip_that_can_be_removed(page: ListPage, settle: Settle) -> None:
    page.show_query(Query(states=frozenset({State.FINISHED})))
    settle()
    assert page.model.rowCount() == 0
    chips = [
        one
        for one in page.filters.findChildren(QToolButton)
        if one.property("role") == "chip" and one.isVisible()
    ]
    assert [one.accessibleName() for one in chips] == ["Bỏ lọc Trạng thái: Có kết quả, chờ trả"]
    chips[0].click()
    settle()
    assert page.model.rowCount() == 300


def test_a_click_on_a_heading_sorts_and_the_next_one_turns_round(
    page: ListPage, settle: Settle
) -> None:
    header = page.table.horizontalHeader()
    header.sectionClicked.emit(CODE)
    settle()
    assert cell(page, 0) == "H99.12-260309-0000"
    header.sectionClicked.emit(CODE)
    settle()
    assert cell(page, 0) == "H99.12-260309-0299"
    assert header.sortIndicatorSection() == CODE


@pytest.mark.parametrize("order", list(Order))
def test_every_order_has_a_heading(order: Order) -> None:
    assert order in [column.order for column in COLUMNS]


def test_selected_rows_are_copied_as_text_even_if_never_seen(
    page: ListPage, settle: Settle
) -> None:
    page.table.setFocus()
    page.table.selectAll()
    press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 301
    assert lines[0].split("\t") == [column.title for column in page.tools.columns.shown()]
    assert lines[300].startswith("H99.12-260309-0000\t")


def test_a_query_from_another_page_shows_its_text_in_the_box(
    page: ListPage, settle: Settle
) -> None:
    page.show_query(replace(Query(), text="0042"))
    settle()
    assert page.words.text() == "0042"
    assert page.model.rowCount() == 1


def test_what_is_chosen_stays_chosen_when_the_list_is_sorted_or_cut(
    page: ListPage, settle: Settle
) -> None:
    last = page.model.rowCount() - 1
    for row in (1, 2, last):
        at = page.model.index(row, 0)
        page.table.selectionModel().select(at, ROWS)
    page.table.selectionModel().setCurrentIndex(
        page.model.index(2, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    chosen, current = set(page.table.selected_ids()), page.table.current_id()
    page.table.sorted.emit(Order.OWNER)
    settle()
    assert set(page.table.selected_ids()) == chosen
    assert page.table.current_id() == current
    (told,) = page.findChildren(SelectionCount)
    assert told.text() == "Đang chọn 3"
    page.filters.changed.emit(Query(states=frozenset({State.FINISHED})))
    settle()
    assert len(page.table.selected_ids()) == 0


def test_a_list_from_elsewhere_begins_with_nothing_chosen(page: ListPage, settle: Settle) -> None:
    page.table.selectRow(3)
    page.show_query(Query(order=Order.OWNER))
    settle()
    assert page.table.current_id() is None
    assert not page.table.selected_rows()
