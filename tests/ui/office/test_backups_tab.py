"""The tab “Sao lưu”: backups by keys alone, and going back to one of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.query import Query
from dxdesk.services import listing
from dxdesk.services.backups import making
from tests.kit import Clock, receive
from tests.ui.conftest import Settle
from tests.ui.dossiers.forms import in_modal
from ui.backup_keeper import BackupKeeper, back_up_at_the_end
from ui.office.backups_tab import BackupsTab, size
from ui.tasks import Tasks


@pytest.fixture
def tab(desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle) -> BackupsTab:
    made = BackupsTab(desk, tasks)
    made.changed.connect(made.refresh)
    show(made)
    made.refresh()
    made.start()
    settle()
    return made


def press(tab: BackupsTab, key: str, settle: Settle) -> None:
    tab.buttons[key].click()
    settle()


def test_without_backups_the_tab_says_what_to_do(tab: BackupsTab) -> None:
    assert tab.model.rowCount() == 0
    assert "Chưa có bản sao lưu nào" in tab.problem.words.text()
    assert not tab.buttons["edit"].isEnabled()
    assert not tab.buttons["rehearse"].isEnabled()


def test_a_backup_made_by_hand_stands_in_the_list(
    tab: BackupsTab, desk: Desk, settle: Settle
) -> None:
    receive(desk)
    said: list[str] = []
    tab.said.connect(said.append)
    press(tab, "add", settle)
    assert [one.reason for one in tab.model.rows] == [Reason.BY_HAND]
    assert said[-1].startswith("Đã sao lưu và đọc lại: desk-20260309-080000-tu-bam.db")
    press(tab, "rehearse", settle)
    assert said[-1].startswith("Diễn tập khôi phục đạt")
    assert "lần cuối 09/03/2026 08:00" in tab.state.text()


def test_going_back_shows_what_is_lost_and_does_it(
    tab: BackupsTab, desk: Desk, clock: Clock, settle: Settle
) -> None:
    receive(desk)
    press(tab, "add", settle)
    clock.later(minutes=10)
    receive(desk, code="H99.12-260309-0002")
    seen: list[str] = []

    def answer(dialog: QDialog) -> None:
        shown = dialog.findChild(QPlainTextEdit)
        assert shown is not None
        seen.append(shown.toPlainText())
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        assert buttons.button(QDialogButtonBox.StandardButton.Cancel).isDefault()
        buttons.button(QDialogButtonBox.StandardButton.Ok).click()

    in_modal(QDialog, answer)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    settle()
    assert "2026/000002 · H99.12-260309-0002" in seen[0]
    assert [line.book for line in listing.first_page(desk, Query()).lines] == ["2026/000001"]
    assert [one.reason for one in tab.model.rows] == [Reason.RESTORE, Reason.BY_HAND]


def test_the_second_place_is_chosen_and_filled(
    tab: BackupsTab, desk: Desk, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive(desk)
    press(tab, "add", settle)
    stick = tmp_path / "USB của phường"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_all: str(stick))
    press(tab, "second", settle)
    assert [file.name for file in stick.iterdir()] == ["desk-20260309-080000-tu-bam.db"]
    assert "USB của phường, bản lúc 09/03/2026 08:00" in tab.state.text()
    assert "nằm cùng ổ đĩa" in tab.problem.words.text()


def test_half_an_hour_of_change_is_backed_up_and_the_week_rehearsed(
    desk: Desk, tasks: Tasks, settle: Settle, tab: BackupsTab
) -> None:
    keeper = BackupKeeper(tab, tasks)
    keeper.attach(desk)
    keeper.keep()
    settle()
    assert making.all_backups(desk) == []
    receive(desk)
    keeper.keep()
    settle()
    tab.refresh()
    settle()
    assert [one.reason for one in tab.model.rows] == [Reason.CHANGES]
    assert "lần cuối 09/03/2026 08:00" in tab.state.text()


def test_closing_backs_up_what_was_done(desk: Desk) -> None:
    receive(desk)
    back_up_at_the_end(desk)
    assert [one.reason for one in making.all_backups(desk)] == [Reason.CLOSE]


@pytest.mark.logs("no backup at closing")
def test_closing_goes_on_when_no_backup_can_be_made(desk: Desk, tmp_path: Path) -> None:
    receive(desk)
    (tmp_path / "sao-luu").write_text("ở đây có một tệp")
    back_up_at_the_end(desk)
    assert making.all_backups(desk) == []


def test_sizes_read_as_an_officer_writes_them(qtbot: QtBot) -> None:
    assert size(1_048_576) == "1,0 MB"
    assert size(13_000_000) == "12,4 MB"
