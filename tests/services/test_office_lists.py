"""People, places and procedures of the office: added, renamed, retired; nothing is lost."""

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.dossier import HamletId, ProcedureId
from dxdesk.domain.terms import Terms, in_force
from dxdesk.errors import DeskError, InputError
from dxdesk.services import acts, catalogue, dossiers, hamlets, history, intake, officers
from dxdesk.services.correction import correct
from dxdesk.services.procedures import (
    ProcedureDraft,
    add_procedure,
    change_procedure,
    history_of,
    retire_procedure,
)
from tests.kit import Clock, days, moment, receive

BIRTH = ProcedureId(1)


def new_limit(desk: Desk, amount: float, since: date | None) -> None:
    one = next(one for one in catalogue.procedures(desk) if one.id == BIRTH)
    terms = Terms(since, days(amount), source="Quyết định 12/QĐ-UBND")
    change_procedure(desk, BIRTH, ProcedureDraft(one.code, one.name, one.field, terms))


def limit_of_new(desk: Desk, received: str) -> str:
    made = receive(desk, limit=None, received_at=moment(received))
    assert made.limit is not None
    return made.limit.text


def test_a_dossier_takes_the_limit_of_the_day_on_which_it_came(desk: Desk, clock: Clock) -> None:
    new_limit(desk, 5, None)
    new_limit(desk, 3, date(2026, 3, 9))
    clock.set("20/03/2026 08:00")
    assert limit_of_new(desk, "06/03/2026 08:00") == "5 ngày làm việc"
    assert limit_of_new(desk, "09/03/2026 07:30") == "3 ngày làm việc"
    account = intake.preview_due(desk, BIRTH, received_at=moment("06/03/2026 08:00"))
    assert account is not None
    assert account.due == moment("13/03/2026 08:00")


def test_a_later_change_leaves_the_dossiers_that_are_there(desk: Desk, clock: Clock) -> None:
    new_limit(desk, 5, None)
    dossier = receive(desk, limit=None)
    new_limit(desk, 1, date(2026, 3, 1))
    clock.set("10/03/2026 08:00")
    assert dossiers.get(desk, dossier.id).limit == days(5)
    assert correct(desk, dossier.id, {"note": "a"}, reason="b").due_at == dossier.due_at


def test_the_catalogue_shows_the_terms_of_today(desk: Desk, clock: Clock) -> None:
    new_limit(desk, 5, None)
    new_limit(desk, 3, date(2026, 4, 1))
    shown = next(one for one in catalogue.procedures(desk) if one.id == BIRTH)
    assert (shown.limit, shown.valid_from) == (days(5), None)
    clock.set("01/04/2026 08:00")
    shown = next(one for one in catalogue.procedures(desk) if one.id == BIRTH)
    assert (shown.limit, shown.valid_from) == (days(3), date(2026, 4, 1))
    assert [one.valid_from for one in history_of(desk, BIRTH)] == [None, date(2026, 4, 1)]


def test_terms_of_a_day_are_those_that_began_last() -> None:
    first, second = Terms(None, days(5)), Terms(date(2026, 4, 1), days(3))
    assert in_force((first, second), date(2026, 3, 31)) is first
    assert in_force((first, second), date(2026, 4, 1)) is second


def test_a_change_of_terms_is_taken_back(desk: Desk) -> None:
    before = history_of(desk, BIRTH)
    new_limit(desk, 3, date(2026, 4, 1))
    history.undo(desk)
    assert history_of(desk, BIRTH) == before


def test_a_procedure_is_added_with_its_field_and_retired(desk: Desk) -> None:
    wanted = ProcedureDraft(" 9.000001 ", "Thủ tục thử", "Lĩnh vực mới", Terms(limit=days(2)))
    added = add_procedure(desk, wanted)
    one = next(one for one in catalogue.procedures(desk) if one.id == added)
    assert (one.code, one.field, one.limit_text) == ("9.000001", "Lĩnh vực mới", "2 ngày làm việc")
    retire_procedure(desk, added, retired=True)
    assert next(one for one in catalogue.procedures(desk) if one.id == added).retired
    with pytest.raises(InputError, match=r"Mã thủ tục: “9\.000001” đã có"):
        add_procedure(desk, replace(wanted, code="9.000001"))


@pytest.mark.parametrize("text", ["", " \n\t", "\u200f\u202e", "x" * 3000])
def test_names_that_are_none_are_refused(desk: Desk, text: str) -> None:
    with pytest.raises(InputError, match="Họ tên cán bộ"):
        officers.add_officer(desk, text)
    with pytest.raises(InputError, match="Tên tổ dân phố"):
        hamlets.add_hamlet(desk, text)
    with pytest.raises(InputError, match="Tên thủ tục"):
        add_procedure(desk, ProcedureDraft("9.1", text, "Hộ tịch", Terms()))


def test_one_name_in_two_forms_of_unicode_is_one_name(desk: Desk) -> None:
    hamlets.add_hamlet(desk, "Ấp Đông Hòa")
    with pytest.raises(InputError, match="đã có"):
        hamlets.add_hamlet(desk, " Ấp  Đông Ho\u0300a")


def test_a_retired_hamlet_stays_with_its_dossiers(desk: Desk) -> None:
    place = hamlets.add_hamlet(desk, "Tổ dân phố 1")
    dossier = receive(desk, hamlet_id=place)
    hamlets.retire_hamlet(desk, place, retired=True)
    hamlets.rename_hamlet(desk, place, "Tổ dân phố 1 (cũ)")
    assert dossiers.get(desk, dossier.id).hamlet == "Tổ dân phố 1 (cũ)"
    assert hamlets.hamlets_used(desk)[0].used == 1
    assert catalogue.hamlets(desk)[0].retired
    with pytest.raises(DeskError, match="không còn trong danh mục"):
        hamlets.rename_hamlet(desk, HamletId(99), "x")


def test_an_officer_who_holds_dossiers_is_not_retired(desk: Desk) -> None:
    other = officers.add_officer(desk, "Lê Thị Hồng")
    dossier = receive(desk)
    acts.hand_over(desk, dossier.id, officer_id=other.id)
    with pytest.raises(DeskError, match="còn giữ 1 hồ sơ"):
        officers.retire_officer(desk, other.id)
    acts.hand_over(desk, dossier.id, officer_id=desk.officer)
    assert not officers.retire_officer(desk, other.id).active
    assert officers.bring_back_officer(desk, other.id).active


def test_a_new_name_of_an_officer_stands_in_the_log_under_the_old_one(desk: Desk) -> None:
    other = officers.add_officer(desk, "Lê Thị Hồng")
    officers.change_officer(desk, other.id, name="Lê Thị Hồng Hạnh", title="Công chức")
    assert history.events(desk)[0].name == "Sửa cán bộ Lê Thị Hồng"
    with pytest.raises(InputError, match="Chưa có gì thay đổi"):
        officers.change_officer(desk, other.id, name="Lê Thị Hồng Hạnh", title="Công chức")
