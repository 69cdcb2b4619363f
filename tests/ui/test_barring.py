"""What the signed-in role may not do is grey in menus, side bar and pages, and says who may."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.query import Query, Worklist
from dxdesk.domain.rights import RIGHT_OF_ACT, Right, Role, may, why_refused
from dxdesk.services import listing
from tests.ui.conftest import Settle
from tests.ui.test_main_window import visit
from ui.commands import MENUS
from ui.main_window import MainWindow
from ui.places import PLACES


@pytest.fixture
def signed_in(request: pytest.FixtureRequest, ward: Desk, window: MainWindow) -> Role:
    role: Role = request.param
    window.attach(replace(ward, role=role), ward="phường An Bình")
    return role


@pytest.mark.parametrize("signed_in", [Role.SPECIALIST, Role.LEADER], indirect=True)
def test_menus_places_and_buttons_follow_the_rights_of_the_role(
    window: MainWindow, settle: Settle, signed_in: Role
) -> None:
    settle()
    needed = {one.key: one.right for menu in MENUS for one in menu.commands if one is not None}
    needed |= {f"place {place.key}": place.right for place in PLACES if place.listed}
    for key, right in needed.items():
        if right is not None and key not in {"undo", "redo"}:
            action = window.menus.actions[key]
            assert (key, action.isEnabled()) == (key, may(signed_in, right))
            assert action.statusTip() == (
                "" if may(signed_in, right) else why_refused(signed_in, right)
            )
    assert not window.sidebar.buttons["intake"].isEnabled()
    assert window.sidebar.buttons["intake"].toolTip() == why_refused(signed_in, Right.RECEIVE)
    window.go("intake")
    assert window.stack.key == "start"
    _check_dossier(window, settle, signed_in)
    _check_pages(window, settle, signed_in)


def _check_dossier(window: MainWindow, settle: Settle, role: Role) -> None:
    desk = window.stack.page("dossiers").desk
    waiting = listing.first_page(desk, Query(work=Worklist.TO_ACCEPT), limit=1).lines[0]
    window.open_dossier(waiting.id)
    settle()
    page: Any = window.stack.pages["dossier"]
    shown = {act: made for act, made in page.acts.buttons.items() if made.isVisible()}
    assert Act.ACCEPT in shown
    for act, made in shown.items():
        right = RIGHT_OF_ACT[act]
        assert (act, made.isEnabled()) == (act, may(role, right))
        if not may(role, right):
            assert made.toolTip() == why_refused(role, right)
    refused: list[str] = []
    page.acts.refused.connect(refused.append)
    page.acts.choose(Act.ACCEPT)
    assert refused == [why_refused(role, Right.RECEIVE)]


def _check_pages(window: MainWindow, settle: Settle, role: Role) -> None:
    visit(window, settle, "reports")
    reports: Any = window.stack.pages["reports"]
    reports._allow(known=True, printable=True)  # the page enables what it can print
    assert reports.close_period.isEnabled() == may(role, Right.CLOSE)
    assert not reports.settings.isEnabled()
    assert reports.print.isEnabled()


@pytest.mark.parametrize("signed_in", [Role.SPECIALIST, Role.LEADER], indirect=True)
def test_ledgers_board_catalogues_and_bin_follow_the_rights_of_the_role(
    window: MainWindow, settle: Settle, signed_in: Role
) -> None:
    settle()
    record = may(signed_in, Right.RECORD)
    visit(window, settle, "digital")
    digital: Any = window.stack.pages["digital"]
    board = digital.current().board
    for made in (board.sets, board.carry, board.remarks, board.empty.action):
        assert (made.text(), made.isEnabled()) == (made.text(), record)
    assert bool(board.table.editTriggers()) is record
    digital.show_tab("teams")
    settle()
    _check_ledger(digital, signed_in)
    visit(window, settle, "office")
    office: Any = window.stack.pages["office"]
    for tab in ("calendar", "procedures", "hamlets"):
        office.show_tab(tab)
        settle()
        assert _allowed(office) == {"add": False, "edit": False, "retire": False}
    office.show_tab("hamlets")
    said: list[str] = []
    office.said.connect(said.append)
    office.current().table.activated.emit(office.current().table.currentIndex())
    assert said == [why_refused(signed_in, Right.OFFICE)]
    visit(window, settle, "bin")
    bin_page: Any = window.stack.pages["bin"]
    assert bin_page.restore.isEnabled() is False
    assert bin_page.restore.toolTip() == why_refused(signed_in, Right.RECEIVE)


def _allowed(page: Any, wanted: tuple[str, ...] = ("add", "edit", "retire")) -> dict[str, bool]:
    """Whether the keys of a page of tabs do anything, by method."""
    found = {method: action.isEnabled() for action, method in page._methods.items()}
    return {method: found[method] for method in wanted}


def _check_ledger(digital: Any, role: Role) -> None:
    rights = dict.fromkeys(("add", "edit", "remove"), Right.RECORD)
    rights |= {"paste": Right.IMPORT, "take_file": Right.IMPORT, "write": Right.EXPORT}
    wanted = {method: may(role, right) for method, right in rights.items()}
    assert _allowed(digital, tuple(rights)) == wanted
    view = digital.current().view
    for method, right in rights.items():
        made = view.buttons[method]
        assert made.toolTip() == ("" if may(role, right) else why_refused(role, right))
        if not may(role, right):
            assert not made.isEnabled()


@pytest.mark.parametrize("signed_in", [Role.LEADER], indirect=True)
def test_ways_to_intake_import_and_files_are_grey_wherever_they_stand(
    window: MainWindow, ward: Desk, settle: Settle, signed_in: Role, tmp_path: Path
) -> None:
    visit(window, settle, "dossiers")
    page: Any = window.stack.pages["dossiers"]
    first = next(made for made in page.findChildren(QPushButton) if "nhận" in made.text())
    assert not first.isEnabled()
    assert not page.empty.intake.isEnabled()
    assert not page.empty.load.isEnabled()
    start: Any = window.stack.pages["start"]
    assert not start.work.first_import.isEnabled()
    assert not start.work.first_intake.isEnabled()
    visit(window, settle, "dossier")
    dossier: Any = window.stack.pages["dossier"]
    assert not dossier.sheet.files.add.isEnabled()
    assert not dossier.sheet.files.acceptDrops()
    keys = {one.text(): one.isEnabled() for one in dossier.actions()}
    for told in ("Đối chiếu giấy tờ", "Đính kèm tệp", "Lấy lại giá trị cũ"):
        assert (told, keys[told]) == (told, False)
    window.import_files([tmp_path / "so.xlsx"])
    settle()
    assert "import" not in window.stack.pages
    assert window.status.last.text().startswith("Vai trò “Lãnh đạo” không được nhập sổ từ tệp")


def test_the_desk_of_another_officer_frees_what_was_grey(
    window: MainWindow, ward: Desk, settle: Settle
) -> None:
    window.attach(replace(ward, role=Role.LEADER), ward="phường An Bình")
    settle()
    window.attach(ward, ward="phường An Bình")
    settle()
    assert all(made.isEnabled() for made in window.sidebar.buttons.values())
    assert window.menus.actions["intake"].isEnabled()
    assert "Ctrl+3" in window.sidebar.buttons["intake"].toolTip()


def test_nothing_is_left_to_be_done_in_the_name_of_the_officer_before(
    window: MainWindow, ward: Desk
) -> None:
    following = replace(ward, role=Role.ADMINISTRATOR)
    window.attach(following, ward="phường An Bình")
    users = (window.undo, window.office, window.backups, window.access)
    assert [vars(user)["_desk"] is following for user in users] == [True] * len(users)
