"""Files as they are found: of every earlier version, a foreign log beside, a wrong clock."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import db.migrations
from db.migrations import HEAD
from dxdesk.domain.query import Query
from dxdesk.errors import DeskError
from dxdesk.services import listing
from dxdesk.services.checking import check
from dxdesk.services.opening import open_desk
from tests.faults.bits import everything
from tests.faults.jobs import NOW
from tests.faults.ward import OLD, make_files, make_old
from tests.kit import Clock, receive

EARLIER = [
    path.name[:4]
    for path in sorted((Path(db.migrations.__file__).parent / "versions").glob("0*.py"))
    if path.name[:4] < HEAD
]


@pytest.mark.slow
@pytest.mark.parametrize("schema", EARLIER)
def test_a_file_of_any_earlier_version_opens_with_all_that_it_held(
    schema: str, tmp_path: Path
) -> None:
    make_old(tmp_path / "old.db", schema)
    desk = open_desk(tmp_path / "old.db", clock=Clock(NOW))
    names = {line.owner for line in listing.lines(desk, listing.ids(desk, Query()))}
    desk.close()
    assert names == {f"Lê Thử {number}" for number in range(1, OLD + 1)}


@pytest.mark.slow
@pytest.mark.parametrize("companion", ["-wal", "-journal"])
def test_a_log_of_another_file_beside_ours_is_told_or_harmless(
    companion: str, tmp_path: Path
) -> None:
    for name in ("ours", "other"):
        (tmp_path / name).mkdir()
        make_files(tmp_path / name)
    ours, other = tmp_path / "ours" / "desk.db", tmp_path / "other" / "desk.db"
    before = everything(ours)
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("PRAGMA recursive_triggers = ON")
        connection.execute("CREATE TABLE foreign_rows (text)")
        for number in range(200):
            connection.execute("INSERT INTO foreign_rows VALUES (?)", (f"lạ {number}" * 50,))
        left = other.with_name("desk.db-wal")
        assert left.stat().st_size > 0
        shutil.copy(left, ours.with_name(f"desk.db{companion}"))
    try:
        desk = open_desk(ours, clock=Clock(NOW), create=False)
        told = not check(desk).ok
        desk.close()
    except DeskError:
        told = True
    assert told or everything(ours) == before


def test_a_clock_set_back_costs_no_dossier_and_no_number(tmp_path: Path) -> None:
    clock = Clock(NOW)
    desk = open_desk(tmp_path / "desk.db", clock=clock)
    first = receive(desk)
    clock.set("30/12/2026 08:00")
    second = receive(desk)
    assert (first.book_number, second.book_number) == (1, 2)
    assert check(desk).ok
    assert list(listing.ids(desk, Query())) == [first.id, second.id]
    desk.close()
