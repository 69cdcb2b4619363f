"""A ward encrypted, changed, opened again, and what it leaves in the clear: nothing."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.dossier import Person
from dxdesk.domain.key import Key
from dxdesk.domain.query import Query
from dxdesk.domain.rights import Role
from dxdesk.errors import DeskError, InputError, LockedError
from dxdesk.services import attachments, history, listing, maintenance
from dxdesk.services.access.mode import is_guarded
from dxdesk.services.backups import going_back, making, rehearsal
from dxdesk.services.checking import check
from dxdesk.services.encryption import changing, copies
from dxdesk.services.encryption.unlocking import unlock
from dxdesk.services.opening import open_desk
from tests.faults.bits import everything
from tests.kit import Clock, desk_over, receive

PASSPHRASE = "sông Hương chiều mưa, 7 nhịp cầu"  # noqa: S105 - of a ward that lasts a test
NAME = "Nguyễn Thị Thương Thương"
FOLDED = "nguyen thi thuong thuong"
ID_NUMBER = "046190123456"


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def ward(
    empty_database: Path, clock: Clock, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """Encrypted from a plain one with a dossier, a file, a backup; the next tests read it only."""
    folder = tmp_path_factory.mktemp("ward")
    with desk_over(empty_database, clock, folder=folder) as plain:
        dossier = receive(plain, owner=Person(NAME, ID_NUMBER))
        attachments.attach(plain, dossier.id, [("đơn.pdf", b"%PDF-1.4\n" + NAME.encode() * 500)])
        making.make(plain, Reason.BY_HAND)
        before = everything(folder / "desk.db")
        made = changing.encrypt(plain, PASSPHRASE)
        made.desk.memory["before"] = before
        made.desk.memory["code"] = made.code
        assert made.kept is not None
        assert made.problem == ""
        yield made.desk
        made.desk.close()


def path_of(desk: Desk) -> Path:
    assert desk.database.path is not None
    return desk.database.path


def key_of(desk: Desk) -> Key:
    assert desk.database.key is not None
    return desk.database.key


def test_everything_is_as_before_and_the_action_is_logged(ward: Desk) -> None:
    with ward.reading() as session:
        from db import dump

        found = {f.name: list(dump.rows(session.connection(), f)) for f in dump.tables()}
    before = ward.memory["before"]
    assert isinstance(before, dict)
    logged = {"action", "seal"}
    assert {k: v for k, v in found.items() if k not in logged} == {
        k: v for k, v in before.items() if k not in logged
    }
    assert next(one.name for one in history.events(ward)) == changing.ENCRYPTED
    report = check(ward)
    assert report.ok
    assert listing.ids(ward, Query(text="thương")) == listing.ids(ward, Query())


def test_no_name_stands_in_the_clear_in_the_file_its_log_or_its_backups(ward: Desk) -> None:
    receive(ward, owner=Person(NAME, ID_NUMBER))  # the write-ahead log has something
    making.make(ward, Reason.BY_HAND)
    path = path_of(ward)
    copies.bring_along(ward)
    files = [one for one in path.parent.rglob("*") if one.is_file()]
    assert path.with_name("desk.db-wal").stat().st_size > 0
    assert sum(one.suffix == ".db" for one in files) > 3
    secrets = [text.encode() for text in (NAME, FOLDED, ID_NUMBER, "dossier", "SQLite format")]
    assert [one.name for one in files for word in secrets if word in one.read_bytes()] == []


def test_plain_copies_are_named_and_encrypted_when_asked(
    empty_database: Path, clock: Clock, tmp_path: Path
) -> None:
    clock.later(minutes=1)
    with desk_over(empty_database, clock, folder=tmp_path) as plain:
        receive(plain)
        making.make(plain, Reason.BY_HAND)
        made = changing.encrypt(plain, PASSPHRASE)
        found = copies.unlike(made.desk)
        assert {one.parent.name for one in found.plain} == {"sao-luu", tmp_path.name}
        assert found.other == ()
        assert copies.bring_along(made.desk) == len(found.plain) == 2
        assert copies.unlike(made.desk) == copies.Unlike()
        made.desk.close()


def test_older_copies_keep_their_passphrase_until_they_are_brought_along(
    empty_database: Path, clock: Clock, tmp_path: Path
) -> None:
    clock.later(minutes=1)
    with desk_over(empty_database, clock, folder=tmp_path) as plain:
        receive(plain)
        made = changing.encrypt(plain, PASSPHRASE)
        copies.bring_along(made.desk)
        clock.later(minutes=1)
        again = changing.encrypt(made.desk, "một mật khẩu hoàn toàn khác")
        older = copies.unlike(again.desk)
        assert older.plain == ()
        assert len(older.other) == 3, "all copies but the one made after the change"
        assert copies.bring_along(again.desk) == 0, "the old passphrase is not known any more"
        assert copies.bring_along(again.desk, made.desk.database.keys) == 3
        open_again = changing.decrypt(again.desk)
        assert open_again.code == ""
        assert (tmp_path / "desk.db").read_bytes().startswith(b"SQLite format 3")
        assert len(listing.ids(open_again.desk, Query())) == 1
        assert [one.name for one in history.events(open_again.desk)][:4] == [
            changing.REMOVED,
            "Mã hóa 3 bản sao lưu cũ",
            changing.CHANGED,
            "Mã hóa 1 bản sao lưu cũ",
        ]
        assert check(open_again.desk).ok
        open_again.desk.close()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_tones_open_it_however_the_keyboard_composed_them(ward: Desk, form: str) -> None:
    typed = unicodedata.normalize(form, PASSPHRASE)  # type: ignore[arg-type]  # one of the two
    assert unlock(path_of(ward), typed) == ward.database.key


def test_the_printed_code_opens_it_however_it_is_typed(ward: Desk) -> None:
    code = str(ward.memory["code"])
    assert len(code.split("-")) == 14
    typed = code.lower().replace("-", " ").replace("o", "0")
    assert unlock(path_of(ward), typed) == ward.database.key
    assert changing.printed_code(ward) == code
    assert "Xem mã mở dữ liệu" in history.events(ward)[0].name


def test_a_wrong_passphrase_and_none_are_told_apart(ward: Desk, clock: Clock) -> None:
    code = str(ward.memory["code"])
    for wrong in ("sông Hương chiều mưa", code[:-1] + ("A" if code[-1] != "A" else "C")):
        with pytest.raises(InputError, match="Mật khẩu dữ liệu không đúng"):
            unlock(path_of(ward), wrong)
    with pytest.raises(LockedError, match="đã mã hóa; cần mật khẩu dữ liệu"):
        open_desk(path_of(ward), clock=clock)
    with pytest.raises(LockedError):
        is_guarded(path_of(ward))


def test_the_key_is_in_no_text_that_could_be_shown(ward: Desk) -> None:
    shown = f"{ward!r} {ward.database!r} {ward.database.engine!r} {key_of(ward)!r}"
    assert key_of(ward).raw.hex() not in shown
    assert repr(key_of(ward).raw) not in shown


def test_going_back_and_rehearsal_work_and_the_ward_stays_encrypted(
    ward: Desk, clock: Clock
) -> None:
    making.make(ward, Reason.BY_HAND)
    newest = making.all_backups(ward)[0]
    receive(ward)
    assert going_back.would_be_lost(ward, Path(newest.path)).dossiers == 1
    restored = going_back.go_back(ward, Path(newest.path))
    assert restored.kept is not None
    assert not path_of(ward).read_bytes().startswith(b"SQLite")
    assert going_back.would_be_lost(ward, restored.kept).dossiers == 0
    assert rehearsal.rehearse(ward) == ()


def test_a_copy_restored_on_another_computer_opens_with_its_passphrase(
    ward: Desk, clock: Clock, tmp_path: Path
) -> None:
    maintenance.backup(ward, tmp_path / "usb.db")
    new = tmp_path / "new.db"
    open_desk(new, clock=clock).close()
    with pytest.raises(LockedError):
        maintenance.restore(new, tmp_path / "usb.db", clock=clock)
    key = unlock(tmp_path / "usb.db", PASSPHRASE)
    maintenance.restore(new, tmp_path / "usb.db", clock=clock, keys=(key,))
    desk = open_desk(new, clock=clock, keys=(key,))
    assert len(listing.ids(desk, Query())) == len(listing.ids(ward, Query()))
    desk.close()


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("", "chưa nhập"),
        ("   ", "chưa nhập"),
        ("ngắn quá", "cần từ 12"),
        ("dài " * 400, "cần từ 12 đến 1000"),
        ("aaaaaaaaaaaaaaaa", "dễ đoán"),
        ("abcdefghijklmnop", "dễ đoán"),
        ("mật khẩu\u202e ẩn chữ", "không nhìn thấy"),
    ],
)
def test_a_weak_passphrase_is_refused_and_changes_nothing(
    desk: Desk, passphrase: str, why: str
) -> None:
    with pytest.raises(InputError, match=f"Mật khẩu dữ liệu: .*{why}"):
        changing.encrypt(desk, passphrase)
    assert path_of(desk).read_bytes().startswith(b"SQLite format 3")


def test_only_the_administrator_encrypts(desk: Desk) -> None:
    from dataclasses import replace

    clerk = replace(desk, role=Role.CLERK)
    for work in (
        lambda: changing.encrypt(clerk, PASSPHRASE),
        lambda: changing.stay_open(clerk),
        lambda: changing.printed_code(clerk),
        lambda: copies.bring_along(clerk),
    ):
        with pytest.raises(DeskError, match="Quản trị"):
            work()
    assert "Bị từ chối" in history.events(desk)[0].name


def test_an_empty_ward_leaves_no_plain_file_and_takes_a_very_long_passphrase(
    desk: Desk, clock: Clock
) -> None:
    passphrase = "Lòng mẹ bao la như biển Thái Bình dạt dào " * 20
    made = changing.encrypt(desk, passphrase)
    made.desk.close()
    assert made.kept is None
    assert [one.name for one in path_of(desk).parent.glob("*truoc*")] == []
    key = unlock(path_of(desk), passphrase)
    again = open_desk(path_of(desk), clock=clock, keys=(key,))
    assert receive(again).book_number == 1
    again.close()
