"""How many more, and how fast: laws that hold for every number."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.figures import Rate
from dxdesk.domain.indicators.kinds import Direction
from dxdesk.domain.indicators.pace import Pace, pace, shared_out, still_missing, weeks_left

WHOLE = st.integers(1, 10**6)
LEVELS = st.fractions(0, 1, max_denominator=1000)


@given(st.data(), WHOLE, LEVELS)
def test_so_many_more_reach_the_target_and_one_less_does_not(
    data: st.DataObject, whole: int, level: Fraction
) -> None:
    part = data.draw(st.integers(0, whole))
    missing = still_missing(Rate(part, whole), level)
    assert Fraction(part + missing, whole) >= level
    assert missing == 0 or Fraction(part + missing - 1, whole) < level
    assert part + missing <= whole


@given(st.data(), WHOLE, LEVELS)
def test_so_many_fewer_bring_a_falling_share_down(
    data: st.DataObject, whole: int, level: Fraction
) -> None:
    part = data.draw(st.integers(0, whole))
    fewer = still_missing(Rate(part, whole), level, Direction.DOWN)
    assert Fraction(part - fewer, whole) <= level
    assert fewer == 0 or Fraction(part - fewer + 1, whole) > level


@given(st.integers(0, 10**6), st.lists(st.integers(0, 10**6), min_size=1, max_size=110))
def test_what_is_shared_out_adds_up_and_follows_the_weights(
    missing: int, weights: list[int]
) -> None:
    parts = shared_out(missing, weights)
    assert sum(parts) == missing
    whole = sum(weights) or len(weights)
    exact = [missing * (w if sum(weights) else 1) / whole for w in weights]
    assert all(abs(part - wanted) < 1.001 for part, wanted in zip(parts, exact, strict=True))


@given(st.integers(0, 10**6), st.integers(1, 53))
def test_the_weekly_pace_is_enough_and_not_more_than_needed(missing: int, weeks: int) -> None:
    weekly = Pace(missing, weeks).a_week
    assert weekly is not None
    assert weekly * weeks >= missing
    assert weekly == 0 or (weekly - 1) * weeks < missing


def test_weeks_are_counted_with_the_one_that_runs() -> None:
    last = date(2024, 12, 31)
    assert weeks_left(date(2024, 12, 31), last) == 1
    assert weeks_left(date(2024, 12, 25), last) == 1
    assert weeks_left(date(2024, 12, 24), last) == 2
    assert weeks_left(date(2025, 1, 1), last) == 0
    assert Pace(5, 0).a_week is None


def test_the_second_seed_needs_so_many_accounts_a_week() -> None:
    ahead = pace(Rate(3000, 5000), Fraction(4, 5), date(2024, 8, 22), 2024, Direction.UP)
    assert (ahead.missing, ahead.weeks, ahead.a_week) == (1000, 19, 53)
