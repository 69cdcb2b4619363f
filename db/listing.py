"""Lists of dossiers from a million rows: which come first, and which at all.

Two ways to find the first rows of an order: *walk* the order's index and keep what fits (good
when many fit), or *gather* all that fit through the narrowest filter and sort them (good when
few fit). The walk is bounded; when it does not fill the page, the gathering does.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal_column, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db import figures
from db.id_reading import read_ids
from db.models import DossierRecord as D
from db.models import FieldRecord, OfficerRecord, ProcedureRecord
from db.search import matching, within
from dxdesk.domain.outcome import LATE, EarlyRule
from dxdesk.domain.query import Lateness, Order, Query, Worklist
from dxdesk.domain.state import OPEN_STATES, WAITING_STATES, State

_REACHES = (1_000, 20_000)
"""Rows of an order that are looked at: few do where many fit."""


@dataclass(frozen=True, slots=True)
class Today:
    """What "now" means to a list; the two dates bound the days of the work lists."""

    now: datetime
    today_ends: datetime
    tomorrow_begins: datetime
    tomorrow_ends: datetime
    early_rule: EarlyRule


_ORDERS: dict[Order, tuple[InstrumentedAttribute[Any], ...]] = {
    Order.RECEIVED: (D.arrived_at,),
    Order.DUE: (D.due_at,),
    Order.FINISHED: (D.finished_at,),
    Order.OWNER: (D.owner_sort,),
    Order.CODE: (D.code,),
    Order.BOOK: (D.book_year, D.book_number),
    Order.PROCEDURE: (D.procedure_id, D.arrived_at),
    Order.FIELD: (D.field_id, D.arrived_at),
    Order.OFFICER: (D.officer_id, D.arrived_at),
    Order.STATE: (D.state, D.arrived_at),
    Order.CHANNEL: (D.channel, D.arrived_at),
}


def _order(query: Query, *, sort: bool = False) -> list[ColumnElement[Any]]:
    columns: list[Any] = [*_ORDERS[query.order], D.id]
    if sort:  # a unary plus keeps SQLite from walking the order's index
        columns = [literal_column(f"+dossier.{_name(column)}") for column in columns]
    return [column.desc() if query.descending else column.asc() for column in columns]


def _name(column: Any) -> str:
    return str(column.key)


def work_condition(work: Worklist, today: Today) -> ColumnElement[bool]:
    """Which dossiers stand on a work list at the moment of *today*."""
    running = D.state.in_(sorted({State.ACCEPTED, State.PROCESSING}))
    match work:
        case Worklist.TO_ACCEPT:
            return D.state == State.AWAITING_ACCEPTANCE
        case Worklist.DUE_TODAY:
            return and_(running, D.due_at >= today.now, D.due_at <= today.today_ends)
        case Worklist.DUE_TOMORROW:
            return and_(running, D.due_at.between(today.tomorrow_begins, today.tomorrow_ends))
        case Worklist.OVERDUE:
            return _overdue(today.now)
        case Worklist.AWAITING_APPLICANT:
            return D.state.in_([State.AWAITING_SUPPLEMENT, State.AWAITING_PAYMENT])
        case Worklist.AWAITING_PICKUP:
            return D.state == State.FINISHED


def _overdue(now: datetime) -> ColumnElement[bool]:
    """R9 and R6, as `db.figures` counts it."""
    unstopped = or_(D.stopped_since.is_(None), D.stopped_since > D.due_at)
    return and_(D.state.in_(sorted(OPEN_STATES | WAITING_STATES)), D.due_at < now, unstopped)


def _lateness(lateness: Lateness, today: Today) -> ColumnElement[bool]:
    bit = D.outcome.bitwise_and(today.early_rule.bit)
    match lateness:
        case Lateness.LATE:
            return and_(D.outcome == LATE, D.void_at.is_(None))
        case Lateness.EARLY:
            return and_(D.outcome >= 0, bit != 0, D.void_at.is_(None))
        case Lateness.ON_TIME:
            return and_(D.outcome >= 0, bit == 0, D.void_at.is_(None))
        case Lateness.OVERDUE:
            return _overdue(today.now)


def _filters(query: Query, today: Today) -> list[ColumnElement[bool]]:
    """The conditions of *query* without its text; void dossiers are listed too, in no figure."""
    found: list[ColumnElement[bool]] = []
    if query.states:
        found.append(D.state.in_(sorted(query.states)))
    if query.channels:
        found.append(D.channel.in_(sorted(query.channels)))
    for column, value in (
        (D.field_id, query.field_id),
        (D.procedure_id, query.procedure_id),
        (D.officer_id, query.officer_id),
        (D.hamlet_id, query.hamlet_id),
    ):
        if value is not None:
            found.append(column == value)
    if query.first is not None:
        found.append(D.arrived_at >= datetime.combine(query.first, time.min))
    if query.last is not None:
        found.append(D.arrived_at <= datetime.combine(query.last, time.max))
    if query.lateness is not None:
        found.append(_lateness(query.lateness, today))
    if query.work is not None:
        found.append(work_condition(query.work, today))
    if query.count is not None:
        found.append(figures.condition(query.count))
    return found


def first_ids(session: Session, query: Query, today: Today, *, limit: int) -> list[int]:
    """Ids of the first *limit* dossiers of *query*, in its order."""
    filters = _filters(query, today)
    if not query.text:
        return _walk(session, query, filters, limit) or _gather(session, query, filters, limit)
    match = matching(session, query.text)
    if match.few is not None:
        chosen = [D.id.in_(match.few), within(query.text), *filters]
        return list(session.scalars(_sorted(query, chosen).limit(limit)))
    return _walk(session, query, [within(query.text), *filters], limit) or list(
        session.scalars(_sorted(query, [match.condition, *filters]).limit(limit))
    )


def _walk(
    session: Session, query: Query, filters: Sequence[ColumnElement[bool]], limit: int
) -> list[int] | None:
    """The first rows found along the order's index, or None when too few were found."""
    if not filters:
        return list(session.scalars(select(D.id).order_by(*_order(query)).limit(limit)))
    for reach in _REACHES:
        window = select(D.id).order_by(*_order(query)).limit(reach).subquery()
        # Sorted again: SQLite may join the other way round and lose the window's order.
        within_reach = _sorted(query, filters).join(window, D.id == window.c.id)
        found = list(session.scalars(within_reach.limit(limit)))
        if len(found) == limit:
            return found
    return None


def _sorted(query: Query, filters: Iterable[ColumnElement[bool]]) -> Select[int]:
    return select(D.id).where(*filters).order_by(*_order(query, sort=True))


def _gather(
    session: Session, query: Query, filters: Sequence[ColumnElement[bool]], limit: int
) -> list[int]:
    return list(session.scalars(_sorted(query, filters).limit(limit)))


def all_ids(
    session: Session, query: Query, today: Today, *, cancelled: Callable[[], bool] | None = None
) -> "array[int]":
    """Ids of all dossiers of *query*, in its order; empty when cancelled."""
    filters = _filters(query, today)
    if query.text:
        filters.append(matching(session, query.text).condition)
    statement = select(D.id).where(*filters).order_by(*_order(query))
    return read_ids(session, statement, cancelled=cancelled)


def count(session: Session, chosen: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(D).where(chosen)) or 0


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
