"""Many at once from the list, by keyboard: asked, looked at, done, taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.services import acts, history, listing
from tests.ui.dossiers.forms import fill, in_dialog, in_modal, press_ok
from tests.ui.typing import press
from ui.dossiers.bulk_dialog import BulkDialog
from ui.dossiers.form import Form
from ui.dossiers.list_page import ListPage
from ui.tasks import Tasks

Settle = Callable[[], None]
Show = Callable[[QWidget], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(full_desk: Desk, tasks: Tasks, show: Show) -> ListPage:
    made = ListPage(full_desk, tasks)
    show(made)
    made.table.setFocus()
    return made


def finished(desk: Desk) -> int:
    return len(listing.ids(desk, Query(states=frozenset({State.FINISHED}))))


def agree(dialog: BulkDialog) -> None:
    QTest.keyClick(dialog.go, Qt.Key.Key_Return)


def test_all_of_a_query_are_finished_with_five_keys_and_the_notice_offers_undo(
    page: ListPage, settle: Settle, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_A, CTRL)
    in_dialog(press_ok)
    in_modal(BulkDialog, agree)
    with qtbot.waitSignal(page.acted) as acted:
        press(Qt.Key.Key_G, CTRL)
    settle()
    assert acted.args == ["Đã làm “Ghi có kết quả” cho 300 hồ sơ."]
    assert finished(page.desk) == 300
    assert page.focusWidget() is page.table


def test_the_preview_names_those_skipped_and_going_back_writes_nothing(
    page: ListPage, settle: Settle
) -> None:
    acts.finish(page.desk, page.model.id_at(1))
    page.table.selectRow(0)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, times=2)
    told: list[str] = []

    def look(dialog: BulkDialog) -> None:
        told.extend([dialog.summary.text(), dialog.reasons.text()])
        dialog.reject()

    in_dialog(press_ok)
    in_modal(BulkDialog, look)
    press(Qt.Key.Key_G, CTRL)
    settle()
    assert told[0] == "Ghi có kết quả cho 2 hồ sơ."
    assert told[1].startswith("• 1 hồ sơ: Chỉ hồ sơ đang xử lý mới ghi có kết quả được")
    assert finished(page.desk) == 1


def test_when_none_fits_nothing_can_be_pressed_but_back(page: ListPage, settle: Settle) -> None:
    page.table.selectRow(0)
    enabled: list[bool] = []

    def look(dialog: BulkDialog) -> None:
        enabled.append(dialog.go.isEnabled())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    in_dialog(press_ok)
    in_modal(BulkDialog, look)
    press(Qt.Key.Key_R, CTRL)
    settle()
    assert enabled == [False]


def test_a_missing_reason_is_asked_for_and_what_was_typed_stays(
    page: ListPage, settle: Settle
) -> None:
    page.table.selectRow(0)
    problems: list[bool] = []

    def first(form: Form[object]) -> None:
        QTest.keyClick(form.lines["reason"].editor, Qt.Key.Key_Return, CTRL)
        problems.append(form.lines["reason"].problem.isVisible())
        fill(form, reason="Thiếu giấy tờ\n<b>gốc</b>")
        QTest.keyClick(form.lines["reason"].editor, Qt.Key.Key_Return, CTRL)

    in_dialog(first)
    in_modal(BulkDialog, agree)
    press(Qt.Key.Key_B, CTRL)
    settle()
    assert problems == [True]
    assert history.events(page.desk)[0].name == "Yêu cầu bổ sung: 1 hồ sơ"


def test_without_a_selection_the_status_line_says_what_to_do(page: ListPage) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    page.table.clearSelection()
    press(Qt.Key.Key_G, CTRL)
    assert said == ["Chưa chọn hồ sơ nào; hãy chọn một hay nhiều dòng rồi làm lại."]


def test_the_menu_of_the_rows_offers_everything_with_its_key(page: ListPage) -> None:
    page.table.selectRow(0)
    texts = [action.text() for action in page.tools.menu().actions() if action.text()]
    assert texts[:2] == ["&Mở hồ sơ\tEnter", "&Xử lý các hồ sơ đã chọn"]
    assert "S&ao chép các dòng đã chọn" in texts
