"""Databases in trouble: a clear message, exit status 1, and nothing lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.cli.kit import Line, refused

CHECKED = (
    ("stats", "--from", "2026-04-01", "--to", "2026-04-30"),
    ("list", "--json"),
    ("check", "--json"),
    ("undo",),
    ("history",),
    ("backup", "sao-luu.db"),
    ("report", "ii06a", "--month", "2026-04", "--output", "bieu.pdf"),
    ("register", "--from", "2026-04-01", "--to", "2026-04-30", "--output", "so.csv"),
)


@pytest.fixture(autouse=True)
def in_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@contextmanager
def edited(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


@pytest.mark.parametrize("command", CHECKED, ids=lambda command: command[0])
def test_a_database_that_is_not_there_is_not_made(
    line: Line, command: tuple[str, ...], tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    refused(line.over(tmp_path / "khong-co.db")(*command), "khong-co.db", status=1)
    assert set(tmp_path.iterdir()) == before


def of_newer_version(path: Path) -> None:
    with edited(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def of_another_program(path: Path) -> None:
    path.unlink()
    with edited(path) as connection:
        connection.execute("CREATE TABLE invoice (id INTEGER)")


def no_database(path: Path) -> None:
    path.write_bytes(b"Khong phai co so du lieu. " * 400)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def overwritten_inside(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : len(content) // 2] = b"\xa5" * (len(content) // 2 - 4096)
    path.write_bytes(content)


TROUBLES = {
    of_newer_version: "mới hơn",
    of_another_program: "chương trình khác",
    no_database: "không phải cơ sở dữ liệu",
    cut_short: "hỏng",
    overwritten_inside: "hỏng",
}


@pytest.mark.parametrize("harm", TROUBLES, ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("command", CHECKED, ids=lambda command: command[0])
def test_a_database_in_trouble_is_told_and_left_as_it_is(
    ward: Line, harm: object, command: tuple[str, ...]
) -> None:
    assert isinstance(ward.database, Path)
    assert callable(harm)
    harm(ward.database)
    before = ward.database.read_bytes()
    refused(ward(*command), TROUBLES[harm], status=1)
    assert ward.database.read_bytes() == before
    assert not Path("sao-luu.db").exists()
    assert not Path("bieu.pdf").exists()


def test_an_address_that_no_database_has_is_wrong_input(line: Line) -> None:
    for address in ("oracel://may-chu/so", "nosuch+driver://a"):
        refused(line.over(address)("check"), "địa chỉ")


def test_a_folder_is_no_database(line: Line, tmp_path: Path) -> None:
    refused(line.over(tmp_path)("check"), str(tmp_path), status=1)


def test_a_restore_waits_until_the_window_is_closed(ward: Line) -> None:
    assert isinstance(ward.database, Path)
    assert ward("backup", "sao-luu.db").status == 0
    with closing(sqlite3.connect(ward.database)) as window:
        window.execute("SELECT count(*) FROM dossier").fetchone()
        refused(ward("restore", "sao-luu.db"), "đang", status=1)
        assert window.execute("SELECT count(*) FROM dossier").fetchone() == (430,)
    assert ward("restore", "sao-luu.db").status == 0


@pytest.mark.parametrize("harm", [no_database, cut_short, overwritten_inside, of_newer_version])
def test_a_damaged_database_is_replaced_by_a_backup_and_kept(ward: Line, harm: object) -> None:
    assert isinstance(ward.database, Path)
    assert callable(harm)
    assert ward("backup", "sao-luu.db").status == 0
    harm(ward.database)
    damaged = ward.database.read_bytes()
    assert ward("restore", "sao-luu.db").status == 0
    assert ward.json("check")["dossiers"] == 430
    kept = ward.database.with_name("phuong-truoc-khoi-phuc-20260630-120000.db")
    if harm is of_newer_version:  # a sound file: what stood in its journal was folded in
        with edited(kept) as connection:
            assert connection.execute("SELECT * FROM alembic_version").fetchone() == ("9999",)
    else:
        assert kept.read_bytes() == damaged


@pytest.mark.parametrize("harm", TROUBLES, ids=lambda harm: harm.__name__)
def test_a_bad_backup_never_takes_the_place_of_a_good_database(ward: Line, harm: object) -> None:
    assert isinstance(ward.database, Path)
    assert callable(harm)
    assert ward("backup", "sao-luu.db").status == 0
    harm(Path("sao-luu.db"))
    before = sorted(Path().iterdir())
    refused(ward("restore", "sao-luu.db"), "sao-luu.db", status=1)
    assert sorted(Path().iterdir()) == before
    assert ward.json("check")["ok"]


@pytest.mark.logs("unexpected")
def test_a_bug_is_logged_without_personal_data_and_the_log_is_named(
    ward: Line, own_data_folder: Path
) -> None:
    assert isinstance(ward.database, Path)
    with edited(ward.database) as connection:
        connection.execute(
            "INSERT INTO setting (name, value) VALUES ('office', ?)",
            ['{"name": "phường mẫu", "early_rule": "Nguyễn Thị Bí Mật"}'],
        )
    found = ward("stats", "--from", "2026-04-01", "--to", "2026-04-30")
    log = own_data_folder / "dxdesk.log"
    assert (found.status, found.out) == (1, "")
    assert str(log) in found.err
    assert "Traceback" not in found.err
    written = log.read_text(encoding="utf-8")
    assert "settings.py" in written
    assert "ValueError" in written
    assert "Bí Mật" not in written + found.err
