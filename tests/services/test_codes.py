"""A code stands for one dossier; one entered by mistake gives it up."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.errors import DeskError, InputError
from dxdesk.services import acts, dossiers, history, listing
from dxdesk.services.correction import correct
from tests.kit import receive

CODE = "H99.12-260309-0001"


def test_a_dossier_voided_as_mistaken_gives_its_code_to_the_right_one(desk: Desk) -> None:
    wrong = receive(desk, code=CODE, note="Sai thủ tục")
    acts.void(desk, wrong.id, reason="Nhập nhầm")
    right = receive(desk, code=CODE)
    assert dossiers.by_code(desk, CODE) == right
    kept = dossiers.get(desk, wrong.id)
    assert (kept.code, kept.note) == ("", f"Sai thủ tục\nMã hồ sơ trước khi hủy: {CODE}")
    assert list(listing.ids(desk, Query(text=CODE))) == [right.id]


def test_undoing_the_new_receipt_gives_the_code_back(desk: Desk) -> None:
    wrong = receive(desk, code=CODE)
    voided = acts.void(desk, wrong.id, reason="Nhập nhầm")
    receive(desk, code=CODE)
    history.undo(desk)
    assert dossiers.by_code(desk, CODE) == voided
    history.undo(desk)
    assert dossiers.get(desk, wrong.id) == wrong


def test_a_correction_may_take_the_code_of_a_void_dossier_only(desk: Desk) -> None:
    wrong = receive(desk, code=CODE)
    right = receive(desk)
    with pytest.raises(InputError, match="đã có ở số 2026/000001"):
        correct(desk, right.id, {"code": CODE}, reason="Thiếu mã")
    acts.void(desk, wrong.id, reason="Nhập nhầm")
    assert correct(desk, right.id, {"code": CODE}, reason="Thiếu mã").code == CODE


def test_a_refused_receipt_leaves_the_code_where_it_was(desk: Desk) -> None:
    wrong = receive(desk, code=CODE)
    voided = acts.void(desk, wrong.id, reason="Nhập nhầm")
    with pytest.raises(DeskError, match="Thủ tục"):
        receive(desk, code=CODE, procedure_id=99999)
    with pytest.raises(DeskError, match="Tổ dân phố"):
        receive(desk, code=CODE, hamlet_id=99)
    assert dossiers.get(desk, wrong.id) == voided
