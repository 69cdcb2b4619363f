"""People sign in; wrong tries wait, also after a restart; the printed code opens once."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.domain.rights import Role
from dxdesk.errors import DeskError, InputError
from dxdesk.services import history, listing, officers
from dxdesk.services.access import roles, secrets, signing_in
from dxdesk.services.access.mode import Mode, mode, work_alone
from dxdesk.services.opening import open_desk
from tests.kit import Clock, desk_over

PASSWORD = "mật khẩu của tôi"  # noqa: S105 - of a test
OTHER = "482915"


@pytest.fixture
def guarded(desk: Desk) -> tuple[Desk, str]:
    """The administrator's desk over a ward with passwords, and the recovery code."""
    return signing_in.ask_passwords(desk, PASSWORD)


def closed(desk: Desk, clock: Clock) -> Desk:
    """The file as it is opened: nobody has signed in."""
    return open_desk(desk.database.path, clock=clock)


def test_a_new_file_asks_nobody_and_says_that_nobody_chose(desk: Desk) -> None:
    assert mode(desk.database) is Mode.UNCHOSEN
    assert desk.role is Role.ADMINISTRATOR


def test_before_anybody_signs_in_nothing_is_read_or_done(
    guarded: tuple[Desk, str], clock: Clock
) -> None:
    desk = closed(guarded[0], clock)
    assert desk.role is None
    for deed in (lambda: history.events(desk), lambda: officers.add_officer(desk, "Ai đó")):
        with pytest.raises(DeskError, match="Chưa đăng nhập"):
            deed()
    assert [one.name for one in signing_in.people(desk)] == ["Cán bộ Một cửa"]


def test_the_right_password_opens_however_its_letters_were_composed(
    guarded: tuple[Desk, str], clock: Clock
) -> None:
    desk = closed(guarded[0], clock)
    signed = signing_in.sign_in(desk, desk.officer, unicodedata.normalize("NFD", PASSWORD))
    assert signed.role is Role.ADMINISTRATOR
    assert history.events(signed)[0].name == "Đăng nhập"


def test_wrong_tries_wait_longer_each_time_also_after_a_restart(
    guarded: tuple[Desk, str], clock: Clock
) -> None:
    for _ in range(3):
        desk = closed(guarded[0], clock)
        with pytest.raises(DeskError, match="không đúng"):
            signing_in.sign_in(desk, desk.officer, "sai rồi")
        desk.close()
    desk = closed(guarded[0], clock)
    with pytest.raises(DeskError, match=r"sai 3 lần liền\. Hãy đợi 30 giây"):
        signing_in.sign_in(desk, desk.officer, PASSWORD)
    clock.later(seconds=31)
    with pytest.raises(DeskError, match="không đúng"):
        signing_in.sign_in(desk, desk.officer, "sai nữa")
    clock.later(seconds=31)
    with pytest.raises(DeskError, match="đợi 29 giây"):
        signing_in.sign_in(desk, desk.officer, PASSWORD)
    clock.later(days=-30)  # set back: the whole wait again, not a month
    with pytest.raises(DeskError, match="đợi 60 giây"):
        signing_in.sign_in(desk, desk.officer, PASSWORD)
    clock.later(seconds=61)
    signed = signing_in.sign_in(desk, desk.officer, PASSWORD)
    names = [event.name for event in history.events(signed)]
    assert names[:2] == ["Đăng nhập", "Nhập sai mật khẩu"]
    assert names.count("Nhập sai mật khẩu") == 4


def test_the_recovery_code_opens_once_and_gives_the_next(
    guarded: tuple[Desk, str], clock: Clock
) -> None:
    code = guarded[1]
    desk = closed(guarded[0], clock)
    typed = code.lower().replace("-", " ").replace("o", "0")
    signed, following = signing_in.recover(desk, desk.officer, typed, OTHER)
    assert signed.role is Role.ADMINISTRATOR
    assert following != code
    with pytest.raises(DeskError, match="Mã khôi phục không đúng"):
        signing_in.recover(desk, desk.officer, code, "mật khẩu khác")
    with pytest.raises(DeskError, match="không đúng"):
        signing_in.sign_in(desk, desk.officer, PASSWORD)
    assert signing_in.sign_in(desk, desk.officer, OTHER).role is Role.ADMINISTRATOR


def test_the_code_does_not_open_for_others(guarded: tuple[Desk, str]) -> None:
    desk, code = guarded
    clerk = officers.add_officer(desk, "Lê Thị Hoa")
    secrets.set_password(desk, clerk.id, OTHER)
    with pytest.raises(DeskError, match="chỉ đặt lại mật khẩu của người quản trị"):
        signing_in.recover(desk, clerk.id, code, "mật khẩu khác")


@pytest.mark.parametrize("weak", ["12345", "111111", "654321", "cán bộ một cửa", "x" * 201])
def test_passwords_that_anybody_guesses_are_refused(desk: Desk, weak: str) -> None:
    with pytest.raises(InputError, match="Mật khẩu"):
        signing_in.ask_passwords(desk, weak)
    assert mode(desk.database) is Mode.UNCHOSEN


def test_neither_file_nor_log_holds_the_password_or_the_code(guarded: tuple[Desk, str]) -> None:
    desk, code = guarded
    assert desk.database.path is not None
    desk.close()
    stored = b"".join(p.read_bytes() for p in desk.database.path.parent.glob("desk.db*"))
    assert PASSWORD.encode() not in stored
    assert code.encode() not in stored
    assert code.replace("-", "").encode() not in stored


def test_one_takes_back_only_what_is_ones_own(guarded: tuple[Desk, str]) -> None:
    admin, _ = guarded
    clerk = officers.add_officer(admin, "Lê Thị Hoa")
    hers = replace(admin, officer=clerk.id, role=Role.CLERK)
    assert history.last_undoable(hers) is None
    with pytest.raises(DeskError, match="Không còn thao tác"):
        history.undo(hers)
    assert history.last_undoable(admin) == "Thêm cán bộ Lê Thị Hoa"


def test_who_lost_the_role_cannot_take_back_what_it_allowed(guarded: tuple[Desk, str]) -> None:
    admin, _ = guarded
    officers.add_officer(admin, "Lê Thị Hoa")
    with pytest.raises(DeskError, match="Vai trò “Cán bộ Một cửa” không được sửa danh mục"):
        history.undo(replace(admin, role=Role.CLERK))


def test_there_is_always_an_administrator_left(guarded: tuple[Desk, str]) -> None:
    desk, _ = guarded
    with pytest.raises(DeskError, match="Không tự đổi vai trò"):
        roles.give_role(desk, desk.officer, Role.CLERK)
    with pytest.raises(DeskError, match="đang dùng chương trình"):
        officers.retire_officer(desk, desk.officer)


def test_one_person_works_without_a_password_again(guarded: tuple[Desk, str], clock: Clock) -> None:
    work_alone(guarded[0])
    desk = closed(guarded[0], clock)
    assert desk.role is Role.ADMINISTRATOR
    assert list(listing.ids(desk, Query())) == []
    desk.close()


def test_the_choice_cannot_be_taken_back_by_a_key(guarded: tuple[Desk, str]) -> None:
    assert history.last_undoable(guarded[0]) is None


def test_a_restored_file_wants_its_passwords(
    guarded: tuple[Desk, str], empty_database: Path, clock: Clock, tmp_path: Path
) -> None:
    from dxdesk.services.maintenance import backup, restore

    desk, _ = guarded
    copy = tmp_path / "bản sao.db"
    backup(desk, copy)
    with pytest.raises(DeskError, match="Chưa đăng nhập"):
        restore(desk.database.path, copy, clock=clock)
    with pytest.raises(DeskError, match="không được khôi phục"):
        restore(desk.database.path, copy, clock=clock, desk=replace(desk, role=Role.CLERK))
    with desk_over(empty_database, clock) as other:
        restore(other.database.path, copy, clock=clock, desk=other)
        assert closed(other, clock).role is None
    restore(desk.database.path, copy, clock=clock, desk=desk)
