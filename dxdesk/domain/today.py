"""What "now" means to a list: the ends of today and of the next working day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dxdesk.domain.calendar import MissingYearError, WorkingCalendar
from dxdesk.domain.outcome import EarlyRule


@dataclass(frozen=True, slots=True)
class Today:
    """The last two bound the days of the work lists."""

    now: datetime
    today_ends: datetime
    tomorrow_begins: datetime
    tomorrow_ends: datetime
    early_rule: EarlyRule


def today_at(now: datetime, calendar: WorkingCalendar, early_rule: EarlyRule) -> Today:
    """Tomorrow lasts until the next working day has ended."""
    tomorrow = _next_working_day(calendar, now.date())
    return Today(
        now=now,
        today_ends=datetime.combine(now, time(23, 59)),
        tomorrow_begins=datetime.combine(now.date() + timedelta(days=1), time.min),
        tomorrow_ends=datetime.combine(tomorrow, time(23, 59)),
        early_rule=early_rule,
    )


def _next_working_day(calendar: WorkingCalendar, day: date) -> date:
    """A computer whose clock is wrong by decades still shows its lists."""
    try:
        return calendar.next_working_day(day)
    except MissingYearError:
        return day + timedelta(days=1)
