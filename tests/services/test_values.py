"""The value that stood before comes back by a correction, whatever kind it is."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.late_cause import CauseNumber
from dxdesk.errors import InputError
from dxdesk.services import acts, dossiers, history
from dxdesk.services.correction import correct
from dxdesk.services.values import past_values, restore_value
from tests.kit import Clock, moment, receive

CHANGES = {
    "owner_name": "Trần Văn Đúc",
    "code": "H99.12-260309-0001",
    "channel": Channel.POSTAL,
    "fee": 8000,
    "note": "Dòng một\nDòng hai",
    "received_at": moment("09/03/2026 07:45"),
    "interlinked": True,
    "late_cause": 4,
    "procedure_id": 2,
}


@pytest.mark.parametrize("key", CHANGES)
def test_each_kind_of_value_comes_back(desk: Desk, key: str) -> None:
    before = receive(desk)
    correct(desk, before.id, {key: CHANGES[key]}, reason="sửa")
    past = next(one for one in past_values(desk, before.id) if one.key == key)
    after = restore_value(desk, before.id, past, reason="sửa nhầm")
    if key == "procedure_id":  # the limit follows the procedure, not the history
        assert after.procedure_id == before.procedure_id
    else:
        assert after == before
    assert "lấy lại “" in history.events(desk)[0].name


def test_old_values_stand_newest_first_in_words(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    correct(desk, dossier.id, {"fee": 5000}, reason="một")
    clock.later(minutes=1)
    correct(desk, dossier.id, {"fee": 8000}, reason="hai")
    told = [(one.label, one.old, one.new) for one in past_values(desk, dossier.id)]
    assert told == [("Phí, lệ phí", "5000", "8000"), ("Phí, lệ phí", "", "5000")]


def test_a_value_that_cannot_be_any_more_is_refused_in_words(desk: Desk) -> None:
    first = receive(desk, code="H99.12-1")
    correct(desk, first.id, {"code": "H99.12-2"}, reason="sửa")
    receive(desk, code="H99.12-1")
    past = past_values(desk, first.id)[0]
    with pytest.raises(InputError, match="H99"):
        restore_value(desk, first.id, past, reason="x")
    with pytest.raises(InputError, match="Lý do"):
        restore_value(desk, first.id, past, reason="")
    assert dossiers.get(desk, first.id).code == "H99.12-2"


def test_the_cause_of_lateness_is_kept_as_data_beside_the_words(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.set("30/03/2026 08:00")
    chosen = CauseNumber(3)
    done = acts.finish(desk, dossier.id, late_cause=chosen, late_reason="Chờ công an xã")
    assert done.late_cause is not None
    said = (done.late_cause.number, done.late_cause.label, done.late_reason)
    assert said == (3, "Chờ cơ quan khác phối hợp", "Chờ công an xã")


def test_what_is_not_late_has_no_cause_of_lateness(desk: Desk) -> None:
    done = acts.finish(desk, receive(desk).id, late_cause=CauseNumber(2), late_reason="x")
    assert (done.late_cause, done.late_reason) == (None, "")
