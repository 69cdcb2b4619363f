import pytest

from dxdesk.domain.clock import StopMode, acceptance_due, due_after_stop, overdue_at
from dxdesk.domain.due import DueRules, Limit
from dxdesk.errors import InputError
from tests.domain.days import at, calendar_of, working_days

CALENDAR = calendar_of()
DUE = "17/08/2026 09:15"  # received Friday 14/08 09:15, one working day


def _after(stopped: str, resumed: str, mode: StopMode, *, limit: Limit | None = None) -> str:
    due = due_after_stop(
        at(DUE),
        stopped=at(stopped),
        resumed=at(resumed),
        mode=mode,
        limit=limit,
        calendar=CALENDAR,
    )
    return f"{due:%d/%m/%Y %H:%M}"


@pytest.mark.parametrize(
    ("stopped", "resumed", "due"),
    [
        ("14/08/2026 10:00", "14/08/2026 11:00", "17/08/2026 10:15"),
        ("14/08/2026 16:30", "17/08/2026 08:30", "17/08/2026 11:15"),
        ("14/08/2026 17:30", "17/08/2026 07:30", DUE),
        ("14/08/2026 18:00", "16/08/2026 20:00", DUE),
        ("17/08/2026 09:15", "17/08/2026 09:45", "17/08/2026 09:45"),
        ("14/08/2026 10:00", "18/08/2026 09:15", "19/08/2026 08:30"),
    ],
)
def test_resuming_moves_the_due_time_on_by_the_working_time_that_passed(
    stopped: str, resumed: str, due: str
) -> None:
    assert _after(stopped, resumed, StopMode.RESUME) == due


def test_restarting_counts_the_whole_limit_again() -> None:
    restarted = _after(
        "14/08/2026 10:00", "19/08/2026 08:00", StopMode.RESTART, limit=working_days(1)
    )
    assert restarted == "20/08/2026 08:00"


@pytest.mark.parametrize("mode", StopMode)
def test_a_stop_after_the_due_time_does_not_move_it(mode: StopMode) -> None:
    assert _after("17/08/2026 09:16", "20/08/2026 10:00", mode, limit=working_days(1)) == DUE


def test_a_dossier_without_a_limit_cannot_restart() -> None:
    with pytest.raises(InputError, match="không có thời hạn"):
        _after("14/08/2026 10:00", "19/08/2026 08:00", StopMode.RESTART)


def test_resuming_before_stopping_is_refused() -> None:
    with pytest.raises(InputError, match="phải sau thời điểm tạm dừng"):
        _after("14/08/2026 10:00", "14/08/2026 09:59", StopMode.RESUME)


@pytest.mark.parametrize(
    ("moment", "finished", "stopped", "overdue"),
    [
        ("17/08/2026 09:15", None, None, False),
        ("17/08/2026 09:16", None, None, True),
        ("17/08/2026 09:16", "17/08/2026 09:16", None, False),
        ("17/08/2026 09:16", "17/08/2026 09:17", None, True),
        ("17/08/2026 09:16", None, "17/08/2026 09:15", False),
        ("18/08/2026 09:16", None, "17/08/2026 09:16", True),
    ],
)
def test_overdue_is_past_due_not_finished_and_not_stopped_in_time(
    moment: str, finished: str | None, stopped: str | None, *, overdue: bool
) -> None:
    found = overdue_at(
        at(moment),
        due=at(DUE),
        finished=at(finished) if finished else None,
        stopped_since=at(stopped) if stopped else None,
    )
    assert found is overdue


def test_a_dossier_without_a_due_time_is_never_overdue() -> None:
    assert not overdue_at(at(DUE), due=None, finished=None, stopped_since=None)


@pytest.mark.parametrize(
    ("submitted", "accepted_by"),
    [
        ("14/08/2026 09:15", "17/08/2026 09:15"),
        ("15/08/2026 22:00", "17/08/2026 17:30"),
        ("23/11/2026 16:30", "25/11/2026 16:30"),
    ],
)
def test_an_online_submission_is_answered_within_eight_working_hours(
    submitted: str, accepted_by: str
) -> None:
    assert acceptance_due(at(submitted), CALENDAR) == at(accepted_by)


def test_the_hours_for_acceptance_are_a_rule() -> None:
    rules = DueRules(acceptance_hours=2)
    assert acceptance_due(at("14/08/2026 09:15"), CALENDAR, rules=rules) == at("14/08/2026 11:15")


def test_the_one_stop_that_leaves_a_past_night_overdue_begins_without_working_time_left() -> None:
    """The limit of the as-of statement: stopped at the due minute, resumed outside hours."""
    due, stopped, night = at("14/08/2026 17:30"), at("14/08/2026 17:30"), at("15/08/2026 09:00")
    assert not overdue_at(night, due=due, finished=None, stopped_since=stopped)
    after = due_after_stop(
        due,
        stopped=stopped,
        resumed=at("15/08/2026 10:00"),
        mode=StopMode.RESUME,
        limit=working_days(1),
        calendar=CALENDAR,
    )
    assert after == due
    assert overdue_at(night, due=after, finished=None, stopped_since=None)
