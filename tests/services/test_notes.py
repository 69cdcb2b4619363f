"""What is noted beside the course of a dossier: unknown until someone says so, free is not paid."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.marks import Delivery, Payment, Satisfaction
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError
from dxdesk.services import dossiers, history
from dxdesk.services.notes import NOTED, note
from dxdesk.services.timeline import timeline
from tests.kit import in_state, receive


def test_nothing_is_known_until_it_is_noted(desk: Desk) -> None:
    dossier = receive(desk)
    assert {getattr(dossier, key) for key in NOTED if key not in {"assisted", "receipt_no"}} == {
        None
    }


def test_a_payment_is_one_action_with_its_amount_and_receipt(desk: Desk) -> None:
    dossier = receive(desk)
    paid = note(desk, dossier.id, {"fee": 8000, "payment": Payment.CASH, "receipt_no": " BL 12 "})
    assert (paid.fee, paid.payment, paid.receipt_no) == (8000, Payment.CASH, "BL 12")
    assert (
        history.undo(desk) == f"Ghi phí, lệ phí, cách nộp phí, số biên lai hồ sơ số {dossier.book}"
    )
    assert dossiers.get(desk, dossier.id) == dossier


def test_what_is_free_needs_no_payment(desk: Desk) -> None:
    assert receive(desk, fee=0, payment=Payment.CASH).payment is None
    paid = receive(desk, fee=8000, payment=Payment.TRANSFER)
    assert note(desk, paid.id, {"fee": 0}).payment is None


def test_yes_no_and_unknown_are_three_answers(desk: Desk) -> None:
    dossier = receive(desk, papers_digitised=True, delivery=Delivery.POST)
    assert dossier.papers_digitised is True
    assert note(desk, dossier.id, {"papers_digitised": False}).papers_digitised is False
    assert note(desk, dossier.id, {"papers_digitised": None}).papers_digitised is None


def test_the_timeline_tells_notes_in_words(desk: Desk) -> None:
    dossier = receive(desk)
    note(desk, dossier.id, {"satisfaction": Satisfaction.DISSATISFIED, "result_digitised": False})
    shown = {one.label: (one.old, one.new) for one in timeline(desk, dossier.id)[-1].changes}
    assert shown == {
        "Đã số hóa kết quả": ("", "không"),
        "Mức hài lòng": ("", "Không hài lòng"),
    }


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("payment", 9, "Cách nộp phí: không có trong danh sách"),
        ("payment", "tiền mặt", "Cách nộp phí: không có trong danh sách"),
        ("fee", -1, "Phí, lệ phí: phải là số nguyên"),
        ("assisted_minutes", 601, "Số phút nhập giúp: phải là số nguyên từ 0 đến 600"),
        ("owner_name", "A", "Chưa có gì để ghi"),
    ],
)
def test_values_that_cannot_be_are_refused_by_name(
    desk: Desk, key: str, value: object, told: str
) -> None:
    dossier = receive(desk)
    with pytest.raises(InputError, match=told):
        note(desk, dossier.id, {key: value})
    assert dossiers.get(desk, dossier.id) == dossier


def test_nothing_is_noted_about_what_was_entered_by_mistake(desk: Desk) -> None:
    with pytest.raises(DeskError, match="đã hủy"):
        note(desk, in_state(desk, State.VOID).id, {"fee": 0})


def test_minutes_count_only_when_the_clerk_keyed_it_for_the_citizen(desk: Desk) -> None:
    assert receive(desk, assisted_minutes=5).assisted_minutes is None
    assert receive(desk, assisted=True, assisted_minutes=5).assisted_minutes == 5
    with pytest.raises(InputError, match="Số phút nhập giúp"):
        receive(desk, assisted=True, assisted_minutes=601)
