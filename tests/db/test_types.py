"""Moments and codes as the file keeps them (docs/decisions/0003)."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.moments import minutes_of, moment_of

moments = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(moments)
def test_a_moment_comes_back_as_it_was(moment: datetime) -> None:
    assert moment_of(minutes_of(moment)) == moment


@given(moments, moments)
def test_minutes_stand_in_the_order_of_moments(one: datetime, other: datetime) -> None:
    assert (minutes_of(one) < minutes_of(other)) == (one < other)


@given(moments, st.integers(0, 59))
def test_seconds_are_cut_before_the_epoch_too(moment: datetime, seconds: int) -> None:
    assert minutes_of(moment + timedelta(seconds=seconds)) == minutes_of(moment)


def test_the_first_minute_is_that_of_the_year_2000() -> None:
    assert minutes_of(datetime(2000, 1, 1, 0, 1)) == 1
