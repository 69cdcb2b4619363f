"""Every write is one named action: its changed rows are logged in its own transaction.

The mapper is listened to once for all records; imports use `log_rows`. Nothing else writes.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Column, ColumnElement, Dialect, String, event, inspect
from sqlalchemy.orm import Session, UOWTransaction

from db.asking import asked
from db.models import (
    ActionRecord,
    Base,
    BookRecord,
    ChangeRecord,
    ClosedFileRecord,
    ContentRecord,
    ListViewRecord,
    QueuedPrintRecord,
    RedactionRecord,
    SealRecord,
    SecretRecord,
    UnsavedFormRecord,
)
from db.moments import minutes_of
from db.payload import RowChange, blocks, pack

UNLOGGED = (
    ActionRecord,
    ChangeRecord,
    BookRecord,
    UnsavedFormRecord,
    ClosedFileRecord,
    QueuedPrintRecord,
    RedactionRecord,
    SealRecord,
    SecretRecord,
    ListViewRecord,
    ContentRecord,
)
_ACTION = "dxdesk_action"
_PLAIN = (int, str, float, bool, type(None))


_BEGUN = (
    "INSERT INTO action (at, officer_id, name, kind, undoes_id) "
    "VALUES (:at, :officer_id, :name, :kind, :undoes_id) RETURNING id"
)
_CHANGED = (
    "INSERT INTO change (action_id, table_name, first_id, last_id, payload) "
    "VALUES (:action_id, :table_name, :first_id, :last_id, :payload)"
)


def begin_action(session: Session, values: dict[str, Any]) -> None:
    """Add one row to the log; from here on every write of *session* is logged under it."""
    begun = values | {"at": minutes_of(values["at"]), "kind": int(values["kind"])}
    ((session.info[_ACTION],),) = asked(session.connection())(_BEGUN, begun)


def action_of(session: Session) -> int | None:
    """Id of the action that *session* writes under; None when it only reads."""
    found: int | None = session.info.get(_ACTION)
    return found


def log_rows(session: Session, table: str, changes: Iterable[RowChange]) -> None:
    """Log rows that were written in bulk; *changes* are sorted by row id."""
    rows = [_row(session.info[_ACTION], table, block) for block in blocks(changes)]
    _log(session, rows)


def log_inserted(session: Session, table: str, first_id: int, last_id: int, payload: bytes) -> None:
    """Log one block of rows inserted in bulk, packed by `pack_inserted`."""
    values = {
        "action_id": session.info[_ACTION],
        "table_name": table,
        "first_id": first_id,
        "last_id": last_id,
        "payload": payload,
    }
    _log(session, [values])


def _log(session: Session, rows: Iterable[dict[str, Any]]) -> None:
    ask = asked(session.connection())
    for row in rows:
        ask(_CHANGED, row)


@cache
def blanks(table: str) -> dict[str, Any]:
    """The values of an untouched row: what a logged insertion or deletion leaves out."""
    return {
        column.name: "" if isinstance(column.type, String) and not column.nullable else None
        for column in Base.metadata.tables[table].columns
    }


def _row(action_id: int, table: str, block: list[RowChange]) -> dict[str, Any]:
    return {
        "action_id": action_id,
        "table_name": table,
        "first_id": block[0].row_id,
        "last_id": block[-1].row_id,
        "payload": pack(block),
    }


@event.listens_for(Session, "after_flush")
def _log_flush(session: Session, _context: UOWTransaction) -> None:
    action_id = action_of(session)
    dialect = session.get_bind().dialect
    rows = []
    for kind, records in (("i", session.new), ("u", session.dirty), ("d", session.deleted)):
        changed = defaultdict(list)
        for record in records:
            if isinstance(record, UNLOGGED):
                continue
            if action_id is None:
                raise RuntimeError(f"{record.__tablename__} is written outside of an action")
            change = _change(kind, record, dialect)
            if change.values:
                changed[record.__tablename__].append(change)
        for table, changes in changed.items():
            in_order = sorted(changes, key=attrgetter("row_id"))
            rows += [_row(session.info[_ACTION], table, block) for block in blocks(in_order)]
    _log(session, rows)


def _change(kind: str, record: Base, dialect: Dialect) -> RowChange:
    state = inspect(record)
    row_id: int = state.attrs["id"].value
    if kind != "u":
        blank = blanks(record.__tablename__)
        values = {
            name: raw(column, value, dialect)
            for name, column in _columns(record)
            if name != "id" and (value := state.dict.get(name)) != blank[name]
        }
        return RowChange(row_id, "i" if kind == "i" else "d", values)
    changed = {}
    for name, column in _columns(record):
        history = state.attrs[name].history
        if history.added:
            old = history.deleted[0] if history.deleted else None
            pair = [raw(column, old, dialect), raw(column, history.added[0], dialect)]
            if pair[0] != pair[1]:
                changed[name] = pair
    return RowChange(row_id, "u", changed)


def _columns(record: Base) -> list[tuple[str, Column[Any]]]:
    table = type(record).__table__
    return [(column.name, column) for column in table.columns if isinstance(column, Column)]


def raw(column: ColumnElement[Any], value: object, dialect: Dialect) -> Any:
    """*value* as the file keeps it."""
    if type(value) in _PLAIN:
        return value
    bind = column.type.dialect_impl(dialect).bind_processor(dialect)
    return bind(value) if bind is not None else value
