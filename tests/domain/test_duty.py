"""Where a task stands follows from its days and the ward's calendar."""

from datetime import date

import pytest

from dxdesk.calendar_data import national_calendar
from dxdesk.domain.calendar import DEFAULT_TIMETABLE
from dxdesk.domain.duty import DutyState, last_day, state_of

CALENDAR = national_calendar(DEFAULT_TIMETABLE)
FRIDAY, SATURDAY, MONDAY, TUESDAY = (date(2026, 3, day) for day in (13, 14, 16, 17))


@pytest.mark.parametrize(
    ("due", "done", "today", "state"),
    [
        (None, None, FRIDAY, DutyState.OPEN),
        (None, FRIDAY, FRIDAY, DutyState.DONE),
        (FRIDAY, None, FRIDAY, DutyState.SOON),
        (FRIDAY, None, SATURDAY, DutyState.OVERDUE),
        (SATURDAY, None, MONDAY, DutyState.SOON),
        (SATURDAY, None, TUESDAY, DutyState.OVERDUE),
        (SATURDAY, MONDAY, TUESDAY, DutyState.DONE),
        (FRIDAY, MONDAY, TUESDAY, DutyState.DONE_LATE),
        (FRIDAY, MONDAY, FRIDAY, DutyState.SOON),
        (date(2026, 3, 18), None, FRIDAY, DutyState.SOON),
        (date(2026, 3, 19), None, FRIDAY, DutyState.OPEN),
    ],
)
def test_the_state_is_that_of_the_end_of_the_day(
    due: date | None, done: date | None, today: date, state: DutyState
) -> None:
    assert state_of(due, done, today=today, calendar=CALENDAR) is state


def test_a_deadline_on_a_day_off_passes_on_the_next_working_day() -> None:
    assert last_day(SATURDAY, CALENDAR) == MONDAY
    assert last_day(date(2026, 9, 2), CALENDAR) > date(2026, 9, 2)
    assert last_day(date(2090, 1, 1), CALENDAR) == date(2090, 1, 1)
