"""Reporting periods (figures.md R12, R13)."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.period import (
    CutOff,
    Period,
    PeriodKind,
    half_year,
    month,
    nine_months,
    quarter,
    week,
    year,
)
from dxdesk.errors import InputError

cut_offs = st.sampled_from(CutOff)
years = st.integers(2019, 2034)
named = st.one_of(
    st.builds(lambda y, n, c: month(y, n, cut_off=c), years, st.integers(1, 12), cut_offs),
    st.builds(lambda y, n, c: quarter(y, n, cut_off=c), years, st.integers(1, 4), cut_offs),
    st.builds(lambda y, n, c: half_year(y, n, cut_off=c), years, st.integers(1, 2), cut_offs),
    st.builds(lambda y, c: year(y, cut_off=c), years, cut_offs),
)
days = st.dates(date(2019, 1, 1), date(2034, 12, 31))


@pytest.mark.parametrize(
    ("period", "first", "last", "label"),
    [
        (month(2026, 2), date(2026, 2, 1), date(2026, 2, 28), "tháng 2 năm 2026"),
        (month(2028, 2), date(2028, 2, 1), date(2028, 2, 29), "tháng 2 năm 2028"),
        (quarter(2026, 2), date(2026, 4, 1), date(2026, 6, 30), "quý II năm 2026"),
        (half_year(2026, 1), date(2026, 1, 1), date(2026, 6, 30), "6 tháng đầu năm 2026"),
        (half_year(2026, 2), date(2026, 7, 1), date(2026, 12, 31), "6 tháng cuối năm 2026"),
        (nine_months(2026), date(2026, 1, 1), date(2026, 9, 30), "9 tháng đầu năm 2026"),
        (year(2026), date(2026, 1, 1), date(2026, 12, 31), "năm 2026"),
        (
            week(date(2026, 3, 11)),
            date(2026, 3, 9),
            date(2026, 3, 15),
            "tuần 11 năm 2026",
        ),
    ],
)
def test_a_named_period_has_its_dates_and_its_name(
    period: Period, first: date, last: date, label: str
) -> None:
    assert (period.first, period.last, period.label) == (first, last, label)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (month(2026, 4, cut_off=CutOff.STATUTORY), date(2026, 3, 15), date(2026, 4, 14)),
        (month(2026, 1, cut_off=CutOff.STATUTORY), date(2025, 12, 15), date(2026, 1, 14)),
        (quarter(2026, 1, cut_off=CutOff.STATUTORY), date(2025, 12, 15), date(2026, 3, 14)),
        (half_year(2026, 2, cut_off=CutOff.STATUTORY), date(2026, 6, 15), date(2026, 12, 14)),
        (nine_months(2026, cut_off=CutOff.STATUTORY), date(2025, 12, 15), date(2026, 9, 14)),
        (year(2026, cut_off=CutOff.STATUTORY), date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_a_statutory_period_runs_from_the_15th_to_the_14th(
    period: Period, first: date, last: date
) -> None:
    assert (period.first, period.last) == (first, last)
    assert period.label == Period(first, last, period.kind).label


def test_the_name_of_a_day() -> None:
    day = date(2026, 3, 9)
    assert Period(day, day, PeriodKind.DAY).label == "ngày 09/03/2026"


def test_dates_in_the_wrong_order_are_refused_in_words() -> None:
    with pytest.raises(InputError, match="ngày đầu 02/03/2026 sau ngày cuối 01/03/2026"):
        Period(date(2026, 3, 2), date(2026, 3, 1))


@given(period=named)
def test_the_period_before_ends_the_day_before(period: Period) -> None:
    before = period.previous()
    assert before.last == period.first - timedelta(days=1)
    assert (before.kind, before.cut_off) == (period.kind, period.cut_off)


@given(period=named)
def test_a_year_of_periods_back_is_the_same_period_of_last_year(period: Period) -> None:
    steps = {
        PeriodKind.MONTH: 12,
        PeriodKind.QUARTER: 4,
        PeriodKind.HALF_YEAR: 2,
        PeriodKind.YEAR: 1,
    }
    back = period
    for _ in range(steps[period.kind]):
        back = back.previous()
    assert back == period.last_year()


@given(first=days, length=st.integers(0, 400))
def test_a_range_and_the_one_before_have_the_same_length_and_no_gap(
    first: date, length: int
) -> None:
    period = Period(first, first + timedelta(days=length))
    before = period.previous()
    assert before.last - before.first == period.last - period.first
    assert before.last + timedelta(days=1) == period.first


def test_nine_months_are_compared_with_those_of_last_year() -> None:
    assert nine_months(2026).previous() == nine_months(2025) == nine_months(2026).last_year()


def test_a_leap_day_has_a_day_of_last_year() -> None:
    period = Period(date(2028, 2, 29), date(2028, 2, 29), PeriodKind.DAY)
    assert period.last_year().first == date(2027, 2, 28)


@given(day=days)
def test_a_week_runs_from_monday_and_holds_its_day(day: date) -> None:
    period = week(day)
    assert period.first.weekday() == 0
    assert period.first <= day <= period.last
    assert (period.last - period.first).days == 6


def test_as_of_is_the_last_minute_or_now_while_the_period_runs() -> None:
    period = month(2026, 3)
    assert period.as_of(datetime(2026, 4, 2, 9)) == datetime(2026, 3, 31, 23, 59)
    assert period.as_of(datetime(2026, 3, 9, 8, 30, 59)) == datetime(2026, 3, 9, 8, 30)
    assert (period.start, period.end) == (datetime(2026, 3, 1), datetime(2026, 3, 31, 23, 59))
