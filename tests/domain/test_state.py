"""The state follows from the moments; acts fit the states (law.md §2.1, §2.2)."""

from dataclasses import dataclass
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.act import ACT_RULES, RULE_OF, Act, why_not
from dxdesk.domain.state import (
    ENDED_STATES,
    OPEN_STATES,
    WAITING_STATES,
    Ending,
    State,
    StopKind,
    derive_state,
)

NOW = datetime(2026, 3, 9, 8)
moments = st.one_of(st.none(), st.just(NOW))


@dataclass
class Facts:
    received_at: datetime | None = None
    declined_at: datetime | None = None
    void_at: datetime | None = None
    processing_since: datetime | None = None
    stopped_since: datetime | None = None
    stop_kind: StopKind | None = None
    finished_at: datetime | None = None
    ending: Ending | None = None
    returned_at: datetime | None = None


everything = Facts(NOW, NOW, NOW, NOW, NOW, StopKind.AGENCY, NOW, Ending.RESULT, NOW)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (Facts(), State.AWAITING_ACCEPTANCE),
        (Facts(declined_at=NOW), State.DECLINED),
        (Facts(NOW), State.ACCEPTED),
        (Facts(NOW, processing_since=NOW), State.PROCESSING),
        (Facts(stopped_since=NOW, stop_kind=StopKind.SUPPLEMENT), State.AWAITING_SUPPLEMENT),
        (Facts(NOW, stopped_since=NOW, stop_kind=StopKind.PAYMENT), State.AWAITING_PAYMENT),
        (Facts(NOW, stopped_since=NOW, stop_kind=StopKind.AGENCY), State.SUSPENDED),
        (Facts(NOW, finished_at=NOW), State.FINISHED),
        (Facts(NOW, finished_at=NOW, ending=Ending.REFUSED), State.FINISHED),
        (Facts(NOW, finished_at=NOW, ending=Ending.RESULT, returned_at=NOW), State.RETURNED),
        (Facts(NOW, finished_at=NOW, ending=Ending.WITHDRAWN), State.WITHDRAWN),
        (Facts(NOW, finished_at=NOW, ending=Ending.STOPPED), State.STOPPED),
        (Facts(NOW, finished_at=NOW, ending=Ending.CLOSED, returned_at=NOW), State.CLOSED),
        (everything, State.VOID),
    ],
)
def test_the_state_follows_from_the_moments(facts: Facts, state: State) -> None:
    assert derive_state(facts) is state


@given(
    st.builds(
        Facts,
        *[moments] * 5,
        st.one_of(st.none(), st.sampled_from(StopKind)),
        moments,
        st.one_of(st.none(), st.sampled_from(Ending)),
        moments,
    )
)
def test_every_set_of_moments_has_a_state_and_voiding_wins(facts: Facts) -> None:
    assert (derive_state(facts) is State.VOID) == (facts.void_at is not None)


def test_each_state_has_its_own_label_and_a_national_code_unless_void() -> None:
    assert len({state.label for state in State}) == len(State)
    codes = {state.national_code for state in State if state is not State.VOID}
    assert codes == set(range(1, 11))
    assert State.VOID.national_code is None


def test_open_waiting_and_ended_states_do_not_overlap() -> None:
    assert WAITING_STATES < OPEN_STATES
    assert not OPEN_STATES & ENDED_STATES


def test_there_is_one_rule_for_every_act() -> None:
    assert sorted(rule.act for rule in ACT_RULES) == sorted(Act)
    assert {act: rule.act for act, rule in RULE_OF.items()} == {act: act for act in Act}
    assert len({rule.title for rule in ACT_RULES}) == len(Act)


@pytest.mark.parametrize("act", Act)
def test_an_act_that_is_not_allowed_says_why_in_a_sentence(act: Act) -> None:
    for state in State:
        why = why_not(act, state, accepted=True)
        assert (why is None) == (state in RULE_OF[act].states)
        assert why is None or (why.endswith(".") and why[0].isupper())


def test_an_ended_dossier_can_only_be_returned_corrected_or_voided() -> None:
    for state in ENDED_STATES:
        possible = {act for act in Act if why_not(act, state, accepted=True) is None}
        assert possible - {Act.RETURN} == {Act.CORRECT, Act.VOID}


@pytest.mark.parametrize("ending", Ending)
def test_a_written_refusal_is_a_result_and_the_other_ends_are_none(ending: Ending) -> None:
    assert ending.has_result == (ending in {Ending.RESULT, Ending.REFUSED})
