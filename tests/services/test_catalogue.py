"""The shipped catalogue and the lists of the office."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.dossier import ProcedureId
from dxdesk.domain.text import clean, folded, sort_key
from dxdesk.errors import DeskError
from dxdesk.services import catalogue, officers
from tests.kit import Clock, days, receive


def test_the_catalogue_is_clean_and_complete(desk: Desk) -> None:
    found = catalogue.procedures(desk)
    assert len({procedure.code for procedure in found}) == len(found) > 100
    for procedure in found:
        assert procedure.name == clean(procedure.name) != ""
        assert procedure.field
        assert procedure.folded == folded(procedure.name)
        assert procedure.limit is None or procedure.limit_text


def test_what_is_used_most_comes_first_then_the_order_of_names(desk: Desk, clock: Clock) -> None:
    unused = catalogue.procedures(desk)
    assert list(unused) == sorted(unused, key=lambda one: sort_key(one.name))
    for procedure_id in (7, 3, 7):
        receive(desk, procedure_id=ProcedureId(procedure_id))
    used = catalogue.procedures(desk)
    assert [(one.id, one.used) for one in used[:2]] == [(7, 2), (3, 1)]
    assert {one.used for one in used[2:]} == {0}


def test_initials_leave_the_word_procedure_out(desk: Desk) -> None:
    found = {one.name: one.initials for one in catalogue.procedures(desk)}
    births = [initials for name, initials in found.items() if "đăng ký khai sinh" in name.lower()]
    assert "dkks" in births


def test_fields_come_in_vietnamese_order(desk: Desk) -> None:
    names = [field.name for field in catalogue.fields(desk)]
    assert names == sorted(names, key=sort_key)
    assert {procedure.field for procedure in catalogue.procedures(desk)} == set(names)


def test_officers_have_names_of_their_own(desk: Desk) -> None:
    officer = officers.add_officer(desk, "  Lê  Thị Hồng ", title="Công chức")
    assert (officer.name, officer.title, officer.active) == ("Lê Thị Hồng", "Công chức", True)
    assert catalogue.officers(desk)[1] == officer
    with pytest.raises(DeskError, match="đã có cán bộ"):
        officers.add_officer(desk, "Lê Thị Hô\u0300ng")
    with pytest.raises(DeskError, match="Họ tên cán bộ: chưa nhập"):
        officers.add_officer(desk, " \n")
    assert len(catalogue.officers(desk)) == 2


def test_a_limit_of_the_catalogue_is_one_that_can_be_counted(desk: Desk) -> None:
    limits = {procedure.limit for procedure in catalogue.procedures(desk)}
    assert days(3) in limits
    assert None in limits
