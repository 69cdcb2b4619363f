"""Signing in from the keyboard: at the start, at the lock, for another officer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.rights import Role
from dxdesk.services import catalogue, officers
from dxdesk.services.access import roles, secrets, signing_in
from dxdesk.services.access.mode import Mode, mode
from dxdesk.services.opening import open_desk
from tests.kit import Clock
from tests.ui.conftest import NOW, Settle
from tests.ui.dossiers.forms import fill, in_modal, press_ok
from tests.ui.typing import focused, type_text
from ui.access.code_dialog import CodeDialog
from ui.access.mode_dialog import ModeDialog
from ui.access.sign_in_dialog import RecoverDialog, SignInDialog
from ui.app import Opening
from ui.dossiers.form import Form
from ui.main_window import MainWindow
from ui.office.officers_tab import OfficersTab
from ui.preferences import Preferences
from ui.tasks import Tasks

PASSWORD, HERS = "482915", "hoa-sen-trắng"


@pytest.fixture
def guarded(ward: Desk, window: MainWindow, settle: Settle) -> str:
    """A ward with passwords and a second officer; the recovery code."""
    admin, code = signing_in.ask_passwords(ward, PASSWORD)
    clerk = officers.add_officer(admin, "Lê Thị Hoa")
    secrets.set_password(admin, clerk.id, HERS)
    window.attach(admin, ward="phường An Bình")
    settle()
    return code


def answer(password: str, *, who: str = "") -> Callable[[SignInDialog], None]:
    def signed(dialog: SignInDialog) -> None:
        assert focused() is dialog.lines["password"].editor
        if who:
            choice: Any = dialog.lines["who"].editor
            choice.setCurrentIndex(choice.findText(who, Qt.MatchFlag.MatchStartsWith))
        fill(dialog, password=password)  # type: ignore[arg-type]  # any form
        press_ok(dialog)  # type: ignore[arg-type]  # any form

    return signed


def unlock(window: MainWindow, reply: Callable[[SignInDialog], None], settle: Settle) -> None:
    window.lock.cover()
    in_modal(SignInDialog, reply)
    window.lock.lift()
    settle()


def test_the_same_officer_comes_back_to_the_half_typed_form(
    window: MainWindow, guarded: str, settle: Settle
) -> None:
    window.go("intake")
    settle()
    page = window.stack.pages["intake"]
    field = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
    field.setFocus()
    type_text("Nguyễn Thị Ng")
    unlock(window, answer(PASSWORD), settle)
    assert not window.lock.locked
    assert window.stack.pages["intake"] is page
    assert field.text() == "Nguyễn Thị Ng"


def test_a_wrong_password_keeps_it_locked_and_says_why(
    window: MainWindow, guarded: str, settle: Settle
) -> None:
    told: list[str] = []

    def wrong(dialog: SignInDialog) -> None:
        answer("sai rồi")(dialog)
        settle()
        told.append(dialog.lines["password"].problem.text())
        assert dialog.lines["password"].editor.hasFocus()
        dialog.reject()

    unlock(window, wrong, settle)
    assert window.lock.locked
    assert told == [signing_in.WRONG]
    window.lock.check = lambda: True
    window.lock.lift()


def test_another_officer_gets_pages_of_her_own(
    window: MainWindow, guarded: str, settle: Settle
) -> None:
    before = window.stack.pages["start"]
    unlock(window, answer(HERS, who="Lê Thị Hoa"), settle)
    desk = window.stack.desk
    assert desk is not None
    assert desk.role is Role.CLERK
    assert window.stack.pages["start"] is not before
    assert window.stack.key == "start"


def test_the_printed_code_sets_a_new_password_and_shows_the_next(
    window: MainWindow, guarded: str, settle: Settle
) -> None:
    shown: list[str] = []

    def forgot(dialog: SignInDialog) -> None:
        def recover(inner: RecoverDialog) -> None:
            fill(inner, code=guarded.lower(), password="một hai ba", again="một hai ba")  # type: ignore[arg-type] # noqa: S106
            press_ok(inner)  # type: ignore[arg-type]  # any form

        def see(code: CodeDialog) -> None:
            shown.extend(one.text() for one in code.findChildren(QLabel))
            code.accept()

        in_modal(CodeDialog, see)
        in_modal(RecoverDialog, recover)
        dialog.forgotten.click()

    unlock(window, forgot, settle)
    assert not window.lock.locked
    (code,) = (text for text in shown if text.count("-") == 5)
    assert code != guarded


def test_the_choice_is_made_in_the_window(window: MainWindow, ward: Desk, settle: Settle) -> None:
    window.access.choose_mode()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ModeDialog)

    def first(form: Form[object]) -> None:
        fill(form, password=PASSWORD, again="khác")
        press_ok(form)
        assert "hai lần nhập khác nhau" in form.lines["again"].problem.text().lower()
        fill(form, again=PASSWORD)
        press_ok(form)

    in_modal(Form, first)
    dialog.buttons["people"].click()
    in_modal(CodeDialog, QDialog.accept)
    settle()
    assert mode(ward.database) is Mode.PEOPLE
    unlock(window, answer(PASSWORD), settle)
    assert not window.lock.locked


def test_the_start_asks_who_it_is(
    window: MainWindow,
    guarded: str,
    ward: Desk,
    tasks: Tasks,
    qtbot: QtBot,
    settle: Settle,
    tmp_path: Path,
) -> None:
    other = MainWindow(tasks, Preferences(tmp_path / "other.ini"))
    qtbot.addWidget(other)
    other.show()
    opening = Opening(other, tasks, lambda: open_desk(ward.database.path, clock=Clock(NOW)))
    in_modal(SignInDialog, QDialog.reject)
    opening.start()
    settle()
    assert "Chưa đăng nhập" in other.stack.opening.text.text()
    assert not other.stack.attached
    in_modal(SignInDialog, answer(HERS, who="Lê Thị Hoa"))
    other.stack.opening.retry.click()
    settle()
    assert other.stack.key == "start"
    assert other.stack.desk is not None
    assert other.stack.desk.role is Role.CLERK


def test_roles_are_given_in_the_list_of_officers(
    desk: Desk, tasks: Tasks, show: Callable[[OfficersTab], None], settle: Settle
) -> None:
    clerk = officers.add_officer(desk, "Lê Thị Hoa")
    tab = OfficersTab(desk, tasks)
    show(tab)
    tab.refresh()
    settle()
    tab.table.selectRow(1)

    def choose(form: Form[object]) -> None:
        fill(form, role=str(Role.LEADER.value))
        QTest.keyClick(form, Qt.Key.Key_Return)

    in_modal(Form, choose)
    tab.buttons["role"].click()
    settle()
    found = {one.id: one.role for one in catalogue.officers(desk)}
    assert found[clerk.id] is Role.LEADER
    roles.give_role(desk, clerk.id, Role.CLERK)
