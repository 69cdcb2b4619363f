"""Encryption by the keyboard: at the first run, at the start, in the menu, after damage."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from db.driver import is_encrypted
from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.key import Key
from dxdesk.services import history
from dxdesk.services.backups import making
from dxdesk.services.encryption import changing, copies
from dxdesk.services.opening import open_desk
from tests.kit import Clock, desk_over
from tests.ui.conftest import NOW, Settle
from tests.ui.dossiers.forms import fill, in_modal, press_ok
from ui.access.choice_dialog import ChoiceDialog
from ui.access.code_dialog import CodeDialog
from ui.access.mode_dialog import ModeDialog
from ui.app import Opening
from ui.encryption.passphrase_dialog import PassphraseDialog
from ui.encryption.unlock_dialog import UnlockDialog
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.tasks import Tasks

PASSPHRASE = "trăng lên đầu núi, gió lùa khe cửa"  # noqa: S105 - of a ward that lasts a test
Start = Callable[[Path], MainWindow]


@pytest.fixture
def start(
    tasks: Tasks, settle: Settle, qtbot: QtBot, dressed: QApplication, tmp_path: Path
) -> Start:
    """Start over a file as `ui.app.run` does."""

    def started(path: Path) -> MainWindow:
        window = MainWindow(tasks, Preferences(tmp_path / "window.ini"))
        qtbot.addWidget(window, before_close_func=lambda _window: tasks.close())

        def opener(keys: tuple[Key, ...] = ()) -> Desk:
            return open_desk(path, clock=Clock(NOW), keys=keys)

        opening = Opening(window, tasks, opener)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        opening.start()
        settle()
        return window

    return started


@pytest.fixture
def encrypted(empty_database: Path, tmp_path: Path) -> Iterator[changing.Rekeyed]:
    """An encrypted ward with a backup in the clear, closed."""
    folder = tmp_path / "phường"
    folder.mkdir()
    clock = Clock(NOW)
    with desk_over(empty_database, clock, folder=folder) as desk:
        making.make(desk, Reason.BY_HAND)
        clock.later(minutes=1)
        made = changing.encrypt(desk, PASSPHRASE)
        made.desk.close()
        yield made


def path_of(made: changing.Rekeyed) -> Path:
    assert made.desk.database.path is not None
    return made.desk.database.path


def modal(kind: type[QDialog]) -> QDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def give_passphrases(form: PassphraseDialog, settle: Settle, told: list[str]) -> None:
    """Too short, not the same twice, then right."""
    for passphrase, again in (("ngắn", "ngắn"), (PASSPHRASE, "khác"), (PASSPHRASE,) * 2):
        fill(form, passphrase=passphrase, again=again)  # type: ignore[arg-type]  # any form
        press_ok(form)  # type: ignore[arg-type]  # any form
        form.reject()  # while it works nobody leaves
        settle()
        told.extend(line.problem.text() for line in form.lines.values())


def test_the_first_run_asks_and_encrypts_under_the_open_window(
    start: Start, settle: Settle, tmp_path: Path
) -> None:
    window = start(tmp_path / "phường.db")
    before = window.stack.desk
    modal(ModeDialog).buttons["alone"].click()  # type: ignore[attr-defined]  # of this dialog
    settle()
    told: list[str] = []
    codes: list[str] = []

    def see(code: CodeDialog) -> None:
        codes.extend(one.text() for one in code.findChildren(QLabel))
        code.accept()

    in_modal(PassphraseDialog, lambda form: give_passphrases(form, settle, told))
    in_modal(CodeDialog, see)
    modal(ChoiceDialog).buttons["encrypt"].click()  # type: ignore[attr-defined]  # of this dialog
    settle()
    assert "Cần từ 12" in told[0]
    assert "khác nhau" in told[3]
    assert any(text.count("\n") == 2 and text.count("-") == 11 for text in codes)
    assert window.stack.desk is not before
    assert window.status.database.text() == "phường.db (đã mã hóa)"
    assert is_encrypted(tmp_path / "phường.db")
    window.close()
    assert is_encrypted(tmp_path / "phường.db")


def test_not_to_encrypt_is_a_choice_that_the_log_keeps(
    start: Start, settle: Settle, tmp_path: Path
) -> None:
    window = start(tmp_path / "phường.db")
    modal(ModeDialog).buttons["alone"].click()  # type: ignore[attr-defined]  # of this dialog
    settle()
    modal(ChoiceDialog).buttons["plain"].click()  # type: ignore[attr-defined]  # of this dialog
    settle()
    assert window.stack.desk is not None
    assert history.events(window.stack.desk)[0].name == "Chọn không mã hóa tệp dữ liệu"
    window.close()


def test_the_start_asks_until_it_is_right_and_takes_the_printed_code(
    encrypted: changing.Rekeyed, start: Start, settle: Settle
) -> None:
    in_modal(UnlockDialog, QDialog.reject)
    window = start(path_of(encrypted))
    assert "Chưa nhập mật khẩu dữ liệu" in window.stack.opening.text.text()
    told: list[str] = []

    def give(form: UnlockDialog) -> None:
        fill(form, passphrase="sai rồi, thử lại nhé")  # type: ignore[arg-type] # noqa: S106 - wrong
        press_ok(form)  # type: ignore[arg-type]  # any form
        settle()
        told.append(form.lines["passphrase"].problem.text())
        form.shown.click()
        fill(form, passphrase=f"  {encrypted.code.lower()} ")  # type: ignore[arg-type]  # any form
        press_ok(form)  # type: ignore[arg-type]  # any form

    in_modal(UnlockDialog, give)
    window.stack.opening.retry.click()
    settle()
    assert "Mật khẩu dữ liệu không đúng" in told[0]
    assert window.stack.key == "start"
    window.close()


def test_copies_in_the_clear_are_named_and_encrypted_from_the_menu(
    encrypted: changing.Rekeyed, window: MainWindow, settle: Settle
) -> None:
    window.attach(encrypted.desk, ward="phường An Bình")
    settle()
    window.menus.actions["encryption"].trigger()
    settle()
    dialog = modal(ChoiceDialog)
    words = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "1 bản sao cũ CHƯA mã hóa" in words
    assert "tu-bam.db" in words
    dialog.buttons["copies"].click()  # type: ignore[attr-defined]  # of this dialog
    settle()
    assert window.status.last.text() == "Đã mã hóa 1 bản sao lưu cũ"
    assert copies.unlike(encrypted.desk) == copies.Unlike()


def test_a_damaged_encrypted_file_is_told_and_its_backup_put_in_place(
    encrypted: changing.Rekeyed, start: Start, settle: Settle
) -> None:
    path = path_of(encrypted)
    data = bytearray(path.read_bytes())
    data[:4096] = bytes(4096)  # not even known as encrypted any more
    path.write_bytes(data)

    def give(form: UnlockDialog) -> None:
        fill(form, passphrase=PASSPHRASE)  # type: ignore[arg-type]  # any form
        press_ok(form)  # type: ignore[arg-type]  # any form

    in_modal(UnlockDialog, give)
    window = start(path)
    page = window.stack.opening
    assert page.heading.text() == "Tệp dữ liệu bị hỏng"
    assert page.backup.isVisible()
    page.backup.click()
    settle()
    assert window.stack.key == "start"
    assert is_encrypted(path)
    modal(ModeDialog).reject()
    window.close()
