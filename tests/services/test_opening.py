"""Opening a database: made once, and refused in words when it cannot be used."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from db.location import check_place
from dxdesk.domain.query import Query
from dxdesk.errors import DeskError, StorageError
from dxdesk.paths import default_database
from dxdesk.services import catalogue, history, listing
from dxdesk.services.opening import open_desk
from tests.kit import Clock, receive

NOBODY = 65534


@pytest.fixture
def file(empty_database: Path, tmp_path: Path) -> Path:
    """A database with one dossier, closed."""
    path = tmp_path / "sổ hồ sơ.db"
    shutil.copy(empty_database, path)
    desk = open_desk(path, clock=Clock())
    receive(desk)
    desk.close()
    return path


def refusal(path: Path, *, create: bool = True) -> str:
    """The sentence with which opening is refused; the file is left as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(DeskError) as refused:
        open_desk(path, clock=Clock(), create=create)
    assert before is None or path.read_bytes() == before
    return str(refused.value)


def test_a_new_database_has_the_catalogue_and_one_officer(tmp_path: Path) -> None:
    path = tmp_path / "thư mục" / "mới" / "so.db"
    desk = open_desk(path, clock=Clock())
    try:
        assert path.is_file()
        assert [one.name for one in catalogue.officers(desk)] == ["Cán bộ Một cửa"]
        assert len(catalogue.procedures(desk)) > 100
        assert [event.name for event in history.events(desk)] == ["Tạo cơ sở dữ liệu"]
    finally:
        desk.close()


def test_opening_again_changes_nothing(file: Path) -> None:
    for _ in range(2):
        desk = open_desk(file, clock=Clock(), create=False)
        assert len(listing.ids(desk, Query())) == 1
        assert len(history.events(desk)) == 2
        desk.close()


def test_without_a_path_the_persons_own_folder_is_used(own_data_folder: Path) -> None:
    open_desk(clock=Clock()).close()
    assert default_database() == own_data_folder / "dxdesk.db"
    assert default_database().is_file()


def test_a_missing_file_is_not_made_when_not_wanted(tmp_path: Path) -> None:
    path = tmp_path / "không có.db"
    assert "Không có cơ sở dữ liệu" in refusal(path, create=False)
    assert not path.exists()


def test_an_empty_file_is_no_database_when_none_is_to_be_made(tmp_path: Path) -> None:
    path = tmp_path / "rỗng.db"
    path.touch()
    assert "rỗng" in refusal(path, create=False)
    open_desk(path, clock=Clock()).close()
    assert path.stat().st_size > 0


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection, connection:
        yield connection


def _newer(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def _of_another_program(path: Path) -> None:
    path.unlink()
    with raw(path) as connection:
        connection.execute("CREATE TABLE khach_hang (ten TEXT)")


def _of_another_program_with_versions(path: Path) -> None:
    path.unlink()
    with raw(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('a1b2c3d4e5f6')")
        connection.execute("CREATE TABLE khach_hang (ten TEXT)")


def _random_bytes(path: Path) -> None:
    path.write_bytes(bytes(range(1, 256)) * 64)


def _text(path: Path) -> None:
    path.write_text("Mã hồ sơ;Chủ hồ sơ\n" * 100, encoding="utf-8")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def _hole(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[100:8192] = bytes(8092)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_newer, "phiên bản DX Desk mới hơn"),
        (_of_another_program, "chương trình khác"),
        (_of_another_program_with_versions, "chương trình khác"),
        (_random_bytes, "không phải cơ sở dữ liệu"),
        (_text, "không phải cơ sở dữ liệu"),
        (_cut, "bị hỏng"),
        (_cut_in_the_header, "bị hỏng"),
        (_hole, "bị hỏng"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_left_alone(
    file: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(file)
    assert said in refusal(file)
    assert said in refusal(file, create=False)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "Không mở được" in refusal(tmp_path)


def test_a_path_through_a_file_is_refused_in_words(file: Path) -> None:
    assert "Không tạo được thư mục" in refusal(file / "so.db")


def _as_nobody(path: Path) -> str:
    """What opening says to a person without the rights of this test."""
    came, goes = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            open_desk(path, clock=Clock())
        except DeskError as refused:
            os.write(goes, str(refused).encode())
        finally:
            os._exit(0)
    os.close(goes)
    with os.fdopen(came, "rb") as answer:
        said = answer.read().decode()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def locked_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that others may read and nobody may write; its parents let everyone through."""
    folder = tmp_path_factory.mktemp("chỉ đọc")
    for parent in (folder, *folder.parents):
        if parent.owner() == folder.owner() and not parent.stat().st_mode & 0o001:
            parent.chmod(parent.stat().st_mode | 0o055)
    yield folder
    folder.chmod(0o700)


def test_a_folder_without_the_right_to_write_is_refused_in_words(locked_folder: Path) -> None:
    locked_folder.chmod(0o555)
    said = _as_nobody(locked_folder / "so.db")
    assert "Không mở được tệp" in said or "chỉ cho đọc" in said


def test_a_file_without_the_right_to_write_is_refused_in_words(
    locked_folder: Path, file: Path
) -> None:
    path = locked_folder / "so.db"
    shutil.copy(file, path)
    path.chmod(0o444)
    locked_folder.chmod(0o555)
    assert "chỉ cho đọc" in _as_nobody(path)


def test_a_new_file_may_be_opened_by_two_programs_at_once(tmp_path: Path) -> None:
    path = tmp_path / "so.db"
    others = [path]

    class Late(Clock):
        """The clock is read when the file has tables and no officer: the other one comes now."""

        def __call__(self) -> datetime:
            if others:
                open_desk(others.pop(), clock=Clock()).close()
            return super().__call__()

    desk = open_desk(path, clock=Late())
    try:
        assert not others
        assert len(catalogue.officers(desk)) == 1
        assert [event.name for event in history.events(desk)] == ["Tạo cơ sở dữ liệu"]
        assert receive(desk).book == "2026/000001"
    finally:
        desk.close()


def test_a_creation_that_broke_off_is_finished_at_the_next_opening(tmp_path: Path) -> None:
    path = tmp_path / "so.db"

    def cut_off() -> datetime:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_desk(path, clock=cut_off)
    desk = open_desk(path, clock=Clock())
    assert len(catalogue.officers(desk)) == 1
    assert len(catalogue.procedures(desk)) > 100
    desk.close()


def test_a_share_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/x {tmp_path} nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr("dxdesk.services.opening.check_place", partial(check_place, mounts=mounts))
    with pytest.raises(StorageError, match="ổ mạng"):
        open_desk(tmp_path / "so.db", clock=Clock())
    assert not (tmp_path / "so.db").exists()
