"""Corrections: any field, with a reason; what follows from it is computed anew."""

from datetime import datetime
from typing import Any

import pytest

from db.models import HamletRecord, UnitRecord
from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Dossier
from dxdesk.domain.due import Limit
from dxdesk.domain.period import month
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import acts, catalogue, dossiers, history, officers, statistics
from dxdesk.services.correctable import CORRECTABLE
from dxdesk.services.correction import correct
from tests.kit import Clock, days, in_state, moment, receive, submit


def fix(desk: Desk, dossier: Dossier, **changes: Any) -> Dossier:
    return correct(desk, dossier.id, changes, reason="Nhập sai")


def with_limit(desk: Desk, limit: Limit) -> catalogue.Procedure:
    return next(p for p in catalogue.procedures(desk) if p.limit == limit)


def test_texts_are_kept_clean(desk: Desk) -> None:
    fixed = fix(
        desk,
        receive(desk),
        owner_name="  Võ  Thị Mâ\u0323n ",
        owner_phone="+84 912 345 678",
        code=" h99.12-260309-0007",
        note=" một \n hai ",
    )
    assert (fixed.owner.name, fixed.owner.phone) == ("Võ Thị Mận", "0912345678")
    assert (fixed.code, fixed.note) == ("H99.12-260309-0007", "một\nhai")
    assert dossiers.get(desk, fixed.id) == fixed


def test_another_moment_of_receipt_moves_a_counted_due_time(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.set("10/03/2026 08:00")
    fixed = fix(desk, dossier, received_at=moment("09/03/2026 14:00"))
    assert fixed.due_at == moment("16/03/2026 14:00")


def test_stops_are_counted_again_from_another_receipt(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.set("10/03/2026 08:00")
    acts.await_payment(desk, dossier.id)
    clock.set("11/03/2026 08:00")
    assert acts.resume(desk, dossier.id).due_at == moment("17/03/2026 08:00")
    fixed = fix(desk, dossier, received_at=moment("09/03/2026 07:30"))
    assert fixed.due_at == moment("16/03/2026 17:30")


def test_a_due_time_that_was_given_stays(desk: Desk) -> None:
    dossier = fix(desk, receive(desk), due_at=moment("20/03/2026 17:00"))
    assert dossier.due_at == moment("20/03/2026 17:00")
    fixed = fix(desk, dossier, received_at=moment("09/03/2026 07:45"))
    assert fixed.due_at == moment("20/03/2026 17:00")


def test_another_procedure_brings_its_field_and_its_limit(desk: Desk) -> None:
    wanted = with_limit(desk, days(3))
    fixed = fix(desk, receive(desk), procedure_id=wanted.id)
    assert (fixed.procedure_code, fixed.field, fixed.limit) == (
        wanted.code,
        wanted.field,
        wanted.limit,
    )
    assert fixed.due_at == moment("12/03/2026 08:00")
    stat = statistics.statistics(desk, month(2026, 3), by="procedure")
    assert [group.key for group in stat.groups] == [wanted.code]


def test_a_late_finish_corrected_to_an_early_one_is_early_in_the_figures(
    desk: Desk, clock: Clock
) -> None:
    dossier = receive(desk)
    clock.set("27/03/2026 08:00")
    acts.finish(desk, dossier.id)
    fixed = fix(desk, dossier, finished_at=moment("12/03/2026 08:00"))
    assert fixed.outcome == "early"
    total = statistics.statistics(desk, month(2026, 3)).total
    assert (total.early, total.late) == (1, 0)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"owner_name": "  "}, "Chủ hồ sơ"),
        ({"procedure_id": None}, "Thủ tục"),
        ({"procedure_id": 99999}, "Thủ tục"),
        ({"copies": 0}, "Số bộ"),
        ({"copies": 10**20}, "Số bộ"),
        ({"copies": True}, "Số bộ"),
        ({"fee": -1}, "Phí, lệ phí"),
        ({"fee": "nhiều"}, "Phí, lệ phí"),
        ({"channel": 99}, "Kênh tiếp nhận"),
        ({"channel": None}, "Kênh tiếp nhận"),
        ({"officer_id": 99}, "Người giữ"),
        ({"received_at": None}, "Thời điểm tiếp nhận"),
        ({"received_at": "hôm qua"}, "Thời điểm tiếp nhận"),
        ({"received_at": datetime(2026, 3, 9, 8, 1)}, "tương lai"),
        ({"finished_at": datetime(2026, 3, 9, 8)}, "Thời điểm có kết quả"),
        ({"due_at": datetime(2026, 3, 8, 8)}, "Hẹn trả"),
        ({"submitted_at": datetime(2026, 3, 9, 8, 1)}, "tương lai"),
        ({"code": "H99.12-260309-0001"}, "đã có ở số 2026/000001"),
        ({"state": 3}, "không sửa được"),
        ({"note": ""}, "Chưa có gì thay đổi"),
        ({}, "Chưa có gì thay đổi"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_changes_nothing(
    desk: Desk, changes: dict[str, Any], said: str
) -> None:
    receive(desk, code="H99.12-260309-0001")
    dossier = receive(desk)
    before = history.events(desk)
    with pytest.raises(InputError) as refused:
        fix(desk, dossier, **changes)
    assert said in str(refused.value)
    assert dossiers.get(desk, dossier.id) == dossier
    assert history.events(desk) == before


def test_moments_out_of_order_are_refused(desk: Desk, clock: Clock) -> None:
    clock.set("12/03/2026 08:00")
    dossier = in_state(desk, State.RETURNED)
    with pytest.raises(InputError, match="trước thời điểm tiếp nhận"):
        fix(desk, dossier, finished_at=moment("11/03/2026 08:00"))
    with pytest.raises(InputError, match="trước thời điểm có kết quả"):
        fix(desk, dossier, returned_at=moment("12/03/2026 07:00"))


def test_a_submission_not_accepted_can_be_corrected_too(desk: Desk) -> None:
    fixed = fix(desk, submit(desk), channel=Channel.ONLINE_PARTIAL, assisted=True)
    assert (fixed.channel, fixed.assisted) == (Channel.ONLINE_PARTIAL, True)
    assert fixed.state is State.AWAITING_ACCEPTANCE


def test_a_void_dossier_is_not_corrected(desk: Desk) -> None:
    dossier = in_state(desk, State.VOID)
    with pytest.raises(DeskError, match="đã hủy thì không sửa"):
        fix(desk, dossier, note="x")


def test_the_reason_stands_in_the_log_and_the_act_is_undone_by_one_step(desk: Desk) -> None:
    dossier = receive(desk)
    fix(desk, dossier, owner_name="Võ Thị Mận", received_at=moment("09/03/2026 07:40"))
    assert history.last_undoable(desk) == f"Sửa thông tin số {dossier.book}: Nhập sai"
    history.undo(desk)
    assert dossiers.get(desk, dossier.id) == dossier


MOMENTS = {
    "submitted_at": moment("08/03/2026 20:00"),
    "received_at": moment("09/03/2026 07:55"),
    "due_at": moment("10/03/2026 08:00"),
    "finished_at": moment("09/03/2026 08:00"),
    "returned_at": moment("11/03/2026 08:00"),
}
SAMPLES: dict[str, Any] = {
    "text": "Giá trị mới",
    "lines": "Giá trị mới",
    "number": 7,
    "choice": 2,
    "channel": Channel.POSTAL,
    "yes_no": True,
    "known": False,
    "listed": 1,
    "cause": 1,
}


@pytest.mark.parametrize("field", CORRECTABLE, ids=lambda field: field.key)
def test_every_correctable_field_can_be_corrected(desk: Desk, clock: Clock, field: Any) -> None:
    officers.add_officer(desk, "Lê Thị Hồng")
    with desk.act("Thêm") as session:
        session.add_all([HamletRecord(name="KP 1"), HamletRecord(name="KP 2")])
        session.add_all([UnitRecord(name="ĐV 1"), UnitRecord(name="ĐV 2")])
    dossier = receive(desk)
    clock.later(minutes=30)
    acts.finish(desk, dossier.id)
    dossier = acts.return_result(desk, dossier.id)
    clock.later(days=3)
    value = MOMENTS[field.key] if field.kind == "moment" else SAMPLES[field.kind]
    fixed = fix(desk, dossier, **{field.key: value})
    assert fixed != dossier
    history.undo(desk)
    assert dossiers.get(desk, dossier.id) == dossier
