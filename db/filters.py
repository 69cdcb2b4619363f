"""What narrows a list: conditions on dossiers, and which of them an index answers by itself."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from sqlalchemy import Column, ColumnElement, and_, literal_column, or_
from sqlalchemy.sql.visitors import replacement_traverse

from db.conditions import COUNTED, DECLINED, condition, reach
from db.models import DossierRecord as D
from dxdesk.domain.channel import Channel
from dxdesk.domain.outcome import LATE
from dxdesk.domain.query import NOTHING, CountFilter, Lateness, Query, Worklist
from dxdesk.domain.state import OPEN_STATES, WAITING_STATES, State
from dxdesk.domain.today import Today

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Filter:
    condition: Condition
    narrow: Condition | None = None
    """The same, written so that SQLite finds the rows through one index."""
    in_order: bool = False
    """That index has the rows in order of arrival."""
    of_arrival: bool = False
    """A range of the list's own order."""
    few: bool = False
    """Known to be few enough to be sorted."""
    by_id: Condition | None = None
    """The same, written so that SQLite reads some ten thousand dossiers, each by its id."""
    newest: Condition | None = None
    """Only those that fit among the ids from `newest_from` on."""
    newest_from: int = 0
    dense: bool = False
    """So many fit that a short walk along a list fills a page."""


def unindexed(found: Any) -> Any:
    """The condition *found*, each column with a unary plus: SQLite looks for no index for it."""

    def plain(element: Any, **_named: Any) -> Any:
        if isinstance(element, Column) and element.table is D.__table__:
            return literal_column(f"+dossier.{element.key}", type_=element.type)
        return None

    return replacement_traverse(found, {}, plain)


def filters_of(query: Query, today: Today) -> list[Filter]:
    """What *query* asks for besides its text; void dossiers are listed too, in no figure."""
    found = [
        _is(column, value)
        for column, value in (
            (D.field_id, query.field_id),
            (D.procedure_id, query.procedure_id),
            (D.officer_id, query.officer_id),
            (D.hamlet_id, query.hamlet_id),
        )
        if value is not None
    ]
    for column, values in ((D.state, query.states), (D.channel, query.channels)):
        if values:
            found.append(_one_of(column, values))
    found += _dates(query)
    if query.lateness is not None:
        found.append(_lateness(query.lateness, today))
    if query.work is not None:
        found.append(work_filter(query.work, today))
    if query.count is not None:
        found.append(_count(query.count))
    return found


def _is(column: Any, value: int) -> Filter:
    chosen = column.is_(None) if value == NOTHING else column == value
    return Filter(chosen, chosen, in_order=True)


def _one_of(column: Any, values: frozenset[Any]) -> Filter:
    if len(values) == 1:
        (value,) = values
        return Filter(column == value, column == value, in_order=True)
    chosen = column.in_(sorted(values))
    return Filter(chosen, chosen)


def _dates(query: Query) -> list[Filter]:
    bounds = []
    if query.first is not None:
        bounds.append(D.arrived_at >= datetime.combine(query.first, time.min))
    if query.last is not None:
        bounds.append(D.arrived_at <= datetime.combine(query.last, time.max))
    if not bounds:
        return []
    both = and_(*bounds)
    return [Filter(both, both, in_order=True, of_arrival=True)]


def work_filter(work: Worklist, today: Today) -> Filter:
    """Which dossiers stand on a work list at the moment of *today*."""
    running = frozenset({State.ACCEPTED, State.PROCESSING})
    match work:
        case Worklist.TO_ACCEPT:
            return _one_of(D.state, frozenset({State.AWAITING_ACCEPTANCE}))
        case Worklist.DUE_TODAY:
            return _due(running, D.due_at.between(today.now, today.today_ends))
        case Worklist.DUE_TOMORROW:
            return _due(running, D.due_at.between(today.tomorrow_begins, today.tomorrow_ends))
        case Worklist.OVERDUE:
            return _overdue(today.now)
        case Worklist.AWAITING_APPLICANT:
            waiting = {State.AWAITING_SUPPLEMENT, State.AWAITING_PAYMENT}
            return _one_of(D.state, frozenset(waiting))
        case Worklist.AWAITING_PICKUP:
            return _one_of(D.state, frozenset({State.FINISHED}))


def _due(states: frozenset[State], due: Condition) -> Filter:
    of_states = D.state.in_(sorted(states))
    return Filter(and_(of_states, due), and_(unindexed(of_states), due))


def _overdue(now: datetime) -> Filter:
    """R9 and R6, as `db.conditions` counts it."""
    late = and_(D.due_at < now, or_(D.stopped_since.is_(None), D.stopped_since > D.due_at))
    unfinished = and_(D.long_running, COUNTED, D.finished_at.is_(None))
    return Filter(
        and_(D.state.in_(sorted(OPEN_STATES | WAITING_STATES)), late),
        and_(unfinished, unindexed(late)),
    )


def _lateness(lateness: Lateness, today: Today) -> Filter:
    early = D.outcome.bitwise_and(today.early_rule.bit) != 0
    match lateness:
        case Lateness.LATE:
            return Filter(and_(D.outcome == LATE, D.void_at.is_(None)))
        case Lateness.EARLY:
            return Filter(and_(D.outcome >= 0, early, D.void_at.is_(None)))
        case Lateness.ON_TIME:
            return Filter(and_(D.outcome >= 0, ~early, D.void_at.is_(None)))
        case Lateness.OVERDUE:
            return _overdue(today.now)


def _count(asked: CountFilter) -> Filter:
    chosen = condition(asked)
    if asked.name == DECLINED:
        return Filter(chosen, and_(D.declined_at.is_not(None), chosen))
    if asked.name in _CHANNELS:
        arrived, _ = reach(asked)
        return Filter(chosen, and_(D.channel == _CHANNELS[asked.name], arrived, chosen))
    return Filter(chosen)


_CHANNELS = {"postal": Channel.POSTAL, "unknown_channel": Channel.UNKNOWN}
"""Numbers that can be small in a long period."""
