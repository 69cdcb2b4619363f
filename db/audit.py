"""Whether the action log and the rows agree: every value must be what the log last wrote.

The log is replayed in windows of ids, so that a million dossiers need no more memory than a
thousand (a block of changes spans less than `SPAN` ids).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.actions import UNLOGGED, blanks
from db.models import Base, ChangeRecord, DossierRecord
from db.payload import SPAN, RowChange, unpack

_APART = {kind.__tablename__ for kind in UNLOGGED}
LOGGED = tuple(name for name in Base.metadata.tables if name not in _APART)
Row = dict[str, Any]


@dataclass
class Audit:
    """What disagrees; ids of rows by table, ids of changes that cannot be read."""

    unreadable: list[int] = field(default_factory=list)
    unexplained: dict[str, list[int]] = field(default_factory=dict)
    given_up: set[tuple[int, int]] = field(default_factory=set)
    """Book numbers (year, number) of dossiers whose intake was taken back."""


def audit(session: Session, *, progress: Callable[[int, int], None] | None = None) -> Audit:
    """Replay the whole log against the rows as they stand."""
    found = Audit()
    last = {table: _last_id(session, table) for table in LOGGED}
    total, done = sum(last.values()), 0
    for table in LOGGED:
        for low in range(0, last[table] + 1, SPAN):
            _window(session, table, low, found)
            if progress is not None:
                progress(done + min(low, last[table]), total)
        done += last[table]
    return found


def _last_id(session: Session, table: str) -> int:
    in_rows = session.execute(text(f'SELECT max(id) FROM "{table}"')).scalar()  # noqa: S608 - own names
    in_log = session.scalar(
        select(func.max(ChangeRecord.last_id)).where(ChangeRecord.table_name == table)
    )
    return max(in_rows or 0, in_log or 0)


def replayed(session: Session, table: str, low: int) -> dict[int, Row]:
    """The rows of one window as the log last wrote them, without what is blank in them."""
    return _replay(session, table, low, Audit())


def _window(session: Session, table: str, low: int, found: Audit) -> None:
    expected = _replay(session, table, low, found)
    wrong = _disagreeing(_rows(session, table, low), expected, blanks(table))
    if wrong:
        found.unexplained.setdefault(table, []).extend(wrong)


def _replay(session: Session, table: str, low: int, found: Audit) -> dict[int, Row]:
    expected: dict[int, Row] = {}
    for change in _changes(session, table, low, found):
        if change.operation == "i":
            expected[change.row_id] = change.after()
        elif change.operation == "u":
            expected.setdefault(change.row_id, {}).update(change.after())
        else:
            expected.pop(change.row_id, None)
            if table == DossierRecord.__tablename__:
                values = change.values
                found.given_up.add((values.get("book_year", 0), values.get("book_number", 0)))
    return expected


def _changes(session: Session, table: str, low: int, found: Audit) -> Iterator[RowChange]:
    statement = (
        select(ChangeRecord.id, ChangeRecord.payload)
        .where(ChangeRecord.table_name == table, ChangeRecord.last_id >= low)
        .where(ChangeRecord.first_id > low - SPAN, ChangeRecord.first_id < low + SPAN)
        .order_by(ChangeRecord.id)
    )
    for change_id, payload in session.execute(statement):
        try:
            changes = unpack(payload)
        except Exception:  # noqa: BLE001 - whatever a damaged payload raises: it cannot be read
            if change_id not in found.unreadable:
                found.unreadable.append(change_id)
            continue
        yield from (change for change in changes if low <= change.row_id < low + SPAN)


def _rows(session: Session, table: str, low: int) -> dict[int, Row]:
    query = text(f'SELECT * FROM "{table}" WHERE id >= :low AND id < :high')  # noqa: S608 - own names
    found = session.execute(query, {"low": low, "high": low + SPAN}).mappings()
    return {row["id"]: dict(row) for row in found}


def _disagreeing(rows: dict[int, Row], expected: dict[int, Row], blank: Row) -> list[int]:
    """Ids of rows that are not as expected; what the log leaves out is *blank*."""
    wrong = rows.keys() ^ expected.keys()
    for row_id in rows.keys() & expected.keys():
        if rows[row_id] != {**blank, **expected[row_id], "id": row_id}:
            wrong.add(row_id)
    return sorted(wrong)
