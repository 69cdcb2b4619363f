"""The chain of the log: it names the first link that does not hold, and nothing forks it."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.seals import Break, first_break, last_seal, seal
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.backup import Reason
from dxdesk.services import hamlets, history
from dxdesk.services.backups import going_back, making
from dxdesk.services.checking import check
from dxdesk.services.tampering import doubt
from tests.kit import Clock, do, receive

GONE = (
    "DELETE FROM seal WHERE id = {0}; DELETE FROM change WHERE action_id = {0}; "
    "DELETE FROM action WHERE id = {0}"
)
EDITS = {
    "name of an action": ("UPDATE action SET name = 'Khác' WHERE id = 3", 3, "Khác"),
    "time of an action": ("UPDATE action SET at = at + 1 WHERE id = 2", 2, None),
    "officer": ("UPDATE action SET officer_id = 2 WHERE id = 3", 3, None),
    "a change": ("UPDATE change SET payload = payload || x'00' WHERE action_id = 3", 3, None),
    "a change gone": ("DELETE FROM change WHERE action_id = 4", 4, None),
    "an action gone": ("DELETE FROM action WHERE id = 3", 3, ""),
    "an action and its seal gone": (
        GONE.format(3),
        4,
        None,
    ),
    "the end cut off": (
        GONE.format(5),
        5,
        "",
    ),
    "a seal": ("UPDATE seal SET digest = zeroblob(32) WHERE id = 4", 4, None),
}


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """Five actions: the first, an intake, an act, an undo, a hamlet."""
    dossier = receive(desk)
    do(desk, Act.FINISH, dossier.id)
    history.undo(desk)
    hamlets.add_hamlet(desk, "Tổ 1")
    return desk


def meddle(desk: Desk, statements: str) -> None:
    """Edit the file as somebody with a tool would: without the triggers."""
    assert desk.database.path is not None
    desk.close()
    with closing(sqlite3.connect(desk.database.path, isolation_level=None)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in found.fetchall():
            if "_keeps_" in name:
                connection.execute(f"DROP TRIGGER {name}")
        connection.executescript(statements)


def test_an_honest_log_holds(busy: Desk) -> None:
    with busy.reading() as session:
        assert first_break(session) is None
        assert last_seal(session)[0] == 5
    assert check(busy).ok


@pytest.mark.parametrize("edit", EDITS)
def test_check_names_the_first_broken_link(busy: Desk, edit: str) -> None:
    statements, number, name = EDITS[edit]
    meddle(busy, statements)
    with busy.reading() as session:
        found = first_break(session)
    assert isinstance(found, Break)
    assert found.action_id == number
    assert name is None or found.name == name
    chain = next(one for one in check(busy).checks if one.key == "chain")
    assert f"đứt ở thao tác số {number} " in chain.problems[0]


def test_the_file_itself_refuses_to_change_a_seal(busy: Desk) -> None:
    for statement in ("UPDATE seal SET digest = x'00'", "DELETE FROM seal"):
        with busy.database.aside() as session, pytest.raises(Exception, match="append-only"):
            session.connection().exec_driver_sql(statement)


def test_the_start_looks_at_what_came_since_the_last_one(busy: Desk) -> None:
    assert doubt(busy) == ""
    receive(busy)
    meddle(busy, "UPDATE action SET name = 'Khác' WHERE id = 6")
    busy.memory.clear()
    assert "đứt ở thao tác số 6 (“Khác”)" in doubt(busy)


def test_a_log_that_was_sealed_anew_is_noticed(busy: Desk) -> None:
    assert doubt(busy) == ""
    meddle(
        busy,
        "UPDATE action SET name = 'Khác' WHERE id = 5; DELETE FROM seal WHERE id = 5",
    )
    with busy.database.aside() as session:
        seal(session, 5)
    busy.memory.clear()
    with busy.reading() as session:
        assert first_break(session) is None
    assert "không còn thao tác số 5 như lần mở trước" in doubt(busy)


def test_going_back_is_no_tampering(busy: Desk, clock: Clock) -> None:
    made = making.make(busy, Reason.BY_HAND)
    assert made is not None
    receive(busy)
    assert doubt(busy) == ""
    clock.later(minutes=1)
    going_back.go_back(busy, Path(made.path))
    assert doubt(busy) == ""
    assert check(busy).ok


_WRITER = """
import sys
from dxdesk.services.opening import open_desk
from dxdesk.services import hamlets
desk = open_desk(sys.argv[1])
for number in range(15):
    hamlets.add_hamlet(desk, f"Tổ {sys.argv[2]} {number}")
"""


@pytest.fixture
def root() -> Path:
    return Path(__file__).parents[2]


def test_two_programs_that_write_at_once_make_one_chain(busy: Desk, root: Path) -> None:
    command = [sys.executable, "-c", _WRITER, str(busy.database.path)]
    running = [subprocess.Popen([*command, one], cwd=root) for one in ("a", "b")]
    assert [one.wait() for one in running] == [0, 0]
    with busy.reading() as session:
        assert last_seal(session)[0] == 35
        assert first_break(session) is None
