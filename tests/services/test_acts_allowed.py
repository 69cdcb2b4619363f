"""Every act in every state: done, or refused with the rule's own sentence and nothing changed."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.act import ACT_RULES, Act, ActRule
from dxdesk.domain.dossier import OfficerId
from dxdesk.domain.state import WAITING_STATES, State
from dxdesk.errors import DeskError
from dxdesk.services import dossiers, history
from dxdesk.services.catalogue import officers
from dxdesk.services.officers import add_officer
from tests.kit import Clock, do, in_state, submit

RESULT = {
    Act.ACCEPT: State.ACCEPTED,
    Act.DECLINE: State.DECLINED,
    Act.HAND_OVER: State.PROCESSING,
    Act.REQUEST_SUPPLEMENT: State.AWAITING_SUPPLEMENT,
    Act.AWAIT_PAYMENT: State.AWAITING_PAYMENT,
    Act.SUSPEND: State.SUSPENDED,
    Act.FINISH: State.FINISHED,
    Act.REFUSE: State.FINISHED,
    Act.RETURN: State.RETURNED,
    Act.WITHDRAW: State.WITHDRAWN,
    Act.STOP: State.STOPPED,
    Act.CLOSE: State.CLOSED,
    Act.VOID: State.VOID,
    Act.RESTORE: State.ACCEPTED,
}
ACTS = [rule for rule in ACT_RULES if rule.act is not Act.CORRECT]
NEED_ACCEPTANCE = (Act.HAND_OVER, Act.APOLOGISE, Act.WITHDRAW, Act.STOP)


@pytest.mark.parametrize("state", State, ids=lambda state: state.key)
def test_a_dossier_comes_into_each_state_by_acts(desk: Desk, state: State) -> None:
    assert in_state(desk, state).state is state


def after(act: Act, state: State) -> State:
    """The state after an allowed *act* on a dossier in *state*."""
    if act is Act.APOLOGISE or (act is Act.HAND_OVER and state in WAITING_STATES):
        return state
    return State.ACCEPTED if act is Act.RESUME else RESULT[act]


def given(desk: Desk, rule: ActRule) -> dict[str, OfficerId]:
    """Hand-over goes to another officer."""
    return {"officer_id": officers(desk)[-1].id} if rule.act is Act.HAND_OVER else {}


@pytest.mark.parametrize("state", State, ids=lambda state: state.key)
def test_each_act_that_fits_the_state_is_done(desk: Desk, clock: Clock, state: State) -> None:
    add_officer(desk, "Lê Thị Hồng")
    for rule in ACTS:
        if state in rule.states:
            dossier = in_state(desk, state)
            clock.later(minutes=7)
            done = do(desk, rule.act, dossier.id, **given(desk, rule))
            assert done == dossiers.get(desk, dossier.id)
            assert done.state is after(rule.act, state), rule.act


@pytest.mark.parametrize("state", State, ids=lambda state: state.key)
def test_each_other_act_is_refused_by_its_rule_and_changes_nothing(
    desk: Desk, clock: Clock, state: State
) -> None:
    add_officer(desk, "Lê Thị Hồng")
    dossier = in_state(desk, state)
    clock.later(minutes=7)
    before = history.events(desk)
    refused = [rule for rule in ACTS if state not in rule.states]
    assert refused
    for rule in refused:
        with pytest.raises(DeskError) as refusal:
            do(desk, rule.act, dossier.id, **given(desk, rule))
        assert str(refusal.value).startswith(rule.otherwise)
    assert dossiers.get(desk, dossier.id) == dossier
    assert history.events(desk) == before


@pytest.mark.parametrize("state", State, ids=lambda state: state.key)
def test_what_the_screen_offers_is_what_the_act_allows(desk: Desk, state: State) -> None:
    dossier = in_state(desk, state)
    for rule, why in dossiers.allowed(dossier):
        assert why == (None if state in rule.states else rule.otherwise)


@pytest.mark.parametrize("act", NEED_ACCEPTANCE, ids=lambda act: act.value)
def test_what_needs_acceptance_is_refused_while_a_submission_awaits_a_supplement(
    desk: Desk, act: Act
) -> None:
    waiting = do(desk, Act.REQUEST_SUPPLEMENT, submit(desk).id)
    assert waiting.state is State.AWAITING_SUPPLEMENT
    offered = {rule.act: why for rule, why in dossiers.allowed(waiting)}
    with pytest.raises(DeskError) as refused:
        do(desk, act, waiting.id)
    assert str(refused.value).startswith(offered[act] or "offered, yet refused: ")
    assert dossiers.get(desk, waiting.id) == waiting


def test_a_submission_that_awaits_a_supplement_is_resumed_and_then_accepted(desk: Desk) -> None:
    waiting = do(desk, Act.REQUEST_SUPPLEMENT, submit(desk).id)
    resumed = do(desk, Act.RESUME, waiting.id)
    assert (resumed.state, resumed.due_at) == (State.AWAITING_ACCEPTANCE, None)
    accepted = do(desk, Act.ACCEPT, waiting.id)
    assert accepted.state is State.ACCEPTED
    assert accepted.due_at is not None


def test_closing_a_submission_that_was_never_accepted_declines_it(desk: Desk) -> None:
    waiting = do(desk, Act.REQUEST_SUPPLEMENT, submit(desk).id)
    closed = do(desk, Act.CLOSE, waiting.id)
    assert (closed.state, closed.finished_at) == (State.DECLINED, None)
    assert closed.declined_at == desk.now()
    assert closed.stopped_since is None


def test_an_act_on_a_dossier_that_is_gone_says_so(desk: Desk) -> None:
    dossier = in_state(desk, State.ACCEPTED)
    history.undo(desk)
    with pytest.raises(DeskError, match="không còn trong sổ"):
        do(desk, Act.FINISH, dossier.id)
