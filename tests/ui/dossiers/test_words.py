"""Moments, numbers and limits as officers type and read them."""

from datetime import date, datetime

import pytest

from dxdesk.domain.due import Limit, LimitKind, span_text
from dxdesk.errors import InputError
from ui.dossiers.moments import (
    appointment_text,
    moment_text,
    parse_day,
    parse_moment,
)
from ui.dossiers.numbers import money_text, parse_count, parse_limit, parse_money

NOW = datetime(2026, 5, 29, 9, 20)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("05/06/2026 16:30", datetime(2026, 6, 5, 16, 30)),
        ("5/6/2026 16:30", datetime(2026, 6, 5, 16, 30)),
        ("5-6-26 7h05", datetime(2026, 6, 5, 7, 5)),
        ("5/6 16h", datetime(2026, 6, 5, 16, 0)),
        ("16:30 5/6/2026", datetime(2026, 6, 5, 16, 30)),
        ("8g15", datetime(2026, 5, 29, 8, 15)),
        ("  05/06/2026   16:30 ", datetime(2026, 6, 5, 16, 30)),
        ("", None),
    ],
)
def test_a_moment_is_read_in_the_ways_that_officers_write_it(
    typed: str, meant: datetime | None
) -> None:
    assert parse_moment(typed, field="Ngày hẹn lại", now=NOW) == meant


@pytest.mark.parametrize(
    "typed",
    ["mai", "31/02/2026 10:00", "05/06/2026", "05/06/2026 25:00", "5/6/2026 10:61", "12345", "//"],
)
def test_a_moment_that_cannot_be_read_is_refused_with_the_field_and_what_was_typed(
    typed: str,
) -> None:
    with pytest.raises(InputError) as refused:
        parse_moment(typed, field="Ngày hẹn lại", now=NOW)
    assert str(refused.value).startswith("Ngày hẹn lại:")
    assert typed in str(refused.value)


def test_a_day_without_a_year_is_a_day_of_this_year() -> None:
    assert parse_day("5/6", field="Từ ngày", now=NOW) == date(2026, 6, 5)
    with pytest.raises(InputError, match=r"Từ ngày.*30/2"):
        parse_day("30/2", field="Từ ngày", now=NOW)


def test_what_is_shown_can_be_typed_in_again() -> None:
    moment = datetime(2026, 12, 1, 7, 5)
    assert parse_moment(moment_text(moment), field="x", now=NOW) == moment
    assert moment_text(moment, day_only=True) == "01/12/2026"


def test_an_appointment_names_the_weekday() -> None:
    assert appointment_text(datetime(2026, 6, 7, 16, 30)) == "16:30 Chủ nhật 07/06/2026"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 phút làm việc"),
        (59, "59 phút làm việc"),
        (480, "1 ngày làm việc"),
        (1065, "2 ngày 1 giờ 45 phút làm việc"),
    ],
)
def test_a_working_day_has_eight_hours(minutes: int, words: str) -> None:
    assert span_text(minutes) == words


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("8.000", 8000), ("8000 đ", 8000), ("1.250.000 đồng", 1250000), ("Miễn phí", 0), ("", None)],
)
def test_a_fee_that_nobody_stated_is_not_zero(typed: str, amount: int | None) -> None:
    assert parse_money(typed, field="Phí, lệ phí") == amount


@pytest.mark.parametrize("typed", ["tám nghìn", "8.00", "-5", "8,5", "1e3"])
def test_a_fee_that_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match=r"^Phí, lệ phí: "):
        parse_money(typed, field="Phí, lệ phí")


def test_no_fee_known_and_no_fee_taken_read_differently() -> None:
    assert (money_text(None), money_text(0), money_text(15000)) == (
        "",
        "Không thu",
        "15.000 đồng",
    )


@pytest.mark.parametrize("typed", ["", "hai", "1,5", "0x10", "²"])
def test_copies_that_are_no_number_are_refused(typed: str) -> None:
    with pytest.raises(InputError, match=r"^Số bộ: "):
        parse_count(typed, field="Số bộ")


@pytest.mark.parametrize(
    ("typed", "limit"),
    [
        ("5", Limit(LimitKind.WORKING_DAYS, 5)),
        ("0,5 ngày", Limit(LimitKind.WORKING_DAYS, 0.5)),
        ("3 NGÀY LÀM VIỆC", Limit(LimitKind.WORKING_DAYS, 3)),
        ("10 ngày lịch", Limit(LimitKind.CALENDAR_DAYS, 10)),
        ("8 giờ", Limit(LimitKind.WORKING_HOURS, 8)),
        ("Trong ngày", Limit(LimitKind.SAME_DAY)),
        ("", None),
    ],
)
def test_a_limit_is_read_in_words(typed: str, limit: Limit | None) -> None:
    assert parse_limit(typed, field="Thời hạn") == limit


@pytest.mark.parametrize("typed", ["năm ngày", "5 tuần", "0", "0,3", "-1", "5 5"])
def test_a_limit_that_cannot_be_counted_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match=r"^Thời hạn"):
        parse_limit(typed, field="Thời hạn")
