"""After some idle minutes nothing of the office can be seen, and nothing typed is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.services import history, listing
from tests.ui.conftest import Settle
from tests.ui.typing import focused, press, type_text
from ui.lock import COVERED_TITLE, Cover
from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def typed(window: MainWindow, settle: Settle) -> Iterator[QLineEdit]:
    """A field of the intake form with a name half typed."""
    window.go("intake")
    settle()
    lines = window.stack.pages["intake"].findChildren(QLineEdit)
    field = next(one for one in lines if one.isVisible() and one.isEnabled())
    field.setFocus()
    type_text("Nguyễn Thị Ng")
    yield field
    field.clear()


def is_locked(window: MainWindow) -> bool:
    return window.lock.locked


def covers(window: MainWindow) -> list[Cover]:
    return [one for one in window.findChildren(Cover) if one.isVisible()]


def test_the_time_is_counted_from_the_last_key(window: MainWindow) -> None:
    timer = window.lock._timer
    assert timer.isActive()
    assert timer.interval() == 10 * 60_000
    timer.start(50_000)
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    assert timer.interval() == 50_000
    assert timer.remainingTime() > 49_000


def test_what_was_typed_is_still_there_and_the_keyboard_too(
    window: MainWindow, typed: QLineEdit
) -> None:
    window.lock._timer.timeout.emit()
    assert is_locked(window)
    assert focused() is covers(window)[0].go
    press(Qt.Key.Key_Space)
    assert not is_locked(window)
    assert typed.text() == "Nguyễn Thị Ng"
    assert focused() is typed
    assert window.menuBar().isEnabled()


def test_nothing_of_the_office_is_seen_while_it_is_covered(
    window: MainWindow, ward: Desk, settle: Settle
) -> None:
    line = listing.first_page(ward, Query(), limit=1).lines[0]
    window.open_dossier(line.id)
    settle()
    title = window.windowTitle()
    window.lock.cover()
    QApplication.processEvents()
    assert window.windowTitle() == COVERED_TITLE
    cover = covers(window)[0]
    assert cover.geometry() == window.rect()
    form = QImage.Format.Format_RGB32
    seen = window.grab().toImage().convertToFormat(form)
    assert seen == cover.grab().toImage().convertToFormat(form)
    window.lock.lift()
    assert window.windowTitle() == title


def test_no_key_reaches_what_is_covered(
    window: MainWindow, ward: Desk, typed: QLineEdit, settle: Settle
) -> None:
    before = history.last_undoable(ward)
    window.lock.cover()
    for key in (Qt.Key.Key_Z, Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_K):
        QTest.keyClick(window, key, CTRL)
    press(Qt.Key.Key_Tab)
    settle()
    assert focused() is covers(window)[0].go
    assert window.stack.key == "intake"
    assert history.last_undoable(ward) == before
    window.lock.lift()


def test_a_dialog_is_covered_too_and_stays_open(window: MainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    dialog.setWindowTitle("Sửa hồ sơ của Trần Văn Đức")
    field = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(field)
    with qtbot.waitActive(dialog):
        dialog.open()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    type_text("nửa chừng")
    window.lock.cover()
    assert dialog.isVisible()
    assert "Đức" not in dialog.windowTitle()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    window.lock.lift()
    assert field.text() == "nửa chừng"
    assert dialog.windowTitle() == "Sửa hồ sơ của Trần Văn Đức"
    dialog.reject()


def test_a_check_that_says_no_keeps_it_covered(window: MainWindow) -> None:
    asked: list[Any] = []

    def check() -> bool:
        asked.append(1)
        return len(asked) > 1

    window.lock.check = check
    window.lock.cover()
    press(Qt.Key.Key_Space)
    assert is_locked(window)
    press(Qt.Key.Key_Space)
    assert not is_locked(window)


def test_the_time_is_chosen_in_the_menu_and_kept(window: MainWindow) -> None:
    window.menus.actions["lock 0"].trigger()
    assert not window.lock._timer.isActive()
    assert window._preferences.idle_minutes == 0
    window.menus.actions["lock 5"].trigger()
    assert window.lock._timer.interval() == 5 * 60_000
