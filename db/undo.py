"""Taking an action back is a new action; it refuses when a later one touched the same values.

A redo takes an undo back, so the log stays a plain list: each action is taken back once at most.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select, text, true
from sqlalchemy.orm import Session, aliased

from db.actions import blanks, log_rows
from db.bulk import insert_raw
from db.models import ActionKind, ActionRecord, ChangeRecord
from db.payload import RowChange, unpack
from db.redaction import removal_of

FIRST_ACTION = 1
"""The action that filled the new database; it cannot be taken back."""


class TouchedLaterError(Exception):
    """A later action changed the same values; `action` is None when none is on record."""

    def __init__(self, action: ActionRecord | None) -> None:
        super().__init__("touched later")
        self.action = action


def last_undoable(session: Session, *, by: int | None = None) -> ActionRecord | None:
    """The newest action (or redo) that stands; of the officer *by* where one is given."""
    return session.scalars(
        select(ActionRecord)
        .where(ActionRecord.kind.in_((ActionKind.DO, ActionKind.REDO)), ~_taken_back())
        .where(ActionRecord.id > FIRST_ACTION, _by(by))
        .order_by(ActionRecord.id.desc())
        .limit(1)
    ).first()


def last_redoable(session: Session, *, by: int | None = None) -> ActionRecord | None:
    """The newest undo that stands, unless something new was done after it; as above."""
    newest = (
        select(ActionRecord.id)
        .where(ActionRecord.kind == ActionKind.DO, _by(by))
        .order_by(ActionRecord.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return session.scalars(
        select(ActionRecord)
        .where(ActionRecord.kind == ActionKind.UNDO, ActionRecord.id > newest, ~_taken_back())
        .where(_by(by))
        .order_by(ActionRecord.id.desc())
        .limit(1)
    ).first()


def _by(officer_id: int | None) -> Any:
    return true() if officer_id is None else ActionRecord.officer_id == officer_id


def _taken_back() -> Any:
    later = aliased(ActionRecord)
    return select(later.id).where(later.undoes_id == ActionRecord.id).exists()


def tables_of(session: Session, action_id: int) -> set[str]:
    """Where the action wrote."""
    wrote = select(ChangeRecord.table_name).where(ChangeRecord.action_id == action_id).distinct()
    return set(session.scalars(wrote))


def take_back(session: Session, action_id: int) -> None:
    """Write the reverse of *action_id*, newest change first; raises TouchedLaterError."""
    removal = removal_of(session, action_id)
    if removal is not None:
        raise TouchedLaterError(session.get_one(ActionRecord, removal))
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    for table, changes in _changes(session, action_id):
        _verify(session, table, changes, action_id)
        reverse = [change.reversed() for change in changes]
        _apply(session, table, reverse)
        log_rows(session, table, reverse)


def _changes(session: Session, action_id: int) -> Iterator[tuple[str, list[RowChange]]]:
    ids = session.scalars(
        select(ChangeRecord.id)
        .where(ChangeRecord.action_id == action_id)
        .order_by(ChangeRecord.id.desc())
    ).all()
    for change_id in ids:
        record = session.get_one(ChangeRecord, change_id)
        yield record.table_name, unpack(record.payload)
        session.expunge(record)


def _verify(session: Session, table: str, changes: list[RowChange], action_id: int) -> None:
    current = _rows(session, table, [change.row_id for change in changes])
    blank = blanks(table)
    names = [name for name in blank if name != "id"]
    for change in changes:
        row = current.get(change.row_id)
        if change.operation == "d":
            stands = row is None
        elif row is None or row.get("data_removed_at") is not None:  # what removed it stays
            stands = False
        elif change.operation == "i":
            expected = {**blank, **change.values}
            stands = all(row[name] == expected[name] for name in names)
        else:
            stands = all(row[name] == value for name, value in change.after().items())
        if not stands:
            raise TouchedLaterError(_later(session, table, change.row_id, action_id))


def _rows(session: Session, table: str, ids: list[int]) -> dict[int, Mapping[str, Any]]:
    """Raw rows by id."""
    marks = ",".join(str(int(row_id)) for row_id in ids)
    found = session.connection().exec_driver_sql(
        f'SELECT * FROM "{table}" WHERE id IN ({marks})'  # noqa: S608 - integers, own names
    )
    names = tuple(found.keys())
    place = names.index("id")
    return {row[place]: dict(zip(names, row, strict=True)) for row in found}


def _later(session: Session, table: str, row_id: int, action_id: int) -> ActionRecord | None:
    records = session.scalars(
        select(ChangeRecord)
        .where(ChangeRecord.table_name == table, ChangeRecord.action_id > action_id)
        .where(ChangeRecord.first_id <= row_id, ChangeRecord.last_id >= row_id)
        .order_by(ChangeRecord.id.desc())
    )
    for record in records:
        if any(change.row_id == row_id for change in unpack(record.payload)):
            return session.get(ActionRecord, record.action_id)
    return None


def _apply(session: Session, table: str, changes: list[RowChange]) -> None:
    deleted = [change.row_id for change in changes if change.operation == "d"]
    inserted = [change for change in changes if change.operation == "i"]
    connection = session.connection()
    if deleted:
        marks = ",".join(str(int(row_id)) for row_id in deleted)
        connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE id IN ({marks})')  # noqa: S608 - integers, own names
    if inserted:
        blank = blanks(table)
        rows = [{**blank, **change.values, "id": change.row_id} for change in inserted]
        insert_raw(connection, table, [*blank], [[*row.values()] for row in rows])
    _update(connection, table, [change for change in changes if change.operation == "u"])


def _update(connection: Connection, table: str, changes: list[RowChange]) -> None:
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for change in changes:
        alike[tuple(change.values)].append({**change.after(), "id": change.row_id})
    for names, rows in alike.items():
        sets = ", ".join(f'"{name}" = :{name}' for name in names)
        connection.exec_driver_sql(f'UPDATE "{table}" SET {sets} WHERE id = :id', rows)  # noqa: S608 - own names
