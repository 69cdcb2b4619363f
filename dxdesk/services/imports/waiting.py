"""Rows that imports left out: kept in the book until somebody mends or drops them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.bulk import insert_rows, next_id
from db.models import WaitingRowRecord
from dxdesk.desk import Desk
from dxdesk.domain.rights import Right
from dxdesk.exchange.register import MappedColumn, Quarantined
from dxdesk.services.imports.sources import columns_of, columns_text

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One row as the file had it, under its columns; `column`, `value` and `reason`: what is wrong.

    Texts beyond the columns are cells that stood outside of the table.
    """

    id: int
    at: datetime
    file: str
    sheet: str
    line: int
    column: str
    value: str
    reason: str
    columns: tuple[MappedColumn, ...]
    texts: tuple[str, ...]


def waiting_rows(desk: Desk) -> tuple[WaitingRow, ...]:
    """All rows that wait, the newest import first, each file from top to bottom."""
    with desk.reading() as session:
        records = session.scalars(select(WaitingRowRecord).order_by(WaitingRowRecord.id)).all()
        known: dict[str, tuple[MappedColumn, ...]] = {}
        found = [_value(record, known) for record in records]
    return tuple(sorted(found, key=lambda one: -one.at.timestamp()))


def waiting_count(desk: Desk) -> int:
    with desk.reading() as session:
        return len(session.scalars(select(WaitingRowRecord.id)).all())


def drop_waiting(desk: Desk, ids: Sequence[int]) -> None:
    """Throw rows away that nobody wants to take in; can be taken back like everything."""
    with desk.act(f"Bỏ {len(ids)} dòng lỗi của lần nhập", right=Right.IMPORT) as session:
        remove(session, ids)


def remove(session: Session, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        for record in session.scalars(
            select(WaitingRowRecord).where(WaitingRowRecord.id.in_(part))
        ):
            session.delete(record)
        session.flush()


def news_among(
    session: Session, entries: Iterable[Quarantined], columns: Sequence[MappedColumn]
) -> list[Quarantined]:
    """Those of *entries* that do not wait already: a file is often imported again."""
    text = columns_text(columns)
    statement = select(WaitingRowRecord.texts).where(WaitingRowRecord.columns == text)
    known = set(session.scalars(statement))
    return [one for one in entries if _texts(one) not in known]


def keep_waiting(
    session: Session,
    entries: Sequence[Quarantined],
    columns: Sequence[MappedColumn],
    *,
    file: str,
    at: datetime,
) -> None:
    """Keep rows that an import left out, within its action."""
    if not entries:
        return
    text = columns_text(columns)
    first = next_id(session, WaitingRowRecord.__tablename__)
    rows = [
        {
            "id": row_id,
            "at": at,
            "file": file,
            "sheet": one.sheet,
            "line": one.line,
            "column": one.column,
            "value": one.value,
            "reason": one.reason,
            "columns": text,
            "texts": _texts(one),
        }
        for row_id, one in enumerate(entries, start=first)
    ]
    insert_rows(session, WaitingRowRecord, rows)


def _texts(entry: Quarantined) -> str:
    return json.dumps(entry.raw, ensure_ascii=False)


def _value(record: WaitingRowRecord, known: dict[str, tuple[MappedColumn, ...]]) -> WaitingRow:
    columns = known.get(record.columns)
    if columns is None:
        columns = known[record.columns] = columns_of(record.columns)
    return WaitingRow(
        id=record.id,
        at=record.at,
        file=record.file,
        sheet=record.sheet,
        line=record.line,
        column=record.column,
        value=record.value,
        reason=record.reason,
        columns=columns,
        texts=tuple(json.loads(record.texts)),
    )
