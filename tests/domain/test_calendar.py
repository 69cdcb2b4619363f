from datetime import date, datetime, time

import pytest

from dxdesk.domain.calendar import (
    DEFAULT_TIMETABLE,
    DayException,
    DayKind,
    MissingYearError,
    Session,
    WorkingCalendar,
)
from dxdesk.errors import InputError
from tests.domain.days import MORNING, SATURDAY_MORNING, at, calendar_of

CALENDAR = calendar_of()
AFTERNOON = Session(time(13, 30), time(17, 30))


def test_an_ordinary_monday_has_two_sessions_of_four_hours() -> None:
    day = date(2026, 8, 17)
    assert CALENDAR.sessions(day) == (MORNING, AFTERNOON)
    assert CALENDAR.opening(day) == at("17/08/2026 07:30")
    assert CALENDAR.closing(day) == at("17/08/2026 17:30")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 8, 17), "ngày làm việc"),
        (date(2026, 8, 29), "thứ Bảy, ngày nghỉ hằng tuần"),
        (date(2026, 8, 30), "Chủ nhật, ngày nghỉ hằng tuần"),
        (date(2026, 4, 27), "nghỉ lễ: Giỗ Tổ Hùng Vương (nghỉ bù)"),
        (date(2026, 8, 31), "ngày nghỉ: hoán đổi, làm bù thứ Bảy 22/08/2026"),
        (date(2026, 8, 22), "ngày làm bù: thay cho thứ Hai 31/08/2026"),
        (date(2027, 2, 11), "nghỉ lễ: Kỳ nghỉ Tết Nguyên đán (chưa đối chiếu văn bản)"),
    ],
)
def test_every_day_says_why_it_is_worked_or_not(day: date, words: str) -> None:
    assert CALENDAR.why(day) == words


def test_a_make_up_saturday_has_the_hours_of_the_day_that_it_stands_for() -> None:
    assert CALENDAR.sessions(date(2026, 8, 22)) == DEFAULT_TIMETABLE[0]
    assert calendar_of(SATURDAY_MORNING).sessions(date(2026, 8, 22)) == DEFAULT_TIMETABLE[0]


def test_a_make_up_day_without_a_weekday_has_the_hours_of_the_first_working_day() -> None:
    day = date(2026, 3, 7)
    made_up = calendar_of(further=(DayException(day, DayKind.MAKE_UP, "bão số 1"),))
    assert made_up.sessions(day) == DEFAULT_TIMETABLE[0]


def test_a_day_with_other_hours_has_those_hours_only() -> None:
    day = date(2026, 3, 6)
    other = DayException(day, DayKind.OTHER_HOURS, "họp toàn phường", sessions=(MORNING,))
    calendar = calendar_of(further=(other,))
    assert calendar.closing(day) == at("06/03/2026 11:30")
    assert calendar.why(day) == "ngày làm việc theo giờ riêng: họp toàn phường"


def test_a_closure_has_no_sessions() -> None:
    day = date(2026, 3, 6)
    calendar = calendar_of(further=(DayException(day, DayKind.CLOSURE, "nghỉ bão"),))
    assert not calendar.is_working(day)
    assert calendar.opening(day) is None
    assert calendar.closing(day) is None
    assert calendar.next_working_day(date(2026, 3, 5)) == date(2026, 3, 9)


def test_the_day_after_the_swap_and_national_day_is_a_thursday() -> None:
    assert CALENDAR.next_working_day(date(2026, 8, 28)) == date(2026, 9, 3)
    assert CALENDAR.next_working_day(date(2026, 8, 21)) == date(2026, 8, 22)


@pytest.mark.parametrize(
    ("begin", "end", "minutes"),
    [
        ("14/08/2026 09:15", "17/08/2026 09:15", 480),
        ("14/08/2026 11:00", "14/08/2026 14:00", 60),
        ("14/08/2026 18:00", "17/08/2026 07:00", 0),
        ("14/08/2026 00:00", "14/08/2026 23:59", 480),
        ("31/12/2026 17:00", "02/01/2027 09:00", 30),
        ("17/08/2026 09:15", "14/08/2026 09:15", -480),
    ],
)
def test_working_minutes_between_two_moments(begin: str, end: str, minutes: int) -> None:
    assert CALENDAR.working_minutes_between(at(begin), at(end)) == minutes


def test_a_year_without_holidays_is_an_error_that_names_it() -> None:
    for fails in (CALENDAR.sessions, CALENDAR.why, CALENDAR.next_working_day):
        with pytest.raises(MissingYearError, match="2028"):
            fails(date(2028, 3, 1))
    with pytest.raises(MissingYearError, match="2028"):
        CALENDAR.next_working_day(date(2027, 12, 31))


def test_minutes_across_a_missing_year_name_that_year() -> None:
    gap = WorkingCalendar(years=frozenset({2026, 2028}))
    for begin, end in ((2026, 2028), (2028, 2026)):
        with pytest.raises(MissingYearError, match="2027"):
            gap.working_minutes_between(datetime(begin, 5, 5), datetime(end, 5, 5))


def test_a_week_of_six_days_is_refused() -> None:
    with pytest.raises(InputError, match="bảy ngày"):
        WorkingCalendar(DEFAULT_TIMETABLE[:6])


def test_a_week_without_work_is_refused() -> None:
    with pytest.raises(InputError, match="ít nhất một buổi"):
        WorkingCalendar(((),) * 7)


@pytest.mark.parametrize(
    "sessions",
    [
        (AFTERNOON, MORNING),
        (Session(time(11), time(11)),),
        (Session(time(17), time(8)),),
        (MORNING, Session(time(11), time(12))),
    ],
)
def test_sessions_that_overlap_or_end_before_they_begin_are_refused(
    sessions: tuple[Session, ...],
) -> None:
    with pytest.raises(InputError, match="thứ Hai"):
        WorkingCalendar((sessions, *DEFAULT_TIMETABLE[1:]))
    with pytest.raises(InputError, match="06/03/2026"):
        DayException(date(2026, 3, 6), DayKind.OTHER_HOURS, "giờ hè", sessions=sessions)


def test_a_day_with_other_hours_needs_hours() -> None:
    with pytest.raises(InputError, match="ít nhất một buổi"):
        DayException(date(2026, 3, 6), DayKind.OTHER_HOURS, "giờ hè")


def test_there_is_no_eighth_weekday() -> None:
    with pytest.raises(InputError, match="không phải 7"):
        DayException(date(2026, 3, 7), DayKind.MAKE_UP, "làm bù", like_weekday=7)


def test_a_calendar_keeps_its_exceptions_when_the_table_it_came_from_changes() -> None:
    day = date(2026, 3, 6)
    table = {day: DayException(day, DayKind.CLOSURE, "nghỉ bão")}
    calendar = WorkingCalendar(exceptions=table, years=frozenset({2026}))
    table.clear()
    assert not calendar.is_working(day)
