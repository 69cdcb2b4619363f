"""A change of the calendar: everything that would move is told, then moves in one action."""

from datetime import date, time

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.calendar import DEFAULT_TIMETABLE, DayException, DayKind, Session
from dxdesk.errors import InputError
from dxdesk.services import acts, dossiers, history, settings
from dxdesk.services.calendar_change import CalendarChange, change_calendar, preview_moves
from dxdesk.services.checking import check
from dxdesk.services.correction import correct
from dxdesk.services.years import calendar_warning, year_of
from tests.kit import Clock, moment, receive, submit

STORM = DayException(date(2026, 3, 11), DayKind.CLOSURE, "bão", source="QĐ 12/QĐ-UBND")
CLOSED = CalendarChange("Nghỉ bão", days=(STORM,))


def test_a_closure_moves_what_was_counted_over_it_and_nothing_else(desk: Desk) -> None:
    counted = receive(desk)
    typed = receive(desk)
    correct(desk, typed.id, {"due_at": moment("16/03/2026 10:00")}, reason="hẹn riêng")
    done = acts.finish(desk, receive(desk).id)
    moves = preview_moves(desk, CLOSED)
    assert [(one.dossier_id, one.before, one.after) for one in moves] == [
        (counted.id, moment("16/03/2026 08:00"), moment("17/03/2026 08:00"))
    ]
    assert dossiers.get(desk, counted.id) == counted
    assert change_calendar(desk, CLOSED) == moves
    assert dossiers.get(desk, counted.id).due_at == moment("17/03/2026 08:00")
    assert dossiers.get(desk, typed.id).due_at == moment("16/03/2026 10:00")
    assert dossiers.get(desk, done.id).due_at == done.due_at
    assert dossiers.due_account(desk, counted.id) is not None


def test_calendar_and_due_times_are_taken_back_together(desk: Desk) -> None:
    dossier = receive(desk)
    change_calendar(desk, CLOSED)
    assert history.undo(desk) == "Nghỉ bão"
    assert dossiers.get(desk, dossier.id) == dossier
    assert settings.rules_in_force(desk).calendar.is_working(STORM.day)
    history.redo(desk)
    assert dossiers.get(desk, dossier.id).due_at == moment("17/03/2026 08:00")
    assert [one.problems for one in check(desk).checks if one.problems] == []


def test_a_dossier_that_waited_is_counted_with_its_stops(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.set("10/03/2026 08:00")
    acts.suspend(desk, dossier.id, reason="chờ")
    clock.set("10/03/2026 10:00")
    resumed = acts.resume(desk, dossier.id)
    assert resumed.due_at == moment("16/03/2026 10:00")
    assert [one.after for one in preview_moves(desk, CLOSED)] == [moment("17/03/2026 10:00")]


def test_the_clock_of_an_online_submission_moves_too(desk: Desk, clock: Clock) -> None:
    clock.set("10/03/2026 16:00")
    waiting = submit(desk)
    moves = change_calendar(desk, CLOSED)
    assert [one.field for one in moves] == ["acceptance_due_at"]
    assert dossiers.get(desk, waiting.id).acceptance_due_at == moves[0].after


def test_other_hours_of_the_week_move_what_is_open(desk: Desk) -> None:
    dossier = receive(desk)
    week = (*((Session(time(8), time(12)), Session(time(13), time(17))),) * 5, (), ())
    change_calendar(desk, CalendarChange("Giờ mới", timetable=week))
    assert dossiers.get(desk, dossier.id).due_at == moment("13/03/2026 17:00")
    assert settings.rules_in_force(desk).calendar.timetable == week


def test_a_day_of_the_wards_own_goes_back_to_the_rule(desk: Desk) -> None:
    dossier = receive(desk)
    change_calendar(desk, CLOSED)
    change_calendar(desk, CalendarChange("Bỏ", dropped=(STORM.day,)))
    assert dossiers.get(desk, dossier.id).due_at == dossier.due_at
    with pytest.raises(InputError, match="Chưa có gì thay đổi"):
        change_calendar(desk, CalendarChange("Không gì"))


def test_a_change_that_moves_nothing_is_kept_all_the_same(desk: Desk) -> None:
    assert change_calendar(desk, CLOSED) == ()
    assert not settings.rules_in_force(desk).calendar.is_working(STORM.day)


def test_the_year_tells_its_special_days_and_whose_they_are(desk: Desk) -> None:
    change_calendar(desk, CLOSED)
    year = year_of(desk, 2026)
    own = [one.exception for one in year.special if one.own]
    assert own == [STORM]
    assert any(one.exception.day == date(2026, 4, 30) for one in year.special)
    assert year.known
    assert not year_of(desk, 2050).known


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("09/03/2026 08:00", None),
        ("01/10/2030 08:00", "chưa đối chiếu văn bản"),
        ("09/03/2035 08:00", "Chưa có ngày nghỉ lễ năm 2036"),
    ],
)
def test_next_years_holidays_are_warned_of_in_time(
    desk: Desk, clock: Clock, now: str, words: str | None
) -> None:
    clock.set(now)
    warning = calendar_warning(desk)
    assert (warning is None) == (words is None)
    assert words is None or words in (warning.text if warning else "")


def test_the_default_week_is_the_one_that_is_shown(desk: Desk) -> None:
    assert year_of(desk, 2026).calendar.timetable == DEFAULT_TIMETABLE
