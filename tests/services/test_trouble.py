"""When the surroundings fail: a sentence, nothing half done, and all goes on afterwards."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, text

from db.trouble import storage_error
from dxdesk.desk import Desk
from dxdesk.domain.dossier import Person
from dxdesk.domain.query import Query
from dxdesk.errors import StorageError
from dxdesk.services import acts, dossiers, history, listing
from dxdesk.services.opening import open_desk
from tests.kit import Clock, receive

LONG = Person("Nguyễn " * 2000)


def with_pragma(desk: Desk, pragma: str) -> None:
    """Every connection of *desk* from now on runs *pragma*."""

    def run(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(pragma)

    desk.database.engine.dispose()
    event.listen(desk.database.engine, "connect", run)


def receive_forever(desk: Desk) -> None:
    for _ in range(50):
        receive(desk, owner=LONG)


def pages(desk: Desk) -> int:
    with desk.reading() as session:
        return int(session.execute(text("PRAGMA page_count")).scalar_one())


def test_a_full_disk_is_named_and_what_was_saved_stays(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    kept = receive(desk)
    with_pragma(desk, f"PRAGMA max_page_count = {pages(desk) + 3}")
    before = history.events(desk)
    with pytest.raises(StorageError, match="Ổ đĩa đã đầy"):
        receive_forever(desk)
    saved = listing.ids(desk, Query())
    assert len(history.events(desk)) - len(before) == len(saved) - 1
    desk.close()
    again = open_desk(tmp_path / "desk.db", clock=clock, create=False)
    try:
        assert dossiers.get(again, kept.id) == kept
        numbers = [dossiers.get(again, one).book_number for one in sorted(saved)]  # type: ignore[arg-type]
        assert numbers == list(range(1, len(saved) + 1))
        assert receive(again, owner=LONG).book_number == len(saved) + 1
        with again.reading() as session:
            assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    finally:
        again.close()


@pytest.mark.parametrize(
    "work",
    [
        lambda desk, _dossier: receive(desk),
        lambda desk, dossier: acts.finish(desk, dossier.id),
        lambda desk, _dossier: history.undo(desk),
    ],
)
def test_a_file_held_by_another_program_is_named_and_free_again_afterwards(
    desk: Desk, tmp_path: Path, work: Callable[..., object]
) -> None:
    dossier = receive(desk)
    with_pragma(desk, "PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(tmp_path / "desk.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="Chương trình khác đang giữ"):
            work(desk, dossier)
        assert dossiers.get(desk, dossier.id) == dossier
        other.execute("ROLLBACK")
    work(desk, dossier)
    assert len(history.events(desk)) == 3


def test_a_damage_found_while_reading_is_named(desk: Desk, tmp_path: Path) -> None:
    for _ in range(20):
        receive(desk)
    desk.close()
    path = tmp_path / "desk.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'dossier'"
        ).fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(data)
    again = open_desk(path, clock=Clock(), create=False)
    try:
        with pytest.raises(StorageError, match="bị hỏng"):
            listing.lines(again, [1])
    finally:
        again.close()


@pytest.mark.parametrize("error", [ValueError("x"), sqlite3.IntegrityError("x"), OSError("x")])
def test_what_is_not_the_surroundings_fault_is_left_to_be_a_bug(error: Exception) -> None:
    assert storage_error(error, None) is None
