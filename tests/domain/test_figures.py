"""Rates are exact until shown; the identities of R14 name what they find broken."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.figures import COUNT_LABELS, COUNT_NAMES, Figures, Rate

whole = st.integers(0, 10**9)
GOOD = Figures(
    received=10,
    online=6,
    partial=2,
    full=4,
    in_person=3,
    postal=1,
    carried_over=5,
    resolved=8,
    early=4,
    on_time=3,
    late=1,
    pending=7,
    in_time=5,
    overdue=2,
)


@pytest.mark.parametrize(
    ("numerator", "denominator", "shown"),
    [
        (3449, 3452, "99,91 %"),
        (0, 0, "—"),
        (0, 7, "0,00 %"),
        (7, 7, "100,00 %"),
        (1, 3, "33,33 %"),
        (2, 3, "66,67 %"),
        (1, 800, "0,13 %"),
        (1, 100_000, "0,01 %"),
        (99_999, 100_000, "99,99 %"),
    ],
)
def test_a_rate_is_shown_with_two_decimals_rounded_half_up(
    numerator: int, denominator: int, shown: str
) -> None:
    assert Rate(numerator, denominator).shown == shown


def test_a_rate_of_nothing_has_no_value() -> None:
    assert (Rate(0, 0).exact, Rate(0, 0).value) == (None, None)


def test_the_exact_rate_is_not_reduced() -> None:
    assert Rate(3400, 3452).exact == "3400/3452"


@given(denominator=st.integers(1, 10**9), data=st.data())
def test_only_exact_rates_look_whole_and_none_is_off_by_more_than_rounding(
    denominator: int, data: st.DataObject
) -> None:
    numerator = data.draw(st.integers(0, denominator))
    shown = Rate(numerator, denominator).shown
    assert (shown == "100,00 %") == (numerator == denominator)
    assert (shown == "0,00 %") == (numerator == 0)
    hundredths = int(shown.removesuffix(" %").replace(",", ""))
    error = abs(hundredths * denominator - numerator * 10_000)
    at_the_edge = hundredths in {1, 9999}
    assert error < denominator if at_the_edge else 2 * error <= denominator


def test_the_rate_on_time_counts_the_early_ones_too() -> None:
    rates = GOOD.rates
    assert (rates.on_time, rates.early, rates.late) == (Rate(7, 8), Rate(4, 8), Rate(1, 8))
    assert (rates.online, rates.overdue) == (Rate(6, 10), Rate(2, 7))


def test_good_figures_break_no_identity() -> None:
    assert GOOD.broken_identities() == ()
    assert Figures().broken_identities() == ()


@pytest.mark.parametrize("name", [
    *("received", "online", "in_person", "postal", "resolved", "early", "on_time", "late"),
    *("pending", "in_time", "overdue", "carried_over"),
])  # fmt: skip
def test_one_number_off_breaks_an_identity(name: str) -> None:
    wrong = replace(GOOD, **{name: getattr(GOOD, name) + 1})
    assert wrong.broken_identities()


def test_an_unknown_channel_breaks_the_first_identity() -> None:
    """It is never taken for "in person"; the report is not printable until it is known."""
    unknown = replace(GOOD, received=11, unknown_channel=1, pending=8, in_time=6)
    (sentence,) = unknown.broken_identities()
    assert "trực tuyến + trực tiếp + bưu chính" in sentence


@given(*[st.builds(Figures, *[whole] * len(COUNT_NAMES))] * 2)
def test_figures_add_number_by_number(one: Figures, other: Figures) -> None:
    total = one + other
    assert all(getattr(total, n) == getattr(one, n) + getattr(other, n) for n in COUNT_NAMES)
    assert one + Figures() == one


def test_every_number_has_its_own_label() -> None:
    assert set(COUNT_LABELS) == set(COUNT_NAMES) == {field.name for field in fields(Figures)}
    assert len(set(COUNT_LABELS.values())) == len(COUNT_LABELS)
