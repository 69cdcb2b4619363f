"""In which order a list comes: along an index, or by a sort during one scan.

What is named elsewhere (procedure, field, officer) is listed by its name in Vietnamese order. The
few names are ranked here; a sort looks a row's rank up in one string of two bytes for each id,
which costs less than any join, and without a filter the rows come name by name from an index.
"""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, LargeBinary, Select, func, literal, literal_column, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.id_reading import read_ids
from db.models import DossierRecord as D
from db.models import FieldRecord, OfficerRecord, ProcedureRecord
from dxdesk.domain.query import Order, Query
from dxdesk.domain.text import person_sort_key, sort_key

Column = InstrumentedAttribute[Any]
_COLUMNS: dict[Order, tuple[Column, ...]] = {
    Order.RECEIVED: (D.arrived_at,),
    Order.DUE: (D.due_at,),
    Order.FINISHED: (D.finished_at,),
    Order.RETURNED: (D.returned_at,),
    Order.HELD: (D.held_since,),
    Order.OWNER: (D.owner_sort,),
    Order.PHONE: (D.owner_phone,),
    Order.CODE: (D.code,),
    Order.BOOK: (D.book_year, D.book_number),
    Order.PROCEDURE: (D.procedure_id, D.arrived_at),
    Order.FIELD: (D.field_id, D.arrived_at),
    Order.OFFICER: (D.officer_id, D.arrived_at),
    Order.STATE: (D.state, D.arrived_at),
    Order.CHANNEL: (D.channel, D.arrived_at),
}


@dataclass(frozen=True, slots=True)
class _Names:
    """Where the names of an order stand, and how they are sorted."""

    id: Column
    name: Column
    key: Callable[[str], str] = sort_key


_NAMED = {
    Order.PROCEDURE: _Names(ProcedureRecord.id, ProcedureRecord.name),
    Order.FIELD: _Names(FieldRecord.id, FieldRecord.name),
    Order.OFFICER: _Names(OfficerRecord.id, OfficerRecord.name, person_sort_key),
}


def by_name(query: Query) -> bool:
    """Whether the list comes name by name."""
    return query.order in _NAMED


def walked(query: Query) -> list[ColumnElement[Any]]:
    """The order along its own index; of an order by name, within one name."""
    columns = _COLUMNS[query.order][1:] if by_name(query) else _COLUMNS[query.order]
    return _directed(query, [*columns, D.id])


def sorted_by(session: Session, query: Query) -> list[ColumnElement[Any]]:
    """The order as a sort: a unary plus keeps SQLite from walking an index."""
    columns: list[Any] = [
        literal_column(f"+dossier.{column.key}") for column in _COLUMNS[query.order]
    ]
    if by_name(query):
        ranks = literal(_ranks(session, query.order), LargeBinary)
        columns[0] = func.substr(ranks, columns[0] * 2 - 1, 2)
    return _directed(query, [*columns, literal_column("+dossier.id")])


def _directed(query: Query, columns: Sequence[Any]) -> list[ColumnElement[Any]]:
    return [column.desc() if query.descending else column.asc() for column in columns]


def _named_ids(session: Session, order: Order) -> list[int]:
    names = _NAMED[order]
    rows = session.execute(select(names.id, names.name)).all()
    return [row[0] for row in sorted(rows, key=lambda row: (names.key(row[1]), row[0]))]


def _ranks(session: Session, order: Order) -> bytes:
    """Two bytes for each id: its place among the names."""
    ids = _named_ids(session, order)
    found = bytearray(2 * max(ids, default=0))
    for rank, row_id in enumerate(ids, start=1):
        found[2 * row_id - 2 : 2 * row_id] = rank.to_bytes(2, "big")
    return bytes(found)


def _each_name(session: Session, query: Query) -> list[Select[int]]:
    """The dossiers of each name in turn, those without any first (last when going down)."""
    column = _COLUMNS[query.order][0]
    names = [column.is_(None), *(column == key for key in _named_ids(session, query.order))]
    if query.descending:
        names.reverse()
    return [select(D.id).where(name).order_by(*walked(query)) for name in names]


def first_by_name(session: Session, query: Query, limit: int) -> list[int]:
    found: list[int] = []
    for statement in _each_name(session, query):
        found += session.scalars(statement.limit(limit - len(found)))
        if len(found) == limit:
            break
    return found


def all_by_name(
    session: Session, query: Query, *, cancelled: Callable[[], bool] | None
) -> "array[int]":
    found = array("q")
    for statement in _each_name(session, query):
        found += read_ids(session, statement, cancelled=cancelled)
        if cancelled is not None and cancelled():
            return array("q")
    return found
