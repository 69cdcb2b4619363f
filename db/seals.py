"""The chain of the action log: each action's seal covers what it did and the seal before it.

Whoever changes, removes or inserts an action outside of the program breaks the chain from there
on. It is no lock: who can write the file and knows this format can seal the whole log anew, but
not so that it still ends in a seal that was noted elsewhere (`services.tampering`).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

START = bytes(32)
"""What the first action's seal covers in place of one before it."""
_ACTION = "SELECT id, at, officer_id, name, kind, undoes_id FROM action"
_CHANGE = "SELECT id, table_name, first_id, last_id, payload FROM change WHERE action_id = ?"
_LAST = "SELECT id, digest FROM seal ORDER BY id DESC LIMIT 1"
_ADD = "INSERT INTO seal (id, digest) VALUES (?, ?)"
_GIVEN = "SELECT seq FROM sqlite_sequence WHERE name = 'action'"


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold; `name` is the action's, empty when it is gone."""

    action_id: int
    name: str


def seal(session: Session, action_id: int) -> None:
    """Close the action that *session* wrote; the write lock lets nobody come in between."""
    session.flush()
    connection = session.connection()
    last = connection.exec_driver_sql(_LAST).first()
    row = connection.exec_driver_sql(f"{_ACTION} WHERE id = ?", (action_id,)).one()
    digest = _digest(connection, START if last is None else last[1], tuple(row))
    connection.exec_driver_sql(_ADD, (action_id, digest))


def seal_all(connection: Connection) -> None:
    """Give a log of an earlier schema its chain."""
    digest = START
    for row in connection.exec_driver_sql(f"{_ACTION} ORDER BY id").all():
        digest = _digest(connection, digest, tuple(row))
        connection.exec_driver_sql(_ADD, (row[0], digest))


def _digest(connection: Connection, before: bytes, action: tuple[Any, ...]) -> bytes:
    sealed = hashlib.sha256(before)
    sealed.update(_plain(action))
    for *head, payload in connection.exec_driver_sql(f"{_CHANGE} ORDER BY id", (action[0],)):
        sealed.update(_plain((*head, len(payload))))
        sealed.update(payload)
    return sealed.digest()


def _plain(values: tuple[Any, ...]) -> bytes:
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def seal_of(session: Session, action_id: int) -> bytes | None:
    found = session.connection().exec_driver_sql(
        "SELECT digest FROM seal WHERE id = ?", (action_id,)
    )
    return found.scalar()


def last_seal(session: Session) -> tuple[int, bytes]:
    """The newest action and its seal; (0, START) in an empty log."""
    found = session.connection().exec_driver_sql(_LAST).first()
    return (0, START) if found is None else (found[0], found[1])


def first_break(session: Session, *, after: int = 0) -> Break | None:
    """The first action behind *after* whose seal does not fit; None when the chain holds."""
    connection = session.connection()
    before = (seal_of(session, after) if after else START) or START
    last = after
    for action, kept in _links(connection, after):
        if action[1] is None:
            return Break(action[0], "")
        try:
            before = _digest(connection, before, action)
        except TypeError:  # a value of a kind that the program never writes
            return Break(action[0], str(action[3]))
        if before != kept:
            return Break(action[0], action[3])
        last = action[0]
    given = connection.exec_driver_sql(_GIVEN).scalar() or 0
    return None if given <= last else Break(last + 1, "")


def _links(connection: Connection, after: int) -> Iterator[tuple[tuple[Any, ...], bytes | None]]:
    """Each action with its seal; one of the two may be missing."""
    found = connection.execution_options(stream_results=True).exec_driver_sql(
        "SELECT k.id, a.at, a.officer_id, a.name, a.kind, a.undoes_id, s.digest FROM "
        "(SELECT id FROM action WHERE id > ? UNION SELECT id FROM seal WHERE id > ?) k "
        "LEFT JOIN action a ON a.id = k.id LEFT JOIN seal s ON s.id = k.id ORDER BY k.id",
        (after, after),
    )
    for *action, digest in found:
        yield tuple(action), digest
