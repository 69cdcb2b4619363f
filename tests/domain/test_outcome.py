from datetime import date, datetime

import pytest
from hypothesis import given, settings

from dxdesk.domain.calendar import MissingYearError, WorkingCalendar
from dxdesk.domain.outcome import (
    LATE,
    EarlyRule,
    day_only_due,
    day_only_finish,
    day_only_received,
    outcome,
    outcome_name,
)
from tests.domain.days import SATURDAY_MORNING, at, calendar_of, calendars, moments

CALENDAR = calendar_of()


def _names(finished: str, due: str, *, same_day: bool = False, day_only: bool = False) -> str:
    stored = outcome(
        finished=at(finished),
        due=at(due),
        same_day=same_day,
        calendar=CALENDAR,
        finished_day_only=day_only,
    )
    return " ".join(str(outcome_name(stored, rule)) for rule in EarlyRule)


@pytest.mark.parametrize(
    ("finished", "due", "names"),  # names under session, day, moment
    [
        ("17/08/2026 14:01", "17/08/2026 14:00", "late late late"),
        ("17/08/2026 14:00", "17/08/2026 14:00", "on_time on_time on_time"),
        ("17/08/2026 13:59", "17/08/2026 14:00", "on_time on_time early"),
        ("17/08/2026 13:30", "17/08/2026 14:00", "on_time on_time early"),
        ("17/08/2026 13:29", "17/08/2026 14:00", "early on_time early"),
        ("17/08/2026 07:30", "17/08/2026 11:30", "on_time on_time early"),
        ("17/08/2026 07:29", "17/08/2026 11:30", "early on_time early"),
        ("14/08/2026 23:00", "17/08/2026 08:00", "early early early"),
        ("17/08/2026 13:00", "17/08/2026 23:59", "early on_time early"),  # day-only due
        ("17/08/2026 16:00", "17/08/2026 23:59", "on_time on_time early"),
        ("17/08/2026 11:00", "17/08/2026 12:00", "early on_time early"),  # due at lunch
        ("17/08/2026 12:00", "17/08/2026 12:00", "on_time on_time on_time"),
        ("16/08/2026 08:00", "16/08/2026 23:59", "on_time on_time early"),  # due on a Sunday
        ("15/08/2026 23:59", "16/08/2026 23:59", "early early early"),
    ],
)
def test_early_and_on_time_under_each_rule(finished: str, due: str, names: str) -> None:
    assert _names(finished, due) == names


def test_a_same_day_limit_is_early_by_any_minute_under_every_rule() -> None:
    assert _names("17/08/2026 17:29", "17/08/2026 17:30", same_day=True) == "early early early"
    assert _names("17/08/2026 17:30", "17/08/2026 17:30", same_day=True) == (
        "on_time on_time on_time"
    )
    assert _names("17/08/2026 17:31", "17/08/2026 17:30", same_day=True) == "late late late"


@pytest.mark.parametrize("same_day", [False, True])
@pytest.mark.parametrize(
    ("finished", "name"),
    [("16/08/2026", "early"), ("17/08/2026", "on_time"), ("18/08/2026", "late")],
)
def test_a_finish_known_by_its_date_is_compared_by_date(
    finished: str, name: str, *, same_day: bool
) -> None:
    for hour in ("00:00", "23:59"):
        found = _names(f"{finished} {hour}", "17/08/2026 14:00", same_day=same_day, day_only=True)
        assert found == f"{name} {name} {name}"


def test_without_a_due_time_a_dossier_is_neither_late_nor_early() -> None:
    assert (
        outcome(finished=at("17/08/2026 14:00"), due=None, same_day=False, calendar=CALENDAR) == 0
    )


def test_not_finished_has_no_outcome_name() -> None:
    assert outcome_name(None, EarlyRule.DAY) is None


def test_a_late_dossier_needs_no_holidays_but_an_early_one_does() -> None:
    due = at("17/08/2016 14:00")
    late = outcome(finished=at("18/08/2016 08:00"), due=due, same_day=False, calendar=CALENDAR)
    assert late == LATE
    with pytest.raises(MissingYearError, match="2016"):
        outcome(finished=at("12/08/2016 08:00"), due=due, same_day=False, calendar=CALENDAR)


@settings(max_examples=150)
@given(calendars, moments, moments)
def test_whoever_is_early_by_day_or_by_session_is_early_by_moment(
    calendar: WorkingCalendar, one: datetime, other: datetime
) -> None:
    finished, due = sorted((one, other))
    bits = outcome(finished=finished, due=due, same_day=False, calendar=calendar)
    assert bits != LATE
    assert bits == 0 or bits & EarlyRule.MOMENT.bit
    if bits & EarlyRule.DAY.bit:
        assert bits & EarlyRule.SESSION.bit


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2026, 8, 17), "17/08/2026 07:30"),
        (date(2026, 9, 2), "02/09/2026 07:30"),
        (date(2026, 8, 30), "30/08/2026 07:30"),
        (date(2016, 8, 17), "17/08/2016 07:30"),
    ],
)
def test_a_receipt_known_by_its_date_is_at_opening(day: date, moment: str) -> None:
    assert day_only_received(day, CALENDAR) == at(moment)
    assert day_only_received(day, calendar_of(SATURDAY_MORNING)) == at(moment)


def test_a_due_time_known_by_its_date_is_the_last_minute() -> None:
    assert day_only_due(date(2026, 8, 17)) == at("17/08/2026 23:59")


@pytest.mark.parametrize(
    ("day", "due", "received", "moment"),
    [
        (17, "17/08/2026 14:00", None, "17/08/2026 14:00"),
        (17, "17/08/2026 14:00", "17/08/2026 09:00", "17/08/2026 14:00"),
        (17, "17/08/2026 14:00", "17/08/2026 15:00", "17/08/2026 15:00"),
        (17, "18/08/2026 14:00", "17/08/2026 15:00", "17/08/2026 23:59"),
        (17, "16/08/2026 14:00", None, "17/08/2026 23:59"),
        (17, None, None, "17/08/2026 23:59"),
    ],
)
def test_a_finish_known_by_its_date_is_stored_so_that_no_figure_asks_again(
    day: int, due: str | None, received: str | None, moment: str
) -> None:
    stored = day_only_finish(
        date(2026, 8, day),
        at(due) if due else None,
        received=at(received) if received else None,
    )
    assert stored == at(moment)
