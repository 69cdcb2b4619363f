"""Columns: chosen by keyboard, moved, remembered for each officer, back to the first ones."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.services import list_views, listing
from dxdesk.services.officers import add_officer
from tests.kit import Clock, receive
from tests.ui.dossiers.forms import in_modal
from tests.ui.typing import press
from ui.dossiers.column_dialog import ColumnDialog
from ui.dossiers.columns import COLUMNS, SHOWN, held_for
from ui.dossiers.list_page import ListPage
from ui.tasks import Tasks

Settle = Callable[[], None]
Show = Callable[[QWidget], None]
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(full_desk: Desk, tasks: Tasks, show: Show) -> ListPage:
    made = ListPage(full_desk, tasks)
    show(made)
    made.table.setFocus()
    return made


def shown(page: ListPage) -> list[str]:
    return [column.key for column in page.tools.columns.shown()]


def test_at_first_the_usual_columns_are_shown(page: ListPage) -> None:
    assert shown(page) == list(SHOWN)


def test_a_column_is_hidden_and_moved_by_keyboard_and_stays_so_for_this_officer(
    page: ListPage, settle: Settle, tasks: Tasks, show: Show
) -> None:
    def choose(dialog: ColumnDialog) -> None:
        dialog.list.setFocus()
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)  # the code goes
        dialog.list.setCurrentRow(2)
        QTest.keyClick(dialog.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        dialog.accept()

    in_modal(ColumnDialog, choose)
    press(Qt.Key.Key_C, CTRL_SHIFT)
    settle()
    assert shown(page)[:2] == ["procedure", "owner"]
    assert "code" not in shown(page)
    again = ListPage(page.desk, tasks)
    show(again)
    assert shown(again) == shown(page)
    other = replace(page.desk, officer=add_officer(page.desk, "Lê Thị Hồng").id)
    third = ListPage(other, tasks)
    show(third)
    assert shown(third) == list(SHOWN)


def test_a_dragged_heading_and_a_width_are_remembered(
    page: ListPage, qtbot: QtBot, settle: Settle
) -> None:
    head = page.table.horizontalHeader()
    head.moveSection(0, 3)
    head.resizeSection(1, 333)
    page.tools.columns.keep()
    settle()
    kept = list_views.view_of(page.desk, "dossiers")
    assert [key for key, _width in kept][:4] == ["owner", "procedure", "standing", "code"]
    assert kept[0] == ("owner", 333)


def test_reset_shows_the_first_columns_again_and_forgets(page: ListPage, settle: Settle) -> None:
    page.tools.columns.show_only(["state", "code"])
    settle()
    page.tools.columns.reset()
    settle()
    assert shown(page) == list(SHOWN)
    assert list_views.view_of(page.desk, "dossiers") == ()


def test_a_view_of_another_version_loses_only_what_is_unknown(page: ListPage) -> None:
    page.tools.columns.apply((("nothing", 40), ("state", 99_999_999), ("code", 0)))
    assert shown(page) == ["state", "code"]
    assert page.table.horizontalHeader().sectionSize(5) <= 2000


def test_a_list_without_columns_cannot_be_asked_for(page: ListPage) -> None:
    told: list[str] = []

    def choose(dialog: ColumnDialog) -> None:
        for row in range(dialog.list.count()):
            dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
        dialog.accept()
        told.append(dialog.problem.text())
        dialog.reject()

    in_modal(ColumnDialog, choose)
    page.tools.columns.choose()
    assert told == ["Chưa chọn cột nào; hãy chọn ít nhất một cột."]
    assert shown(page) == list(SHOWN)


def test_the_last_column_cannot_be_switched_off_on_the_heading(page: ListPage) -> None:
    page.tools.columns.show_only(["state"])
    titles = {action.text(): action for action in page.tools.columns.menu().actions()}
    assert not titles["Trạng thái"].isEnabled()


def test_the_list_is_sorted_by_the_column_in_which_the_keyboard_stands(
    page: ListPage, settle: Settle
) -> None:
    page.table.setCurrentIndex(page.model.index(0, 0))
    press(Qt.Key.Key_S, CTRL_SHIFT)
    settle()
    assert page.model.data(page.model.index(0, 0)) == "H99.12-260309-0000"


def test_every_column_that_has_an_order_worth_seeing_sorts() -> None:
    assert [column.title for column in COLUMNS if column.order is None] == [
        *("Số giấy tờ", "Liên thông", "Phi địa giới")
    ]


def test_how_long_it_is_held_is_told_in_days_or_hours(desk: Desk, clock: Clock) -> None:
    line = listing.lines(desk, [receive(desk).id])[0]
    line = replace(line, held_since=clock.time)
    assert held_for(line, clock.later(minutes=59)) == "dưới 1 giờ"
    assert held_for(line, clock.later(hours=4)) == "4 giờ"
    assert held_for(line, clock.later(days=3)) == "3 ngày"
    assert held_for(replace(line, held_since=None), clock.time) == ""
