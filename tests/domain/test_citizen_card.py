"""The QR code of a citizen's card: read as printed, repaired where an input method stood."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.citizen_card import read_card
from dxdesk.domain.dossier import Person
from dxdesk.domain.person import filled, overwrites

CARD = "079123456789|012345678|Nguyễn Văn A|15031990|Nam|12 Lê Lợi, Phường 1|01042021"


def test_the_seven_fields_are_read() -> None:
    card = read_card(CARD)
    assert card is not None
    assert card.person == Person("Nguyễn Văn A", "079123456789", "", "12 Lê Lợi, Phường 1")
    assert (card.old_number, card.sex) == ("012345678", "Nam")
    assert (card.born, card.issued) == (date(1990, 3, 15), date(2021, 4, 1))
    assert not card.repaired


@pytest.mark.parametrize(
    "text",
    [
        CARD.replace("|012345678|", "||"),
        CARD + "||",
        CARD + "|Nguyễn Văn B|Trần Thị C|",
        unicodedata.normalize("NFD", CARD),
        CARD + "\r",
        CARD.replace("Nguyễn", "\u202eNguyễn\u200b"),
    ],
)
def test_old_new_and_oddly_sent_cards_are_read_alike(text: str) -> None:
    card = read_card(text)
    assert card is not None
    assert card.person == Person("Nguyễn Văn A", "079123456789", "", "12 Lê Lợi, Phường 1")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "H99.12-260309-0001",
        "079123456789",
        "079123456789|||||||",
        CARD.replace("15031990", "1503"),
        CARD.removeprefix("079"),
        "x" + CARD,
        CARD + "|" + "x" * 1000,
    ],
)
def test_anything_else_is_no_card(text: str) -> None:
    assert read_card(text) is None


def test_a_date_that_never_was_is_unknown_not_an_error() -> None:
    card = read_card(CARD.replace("15031990", "31021990"))
    assert card is not None
    assert card.born is None


def test_what_an_input_method_made_of_plain_letters_is_undone() -> None:
    mangled = CARD.replace("Nguyễn Văn A", "H ưen Buđha Niê")
    card = read_card(mangled, composed=True)
    assert card is not None
    assert (card.person.name, card.repaired) == ("H wen Buddha Niê", True)


@pytest.mark.parametrize(
    "name", ["Đặng Ước Đức", "Ưng Hoàng Phúc", "Y Krông Đắk", "Lê Thị Mỹ Duyên", "ĐỖ ƯNG"]
)
def test_real_names_are_left_as_they_are(name: str) -> None:
    card = read_card(CARD.replace("Nguyễn Văn A", name), composed=True)
    assert card is not None
    assert (card.person.name, card.repaired) == (name, False)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    read_card(text)
    read_card(CARD.replace("Nguyễn Văn A", text), composed=True)


def test_only_other_values_count_as_overwritten() -> None:
    typed = Person("Nguyễn Văn A", "", "0901234567", "12 Lê Lợi")
    card = Person("Nguyễn Văn A", "079123456789", "", "5 Trần Phú")
    assert [(one.part, one.old, one.new) for one in overwrites(typed, card)] == [
        ("address", "12 Lê Lợi", "5 Trần Phú")
    ]
    assert filled(typed, card, replacing=True).address == "5 Trần Phú"
    assert filled(typed, card, replacing=False) == Person(
        "Nguyễn Văn A", "079123456789", "0901234567", "12 Lê Lợi"
    )
