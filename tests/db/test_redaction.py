"""The log lets personal data out and nothing else in; a file of before keeps its old seals."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.orm import Session

import db.migrations
from db.engine import connect
from db.models import ActionKind
from db.payload import RowChange, pack
from db.redaction import replace_name, replace_payload
from db.seals import first_break, is_seal_of, last_seal
from db.seals_before import START, link_as_before
from dxdesk.desk import Desk
from dxdesk.services.opening import open_desk
from tests.kit import Clock, receive

TWICE = (
    "INSERT INTO redaction SELECT 99, 3, change_id, named_id, before, after FROM redaction "
    "WHERE id = 1"
)
BARE = pack([RowChange(1, "i", {})])


def payload_of(session: Session, change_id: int) -> bytes:
    found = session.connection().exec_driver_sql(
        "SELECT payload FROM change WHERE id = ?", (change_id,)
    )
    return bytes(found.scalar_one())


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """Three actions; the first change of the second is the intake's row."""
    receive(desk)
    receive(desk)
    return desk


def intake_change(session: Session) -> int:
    found = session.connection().exec_driver_sql("SELECT min(id) FROM change WHERE action_id = 2")
    return int(found.scalar_one())


def redact(desk: Desk) -> int:
    with desk.act("Xóa", final=True) as session:
        change = intake_change(session)
        replace_payload(session, change, payload_of(session, change), BARE)
        replace_name(session, 2, "Tiếp nhận hồ sơ", "Tiếp nhận")
    return change


def test_a_payload_and_a_name_are_replaced_and_the_chain_holds(busy: Desk) -> None:
    change = redact(busy)
    with busy.reading() as session:
        assert payload_of(session, change) == BARE
        assert first_break(session) is None
        assert first_break(session, after=2) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change SET payload = x'5b5d' WHERE id = {other}",
        "UPDATE change SET table_name = 'x', payload = x'5b5d' WHERE id = {change}",
        "UPDATE change SET action_id = 1 WHERE id = {change}",
        "DELETE FROM change WHERE id = {change}",
        "UPDATE action SET name = 'x' WHERE id = 3",
        "UPDATE action SET name = 'x', officer_id = 9 WHERE id = 2",
        "DELETE FROM action WHERE id = 2",
        "UPDATE redaction SET after = before",
        "DELETE FROM redaction",
        "UPDATE seal SET digest = earlier",
    ],
)
def test_even_within_a_removal_nothing_else_can_be_changed(busy: Desk, statement: str) -> None:
    with busy.act("Xóa", final=True) as session:
        change = intake_change(session)
        replace_payload(session, change, payload_of(session, change), BARE)
        replace_name(session, 2, "Tiếp nhận hồ sơ", "Tiếp nhận")
        wanted = statement.format(change=change, other=change + 1)
        with pytest.raises(Exception, match="append-only"):
            session.connection().exec_driver_sql(wanted)
    with busy.reading() as session:
        assert first_break(session) is None


def test_once_the_removal_is_sealed_the_same_place_is_closed_again(busy: Desk) -> None:
    change = redact(busy)
    for statement in (
        f"UPDATE change SET payload = x'5b5d' WHERE id = {change}",  # noqa: S608 - a number
        "UPDATE action SET name = 'x' WHERE id = 2",
    ):
        with busy.database.aside() as session, pytest.raises(Exception, match="append-only"):
            session.connection().exec_driver_sql(statement)


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE change SET payload = x'5b5d' WHERE action_id = 2", 2),
        ("UPDATE action SET name = 'Khác' WHERE id = 2", 2),
        ("DELETE FROM redaction", 2),
        ("UPDATE redaction SET before = zeroblob(32)", 2),
        (TWICE, 2),
    ],
)
def test_what_is_put_in_the_place_of_removed_data_is_found(
    busy: Desk, statement: str, number: int
) -> None:
    redact(busy)
    assert busy.database.path is not None
    busy.close()
    with closing(sqlite3.connect(busy.database.path, isolation_level=None)) as file:
        for (name,) in file.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            if "_keeps_" in name:
                file.execute(f"DROP TRIGGER {name}")
        file.execute(statement)
    with busy.reading() as session:
        found = first_break(session)
    assert found is not None
    assert found.action_id == number


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of schema 0013 whose two actions are sealed as they were then."""
    path = tmp_path / "old.db"
    database = connect(path)
    config = Config()
    config.set_main_option("script_location", str(Path(db.migrations.__file__).parent))
    writing = database.engine.execution_options(dxdesk_writes=True)
    with writing.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0013")
        connection.execute(text("INSERT INTO officer VALUES (1, 'Cán bộ', '', 1, NULL)"))
        before = START
        for number in (1, 2):
            action = (number, 60, 1, f"Việc {number}", int(ActionKind.DO), None)
            connection.exec_driver_sql("INSERT INTO action VALUES (?, ?, ?, ?, ?, ?)", action)
            before = link_as_before(connection, before, action)
            connection.exec_driver_sql("INSERT INTO seal VALUES (?, ?)", (number, before))
    database.close()
    return path


def noted(path: Path, column: str) -> str:
    with closing(sqlite3.connect(path)) as file:
        return str(file.execute(f"SELECT hex({column}) FROM seal WHERE id = 2").fetchone()[0])  # noqa: S608 - own name


def test_a_seal_on_paper_from_before_is_still_known(old: Path) -> None:
    before = noted(old, "digest").lower()
    desk = open_desk(old, clock=Clock())
    with desk.reading() as session:
        assert first_break(session) is None
        assert is_seal_of(session, 2, before)
        assert not is_seal_of(session, 1, before)
        assert last_seal(session)[1].hex() != before
    desk.close()


def test_an_edit_from_before_is_not_sealed_over(old: Path) -> None:
    with closing(sqlite3.connect(old)) as file, file:
        file.execute("DROP TRIGGER action_keeps_update")
        file.execute("UPDATE action SET name = 'Khác' WHERE id = 1")
        file.execute(
            "CREATE TRIGGER action_keeps_update BEFORE UPDATE ON action BEGIN SELECT 1; END"
        )
    desk = open_desk(old, clock=Clock())
    with desk.reading() as session:
        found = first_break(session)
    desk.close()
    assert found is not None
    assert found.action_id == 1


def test_digests_are_those_of_the_very_bytes(busy: Desk) -> None:
    change = redact(busy)
    with busy.reading() as session:
        row = session.connection().exec_driver_sql(
            "SELECT after FROM redaction WHERE change_id = ?", (change,)
        )
        assert row.scalar_one() == sha256(BARE).digest()
