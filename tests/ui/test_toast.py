"""After an act over many dossiers a notice offers to take it back, and never takes the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from dxdesk.desk import Desk
from dxdesk.domain.query import Query, Worklist
from dxdesk.services import acts, history, listing, worklists
from tests.ui.conftest import Settle
from tests.ui.typing import focused
from ui.main_window import MainWindow

SENTENCE = "Đã trả kết quả 12 hồ sơ."


def accept_one(ward: Desk) -> None:
    line = listing.first_page(ward, Query(work=Worklist.TO_ACCEPT), limit=1).lines[0]
    acts.accept(ward, line.id)


def waiting(ward: Desk) -> int:
    return worklists.counts(ward).numbers[Worklist.TO_ACCEPT]


@pytest.fixture
def acted(window: MainWindow, ward: Desk, settle: Settle) -> MainWindow:
    """A page has just done something that can be taken back."""
    accept_one(ward)
    page = window.stack.pages["start"]
    page.changed.emit()
    page.acted.emit(SENTENCE)
    settle()
    return window


def test_a_notice_leaves_the_keyboard_where_it_was(
    window: MainWindow, ward: Desk, settle: Settle
) -> None:
    before = focused()
    accept_one(ward)
    window.stack.pages["start"].acted.emit(SENTENCE)
    settle()
    assert window.toast.isVisible()
    assert window.toast.words.text() == SENTENCE
    assert focused() is before


def test_the_key_goes_to_the_notice_and_enter_takes_the_act_back(
    acted: MainWindow, ward: Desk, settle: Settle
) -> None:
    before, number = focused(), waiting(ward)
    QTest.keyClick(before, Qt.Key.Key_F12)
    assert focused() is acted.toast.action
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settle()
    assert waiting(ward) == number + 1
    assert not acted.toast.isVisible()
    assert focused() is before


def test_escape_and_the_key_itself_go_back(acted: MainWindow) -> None:
    before = focused()
    QTest.keyClick(before, Qt.Key.Key_F12)
    QTest.keyClick(focused(), Qt.Key.Key_F12)
    assert focused() is before
    assert acted.toast.isVisible()
    QTest.keyClick(before, Qt.Key.Key_F12)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused() is before
    assert not acted.toast.isVisible()


def test_a_notice_never_undoes_what_came_after_it(
    acted: MainWindow, ward: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "information", lambda *given: told.append(given[2]))
    accept_one(ward)
    number, name = waiting(ward), history.last_undoable(ward)
    acted.toast.action.click()
    settle()
    assert waiting(ward) == number
    assert name is not None
    assert name in told[0]


def test_it_stays_while_the_keyboard_is_on_it(acted: MainWindow) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_F12)
    acted.toast._timer.timeout.emit()
    assert acted.toast.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_F12)
    acted.toast._timer.timeout.emit()
    assert not acted.toast.isVisible()


def test_a_screen_reader_has_the_sentence_and_names_for_both_buttons(acted: MainWindow) -> None:
    for widget, name in (
        (acted.toast, SENTENCE),
        (acted.toast.action, "Hoàn tác"),
        (acted.toast.leave, "Đóng thông báo (Esc)"),
    ):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name) == name


def test_a_long_sentence_stays_within_the_window(window: MainWindow) -> None:
    window.setFixedSize(1024, 768)
    window.toast.tell("Đã trả kết quả hồ sơ. " * 12)
    QApplication.processEvents()
    toast = window.toast
    assert window.stack.rect().contains(toast.geometry())
    assert toast.words.height() >= toast.words.heightForWidth(toast.words.width())
