"""Intake: what comes in is kept clean, numbered, due; what cannot be is refused by name."""

import unicodedata
from datetime import timedelta
from typing import Any

import pytest

from db.models import HamletRecord
from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import HamletId, Person, ProcedureId
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import acts, catalogue, dossiers, doubts, history, intake, listing
from tests.kit import MONDAY, Clock, days, draft, moment, receive, submit

NOW = moment(MONDAY)
SECRET = ("Trần Văn Đức", "7920300123", "0912345678")


def test_text_is_kept_in_one_form_however_it_was_typed(desk: Desk) -> None:
    name = unicodedata.normalize("NFD", "  Nguyễn   Thị Mỹ Ạnh\u200b ")
    person = Person(name, id_no=" 079 203 001 234", phone="+84 912 345 678", address="Tổ\u00a03")
    dossier = receive(desk, owner=person, code=" h99.12-260309-0001 ", note="một\r\n\r\n  hai ")
    assert dossier.owner == Person("Nguyễn Thị Mỹ Ạnh", "079203001234", "0912345678", "Tổ 3")
    assert (dossier.code, dossier.note) == ("H99.12-260309-0001", "một\n\nhai")
    assert dossiers.get(desk, dossier.id) == dossier


def test_what_is_not_said_stays_unknown(desk: Desk) -> None:
    dossier = receive(desk)
    assert (dossier.fee, dossier.code, dossier.unit, dossier.hamlet) == (None, "", "", "")
    assert (dossier.submitted_at, dossier.acceptance_due_at) == (None, None)
    assert receive(desk, fee=0).fee == 0


def test_the_procedures_limit_counts_unless_the_clerk_gives_another(desk: Desk) -> None:
    known = next(p for p in catalogue.procedures(desk) if p.limit == days(3))
    unknown = next(p for p in catalogue.procedures(desk) if p.limit is None)
    assert receive(desk, procedure_id=known.id, limit=None).due_at == moment("12/03/2026 08:00")
    assert receive(desk, procedure_id=known.id, limit=days(1)).due_at == moment("10/03/2026 08:00")
    without = receive(desk, procedure_id=unknown.id, limit=None)
    assert (without.limit, without.due_at) == (None, None)


def test_the_due_time_shown_while_typing_is_the_one_that_is_kept(desk: Desk) -> None:
    for received in (NOW, NOW - timedelta(days=2), NOW - timedelta(hours=9)):
        shown = intake.preview_due(desk, ProcedureId(1), received_at=received, limit=days(2.5))
        dossier = receive(desk, received_at=received, limit=days(2.5))
        assert shown is not None
        assert shown.due == dossier.due_at
        assert dossiers.due_account(desk, dossier.id) == shown


def test_an_online_submission_has_its_own_clock_and_no_due_time_yet(desk: Desk) -> None:
    sent = submit(desk, submitted_at=NOW - timedelta(days=2, hours=3))  # Saturday 05:00
    assert (sent.state, sent.due_at) == (State.AWAITING_ACCEPTANCE, None)
    assert sent.acceptance_due_at == moment("09/03/2026 17:30")
    assert sent.received_by == ""


def test_moments_are_kept_to_the_minute(desk: Desk) -> None:
    dossier = receive(desk, received_at=NOW - timedelta(minutes=5, seconds=30))
    assert dossier.received_at == NOW - timedelta(minutes=6)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"procedure_id": None}, "Thủ tục: chưa chọn"),
        ({"procedure_id": 99999}, "Thủ tục: không có"),
        ({"owner": Person(" \u200b ")}, "Chủ hồ sơ"),
        ({"channel": Channel.UNKNOWN}, "Kênh tiếp nhận: chưa chọn"),
        ({"copies": 0}, "Số bộ hồ sơ"),
        ({"copies": 10**20}, "Số bộ hồ sơ"),
        ({"fee": -1}, "Phí, lệ phí"),
        ({"fee": 10**20}, "Phí, lệ phí"),
        ({"hamlet_id": HamletId(5)}, "Tổ dân phố"),
        ({"awaits_acceptance": True}, "Kênh tiếp nhận: chỉ hồ sơ trực tuyến"),
        ({"received_at": NOW + timedelta(minutes=1)}, "tiếp nhận: 09/03/2026 08:01 ở tương lai"),
        (
            {"channel": Channel.ONLINE_FULL, "submitted_at": NOW + timedelta(minutes=1)},
            "nộp trực tuyến: 09/03/2026 08:01 ở tương lai",
        ),
        (
            {
                "channel": Channel.ONLINE_FULL,
                "submitted_at": NOW,
                "received_at": NOW - timedelta(hours=1),
            },
            "phải trước thời điểm tiếp nhận",
        ),
        ({"received_at": moment("01/03/1999 08:00")}, "1999"),
        ({"received_at": moment("01/03/1800 08:00")}, "1800"),
    ],
)
def test_what_cannot_be_is_refused_by_name_and_nothing_is_kept(
    desk: Desk, changes: dict[str, Any], said: str
) -> None:
    before = history.events(desk)
    with pytest.raises(DeskError) as refused:
        receive(desk, **changes)
    assert said in str(refused.value)
    assert history.events(desk) == before
    assert list(listing.ids(desk, Query())) == []


def test_no_refusal_and_no_warning_repeats_personal_data(desk: Desk) -> None:
    owner = Person(SECRET[0], id_no=SECRET[1] + "9", phone=SECRET[2] + "9")
    receive(desk, owner=owner, code="H99.12-260309-0001")
    told = [*doubts.warnings(desk, draft(owner=owner, code="H1"))]
    with pytest.raises(InputError) as refused:
        receive(desk, owner=owner, code="H99.12-260309-0001")
    told.append(str(refused.value))
    assert len(told) == 5
    assert not any(secret in text for secret in SECRET for text in told)


def test_a_complete_draft_raises_no_warning(desk: Desk) -> None:
    owner = Person("Trần Văn Đức", id_no="079203001234", phone="0912345678")
    assert doubts.warnings(desk, draft(owner=owner, code="H99.12-260309-0001")) == ()


def test_the_same_citizen_and_procedure_today_is_asked_about_once(desk: Desk, clock: Clock) -> None:
    again = draft(owner=Person("TRẦN VĂN ĐỨC"))
    mine = receive(desk)
    assert "khỏi nhập trùng" in doubts.warnings(desk, again)[0]
    assert doubts.warnings(desk, draft(procedure_id=ProcedureId(2))) == ()
    with_number = draft(owner=Person("Trần Văn Đức", id_no="079203001234"))
    assert "số 2026/000001" in doubts.warnings(desk, with_number)[0]  # may be the same person
    acts.void(desk, mine.id, reason="Nhập nhầm")
    assert doubts.warnings(desk, again) == ()
    receive(desk)
    clock.later(days=1)
    assert doubts.warnings(desk, again) == ()


def test_a_hamlet_is_told_by_name(desk: Desk) -> None:
    with desk.act("Thêm") as session:
        session.add(HamletRecord(name="Khu phố 1"))
    (hamlet,) = catalogue.hamlets(desk)
    assert receive(desk, hamlet_id=HamletId(hamlet.id)).hamlet == "Khu phố 1"
