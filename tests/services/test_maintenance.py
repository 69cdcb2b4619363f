"""Backup and restore of the whole file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.backup import contents
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.query import Query
from dxdesk.errors import DeskError, InputError, StorageError
from dxdesk.services import listing
from dxdesk.services.maintenance import backup, restore
from dxdesk.services.opening import open_desk
from tests.kit import Clock, do, receive


def codes(path: Path) -> list[str]:
    desk = open_desk(path)
    try:
        return [line.book for line in listing.first_page(desk, Query()).lines]
    finally:
        desk.close()


def test_a_backup_holds_what_was_saved_though_the_file_is_in_use(
    desk: Desk, tmp_path: Path
) -> None:
    first = receive(desk)
    receive(desk)
    do(desk, Act.FINISH, first.id)
    made = backup(desk, tmp_path / "sao.db")
    assert (made.dossiers, made.actions) == (2, 4)
    assert codes(tmp_path / "sao.db") == [
        line.book for line in listing.first_page(desk, Query()).lines
    ]


def test_a_backup_is_one_file_and_leaves_no_other(desk: Desk, tmp_path: Path) -> None:
    receive(desk)
    folder = tmp_path / "sao-luu"
    folder.mkdir()
    backup(desk, folder / "sao.db")
    backup(desk, folder / "sao.db")
    assert [file.name for file in folder.iterdir()] == ["sao.db"]


def test_what_is_not_committed_is_in_no_backup(desk: Desk, tmp_path: Path) -> None:
    receive(desk)
    with desk.act("Đang làm dở") as session:
        session.connection().exec_driver_sql("UPDATE dossier SET note = 'dở'")
        assert backup(desk, tmp_path / "sao.db").actions == 2
    with closing(sqlite3.connect(tmp_path / "sao.db")) as connection:
        assert connection.execute("SELECT note FROM dossier").fetchall() == [("",)]


@pytest.fixture
def little_room() -> Iterator[None]:
    """No file may grow beyond 100 kB, as on a disk that is nearly full."""
    resource = pytest.importorskip("resource", reason="Windows knows no such limit")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_without_room_there_is_neither_backup_nor_leftover(
    desk: Desk, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("little_room")
    with pytest.raises(StorageError):
        backup(desk, tmp_path / "sao.db")
    assert not list(tmp_path.glob("sao.db*"))


def test_an_earlier_backup_stays_when_a_new_one_fails(
    desk: Desk, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    backup(desk, tmp_path / "sao.db")
    before = (tmp_path / "sao.db").read_bytes()
    receive(desk)
    request.getfixturevalue("little_room")
    with pytest.raises(StorageError):
        backup(desk, tmp_path / "sao.db")
    assert (tmp_path / "sao.db").read_bytes() == before


def desk_path(desk: Desk) -> Path:
    assert desk.database.path is not None
    return desk.database.path


def test_a_restore_brings_back_the_moment_of_the_backup(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    receive(desk)
    backup(desk, tmp_path / "sao.db")
    receive(desk)
    desk.close()
    path = desk_path(desk)
    restored = restore(path, tmp_path / "sao.db", clock=clock)
    assert restored.contents.dossiers == 1
    assert codes(path) == ["2026/000001"]
    assert restored.kept is not None
    assert restored.kept.name == "desk-truoc-khoi-phuc-20260309-080000.db"
    assert codes(restored.kept) == ["2026/000002", "2026/000001"]


def test_a_restore_killed_between_two_names_is_finished_at_the_next_start(
    desk: Desk, tmp_path: Path
) -> None:
    receive(desk)
    backup(desk, tmp_path / "sao.db")
    receive(desk)
    path = desk_path(desk)
    desk.close()
    path.rename(tmp_path / "kept.db")
    (tmp_path / "sao.db").rename(path.with_name(f"{path.name}.thay"))
    assert codes(path) == ["2026/000001"]
    assert codes(tmp_path / "kept.db") == ["2026/000002", "2026/000001"]
    assert not path.with_name(f"{path.name}.thay").exists()


def test_each_restore_keeps_its_own_file(desk: Desk, tmp_path: Path, clock: Clock) -> None:
    backup(desk, tmp_path / "sao.db")
    desk.close()
    kept = {restore(desk_path(desk), tmp_path / "sao.db", clock=clock).kept for _ in range(3)}
    assert len(kept) == 3
    assert all(file is not None and file.exists() for file in kept)


def test_changes_that_still_stand_in_the_journal_are_kept_too(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    """A program that was killed leaves its last changes in the write-ahead log."""
    backup(desk, tmp_path / "sao.db")
    receive(desk)
    path = tmp_path / "bi-tat.db"
    for suffix in ("", "-wal"):
        source = desk_path(desk).with_name(desk_path(desk).name + suffix)
        path.with_name(path.name + suffix).write_bytes(source.read_bytes())
    restored = restore(path, tmp_path / "sao.db", clock=clock)
    assert restored.kept is not None
    assert codes(restored.kept) == ["2026/000001"]
    assert codes(path) == []


def test_a_backup_in_the_journal_of_another_running_program_is_whole(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    """Whoever restores from a database in use gets what was last saved there."""
    receive(desk)
    restored = restore(tmp_path / "moi.db", desk_path(desk), clock=clock)
    assert (restored.contents.dossiers, restored.kept) == (1, None)
    assert codes(tmp_path / "moi.db") == ["2026/000001"]


def test_a_copy_that_is_damaged_is_found(desk: Desk, tmp_path: Path) -> None:
    for _ in range(40):
        receive(desk)
    path = tmp_path / "sao.db"
    backup(desk, path)
    assert contents(path).dossiers == 40
    content = bytearray(path.read_bytes())
    half = len(content) // 2
    content[half : half + 30_000] = b"\x00" * 30_000
    path.write_bytes(content)
    with pytest.raises(StorageError, match="hỏng"):
        contents(path)


def test_a_database_is_not_restored_from_itself(desk: Desk) -> None:
    with pytest.raises(InputError, match="đang dùng"):
        restore(desk_path(desk), desk_path(desk))


def test_a_restore_into_a_folder_that_is_not_there_is_refused(desk: Desk, tmp_path: Path) -> None:
    backup(desk, tmp_path / "sao.db")
    with pytest.raises(InputError, match="khong-co"):
        restore(tmp_path / "khong-co" / "a.db", tmp_path / "sao.db")


def test_a_database_without_a_file_is_not_copied(tmp_path: Path) -> None:
    desk = open_desk("sqlite://")
    with pytest.raises(DeskError, match="máy chủ"):
        backup(desk, tmp_path / "sao.db")
    desk.close()
    with pytest.raises(DeskError, match="máy chủ"):
        restore("sqlite://", tmp_path / "sao.db")
