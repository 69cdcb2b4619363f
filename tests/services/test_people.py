"""Citizens whom the book knows are found by number, phone and name; nobody else is."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Person
from dxdesk.services import acts
from dxdesk.services.people import known
from tests.kit import Clock, receive

ANH = Person("Nguyễn Thị Ngọc Ánh", "079123456789", "0901234567", "12 Lê Lợi")
DUC = Person("Trần Văn Đức", "", "0912345678", "")


def names(desk: Desk, typed: str) -> list[str]:
    return [one.person.name for one in known(desk, typed)]


@pytest.mark.parametrize(
    "typed", ["079123456789", "0791234", " 079 123 456", "0901234567", "+84 901234567", "090123"]
)
def test_a_number_or_its_beginning_finds_the_person(desk: Desk, typed: str) -> None:
    receive(desk, owner=ANH)
    receive(desk, owner=DUC)
    assert names(desk, typed) == ["Nguyễn Thị Ngọc Ánh"]


@pytest.mark.parametrize("typed", ["Trần Văn Đức", "trần văn  đức", "TRẦN VĂN ĐỨC", "trân văn đưc"])
def test_a_whole_name_finds_the_person_with_or_without_tones(desk: Desk, typed: str) -> None:
    receive(desk, owner=DUC)
    assert names(desk, typed) == ["Trần Văn Đức"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "07912",
        "12345678",
        "Đức",
        "%",
        "_________",
        "% _",
        "0'; DROP TABLE dossier",
        "٠٧٩١٢٣",
        "\u202e07",
    ],
)
def test_what_fits_nobody_or_half_of_the_ward_finds_nobody(desk: Desk, typed: str) -> None:
    receive(desk, owner=ANH)
    receive(desk, owner=DUC)
    assert names(desk, typed) == []


@pytest.mark.parametrize("typed", ["Ngọc Ánh", "ngoc anh", "nguyễn ánh", "NGO\u0323C A\u0301NH"])
def test_parts_of_a_name_find_the_person_accents_optional(desk: Desk, typed: str) -> None:
    receive(desk, owner=ANH)
    receive(desk, owner=DUC)
    assert names(desk, typed) == ["Nguyễn Thị Ngọc Ánh"]


@pytest.mark.parametrize("typed", ["0912345678", "van duc", "Trần Văn Đức"])
def test_who_only_brought_a_dossier_is_known_too_without_the_owner_s_hamlet(
    desk: Desk, typed: str
) -> None:
    receive(desk, owner=ANH, applicant=DUC)
    found = known(desk, typed)
    assert [one.person for one in found] == [DUC]
    assert found[0].hamlet_id is None


def test_whose_whole_name_it_is_comes_before_those_of_whom_it_is_a_part(desk: Desk) -> None:
    receive(desk, owner=Person("Văn Đức", "", "0987654321", ""))
    receive(desk, owner=DUC)
    assert names(desk, "Văn Đức") == ["Văn Đức", "Trần Văn Đức"]


def test_a_person_is_offered_once_as_the_newest_dossier_has_them(desk: Desk, clock: Clock) -> None:
    receive(desk, owner=ANH)
    clock.later(days=1)
    moved = Person(ANH.name, ANH.id_no, "0909999999", "5 Trần Phú")
    receive(desk, owner=moved)
    found = known(desk, ANH.id_no)
    assert [one.person for one in found] == [moved]
    assert found[0].last == clock()


def test_what_was_entered_by_mistake_is_not_offered(desk: Desk) -> None:
    acts.void(desk, receive(desk, owner=ANH).id, reason="Nhập nhầm")
    assert names(desk, ANH.id_no) == []


def test_namesakes_are_told_apart_by_their_phone(desk: Desk) -> None:
    receive(desk, owner=DUC)
    receive(desk, owner=Person(DUC.name, "", "0987654321", "Tổ 3"))
    assert [one.person.phone for one in known(desk, DUC.name)] == ["0987654321", "0912345678"]
