"""How a due time comes about, day by day, so that an officer can explain it to a citizen."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.due import DAY_MINUTES, DueRules, Limit, LimitKind, due_at
from dxdesk.domain.worktime import minute_of

_RECEIPT = "ngày tiếp nhận, không tính"


@dataclass(frozen=True)
class CountedDay:
    """One day of the account. *minutes* of the limit used; 0 for limits counted in days."""

    date: date
    counted: bool
    minutes: int
    why: str


@dataclass(frozen=True)
class DueAccount:
    """The due time and each day from receipt to it; the last day is the due day."""

    received: datetime
    due: datetime
    days: tuple[CountedDay, ...]


def explain_due(
    received: datetime,
    limit: Limit,
    calendar: WorkingCalendar,
    *,
    rules: DueRules = DueRules(),
) -> DueAccount:
    """The same due time as `due_at`, with the reason for every day between (R2, R3)."""
    due = due_at(received, limit, calendar, rules=rules)
    if limit.kind is LimitKind.SAME_DAY:
        days = _same_day(received, due, calendar, rules=rules)
    elif limit.kind is LimitKind.CALENDAR_DAYS:
        days = _calendar_days(received, due, calendar, limit=limit)
    elif limit.kind is LimitKind.WORKING_DAYS and rules.count == "civil":
        days = _civil(received, due, calendar, limit=limit)
    else:
        days = _minutes(received, due, calendar)
    return DueAccount(received, due, tuple(days))


def _span(received: datetime, due: datetime) -> Iterator[date]:
    for passed in range((due.date() - received.date()).days + 1):
        yield received.date() + timedelta(days=passed)


def _minutes(received: datetime, due: datetime, calendar: WorkingCalendar) -> Iterator[CountedDay]:
    for day in _span(received, due):
        used = sum(
            max(
                0,
                minute_of(min(datetime.combine(day, session.closes), due))
                - minute_of(max(datetime.combine(day, session.opens), received)),
            )
            for session in calendar.sessions(day)
        )
        why = calendar.why(day)
        if not used and calendar.is_working(day):
            why += ", tiếp nhận sau giờ làm việc nên tính từ ngày làm việc kế tiếp"
        yield CountedDay(day, used > 0, used, why)


def _civil(
    received: datetime, due: datetime, calendar: WorkingCalendar, *, limit: Limit
) -> Iterator[CountedDay]:
    passed = -1  # the first working day from receipt on is the one that does not count
    for day in _span(received, due):
        why = calendar.why(day)
        if calendar.is_working(day):
            passed += 1
            if passed == 0:
                off = "" if day == received.date() else ", tiếp nhận vào ngày nghỉ trước đó"
                why = f"{why}{off}: {_RECEIPT}"
        counted = passed > 0 and calendar.is_working(day)
        half = counted and passed == math.ceil(limit.amount) > limit.amount
        minutes = DAY_MINUTES // 2 if half else DAY_MINUTES
        yield CountedDay(day, counted, minutes if counted else 0, why)


def _calendar_days(
    received: datetime, due: datetime, calendar: WorkingCalendar, *, limit: Limit
) -> Iterator[CountedDay]:
    end = received.date() + timedelta(days=round(limit.amount))
    for day in _span(received, due):
        why = calendar.why(day)
        if day == received.date():
            why = f"{why}: {_RECEIPT}"
        elif end <= day < due.date():
            why = f"{why}: hết thời hạn vào ngày nghỉ, chuyển sang ngày làm việc kế tiếp"
        elif end < day:
            why = f"{why}: hạn được chuyển sang ngày này"
        yield CountedDay(day, received.date() < day <= end, 0, why)


def _same_day(
    received: datetime, due: datetime, calendar: WorkingCalendar, *, rules: DueRules
) -> Iterator[CountedDay]:
    for day in _span(received, due):
        why = calendar.why(day)
        if day == received.date() and day != due.date() and calendar.is_working(day):
            why = f"{why}, {_too_late(received, calendar, rules.same_day_cutoff)}"
        yield CountedDay(day, day == due.date(), 0, why)


def _too_late(received: datetime, calendar: WorkingCalendar, cutoff: time) -> str:
    closing = calendar.closing(received.date())
    if closing is not None and minute_of(received) > minute_of(closing):
        return "tiếp nhận sau giờ làm việc"
    return f"tiếp nhận sau {cutoff:%H:%M}"
