"""The chain of the action log: each action's seal covers what it did and the seal before it.

Whoever changes, removes or inserts an action outside of the program breaks the chain from there
on. It is no lock: who can write the file and knows this format can seal the whole log anew, but
not so that it still ends in a seal that was noted elsewhere (`services.tampering`).

A seal covers the digests of names and payloads, not themselves: when personal data is removed from
one of them (`db.redaction`), the digest of what was sealed stays in a row which the removing action
seals together with the digest of what stands there now. So the chain holds, and nothing else can be
put in that place.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.asking import Ask, asked
from db.redaction import Redactions
from db.seals_before import START, link_as_before

_ACTION = "SELECT id, at, officer_id, name, kind, undoes_id FROM action"
_CHANGES = (
    "SELECT action_id, id, table_name, first_id, last_id, payload FROM change "
    "WHERE action_id BETWEEN ? AND ? ORDER BY action_id, id"
)
_AT_ONCE = 500
_LAST = "SELECT id, digest FROM seal ORDER BY id DESC LIMIT 1"
_ADD = "INSERT INTO seal (id, digest) VALUES (?, ?)"
_ANEW = "UPDATE seal SET earlier = digest, digest = ? WHERE id = ?"
_GIVEN = "SELECT seq FROM sqlite_sequence WHERE name = 'action'"
_NOTHING = Redactions()


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold; `name` is the action's, empty when it is gone."""

    action_id: int
    name: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """The seals that stand in the file for one action; None: none."""

    digest: bytes | None
    earlier: bytes | None


def seal(session: Session, action_id: int) -> None:
    """Close the action that *session* wrote; the write lock lets nobody come in between."""
    session.flush()
    ask = asked(session.connection())
    before = next((digest for _number, digest in ask(_LAST)), START)
    (row,) = ask(f"{_ACTION} WHERE id = ?", (action_id,))
    changes = _changes(ask, action_id, action_id).get(action_id, ())
    digest, _whole = _link(ask, before, row, changes, None, _NOTHING)
    ask(_ADD, (action_id, digest))


def seal_anew(connection: Connection) -> None:
    """Seal a log of schema 0013 over digests; its seals of then stay, and are sealed as well."""
    ask, digest = asked(connection), START
    for row in ask(f"{_ACTION} ORDER BY id"):
        earlier = next(
            (one[0] for one in ask("SELECT digest FROM seal WHERE id = ?", row[:1])), None
        )
        changes = _changes(ask, row[0], row[0]).get(row[0], ())
        digest, _whole = _link(ask, digest, row, changes, earlier, _NOTHING)
        ask(_ANEW, (digest, row[0]))


def _link(
    ask: Ask,
    before: bytes,
    action: tuple[Any, ...],
    changes: Iterable[tuple[Any, ...]],
    earlier: bytes | None,
    known: Redactions,
) -> tuple[bytes, bool]:
    """The seal of *action*, and whether all of it still stands as it was sealed."""
    number, at, officer, name, kind, undoes = action
    told, whole = known.of_name(ask, number, sha256(name.encode()).digest())
    sealed = sha256(before)
    sealed.update(_plain(number, at, officer, kind, undoes, told.hex(), (earlier or b"").hex()))
    for _action, *head, payload in changes:
        told, same = known.of_change(ask, head[0], sha256(payload).digest())
        whole = whole and same
        sealed.update(_plain(*head, told.hex()))
    for row in known.made_by(ask, number):
        sealed.update(_plain(*row))
    return sealed.digest(), whole


def _changes(ask: Ask, first: int, last: int) -> dict[int, list[tuple[Any, ...]]]:
    """The changes of the actions from *first* to *last*, by action."""
    rows = ask(_CHANGES, (first, last))
    return {key: list(group) for key, group in groupby(rows, key=itemgetter(0))}


def _plain(*values: Any) -> bytes:
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def seal_of(session: Session, action_id: int) -> bytes | None:
    return _seals(session, action_id).digest


def is_seal_of(session: Session, action_id: int, noted: str) -> bool:
    """Whether *noted* (hex) is the action's seal, or was before schema 0014."""
    kept = _seals(session, action_id)
    return noted in {one.hex() for one in (kept.digest, kept.earlier) if one is not None}


def _seals(session: Session, action_id: int) -> _Kept:
    asked = "SELECT digest, earlier FROM seal WHERE id = ?"
    found = session.connection().exec_driver_sql(asked, (action_id,)).first()
    return _Kept(None, None) if found is None else _Kept(*found)


def last_seal(session: Session) -> tuple[int, bytes]:
    """The newest action and its seal; (0, START) in an empty log."""
    found = session.connection().exec_driver_sql(_LAST).first()
    return (0, START) if found is None else (found[0], found[1])


def first_break(session: Session, *, after: int = 0) -> Break | None:
    """The first action behind *after* whose seal does not fit; None when the chain holds."""
    connection = session.connection()
    start = _seals(session, after) if after else _Kept(START, START)
    before, earlier = start.digest or START, start.earlier
    ask = asked(connection)
    known = Redactions.all(ask)
    last = after
    for action, kept, changes in _with_changes(ask, _links(connection, after)):
        if action[1] is None:
            return Break(action[0], "")
        try:
            before, whole = _link(ask, before, action, changes, kept.earlier, known)
            if whole and kept.earlier is not None and earlier is not None:
                whole = link_as_before(connection, earlier, action) == kept.earlier
            else:
                whole = True
        except (TypeError, AttributeError):  # a value of a kind that the program never writes
            return Break(action[0], str(action[3]))
        if before != kept.digest or not whole:
            return Break(action[0], action[3])
        last, earlier = action[0], kept.earlier
    given = connection.exec_driver_sql(_GIVEN).scalar() or 0
    return None if given <= last else Break(last + 1, "")


def _with_changes(
    ask: Ask, links: Iterator[tuple[tuple[Any, ...], _Kept]]
) -> Iterator[tuple[tuple[Any, ...], _Kept, Iterable[tuple[Any, ...]]]]:
    """Each link with the changes of its action, which are asked for many at once."""
    while block := list(islice(links, _AT_ONCE)):
        changes = _changes(ask, block[0][0][0], block[-1][0][0])
        for action, kept in block:
            yield action, kept, changes.get(action[0], ())


def _links(connection: Connection, after: int) -> Iterator[tuple[tuple[Any, ...], _Kept]]:
    """Each action with its seals; one of the two may be missing."""
    found = connection.execution_options(stream_results=True).exec_driver_sql(
        "SELECT k.id, a.at, a.officer_id, a.name, a.kind, a.undoes_id, s.digest, s.earlier FROM "
        "(SELECT id FROM action WHERE id > ? UNION SELECT id FROM seal WHERE id > ?) k "
        "LEFT JOIN action a ON a.id = k.id LEFT JOIN seal s ON s.id = k.id ORDER BY k.id",
        (after, after),
    )
    for *action, digest, earlier in found:
        yield tuple(action), _Kept(digest, earlier)
