"""What the chain of seals costs: saving with it and without, and looking through a long log."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection

from bench.measure import Result, in_turns, ms, spread
from bench.ward import bare, desk_over, scratch, tell
from db.payload import RowChange, pack
from db.seals import first_break, last_seal, seal
from db.types import minutes_of
from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Draft, Person
from dxdesk.services import catalogue
from dxdesk.services.intake import receive

_ROUNDS = 100
_AT_MOST, _WHOLE_AT_MOST = 1.25, 12
_ACTIONS = 100_000
"""Of the long log: what a busy ward does in some four years."""
_SINCE = 300
"""Actions since the last start: a busy day."""
_PART = 50_000


def measure(path: Path) -> Iterator[Result]:
    with scratch(path) as copy, scratch(path) as other:
        yield from _saving(copy, other)
    with scratch(path) as copy:
        yield from _looking(copy)


def _saving(copy: Path, other: Path) -> Iterator[Result]:
    with desk_over(copy) as sealed, desk_over(other) as open_:
        draft = Draft(catalogue.procedures(sealed)[0].id, Channel.IN_PERSON, Person("Lê Thị Hoa"))

        def without() -> None:
            with patch("db.sessions.seal", lambda *_given: None):
                receive(open_, draft)

        program, reference = in_turns(_ROUNDS, lambda: receive(sealed, draft), without)
    ratio = program.median / reference.median
    yield Result(
        subject="Saving one dossier with its seal",
        promise=f"≤ {_AT_MOST} ×",
        measured=spread(program),
        reference=f"{spread(reference)}: the same without sealing",
        ratio=ratio,
        met=ratio <= _AT_MOST,
    )


def _looking(copy: Path) -> Iterator[Result]:
    with desk_over(copy) as desk:
        _lengthen(desk, _ACTIONS)
        whole, since, plain = in_turns(
            3, lambda: _break(desk, 0), lambda: _break(desk, _SINCE), lambda: _read(copy)
        )
    ratio = whole.median / plain.median
    yield Result(
        subject=f"The chain of a log of {_ACTIONS:,} actions, all of it (`dxdesk check`)",
        promise=f"≤ {_WHOLE_AT_MOST} ×",
        measured=spread(whole),
        reference=f"{spread(plain)}: the driver reads the log and hashes it",
        ratio=ratio,
        met=ratio <= _WHOLE_AT_MOST,
    )
    yield Result(
        subject=f"The same at the start: the {_SINCE} actions since the last one",
        promise="≤ 0.05 × of all of it",
        measured=spread(since),
        reference=f"{ms(whole.median)}: all of it",
        ratio=since.median / whole.median,
        met=since.median / whole.median <= 0.05,  # noqa: PLR2004 - as promised
    )


def _lengthen(desk: Desk, count: int) -> None:
    """Actions as an officer makes them, each with one change, sealed one by one."""
    payload = pack([RowChange(1, "u", {"state": [4, 8], "finished_at": [None, 13_900_000]})])
    at = minutes_of(desk.now())
    with _unlogged(desk) as (session, connection):
        first = last_seal(session)[0] + 1
        for number in range(first, first + count):
            connection.exec_driver_sql(
                "INSERT INTO action VALUES (?, ?, 1, 'Ghi có kết quả H99.12-260309-0001', 0, NULL)",
                (number, at),
            )
            connection.exec_driver_sql(
                "INSERT INTO change (action_id, table_name, first_id, last_id, payload) "
                "VALUES (?, 'dossier', 1, 1, ?)",
                (number, payload),
            )
            seal(session, number)
            if number % _PART == 0:
                tell(f"  … {number:,} actions sealed")


@contextmanager
def _unlogged(desk: Desk) -> Iterator[tuple[Any, Connection]]:
    with desk.database.aside() as session:
        yield session, session.connection()


def _break(desk: Desk, newest: int) -> None:
    with desk.reading() as session:
        after = last_seal(session)[0] - newest if newest else 0
        if first_break(session, after=after) is not None:
            raise AssertionError(after)


def _read(path: Path) -> None:
    connection = bare(path)
    sealed = sha256()
    for row in connection.execute(
        "SELECT a.id, a.name, c.payload FROM action a JOIN change c ON c.action_id = a.id "
        "ORDER BY a.id"
    ):
        sealed.update(f"{row[0]} {row[1]}".encode())
        sealed.update(row[2])
    connection.close()
