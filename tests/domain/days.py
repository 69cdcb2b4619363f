"""What the tests of working time draw from: calendars, moments, limits, and a way to write them."""

from datetime import date, datetime, time, timedelta
from functools import cache

from hypothesis import strategies as st

from dxdesk.calendar_data import national_days
from dxdesk.domain.calendar import (
    DEFAULT_TIMETABLE,
    DayException,
    Session,
    Timetable,
    WorkingCalendar,
)
from dxdesk.domain.due import DueRules, Limit, LimitKind

MORNING = Session(time(7, 30), time(11, 30))
SATURDAY_MORNING: Timetable = (*DEFAULT_TIMETABLE[:5], (MORNING,), ())
SHORT_WEEK: Timetable = ((MORNING,), (), (Session(time(8), time(17)),), (MORNING,), (), (), ())
FIRST_DAY = date(2026, 1, 1)


def at(text: str) -> datetime:
    """A moment as an officer writes it: `14/08/2026 09:15`."""
    return datetime.strptime(text, "%d/%m/%Y %H:%M")


def working_days(amount: float) -> Limit:
    return Limit(LimitKind.WORKING_DAYS, amount)


@cache
def calendar_of(
    timetable: Timetable = DEFAULT_TIMETABLE, further: tuple[DayException, ...] = ()
) -> WorkingCalendar:
    """The national calendar of 2026 and 2027 with *further* days."""
    days = {**national_days().exceptions, **{one.day: one for one in further}}
    return WorkingCalendar(timetable, days, frozenset({2026, 2027}))


timetables = st.sampled_from([DEFAULT_TIMETABLE, SATURDAY_MORNING, SHORT_WEEK])
calendars = timetables.map(calendar_of)
days = st.integers(0, 500).map(lambda count: FIRST_DAY + timedelta(days=count))
minutes = st.integers(0, 500 * 1440)
moments = minutes.map(lambda count: datetime.combine(FIRST_DAY, time()) + timedelta(minutes=count))
limits = st.one_of(
    st.integers(1, 60).map(lambda halves: working_days(halves / 2)),
    st.integers(1, 100).map(lambda hours: Limit(LimitKind.WORKING_HOURS, hours)),
    st.integers(1, 40).map(lambda count: Limit(LimitKind.CALENDAR_DAYS, count)),
    st.just(Limit(LimitKind.SAME_DAY)),
)
rules = st.sampled_from([DueRules(), DueRules(count="civil"), DueRules(same_day_cutoff=time(10))])
