"""When dossiers come: seasons, weekdays, hours; and the few that the last days are staged with."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum, auto
from itertools import accumulate, pairwise
from random import Random

from dxdesk.demo.chance import Wheel, between
from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.worktime import DAY, Session, minute_of

YEARS = 3
_MONTHS = (1.0, 0.95, 0.98, 0.95, 0.98, 1.15, 1.3, 1.3, 1.08, 0.95, 1.0, 1.12)
_WEEKDAYS = (1.16, 1.06, 1.0, 0.96, 0.9, 0.6, 0.3)
_GROWTH_A_YEAR = 1.1
_NOISE = 0.09
_HOURS: Mapping[int, float] = {7: 0.8, 8: 1.6, 9: 1.7, 10: 1.3, 13: 0.9, 14: 1.3, 15: 1.0, 16: 0.7}
_HOUR_OTHERWISE = 0.35
_BLOCK = 15
_USUAL_GAP = 3
_LONG_HOLIDAY = 6
"""Days between two working days from which a holiday is Tết: quiet before and after."""
_AFTER_TET = (0.35, 0.5, 0.6, 0.7, 0.8, 0.9)
_BEFORE_TET = (0.4, 0.6, 0.85)
_AFTER_A_BREAK = 1.12


class Fate(Enum):
    """What a dossier of the last days is there to show; most have no fate."""

    NONE = auto()
    TO_ACCEPT = auto()
    DUE_TODAY = auto()
    DUE_TOMORROW = auto()
    OVERDUE = auto()
    AWAITING_APPLICANT = auto()
    AWAITING_PAYMENT = auto()
    AWAITING_PICKUP = auto()


@dataclass(frozen=True, slots=True)
class _Scene:
    """How often a fate is staged, how many working days ago, between which hours."""

    fate: Fate
    times: int
    days_ago: int
    hours: tuple[int, int]


_SCENES = (
    _Scene(Fate.OVERDUE, 2, 5, (8, 11)),
    _Scene(Fate.OVERDUE, 1, 8, (14, 16)),
    _Scene(Fate.AWAITING_APPLICANT, 3, 3, (8, 11)),
    _Scene(Fate.AWAITING_PAYMENT, 2, 4, (14, 16)),
    _Scene(Fate.AWAITING_PICKUP, 4, 4, (8, 11)),
    _Scene(Fate.DUE_TODAY, 4, 3, (14, 17)),
    _Scene(Fate.DUE_TOMORROW, 4, 2, (14, 17)),
)
_TO_ACCEPT = 4
_STAGED_SHARE = 12

Arrival = tuple[int, Fate]


def arrivals(
    calendar: WorkingCalendar, *, end: datetime, count: int, rng: Random
) -> Iterator[list[Arrival]]:
    """*count* arrivals of the `YEARS` before *end*, day by day, each day's in order of time."""
    now = minute_of(end)
    days = working_days(calendar, end)
    staged = _staged(days, calendar, end, rng)[: count // _STAGED_SHARE]
    extra: dict[int, list[Arrival]] = defaultdict(list)
    for minute, fate in staged:
        extra[minute // DAY].append((minute, fate))
    shares = _shares(days, calendar, end, rng)
    usual = dict(zip(days, _allotted(shares, count - len(staged)), strict=True))
    hours: dict[tuple[Session, ...], Wheel[int]] = {}
    for day in sorted(usual.keys() | extra.keys()):
        found = list(extra[day])
        if number := usual.get(day, 0):
            sessions = _before(end, day, calendar.sessions(date.fromordinal(day)))
            wheel = hours.setdefault(sessions, Wheel(_blocks(sessions)))
            minutes = (wheel.pick(rng) + between(rng, 0, _BLOCK) for _ in range(number))
            found += [(min(day * DAY + minute, now), Fate.NONE) for minute in minutes]
        if found:
            yield sorted(found, key=lambda arrival: arrival[0])


def working_days(calendar: WorkingCalendar, end: datetime) -> list[int]:
    """Ordinals of the working days of the `YEARS` up to *end*."""
    last = end.toordinal()
    first = last - YEARS * 365
    return [
        day
        for day in range(first, last + 1)
        if _before(end, day, calendar.sessions(date.fromordinal(day)))
    ]


def _before(end: datetime, day: int, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """*sessions* of *day*, cut at *end*."""
    if day != end.toordinal():
        return sessions
    now = end.time()
    return tuple(Session(one.opens, min(one.closes, now)) for one in sessions if one.opens < now)


def _blocks(sessions: Sequence[Session]) -> Iterator[tuple[int, float]]:
    """Quarters of an hour by their first minute of the day, with how busy they are."""
    for one in sessions:
        for minute in range(_minutes(one.opens), _minutes(one.closes), _BLOCK):
            yield minute, _HOURS.get(minute // 60, _HOUR_OTHERWISE)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _shares(
    days: Sequence[int], calendar: WorkingCalendar, end: datetime, rng: Random
) -> list[float]:
    """How busy each working day is."""
    shares = []
    quiet = _around_tet(days)
    for place, day in enumerate(days):
        on = date.fromordinal(day)
        share = _MONTHS[on.month - 1] * _WEEKDAYS[on.weekday()] * quiet.get(day, 1)
        share *= _GROWTH_A_YEAR ** ((day - days[0]) / 365) * max(0.2, rng.gauss(1, _NOISE))
        if place and day - days[place - 1] > _USUAL_GAP:
            share *= _AFTER_A_BREAK
        if day == end.toordinal():
            whole = sum(weight for _at, weight in _blocks(calendar.sessions(on)))
            cut = _before(end, day, calendar.sessions(on))
            share *= sum(weight for _at, weight in _blocks(cut)) / whole
        shares.append(share)
    return shares


def _around_tet(days: Sequence[int]) -> dict[int, float]:
    """Quiet days by ordinal: the last before the longest holiday of a year and the first after."""
    quiet: dict[int, float] = {}
    for place in range(1, len(days)):
        if days[place] - days[place - 1] >= _LONG_HOLIDAY:
            quiet.update(zip(days[place:], _AFTER_TET, strict=False))
            quiet.update(zip(reversed(days[:place]), _BEFORE_TET, strict=False))
    return quiet


def _allotted(shares: Sequence[float], count: int) -> list[int]:
    """*count* divided in proportion to *shares*, exactly."""
    total = sum(shares) or 1
    sums = [round(count * partial / total) for partial in accumulate(shares)]
    return [after - before for before, after in pairwise([0, *sums])]


def _staged(
    days: Sequence[int], calendar: WorkingCalendar, end: datetime, rng: Random
) -> list[Arrival]:
    """The arrivals of the last days that have a fate."""
    now = minute_of(end)
    today = bisect_left(days, calendar.work_time(end.year).working_day(end.toordinal()))
    found = [(now - between(rng, 5, 120), Fate.TO_ACCEPT) for _ in range(_TO_ACCEPT)]
    for scene in _SCENES:
        day = days[max(0, today - scene.days_ago)]
        first, last = (hour * 60 for hour in scene.hours)
        found += [(day * DAY + between(rng, first, last), scene.fate) for _ in range(scene.times)]
    return found
