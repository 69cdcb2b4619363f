"""Outcome of one dossier (figures.md R8–R10), computed once when the result is written.

An outcome is LATE or the set of early rules under which the dossier counts as early, so that
a figure under any rule is one comparison of a stored number.
"""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Literal

from dxdesk.domain.calendar import WorkingCalendar

LATE = -1
_LAST_MINUTE = time(23, 59)


class EarlyRule(StrEnum):
    """How early is told from on time (R10); the ward chooses, every report prints it."""

    SESSION = "session"
    DAY = "day"
    MOMENT = "moment"

    @property
    def bit(self) -> int:
        """Its bit in a stored outcome."""
        return _BITS[self]


_BITS = {EarlyRule.SESSION: 1, EarlyRule.DAY: 2, EarlyRule.MOMENT: 4}
_EVERY_RULE = sum(_BITS.values())
_EARLY_THAT_DAY = _BITS[EarlyRule.MOMENT] | _BITS[EarlyRule.SESSION]


def outcome(
    *,
    finished: datetime,
    due: datetime | None,
    same_day: bool,
    calendar: WorkingCalendar,
    finished_day_only: bool = False,
) -> int:
    """LATE, or the bits of the rules under which the dossier is early; 0: on time under each.

    A dossier whose due time nobody knows is neither late nor early. A finish known by its date
    only is compared by date (R8). Same-day limits always use `moment` (R10).
    """
    if due is None:
        return 0
    if finished_day_only:
        finished = day_only_finish(finished.date(), due)
    if finished > due:
        return LATE
    if same_day:
        return _EVERY_RULE if finished < due else 0
    if finished == due:
        return 0  # also for a due time before the day opens, where `session` would say early
    start = _session_start(due, calendar)
    if finished.toordinal() < due.toordinal():
        return _EVERY_RULE
    return _EARLY_THAT_DAY if finished < start else _BITS[EarlyRule.MOMENT]


def _session_start(due: datetime, calendar: WorkingCalendar) -> datetime:
    """When the half-day of *due* begins; outside every session, the day's last one (R10)."""
    sessions = calendar.sessions(due.date())
    if not sessions:
        return datetime.combine(due, time.min)
    at = due.time()
    for session in sessions:
        if session.opens <= at <= session.closes:
            return datetime.combine(due, session.opens)
    return datetime.combine(due, sessions[-1].opens)


def outcome_name(stored: int | None, rule: EarlyRule) -> Literal["early", "on_time", "late"] | None:
    """The column of the official form in which a dossier with this outcome stands."""
    if stored is None:
        return None
    if stored == LATE:
        return "late"
    return "early" if stored & rule.bit else "on_time"


def day_only_received(day: date, calendar: WorkingCalendar) -> datetime:
    """The moment stored for a receipt known by its date: the opening of that day (R8).

    On a day off the hour at which such a day would open. Never fails: for a date without
    holiday data the weekly timetable speaks.
    """
    sessions = calendar.sessions(day) if day.year in calendar.years else ()
    week = calendar.timetable
    return datetime.combine(
        day, (sessions or week[day.weekday()] or next(filter(None, week)))[0].opens
    )


def day_only_due(day: date) -> datetime:
    """The moment stored for a due time known by its date: 23:59 (R8)."""
    return datetime.combine(day, _LAST_MINUTE)


def day_only_finish(
    day: date, due: datetime | None, *, received: datetime | None = None
) -> datetime:
    """The moment stored for a finish known by its date, so that no figure asks again (R8).

    On the due day it is the due time itself, hence on time; never before *received*.
    """
    if due is None or due.date() != day:
        return datetime.combine(day, _LAST_MINUTE)
    return due if received is None else max(due, received)
