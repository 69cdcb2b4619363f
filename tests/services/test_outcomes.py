"""Early, on time, late under each rule; what stands in no figure (figures.md R8–R11)."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.due import Limit, LimitKind
from dxdesk.domain.figures import Figures
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import month
from dxdesk.domain.state import State
from dxdesk.services import acts, statistics
from tests.kit import Clock, do, in_state, moment, receive, submit

MARCH = month(2026, 3)
# Due Monday 16/03/2026 at 15:00, so in the session 13:30–17:30.
RECEIVED = moment("09/03/2026 15:00")
FINISHES = {
    "13/03/2026 17:00": ("early", "early", "early"),
    "16/03/2026 10:00": ("early", "on_time", "early"),
    "16/03/2026 13:29": ("early", "on_time", "early"),
    "16/03/2026 13:30": ("on_time", "on_time", "early"),
    "16/03/2026 14:59": ("on_time", "on_time", "early"),
    "16/03/2026 15:00": ("on_time", "on_time", "on_time"),
    "16/03/2026 15:01": ("late", "late", "late"),
}
RULES = (EarlyRule.SESSION, EarlyRule.DAY, EarlyRule.MOMENT)


def total(desk: Desk, rule: EarlyRule | None = None) -> Figures:
    return statistics.statistics(desk, MARCH, early_rule=rule).total


@pytest.mark.parametrize(("finished", "names"), FINISHES.items())
def test_early_and_on_time_are_told_apart_by_the_wards_rule(
    desk: Desk, clock: Clock, finished: str, names: tuple[str, ...]
) -> None:
    clock.set("09/03/2026 17:00")
    dossier = receive(desk, received_at=RECEIVED)
    clock.set(finished)
    acts.finish(desk, dossier.id)
    for rule, name in zip(RULES, names, strict=True):
        figures = total(desk, rule)
        assert {n: getattr(figures, n) for n in ("early", "on_time", "late")} == {
            **dict.fromkeys(("early", "on_time", "late"), 0),
            name: 1,
        }


def test_a_same_day_dossier_can_be_early_under_every_rule(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk, limit=Limit(LimitKind.SAME_DAY))
    assert dossier.due_at == moment("09/03/2026 17:30")
    clock.set("09/03/2026 17:29")
    acts.finish(desk, dossier.id)
    assert [total(desk, rule).early for rule in RULES] == [1, 1, 1]


@pytest.mark.parametrize(
    ("state", "without_result"),
    [(State.WITHDRAWN, 1), (State.STOPPED, 1), (State.CLOSED, 1), (State.FINISHED, 0)],
)
def test_an_end_without_a_result_is_resolved_and_counted_apart(
    desk: Desk, state: State, without_result: int
) -> None:
    in_state(desk, state)
    figures = total(desk)
    assert (figures.resolved, figures.early, figures.pending) == (1, 1, 0)
    assert figures.without_result == without_result


def test_a_written_refusal_is_a_result(desk: Desk) -> None:
    do(desk, Act.REFUSE, receive(desk).id)
    figures = total(desk)
    assert (figures.resolved, figures.without_result) == (1, 0)


def test_declined_at_intake_is_counted_as_declined_only(desk: Desk) -> None:
    in_state(desk, State.DECLINED)
    assert total(desk) == Figures(declined=1)


def test_closed_before_acceptance_is_counted_as_declined_only(desk: Desk) -> None:
    do(desk, Act.CLOSE, do(desk, Act.REQUEST_SUPPLEMENT, submit(desk).id).id)
    assert total(desk) == Figures(declined=1)


def test_a_submission_not_yet_accepted_stands_in_no_figure(desk: Desk) -> None:
    submit(desk)
    assert total(desk) == Figures()


@pytest.mark.parametrize(
    "state", [state for state in State if state is not State.VOID], ids=lambda state: state.key
)
def test_a_void_dossier_stands_in_no_figure(desk: Desk, state: State) -> None:
    dossier = in_state(desk, state)
    acts.void(desk, dossier.id, reason="Nhập nhầm")
    assert total(desk) == Figures()


def test_collecting_a_result_late_does_not_make_it_late(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    acts.finish(desk, dossier.id)
    clock.set("30/03/2026 08:00")
    assert acts.return_result(desk, dossier.id).outcome == "early"
    assert total(desk).late == 0
