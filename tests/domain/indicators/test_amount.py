"""What an officer types becomes an exact number, or a sentence that says what was expected."""

import unicodedata
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.indicators.amount import (
    Amount,
    Bound,
    amount_text,
    parse_amount,
    parse_level,
    share_text,
    typed_text,
)
from dxdesk.domain.indicators.kinds import Unit
from dxdesk.errors import InputError

SHARE, COUNT = Unit.SHARE, Unit.COUNT
OVER_46 = unicodedata.normalize("NFD", "Hơn 46")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("3449/3452", Amount(3449, 3452)),
        (" 3.449 / 3.452 ", Amount(3449, 3452)),
        ("3449/3452 = 99,96 %", Amount(3449, 3452, Fraction("0.9996"))),
        ("65", Amount(stated=Fraction(65, 100))),
        ("99,5 %", Amount(stated=Fraction(995, 1000))),
        ("46.5", Amount(stated=Fraction(465, 1000))),
        ("trên 65 %", Amount(stated=Fraction(65, 100), bound=Bound.OVER)),
        (
            unicodedata.normalize("NFD", "Hơn 46"),
            Amount(stated=Fraction(46, 100), bound=Bound.OVER),
        ),
        ("khoảng 60", Amount(stated=Fraction(60, 100), bound=Bound.ABOUT)),
        ("0/0", Amount(0, 0)),
        ("0", Amount(stated=Fraction(0))),
        ("\u200f65\u200b", Amount(stated=Fraction(65, 100))),
    ],
)
def test_shares_are_read_as_officers_write_them(text: str, amount: Amount) -> None:
    assert parse_amount(text, SHARE) == amount


def test_nothing_typed_is_no_number_and_zero_is_one() -> None:
    assert parse_amount("  ", SHARE) is None
    assert parse_amount("0", COUNT) == Amount(stated=Fraction(0))
    assert parse_amount("1.250", COUNT) == Amount(stated=Fraction(1250))


@pytest.mark.parametrize(
    "text",
    [
        *("abc", "101", "5/3", "3449/", "/5", "-1", "1e5", "65 %%", "<b>65</b>", "=1+1", "٦٥"),
        *("9" * 5000, "1/0/2", "trên 3/4", "3.449", "1,5/2", "65\n66", "½"),
    ],
)
def test_other_texts_are_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(InputError, match=r"^Số liệu"):
        parse_amount(text, SHARE)


@pytest.mark.parametrize("text", ["3/4", "5 %", "1,5", "9" * 40])
def test_a_count_is_one_whole_number(text: str) -> None:
    with pytest.raises(InputError, match=r"^Số liệu"):
        parse_amount(text, COUNT)


@pytest.mark.parametrize("text", ["", "trên 80", "4/5", "tám mươi"])
def test_a_target_is_one_exact_number(text: str) -> None:
    with pytest.raises(InputError):
        parse_level(text, SHARE)
    assert parse_level("80 %", SHARE) == Fraction(4, 5)


def test_a_stated_share_that_its_counts_do_not_give_is_shown_beside_them() -> None:
    amount = Amount(3449, 3452, Fraction("0.9996"))
    assert amount.contradiction == "báo cáo ghi 99,96 % nhưng 3.449/3.452 là 99,91 %"
    assert amount_text(amount, SHARE) == "99,91 % (3.449/3.452)"
    assert Amount(3449, 3452, Fraction("0.9991")).contradiction == ""


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_what_is_shown_for_typing_reads_back(part: int, more: int) -> None:
    amount = Amount(part, part + more)
    assert parse_amount(typed_text(amount, SHARE), SHARE) == amount


@given(st.integers(0, 10_000), st.sampled_from(Bound))
def test_stated_shares_read_back(hundredths: int, bound: Bound) -> None:
    amount = Amount(stated=Fraction(hundredths, 10_000), bound=bound)
    assert parse_amount(typed_text(amount, SHARE), SHARE) == amount


def test_shares_are_shown_whole_or_with_two_decimals() -> None:
    assert [share_text(Fraction(x)) for x in ("0", "0.8", "1", "0.9991", "1/3")] == [
        "0 %",
        "80 %",
        "100 %",
        "99,91 %",
        "33,33 %",
    ]
