"""The recycle bin: what is voided keeps everything and comes back as it was."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import acts, dossiers, history
from dxdesk.services.voided import voided
from tests.kit import Clock, do, in_state, receive

COMES_BACK = [state for state in State if state is not State.VOID]


@pytest.mark.parametrize("state", COMES_BACK, ids=lambda state: state.key)
def test_a_dossier_comes_back_out_of_the_bin_as_it_went_in(
    desk: Desk, clock: Clock, state: State
) -> None:
    before = in_state(desk, state)
    acts.void(desk, before.id, reason="nhập trùng")
    assert acts.restore(desk, before.id, reason="không trùng") == dossiers.get(desk, before.id)
    assert dossiers.get(desk, before.id) == before


def test_voided_twice_it_comes_back_with_the_reason_that_it_had_first(desk: Desk) -> None:
    before = do(desk, Act.WITHDRAW, receive(desk).id)
    for _ in range(2):
        acts.void(desk, before.id, reason="nhầm")
        acts.restore(desk, before.id, reason="không nhầm")
    assert dossiers.get(desk, before.id).reason == before.reason == "Lý do thử"


def test_the_bin_lists_what_was_voided_last_first_and_why(desk: Desk, clock: Clock) -> None:
    first, second, _kept = receive(desk), receive(desk), receive(desk)
    acts.void(desk, first.id, reason="nhập trùng")
    clock.later(minutes=5)
    acts.void(desk, second.id, reason="thử máy")
    assert [(one.id, one.reason) for one in voided(desk)] == [
        (second.id, "thử máy"),
        (first.id, "nhập trùng"),
    ]
    acts.restore(desk, second.id, reason="không phải thử")
    assert [one.id for one in voided(desk)] == [first.id]
    history.undo(desk)
    assert len(voided(desk)) == 2


def test_only_what_is_void_comes_back_and_only_with_a_reason(desk: Desk) -> None:
    dossier = receive(desk)
    with pytest.raises(DeskError, match="không bị hủy"):
        acts.restore(desk, dossier.id, reason="x")
    acts.void(desk, dossier.id, reason="nhầm")
    with pytest.raises(InputError, match="Lý do"):
        acts.restore(desk, dossier.id, reason=" \u200f")
