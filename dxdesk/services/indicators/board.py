"""The board of a period: targets, typed values and the program's own figures side by side."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from sqlalchemy import func, select

from db.models import HamletRecord
from dxdesk.desk import Desk
from dxdesk.domain.indicators.board import Board, BoardRow, Own, Point
from dxdesk.domain.indicators.kinds import Indicator, IndicatorId, Target
from dxdesk.domain.indicators.pace import pace
from dxdesk.domain.indicators.scoring import Formula, Score, total
from dxdesk.domain.indicators.standing import gap, judge
from dxdesk.domain.indicators.value import Value
from dxdesk.domain.period import Period, month
from dxdesk.indicator_sets import is_verified
from dxdesk.services.indicators import computed
from dxdesk.services.indicators.records import all_indicators
from dxdesk.services.indicators.remarks import remarks_in
from dxdesk.services.indicators.targets import targets_in
from dxdesk.services.indicators.values import values_of

COURSE = 6
"""Months of the course that the board draws."""
Owns = Sequence[tuple[Period, Mapping[str, Own]]]


@dataclass(frozen=True, slots=True)
class _Known:
    """Everything that was read for one board."""

    period: Period
    today: date
    targets: Mapping[IndicatorId, Target]
    values: Mapping[IndicatorId, Sequence[Value]]
    own: Mapping[str, Own]
    months: Owns


def board(desk: Desk, period: Period, *, as_of: datetime | None = None) -> Board:
    """How every indicator in use stands at the end of *period* (now, while it runs)."""
    moment = period.as_of(as_of or desk.now())
    year = period.last.year
    with desk.reading() as session:
        found = [one for one in all_indicators(session) if not one.retired]
        targets = targets_in(session, year)
        values = values_of(session, until=period.last)
        remarks = remarks_in(session, period)
        standing = HamletRecord.retired.is_not(True)
        hamlets = session.scalar(select(func.count()).select_from(HamletRecord).where(standing))
    keys = {one.plan.computed for one in found} & computed.BASES.keys()
    known = _Known(
        period,
        moment.date(),
        targets,
        _by_indicator(values),
        computed.own_figures(desk, period, keys, as_of=moment),
        _months(desk, period, keys & computed.DATED, moment),
    )
    rows = tuple(_row(one, known) for one in found)
    labels = tuple(dict.fromkeys(one.set_key for one in found if one.set_key))
    unseen = tuple(one for one in labels if not is_verified(one))
    return Board(period, moment, rows, _scores(rows), hamlets or 0, remarks, labels, unseen)


def _by_indicator(values: Iterable[Value]) -> dict[IndicatorId, list[Value]]:
    """Values of the whole ward, newest first."""
    found: dict[IndicatorId, list[Value]] = defaultdict(list)
    for value in values:
        if value.hamlet_id is None:
            found[value.indicator_id].append(value)
    return found


def _months(desk: Desk, period: Period, keys: Collection[str], moment: datetime) -> Owns:
    one = month(period.last.year, period.last.month)
    found: list[tuple[Period, Mapping[str, Own]]] = []
    for _ in range(COURSE):
        found.append((one, computed.own_figures(desk, one, keys, as_of=moment)))
        one = one.previous()
    return tuple(reversed(found))


def _row(indicator: Indicator, known: _Known) -> BoardRow:
    plan = indicator.plan
    typed = known.values.get(indicator.id, ())
    this_year = [one for one in typed if one.period.last.year == known.period.last.year]
    own = known.own.get(plan.computed)
    newest = this_year[0] if this_year else None
    told = own is not None and own.amount is not None
    if told and newest is not None and newest.period.last < known.period.last:
        newest = None  # the records know this period; the last report does not
    target = known.targets.get(indicator.id)
    row = BoardRow(indicator, target, newest, own, judge(plan, target, None))
    amount = row.amount
    row = replace(row, standing=judge(plan, target, amount, row.base))
    same = target is not None and target.base is row.base
    if amount is not None and amount.rate is not None and target is not None and same:
        year = known.period.last.year
        ahead = pace(amount.rate, target.level, known.today, year, plan.direction)
        row = replace(row, pace=ahead)
    if newest is not None and own is not None and own.amount is not None:
        row = replace(
            row, gap=gap(newest.amount, newest.base, own.amount, own.base, unit=plan.unit)
        )
    return replace(row, course=_course(row, typed, known.months))


def _course(row: BoardRow, typed: Sequence[Value], months: Owns) -> tuple[Point, ...]:
    """The last values on the base of the one that is judged."""
    key = row.indicator.plan.computed
    if row.value is None and key in computed.DATED:
        amounts = [(one, owns[key].amount) for one, owns in months]
        return tuple(Point(one, a.worth if a else None) for one, a in amounts)
    alike = [one for one in typed if one.base is row.base][:COURSE]
    return tuple(Point(one.period, one.amount.worth) for one in reversed(alike))


def _scores(rows: Iterable[BoardRow]) -> tuple[tuple[str, Score], ...]:
    """Points by set; a row counts by what is judged on the indicator's own base."""
    sets: dict[str, list[BoardRow]] = defaultdict(list)
    for row in rows:
        if row.indicator.plan.formula is not None:
            sets[row.indicator.set_key].append(row)
    return tuple((key, total(_parts(found))) for key, found in sets.items())


def _parts(rows: Iterable[BoardRow]) -> Iterable[tuple[Formula, Fraction | None]]:
    for row in rows:
        plan = row.indicator.plan
        if plan.formula is not None:
            worth = row.amount.worth if row.amount and row.base is plan.base else None
            yield plan.formula, worth
