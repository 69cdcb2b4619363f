"""Moments and due times that acts leave behind (figures.md R5–R8)."""

from datetime import datetime

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.clock import StopMode
from dxdesk.domain.dossier import Dossier
from dxdesk.domain.state import State
from dxdesk.errors import InputError
from dxdesk.services import acts, dossiers, history, officers
from tests.kit import Clock, moment, receive, submit

# Monday 09/03/2026 08:00 and five working days: due Monday 16/03 08:00.
DUE = moment("16/03/2026 08:00")


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    found = receive(desk)
    assert found.due_at == DUE
    return found


def test_a_supplement_restarts_the_whole_limit_on_resumption(
    desk: Desk, clock: Clock, dossier: Dossier
) -> None:
    clock.set("11/03/2026 10:00")
    waiting = acts.request_supplement(desk, dossier.id, reason="Thiếu bản sao")
    assert (waiting.due_at, waiting.stopped_since) == (DUE, clock.time)
    clock.set("18/03/2026 09:00")
    resumed = acts.resume(desk, dossier.id)
    assert resumed.due_at == moment("25/03/2026 09:00")
    assert (resumed.stopped_since, resumed.stop_kind) == (None, None)


def test_a_payment_moves_the_due_time_on_by_the_working_time_waited(
    desk: Desk, clock: Clock, dossier: Dossier
) -> None:
    clock.set("11/03/2026 10:00")
    acts.await_payment(desk, dossier.id)
    clock.set("12/03/2026 14:30")  # 1.5 + 4 hours on the 11th, 4 + 1 on the 12th
    assert acts.resume(desk, dossier.id).due_at == moment("17/03/2026 10:30")


def test_the_mode_of_a_stop_is_the_officers_choice(
    desk: Desk, clock: Clock, dossier: Dossier
) -> None:
    clock.set("11/03/2026 08:00")
    acts.request_supplement(desk, dossier.id, reason="Thiếu giấy", mode=StopMode.RESUME)
    clock.set("12/03/2026 08:00")
    assert acts.resume(desk, dossier.id).due_at == moment("17/03/2026 08:00")
    clock.set("13/03/2026 08:00")
    acts.suspend(desk, dossier.id, reason="Chờ xác minh", mode=StopMode.RESTART)
    clock.set("16/03/2026 08:00")
    assert acts.resume(desk, dossier.id).due_at == moment("23/03/2026 08:00")


@pytest.mark.parametrize("mode", StopMode)
def test_what_is_late_stays_late_whatever_stops_the_clock(
    desk: Desk, clock: Clock, dossier: Dossier, mode: StopMode
) -> None:
    clock.set("16/03/2026 08:01")
    waiting = acts.request_supplement(desk, dossier.id, reason="Thiếu giấy", mode=mode)
    assert waiting.overdue
    clock.set("30/03/2026 08:00")
    resumed = acts.resume(desk, dossier.id)
    assert (resumed.due_at, resumed.overdue) == (DUE, True)
    assert acts.finish(desk, dossier.id).outcome == "late"


def test_a_dossier_is_not_overdue_while_its_clock_stands(
    desk: Desk, clock: Clock, dossier: Dossier
) -> None:
    clock.time = DUE
    acts.suspend(desk, dossier.id, reason="Chờ xác minh")
    clock.set("30/04/2026 08:00")
    assert not dossiers.get(desk, dossier.id).overdue


def test_a_dossier_withdrawn_while_it_waits_ends_by_the_moved_due_time(
    desk: Desk, clock: Clock, dossier: Dossier
) -> None:
    clock.set("11/03/2026 10:00")
    acts.request_supplement(desk, dossier.id, reason="Thiếu giấy")
    clock.set("30/03/2026 10:00")
    ended = acts.withdraw(desk, dossier.id, reason="Công dân không làm nữa")
    assert (ended.due_at, ended.outcome) == (moment("06/04/2026 10:00"), "early")
    assert ended.stopped_since is None


def test_an_apology_changes_what_the_citizen_is_told_and_not_the_due_time(
    desk: Desk, clock: Clock, dossier: Dossier
) -> None:
    clock.set("13/03/2026 10:00")
    promised = moment("20/03/2026 17:00")
    told = acts.apologise(desk, dossier.id, promised_at=promised, reason="Chờ cấp trên")
    assert (told.due_at, told.promised_at, told.outcome) == (DUE, promised, None)
    clock.set("17/03/2026 08:00")
    assert dossiers.get(desk, dossier.id).overdue
    finished = acts.finish(desk, dossier.id)
    assert (finished.outcome, finished.late_reason) == ("late", "Chờ cấp trên")


@pytest.mark.parametrize("promised", [DUE, moment("13/03/2026 10:00"), moment("10/03/2026 10:00")])
def test_a_new_appointment_lies_after_the_due_time(
    desk: Desk, dossier: Dossier, promised: datetime
) -> None:
    with pytest.raises(InputError, match="Ngày hẹn lại"):
        acts.apologise(desk, dossier.id, promised_at=promised, reason="Chờ cấp trên")


def test_a_new_appointment_is_not_in_the_past(desk: Desk, clock: Clock, dossier: Dossier) -> None:
    clock.set("20/03/2026 08:00")
    past = moment("18/03/2026 08:00")
    with pytest.raises(InputError, match="Ngày hẹn lại"):
        acts.apologise(desk, dossier.id, promised_at=past, reason="Chờ cấp trên")


def test_acceptance_starts_the_clock_and_not_the_submission(desk: Desk, clock: Clock) -> None:
    sent = submit(desk)
    assert (sent.received_at, sent.due_at, sent.submitted_at) == (None, None, clock.time)
    assert sent.acceptance_due_at == moment("10/03/2026 08:00")
    accepted_at = clock.set("10/03/2026 09:00")
    accepted = acts.accept(desk, sent.id)
    assert (accepted.received_at, accepted.due_at) == (accepted_at, moment("17/03/2026 09:00"))
    assert accepted.received_by == accepted.officer


def test_a_moment_in_the_future_or_before_the_last_event_is_refused(
    desk: Desk, clock: Clock, dossier: Dossier
) -> None:
    with pytest.raises(InputError, match="tương lai"):
        acts.finish(desk, dossier.id, at=moment("09/03/2026 08:01"))
    with pytest.raises(InputError, match="trước việc gần nhất"):
        acts.finish(desk, dossier.id, at=moment("09/03/2026 07:59"))
    clock.set("12/03/2026 08:00")
    acts.suspend(desk, dossier.id, reason="Chờ xác minh", at=moment("11/03/2026 08:00"))
    with pytest.raises(InputError, match="trước việc gần nhất"):
        acts.resume(desk, dossier.id, at=moment("10/03/2026 08:00"))
    acts.resume(desk, dossier.id)
    with pytest.raises(InputError, match="trước việc gần nhất"):
        acts.finish(desk, dossier.id, at=moment("11/03/2026 16:00"))
    assert dossiers.get(desk, dossier.id).state is State.ACCEPTED


def test_a_result_is_not_returned_before_it_is_there(
    desk: Desk, clock: Clock, dossier: Dossier
) -> None:
    clock.set("10/03/2026 15:00")
    acts.finish(desk, dossier.id)
    with pytest.raises(InputError, match="trước lúc có kết quả"):
        acts.return_result(desk, dossier.id, at=moment("10/03/2026 10:00"))
    returned = acts.return_result(desk, dossier.id, receiver="  Trần   Thị Hoa ")
    assert (returned.returned_at, returned.returned_to) == (clock.time, "Trần Thị Hoa")


def test_handing_over_says_who_holds_the_dossier_since_when(
    desk: Desk, clock: Clock, dossier: Dossier
) -> None:
    other = officers.add_officer(desk, "Lê Thị Hồng", title="Công chức tư pháp")
    clock.set("10/03/2026 08:00")
    handed = acts.hand_over(desk, dossier.id, officer_id=other.id, note="Xử lý sớm")
    assert (handed.officer, handed.held_since) == ("Lê Thị Hồng", clock.time)
    assert (handed.processing_since, handed.note) == (clock.time, "Xử lý sớm")
    with pytest.raises(InputError, match="đang giữ chính hồ sơ này"):
        acts.hand_over(desk, dossier.id, officer_id=other.id)


def test_without_a_known_limit_a_restart_moves_the_due_time_on(desk: Desk, clock: Clock) -> None:
    """Otherwise an imported dossier could never be resumed."""
    unlimited = _without_limit(desk, receive(desk))
    clock.set("10/03/2026 08:00")
    acts.request_supplement(desk, unlimited.id, reason="Thiếu giấy")
    clock.set("11/03/2026 08:00")
    assert acts.resume(desk, unlimited.id).due_at == moment("17/03/2026 08:00")


def _without_limit(desk: Desk, dossier: Dossier) -> Dossier:
    """As an import leaves it: a due time, no limit."""
    from db.models import DossierRecord

    with desk.act("Nhập") as session:
        record = session.get_one(DossierRecord, dossier.id)
        record.limit_kind = record.limit_amount = None
    return dossiers.get(desk, dossier.id)


@pytest.mark.parametrize("name", ["decline", "request_supplement", "suspend", "refuse", "void"])
def test_an_act_that_needs_a_reason_refuses_blanks(desk: Desk, name: str) -> None:
    dossier = submit(desk) if name == "decline" else receive(desk)
    before = len(history.events(desk))
    with pytest.raises(InputError, match="Lý do: chưa nhập"):
        getattr(acts, name)(desk, dossier.id, reason=" \n\t ")
    assert len(history.events(desk)) == before
