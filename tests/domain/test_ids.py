"""Codes and numbers: a doubt is a sentence that repeats no personal data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.ids import (
    citizen_doubts,
    clean_id_no,
    clean_phone,
    code_doubts,
    phone_doubts,
)

numbers = st.text(alphabet="0123456789", min_size=1, max_size=16)


@pytest.mark.parametrize("code", ["", "H99.12-260223-0001", "000.00.12.H99-260223-0001"])
def test_usual_codes_raise_no_doubt(code: str) -> None:
    assert code_doubts(code) == ()


@pytest.mark.parametrize("code", ["H99.12-260223", "99-1", "H99.12-260223-0001\n", "X1", "h99-1-1"])
def test_an_unusual_code_is_doubted_in_one_sentence(code: str) -> None:
    (doubt,) = code_doubts(code)
    assert "không đúng mẫu" in doubt


def test_a_code_of_another_ward_is_doubted() -> None:
    assert code_doubts("H99.12-260223-0001", prefix="H99.12") == ()
    (doubt,) = code_doubts("H99.120-260223-0001", prefix="H99.12")
    assert "đơn vị khác" in doubt


@pytest.mark.parametrize("length", range(1, 16))
def test_id_numbers_have_nine_or_twelve_digits_or_are_tax_codes(length: int) -> None:
    assert (citizen_doubts("1" * length) == ()) == (length in {9, 10, 12, 13})


def test_a_lost_leading_zero_is_named() -> None:
    (doubt,) = citizen_doubts("79203001234")
    assert "mất số 0" in doubt


@given(number=numbers)
def test_no_doubt_repeats_the_number(number: str) -> None:
    doubts = (*citizen_doubts(number), *phone_doubts(number))
    assert not any(number in doubt for doubt in doubts if len(number) > 2)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912.345.678", "0912345678"),
        ("84912345678", "0912345678"),
        ("(0258) 382-1234", "02583821234"),
        ("8491234567", "8491234567"),
        ("", ""),
    ],
)
def test_phones_are_kept_as_digits(typed: str, kept: str) -> None:
    assert clean_phone(typed) == kept


@pytest.mark.parametrize("number", ["", "0912345678", "0312345678", "02583821234"])
def test_usual_phones_raise_no_doubt(number: str) -> None:
    assert phone_doubts(number) == ()


@pytest.mark.parametrize("number", ["0112345678", "091234567", "09123456789", "abc", "113"])
def test_unusual_phones_are_doubted(number: str) -> None:
    assert len(phone_doubts(number)) == 1


def test_id_numbers_lose_their_blanks_only() -> None:
    assert clean_id_no(" 079 203 001 234 ") == "079203001234"
