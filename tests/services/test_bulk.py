"""One act on many dossiers: the same as one by one, one action, one undo, nothing half done."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dxdesk.desk import Desk
from dxdesk.domain.act import RULE_OF, Act
from dxdesk.domain.clock import StopMode
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import acts, bulk, dossiers, history
from dxdesk.services.checking import check
from dxdesk.services.officers import add_officer
from tests.kit import Clock, desk_over, do, in_state, moment, receive

states = st.lists(st.sampled_from(list(State)), min_size=1, max_size=8)
GIVEN: dict[Act, dict[str, Any]] = {
    Act.HAND_OVER: {"officer_id": 2, "note": "Chuyển phòng"},
    Act.REQUEST_SUPPLEMENT: {"reason": "Thiếu bản sao", "mode": StopMode.RESUME},
    Act.SUSPEND: {"reason": "Chờ cấp trên"},
    Act.APOLOGISE: {"reason": "Mất điện", "promised_at": moment("01/12/2026 10:00")},
    Act.FINISH: {"late_reason": "Quá tải"},
}


def of_states(desk: Desk, wanted: list[State]) -> list[DossierId]:
    add_officer(desk, "Lê Thị Hồng")
    return [in_state(desk, state).id for state in wanted]


def all_of(desk: Desk, ids: list[DossierId]) -> list[Dossier]:
    return [dossiers.get(desk, one) for one in ids]


def one_by_one(desk: Desk, act: Act, ids: list[DossierId]) -> list[DossierId]:
    """*act* by the single acts; those that were refused."""
    refused = []
    for one in ids:
        try:
            do(desk, act, one, **GIVEN.get(act, {}))
        except DeskError:
            refused.append(one)
    return refused


@pytest.mark.parametrize("act", bulk.ACTS)
@settings(max_examples=5, phases=[Phase.generate])
@given(wanted=states)
def test_many_at_once_are_the_same_as_one_by_one(
    empty_database: Path, act: Act, wanted: list[State]
) -> None:
    clock = Clock()
    with desk_over(empty_database, clock) as desk, desk_over(empty_database, clock) as other:
        clock.set("10/03/2026 08:00")
        ids = of_states(desk, wanted)
        assert of_states(other, wanted) == ids
        clock.set("25/03/2026 09:10")
        refused = one_by_one(other, act, ids)
        if len(refused) == len(ids):
            with pytest.raises(DeskError, match="Không hồ sơ nào"):
                bulk.perform(desk, act, ids, GIVEN.get(act, {}))
        else:
            plan = bulk.perform(desk, act, ids, GIVEN.get(act, {}))
            assert [one.id for one in plan.skipped] == refused
        assert all_of(desk, ids) == all_of(other, ids)
        assert check(desk).ok


@pytest.fixture
def mixed(desk: Desk, clock: Clock) -> list[DossierId]:
    """Three that can be finished and two that cannot, in no order of ids."""
    ids = of_states(
        desk,
        [State.ACCEPTED, State.RETURNED, State.PROCESSING, State.AWAITING_PAYMENT, State.ACCEPTED],
    )
    clock.later(hours=2)
    return [ids[number] for number in (4, 1, 0, 3, 2)]


def test_the_preview_says_who_is_skipped_and_why_and_writes_nothing(
    desk: Desk, mixed: list[DossierId]
) -> None:
    before, last = all_of(desk, mixed), history.last_undoable(desk)
    plan = bulk.preview(desk, Act.FINISH, mixed, {})
    assert list(plan.fitting) == [mixed[0], mixed[2], mixed[4]]
    assert [one.id for one in plan.skipped] == [mixed[1], mixed[3]]
    assert plan.reasons() == [(RULE_OF[Act.FINISH].otherwise, 2)]
    assert plan.skipped[0].label == dossiers.get(desk, mixed[1]).code or plan.skipped[0].label
    assert (all_of(desk, mixed), history.last_undoable(desk)) == (before, last)


def test_it_is_one_action_and_one_undo(desk: Desk, mixed: list[DossierId]) -> None:
    before = all_of(desk, mixed)
    bulk.perform(desk, Act.FINISH, mixed, {})
    assert history.events(desk)[0].name == "Ghi có kết quả: 3 hồ sơ"
    assert [one.state for one in all_of(desk, mixed)].count(State.FINISHED) == 3
    assert history.undo(desk) == "Ghi có kết quả: 3 hồ sơ"
    assert all_of(desk, mixed) == before
    history.redo(desk)
    assert [one.state for one in all_of(desk, mixed)].count(State.FINISHED) == 3
    assert check(desk).ok


def test_stopping_midway_leaves_every_dossier_as_it_was(desk: Desk, mixed: list[DossierId]) -> None:
    before, last = all_of(desk, mixed), history.last_undoable(desk)
    asked = iter([False, True])
    with pytest.raises(bulk.CancelledError, match="chưa hồ sơ nào thay đổi"):
        bulk.perform(desk, Act.FINISH, mixed, {}, cancelled=lambda: next(asked))
    assert (all_of(desk, mixed), history.last_undoable(desk)) == (before, last)


def test_a_dossier_that_is_gone_is_skipped(desk: Desk) -> None:
    kept = receive(desk)
    plan = bulk.preview(desk, Act.FINISH, [kept.id, 999_999], {})
    assert plan.fitting == (kept.id,)
    assert [(one.id, one.reason) for one in plan.skipped] == [(999_999, bulk.GONE)]


def test_reasons_are_counted_together_though_each_names_its_own_moment(
    desk: Desk, clock: Clock
) -> None:
    ids = []
    for minutes in range(3):
        clock.later(minutes=minutes + 10)
        ids.append(receive(desk).id)
    plan = bulk.preview(desk, Act.FINISH, ids, {}, at=moment("09/03/2026 07:00"))
    assert plan.reasons() == [
        ("Thời điểm thực hiện trước việc gần nhất của hồ sơ; hãy nhập lại.", 3)
    ]


@pytest.mark.parametrize("act", [act for act in Act if act not in bulk.ACTS])
def test_what_wants_a_reason_for_each_dossier_is_not_done_to_many(desk: Desk, act: Act) -> None:
    with pytest.raises(InputError, match="từng hồ sơ một"):
        bulk.preview(desk, act, [receive(desk).id], {})


def test_a_selection_too_large_is_refused_with_both_numbers(desk: Desk) -> None:
    with pytest.raises(InputError, match=r"20\.001 hồ sơ.*20\.000 hồ sơ"):
        bulk.perform(desk, Act.FINISH, range(1, bulk.MOST + 2), {})


def test_a_moment_in_the_future_is_refused_before_anything_is_read(desk: Desk) -> None:
    with pytest.raises(InputError, match="tương lai"):
        bulk.perform(desk, Act.FINISH, [receive(desk).id], {}, at=moment("01/01/2030 08:00"))


def test_a_missing_reason_is_asked_for(desk: Desk) -> None:
    with pytest.raises(InputError, match="Lý do"):
        bulk.preview(desk, Act.REQUEST_SUPPLEMENT, [receive(desk).id], {"reason": " \u200b "})


def test_undo_refuses_when_one_of_them_was_changed_since(
    desk: Desk, mixed: list[DossierId], clock: Clock
) -> None:
    bulk.perform(desk, Act.FINISH, mixed, {})
    clock.later(minutes=5)
    acts.return_result(desk, mixed[0])
    history.undo(desk)
    assert dossiers.get(desk, mixed[0]).state is State.FINISHED
    history.undo(desk)
    assert dossiers.get(desk, mixed[0]).state is State.ACCEPTED
