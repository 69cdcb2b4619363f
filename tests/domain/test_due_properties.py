from datetime import date, datetime

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dxdesk.domain.calendar import DayException, DayKind, Timetable, WorkingCalendar
from dxdesk.domain.due import DueRules, Limit, LimitKind, due_at
from dxdesk.domain.due_account import explain_due
from tests.domain.days import calendar_of, calendars, days, limits, moments, rules, timetables

few = settings(max_examples=120)


@few
@given(timetables, days, days, moments, limits, rules)
def test_a_further_holiday_never_brings_a_due_time_forward(
    timetable: Timetable, first: date, last: date, received: datetime, limit: Limit, rule: DueRules
) -> None:
    further = tuple(DayException(day, DayKind.HOLIDAY, "thêm") for day in {first, last})
    before = due_at(received, limit, calendar_of(timetable), rules=rule)
    assert due_at(received, limit, calendar_of(timetable, further), rules=rule) >= before


@few
@given(timetables, days, moments, limits, rules)
def test_a_holiday_on_the_day_of_receipt_never_brings_a_due_time_forward(
    timetable: Timetable, at_first: date, received: datetime, limit: Limit, rule: DueRules
) -> None:
    received = datetime.combine(at_first, received.time())
    further = (DayException(at_first, DayKind.HOLIDAY, "thêm"),)
    before = due_at(received, limit, calendar_of(timetable), rules=rule)
    assert due_at(received, limit, calendar_of(timetable, further), rules=rule) >= before


@few
@given(timetables, days, moments, limits, rules, st.integers(0, 6))
def test_a_make_up_day_never_pushes_a_due_time_back(
    timetable: Timetable,
    day: date,
    received: datetime,
    limit: Limit,
    rule: DueRules,
    like: int,
) -> None:
    plain = calendar_of(timetable)
    assume(not plain.is_working(day))
    made_up = calendar_of(
        timetable, (DayException(day, DayKind.MAKE_UP, "làm bù", like_weekday=like),)
    )
    before = due_at(received, limit, plain, rules=rule)
    assert due_at(received, limit, made_up, rules=rule) <= before


@few
@given(calendars, moments, moments, limits, rules)
def test_who_comes_later_is_never_due_earlier(
    calendar: WorkingCalendar, one: datetime, other: datetime, limit: Limit, rule: DueRules
) -> None:
    first, second = sorted((one, other))
    assert due_at(first, limit, calendar, rules=rule) <= due_at(second, limit, calendar, rules=rule)


@few
@given(calendars, moments, limits, limits, rules)
def test_a_longer_limit_is_never_due_earlier(
    calendar: WorkingCalendar, received: datetime, one: Limit, other: Limit, rule: DueRules
) -> None:
    assume(one.kind == other.kind)
    short, long = sorted((one, other), key=lambda limit: limit.amount)
    assert due_at(received, short, calendar, rules=rule) <= due_at(
        received, long, calendar, rules=rule
    )


@few
@given(calendars, moments, limits, rules)
def test_nothing_is_due_before_it_is_received(
    calendar: WorkingCalendar, received: datetime, limit: Limit, rule: DueRules
) -> None:
    due = due_at(received, limit, calendar, rules=rule)
    assert due >= received
    assert calendar.is_working(due.date())


@few
@given(calendars, moments, limits, rules)
def test_the_account_ends_on_the_due_time_and_its_minutes_are_the_limit(
    calendar: WorkingCalendar, received: datetime, limit: Limit, rule: DueRules
) -> None:
    account = explain_due(received, limit, calendar, rules=rule)
    assert account.due == due_at(received, limit, calendar, rules=rule)
    assert account.days[0].date == received.date()
    assert account.days[-1].date == account.due.date()
    assert sum(day.minutes for day in account.days) == limit.minutes
    assert all(day.counted for day in account.days if day.minutes)
    if limit.kind is LimitKind.CALENDAR_DAYS:
        assert sum(day.counted for day in account.days) == limit.amount
    else:
        assert account.days[-1].counted


@few
@given(calendars, moments, st.integers(1, 15_000))
def test_the_minute_before_the_due_time_is_not_enough(
    calendar: WorkingCalendar, received: datetime, worked: int
) -> None:
    limit = Limit(LimitKind.WORKING_HOURS, worked / 60)
    due = due_at(received, limit, calendar)
    assert calendar.working_minutes_between(received, due) == worked
    just_before = due.replace(minute=due.minute - 1) if due.minute else None
    if just_before is not None:
        assert calendar.working_minutes_between(received, just_before) == worked - 1
