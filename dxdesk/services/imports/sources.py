"""What officers said about the columns of a source: kept, so that it is said once."""

import json
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import SourceRecord
from dxdesk.desk import Desk
from dxdesk.domain.rights import Right
from dxdesk.exchange.mapping import Mapping
from dxdesk.exchange.register import MappedColumn


def mappings(session: Session) -> tuple[Mapping, ...]:
    """All that is known about sources, for reading."""
    records = session.scalars(select(SourceRecord).order_by(SourceRecord.id))
    return tuple(Mapping(columns_of(record.columns)) for record in records)


def remember(desk: Desk, mapping: Mapping, *, file: str) -> None:
    """Read sources with these headings like this from now on; *file* names it in the log."""
    if not mapping.headed:
        return
    with desk.act(f"Ghi nhớ cách hiểu cột của “{file}”", right=Right.IMPORT) as session:
        record = _record(session, mapping.source)
        if record is None:
            record = SourceRecord(headings=mapping.source)
            session.add(record)
        record.columns = columns_text(mapping.columns)


def forget(desk: Desk, mapping: Mapping, *, file: str) -> None:
    """Read sources with these headings by what their headings say."""
    with desk.act(f"Bỏ cách hiểu cột đã nhớ của “{file}”", right=Right.IMPORT) as session:
        record = _record(session, mapping.source)
        if record is not None:
            session.delete(record)


def is_remembered(desk: Desk, mapping: Mapping) -> bool:
    with desk.reading() as session:
        record = _record(session, mapping.source)
        return record is not None and _same(columns_of(record.columns), mapping.columns)


def _same(one: Sequence[MappedColumn], other: Sequence[MappedColumn]) -> bool:
    """Alike whatever the order of the columns."""
    return sorted(map(str, one)) == sorted(map(str, other))


def _record(session: Session, source: str) -> SourceRecord | None:
    return session.scalar(select(SourceRecord).where(SourceRecord.headings == source))


def columns_text(columns: Sequence[MappedColumn]) -> str:
    return json.dumps([[one.heading, one.field] for one in columns], ensure_ascii=False)


def columns_of(text: str) -> tuple[MappedColumn, ...]:
    return tuple(MappedColumn(heading, field) for heading, field in json.loads(text))
