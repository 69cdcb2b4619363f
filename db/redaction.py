"""Taking personal data out of the action log, which otherwise only grows.

For each name or payload that is replaced there is one row with the digest of what stood there and
of what stands there now. The file refuses any other change, and this one as soon as the removing
action is sealed.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from db.actions import action_of
from db.asking import Ask

_ROWS = 'SELECT "before", "after" FROM redaction WHERE {} = ? ORDER BY id'
_ADD = (
    'INSERT INTO redaction (action_id, change_id, named_id, "before", "after") '
    "VALUES (?, ?, ?, ?, ?)"
)
_MADE = (
    'SELECT change_id, named_id, hex("before"), hex("after") FROM redaction '
    "WHERE action_id = ? ORDER BY id"
)


@dataclass(frozen=True, slots=True)
class Redactions:
    """Which names (by action) and payloads (by change) were replaced."""

    names: frozenset[int] = frozenset()
    changes: frozenset[int] = frozenset()
    removals: frozenset[int] | None = None
    """The actions that replaced them; None: nobody looked."""

    @classmethod
    def all(cls, ask: Ask) -> "Redactions":
        found = ask("SELECT named_id, change_id, action_id FROM redaction")
        return cls(
            frozenset(row[0] for row in found if row[0] is not None),
            frozenset(row[1] for row in found if row[1] is not None),
            frozenset(row[2] for row in found),
        )

    def made_by(self, ask: Ask, action_id: int) -> list[tuple[Any, ...]]:
        """What the action replaced, as its seal covers it."""
        if self.removals is not None and action_id not in self.removals:
            return []
        return ask(_MADE, (action_id,))

    def of_name(self, ask: Ask, action_id: int, now: bytes) -> tuple[bytes, bool]:
        """The digest of the name as it was sealed, and whether it stands so."""
        if action_id not in self.names:
            return now, True
        return _sealed(ask, "named_id", action_id, now), False

    def of_change(self, ask: Ask, change_id: int, now: bytes) -> tuple[bytes, bool]:
        """The digest of the payload as it was sealed, and whether it stands so."""
        if change_id not in self.changes:
            return now, True
        return _sealed(ask, "change_id", change_id, now), False


def _sealed(ask: Ask, column: str, row_id: int, now: bytes) -> bytes:
    """What was sealed first, if an unbroken line of replacements leads to *now*; else nothing."""
    rows = ask(_ROWS.format(column), (row_id,))
    expected = rows[0][0]
    for before, after in rows:
        if before != expected:
            return b""
        expected = after
    return bytes(rows[0][0]) if expected == now else b""


def replace_payload(session: Session, change_id: int, old: bytes, new: bytes) -> None:
    _note(session, change_id, None, old, new)
    session.connection().exec_driver_sql(
        "UPDATE change SET payload = ? WHERE id = ?", (new, change_id)
    )


def replace_name(session: Session, action_id: int, old: str, new: str) -> None:
    _note(session, None, action_id, old.encode(), new.encode())
    session.connection().exec_driver_sql(
        "UPDATE action SET name = ? WHERE id = ?", (new, action_id)
    )


def _note(
    session: Session, change_id: int | None, named_id: int | None, old: bytes, new: bytes
) -> None:
    row = (action_of(session), change_id, named_id, sha256(old).digest(), sha256(new).digest())
    session.connection().exec_driver_sql(_ADD, row)


def removal_of(session: Session, action_id: int) -> int | None:
    """The action that took personal data out of what *action_id* wrote; None when none did."""
    found = session.connection().exec_driver_sql(
        "SELECT max(action_id) FROM redaction WHERE named_id = ? OR change_id IN "
        "(SELECT id FROM change WHERE action_id = ?)",
        (action_id, action_id),
    )
    removal: int | None = found.scalar()
    return removal
