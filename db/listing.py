"""Lists of dossiers from a million rows: which come first, and which at all.

Four ways to the first page, by what is cheap (bench/RESULTS.md has the times):
- *gather* the few rows of a filter that an index answers, and sort them;
- *scan* the index of the list's order that carries all that filters ask (`FILTERED`) and stop
  when the page is full: at worst one pass over narrow rows, never over the dossiers themselves;
- *walk* a little along any other order's index, which is enough when much fits;
- else *pick* the first by a sort during one scan.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select
from sqlalchemy.orm import Session

from db.conditions import reach
from db.filters import Filter, filters_of, unindexed
from db.id_reading import read_ids
from db.models import DossierRecord as D
from db.models import FieldRecord, OfficerRecord, ProcedureRecord
from db.orders import all_by_name, by_name, first_by_name, sorted_by, walked
from db.search import containing, matching, within
from dxdesk.domain.query import Order, Query
from dxdesk.domain.today import Today

_WALK = 2000
_FEW = 5000
_SOME_ARRIVAL = literal_column("dossier.arrived_at") > literal_column("-1000000000")
"""Always true; a range of its first column is why SQLite takes the list's index."""


def first_ids(session: Session, query: Query, today: Today, *, limit: int) -> list[int]:
    """Ids of the first *limit* dossiers of *query*, in its order."""
    filters = filters_of(query, today)
    if not query.text:
        return _first(session, query, filters, limit)
    match = matching(session, query.text)
    if match.dense:
        conditions = [within(query.text), *(one.condition for one in filters)]
        if found := _walk(session, query, conditions, limit):
            return found
    if found := _newest(session, query, match, filters, limit):
        return found
    elsewhere = query.order not in {Order.RECEIVED, Order.OWNER}
    if elsewhere and match.by_id is not None and _narrowest(session, filters) is None:
        return _gather(session, query, match.by_id, filters, limit)
    return _first(session, query, [*filters, match], limit)


def _newest(
    session: Session, query: Query, match: Filter, filters: Iterable[Filter], limit: int
) -> list[int] | None:
    """The first rows among those with the highest ids, if none of a lower id arrived later.

    Dossiers mostly get their ids in the order in which they arrive; where they did not (an old
    book was imported), the index of the list shows it within a few rows.
    """
    if match.newest is None or query.order is not Order.RECEIVED or not query.descending:
        return None
    others = (unindexed(one.condition) for one in filters)
    highest = select(D.id, D.arrived_at).where(match.newest, *others)
    rows = session.execute(highest.order_by(*sorted_by(session, query)).limit(limit)).all()
    if len(rows) < limit or rows[-1].arrived_at is None:
        return None
    lower = literal_column("+dossier.id") < match.newest_from
    later = select(D.id).where(D.arrived_at > rows[-1].arrived_at, lower).limit(1)
    return None if session.scalar(later) is not None else [row.id for row in rows]


def _first(session: Session, query: Query, filters: list[Filter], limit: int) -> list[int]:
    if not filters:
        if by_name(query):
            return first_by_name(session, query, limit)
        return _ids(session, select(D.id).order_by(*walked(query)), limit)
    if query.order is Order.RECEIVED and len(filters) == 1 and filters[0].in_order:
        in_order = select(D.id).where(filters[0].condition).order_by(*walked(query))
        return _ids(session, in_order, limit)
    narrowest = _narrowest(session, filters)
    if narrowest is not None and narrowest.narrow is not None:
        others = [one for one in filters if one is not narrowest]
        return _gather(session, query, narrowest.narrow, others, limit)
    if query.order is Order.OWNER:
        every = [unindexed(one.condition) for one in filters]
        return _ids(session, select(D.id).where(*every).order_by(*walked(query)), limit)
    if query.order is not Order.RECEIVED and not query.text:
        found = _walk(session, query, [one.condition for one in filters], limit)
        if found is not None:
            return found
    if query.count is None:
        return _scan(session, query, filters, limit)
    near, far = reach(query.count)
    found = _scan(session, query, [Filter(near, of_arrival=True), *filters], limit)
    found += _gather(session, query, far, filters, limit)
    return _ids(session, _sorted(session, query, [D.id.in_(found)]), limit)


def _scan(session: Session, query: Query, filters: Iterable[Filter], limit: int) -> list[int]:
    """The first rows that fit, along the list's own index; sorted for any other order."""
    fitting = select(D.id).where(
        _SOME_ARRIVAL,
        *(one.condition if one.of_arrival else unindexed(one.condition) for one in filters),
    )
    order = walked(query) if query.order is Order.RECEIVED else sorted_by(session, query)
    return _ids(session, fitting.order_by(*order), limit)


def _gather(
    session: Session,
    query: Query,
    start: ColumnElement[bool],
    filters: Iterable[Filter],
    limit: int,
) -> list[int]:
    """The rows of *start* that fit all *filters*, sorted."""
    others = (unindexed(one.condition) for one in filters)
    return _ids(session, _sorted(session, query, [start, *others]), limit)


def _ids(session: Session, statement: Select[Any], limit: int) -> list[int]:
    return list(session.scalars(statement.limit(limit)))


def _narrowest(session: Session, filters: Iterable[Filter]) -> Filter | None:
    """The filter with the fewest rows, if they are few enough to be sorted."""
    best, fewest = None, _FEW + 1
    for one in filters:
        if one.few:
            return one
        if one.narrow is not None:
            some = select(D.id).where(one.narrow).limit(fewest)
            number = session.scalar(select(func.count()).select_from(some.subquery())) or 0
            if number < fewest:
                best, fewest = one, number
    return best


def _walk(
    session: Session, query: Query, conditions: Iterable[ColumnElement[bool]], limit: int
) -> list[int] | None:
    """The first rows found a little along the order's index, or None when too few were found."""
    chosen = [unindexed(condition) for condition in conditions]
    if by_name(query):
        near = D.id.in_(first_by_name(session, query, _WALK))
        found = _ids(session, _sorted(session, query, [near, *chosen]), limit)
    else:
        window = select(D.id).order_by(*walked(query)).limit(_WALK).subquery()
        # Sorted again: SQLite may join the other way round and lose the window's order.
        within_reach = _sorted(session, query, chosen).join(window, D.id == window.c.id)
        found = _ids(session, within_reach, limit)
    return found if len(found) == limit else None


def _sorted(
    session: Session, query: Query, conditions: Iterable[ColumnElement[bool]]
) -> Select[int]:
    return select(D.id).where(*conditions).order_by(*sorted_by(session, query))


def all_ids(
    session: Session, query: Query, today: Today, *, cancelled: Callable[[], bool] | None = None
) -> "array[int]":
    """Ids of all dossiers of *query*, in its order; empty when cancelled."""
    conditions = _conditions(query, today)
    if by_name(query) and not conditions:
        return all_by_name(session, query, cancelled=cancelled)
    order = sorted_by(session, query) if by_name(query) else walked(query)
    statement = select(D.id).where(*conditions).order_by(*order)
    return read_ids(session, statement, cancelled=cancelled)


def count_of(session: Session, query: Query, today: Today) -> int:
    """How many dossiers *query* finds."""
    statement = select(func.count()).select_from(D).where(*_conditions(query, today))
    return session.scalar(statement) or 0


def _conditions(query: Query, today: Today) -> list[ColumnElement[bool]]:
    conditions = [one.condition for one in filters_of(query, today)]
    if query.text:
        conditions.append(containing(query.text))
    return conditions


LINE = (
    D.id,
    D.code,
    D.book_year,
    D.book_number,
    ProcedureRecord.code.label("procedure_code"),
    ProcedureRecord.name.label("procedure"),
    FieldRecord.name.label("field"),
    D.owner_name,
    D.owner_phone,
    D.owner_id_no,
    D.channel,
    D.received_at,
    D.submitted_at,
    D.due_at,
    D.finished_at,
    D.returned_at,
    D.state,
    D.outcome,
    D.stopped_since,
    OfficerRecord.name.label("officer"),
    D.held_since,
    D.day_only,
    D.late_reason,
    D.late_cause,
    D.interlinked,
    D.non_territorial,
    D.data_removed_at,
)


def rows(session: Session, ids: Sequence[int]) -> list[Any]:
    """The list's columns of *ids*, in their order; a vanished id is left out."""
    statement = (
        select(*LINE)
        .join(ProcedureRecord, D.procedure_id == ProcedureRecord.id)
        .join(FieldRecord, D.field_id == FieldRecord.id)
        .outerjoin(OfficerRecord, D.officer_id == OfficerRecord.id)
        .where(D.id.in_(ids))
    )
    found = {row.id: row for row in session.execute(statement)}
    return [found[key] for key in ids if key in found]


def is_empty(session: Session) -> bool:
    """Whether the book has no dossier yet."""
    return session.scalar(select(D.id).limit(1)) is None
