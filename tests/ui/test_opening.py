"""The window stands before its data; data that cannot be opened are told on a plain page."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.errors import DeskError
from dxdesk.services.backups import making
from dxdesk.services.opening import open_desk
from tests.kit import Clock
from tests.ui.conftest import NOW, Settle
from ui.app import Opening, check_screen
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.tasks import Tasks

Start = Callable[[Callable[[], Desk]], MainWindow]


@pytest.fixture
def start(
    tasks: Tasks, settle: Settle, qtbot: QtBot, dressed: QApplication, tmp_path: Path
) -> Start:
    """Start as `ui.app.run` does."""

    def started(opener: Callable[[], Desk]) -> MainWindow:
        window = MainWindow(tasks, Preferences(tmp_path / "window.ini"))
        qtbot.addWidget(window, before_close_func=lambda _window: tasks.close())
        opening = Opening(window, tasks, opener)
        window.show()
        assert window.stack.currentWidget() is window.stack.opening
        opening.start()
        settle()
        return window

    return started


def test_the_first_page_comes_when_the_data_are_open(start: Start, ward_file: Path) -> None:
    window = start(lambda: open_desk(ward_file, clock=Clock(NOW)))
    assert window.stack.key == "start"
    assert window.sidebar.ward.text() == "phường An Bình"
    assert window.status.database.text() == "ward.db"
    window.close()


@pytest.mark.usefixtures("dressed")
def test_a_place_chosen_while_the_data_are_being_opened_is_shown_then(
    tasks: Tasks, settle: Settle, qtbot: QtBot, ward_file: Path, tmp_path: Path
) -> None:
    window = MainWindow(tasks, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(window, before_close_func=lambda _window: tasks.close())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.stack.opening
    Opening(window, tasks, lambda: open_desk(ward_file, clock=Clock(NOW))).start()
    settle()
    assert window.stack.key == "history"
    assert window.sidebar.buttons["history"].isChecked()
    window.close()


def test_a_damaged_file_is_told_and_can_be_tried_again(
    start: Start, settle: Settle, tmp_path: Path, ward_file: Path
) -> None:
    path = tmp_path / "hỏng.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    window = start(lambda: open_desk(path, clock=Clock(NOW)))
    page = window.stack.opening
    assert window.stack.currentWidget() is page
    assert page.heading.text() == "Tệp dữ liệu bị hỏng"
    assert "hỏng.db" in page.text.text()
    assert page.retry.isVisible()
    assert not page.backup.isVisible()
    page.readable.click()
    settle()
    assert "không đọc được dòng nào" in page.text.text()
    path.write_bytes(ward_file.read_bytes())
    page.retry.click()
    settle()
    assert window.stack.key == "start", page.text.text()
    window.close()


def test_a_damaged_file_is_replaced_by_the_newest_good_backup(
    start: Start, settle: Settle, tmp_path: Path, ward_file: Path
) -> None:
    path = tmp_path / "ward.db"
    path.write_bytes(ward_file.read_bytes())
    with closing(open_desk(path, clock=Clock(NOW))) as desk:
        assert making.make(desk, Reason.BY_HAND) is not None
    path.write_bytes(path.read_bytes()[:100] + bytes(8092) + path.read_bytes()[8192:])
    for companion in ("-wal", "-shm"):
        path.with_name(path.name + companion).unlink(missing_ok=True)
    window = start(lambda: open_desk(path, clock=Clock(NOW)))
    page = window.stack.opening
    assert page.backup.text() == "&Quay về bản sao lưu lúc 16/06/2026 09:20"
    page.backup.click()
    settle()
    assert window.stack.key == "start"
    assert window.sidebar.ward.text() == "phường An Bình"
    window.close()


def test_the_window_can_be_closed_when_nothing_opens(start: Start) -> None:
    def refuse() -> Desk:
        raise DeskError("Cơ sở dữ liệu nằm trên ổ mạng; hãy chép về máy này.")

    window = start(refuse)
    assert "ổ mạng" in window.stack.opening.text.text()
    window.stack.opening.leave.click()
    assert not window.isVisible()


def test_a_machine_without_a_screen_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(DeskError, match="không có màn hình"):
        check_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    check_screen()
