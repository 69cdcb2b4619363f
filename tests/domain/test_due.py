from datetime import time

import pytest

from dxdesk.calendar_data import national_calendar
from dxdesk.domain.calendar import MissingYearError
from dxdesk.domain.due import DueRules, Limit, LimitKind, due_at, limit_from
from dxdesk.domain.due_account import explain_due
from dxdesk.errors import InputError
from tests.domain.days import SATURDAY_MORNING, at, calendar_of, working_days

CALENDAR = calendar_of()
CIVIL = DueRules(count="civil")
SAME_DAY = Limit(LimitKind.SAME_DAY)


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        ("14/08/2026 09:15", 1, "17/08/2026 09:15"),  # R2: Friday to Monday
        ("14/08/2026 09:00", 5, "21/08/2026 09:00"),
        ("20/08/2026 09:00", 3, "24/08/2026 09:00"),
        ("20/08/2026 09:00", 2, "22/08/2026 09:00"),  # a Saturday worked for 31/08
        ("28/08/2026 09:00", 3, "07/09/2026 09:00"),
        ("24/04/2026 16:00", 1, "28/04/2026 16:00"),
        ("23/11/2026 10:00", 2, "26/11/2026 10:00"),
        ("01/01/2026 10:00", 1, "05/01/2026 17:30"),
        ("14/08/2026 07:30", 1, "14/08/2026 17:30"),  # the end, not Monday's opening
        ("14/08/2026 06:00", 0.5, "14/08/2026 11:30"),
        ("14/08/2026 12:10", 0.5, "14/08/2026 17:30"),
        ("14/08/2026 17:30", 1, "17/08/2026 17:30"),
        ("15/08/2026 10:00", 2.5, "19/08/2026 11:30"),
    ],
)
def test_working_days_are_counted_in_minutes(received: str, days: float, due: str) -> None:
    assert due_at(at(received), working_days(days), CALENDAR) == at(due)


def test_a_working_day_is_eight_hours_also_where_saturday_has_four() -> None:
    saturday = calendar_of(SATURDAY_MORNING)
    assert due_at(at("14/08/2026 13:30"), working_days(1), saturday) == at("15/08/2026 11:30")


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        ("14/08/2026 09:00", 5, "21/08/2026 17:30"),
        ("20/08/2026 09:00", 3, "24/08/2026 17:30"),
        ("28/08/2026 09:00", 3, "07/09/2026 17:30"),
        ("24/04/2026 16:00", 1, "28/04/2026 17:30"),
        ("23/11/2026 10:00", 2, "26/11/2026 17:30"),
        ("15/08/2026 10:00", 1, "18/08/2026 17:30"),  # Saturday: after Monday
        ("14/08/2026 09:00", 0.5, "17/08/2026 11:30"),
        ("14/08/2026 09:00", 1.5, "18/08/2026 11:30"),
    ],
)
def test_by_the_civil_code_the_day_of_receipt_does_not_count(
    received: str, days: float, due: str
) -> None:
    assert due_at(at(received), working_days(days), CALENDAR, rules=CIVIL) == at(due)


def test_working_hours_are_minutes_under_either_rule() -> None:
    limit = Limit(LimitKind.WORKING_HOURS, 8)
    for rules in (DueRules(), CIVIL):
        assert due_at(at("14/08/2026 09:15"), limit, CALENDAR, rules=rules) == at(
            "17/08/2026 09:15"
        )


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        ("14/08/2026 16:59", 10, "24/08/2026 17:30"),
        ("14/08/2026 16:59", 8, "22/08/2026 17:30"),
        ("14/08/2026 16:59", 1, "17/08/2026 17:30"),
        ("21/08/2026 08:00", 10, "03/09/2026 17:30"),
        ("15/08/2026 08:00", 2, "17/08/2026 17:30"),
    ],
)
def test_calendar_days_end_at_the_close_of_a_working_day(
    received: str, days: int, due: str
) -> None:
    assert due_at(at(received), Limit(LimitKind.CALENDAR_DAYS, days), CALENDAR) == at(due)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("14/08/2026 06:00", "14/08/2026 17:30"),
        ("14/08/2026 12:00", "14/08/2026 17:30"),
        ("14/08/2026 15:00", "14/08/2026 17:30"),
        ("14/08/2026 15:01", "17/08/2026 17:30"),
        ("14/08/2026 20:00", "17/08/2026 17:30"),
        ("15/08/2026 08:00", "17/08/2026 17:30"),
        ("23/11/2026 15:10", "25/11/2026 17:30"),
        ("22/08/2026 09:00", "22/08/2026 17:30"),
    ],
)
def test_a_same_day_limit_ends_that_day_up_to_the_cut_off(received: str, due: str) -> None:
    assert due_at(at(received), SAME_DAY, CALENDAR) == at(due)


def test_on_a_day_that_closes_early_after_hours_comes_before_the_cut_off() -> None:
    saturday = calendar_of(SATURDAY_MORNING)
    assert due_at(at("15/08/2026 11:00"), SAME_DAY, saturday) == at("15/08/2026 11:30")
    assert due_at(at("15/08/2026 11:31"), SAME_DAY, saturday) == at("17/08/2026 17:30")


def test_the_ward_may_move_the_cut_off() -> None:
    rules = DueRules(same_day_cutoff=time(10, 0))
    assert due_at(at("14/08/2026 10:01"), SAME_DAY, CALENDAR, rules=rules) == at("17/08/2026 17:30")


def test_seconds_are_cut() -> None:
    received = at("14/08/2026 09:15").replace(second=59)
    assert due_at(received, working_days(1), CALENDAR) == at("17/08/2026 09:15")


@pytest.mark.parametrize(
    "limit",
    [
        working_days(10_000),
        Limit(LimitKind.WORKING_HOURS, 1e9),
        Limit(LimitKind.CALENDAR_DAYS, 10_000_000),
    ],
)
@pytest.mark.parametrize("rules", [DueRules(), CIVIL])
def test_a_limit_that_no_calendar_reaches_names_the_first_missing_year(
    limit: Limit, rules: DueRules
) -> None:
    with pytest.raises(MissingYearError, match="năm 2036"):
        due_at(at("14/08/2026 09:15"), limit, national_calendar(), rules=rules)


@pytest.mark.parametrize("year", ["2017", "2036"])
@pytest.mark.parametrize("limit", [SAME_DAY, working_days(1), Limit(LimitKind.CALENDAR_DAYS, 1)])
def test_receipt_in_a_year_without_data_names_that_year(year: str, limit: Limit) -> None:
    for count in (due_at, explain_due):
        with pytest.raises(MissingYearError, match=f"năm {year}"):
            count(at(f"14/08/{year} 09:15"), limit, national_calendar())


def test_45_working_days_over_tet_are_explained_day_by_day() -> None:
    account = explain_due(at("02/02/2026 08:00"), working_days(45), CALENDAR)
    assert account.days[0].minutes == 450
    assert account.days[14].why == "nghỉ lễ: Giao thừa Tết Nguyên đán"
    assert sum(day.minutes for day in account.days) == 45 * 480
    assert account.days[-1].date == account.due.date()
    assert account.due == at("13/04/2026 08:00")


@pytest.mark.parametrize(
    ("received", "limit", "rules", "first", "last"),
    [
        (
            "28/08/2026 17:45",
            working_days(1),
            DueRules(),
            "ngày làm việc, tiếp nhận sau giờ làm việc nên tính từ ngày làm việc kế tiếp",
            "ngày làm việc",
        ),
        (
            "14/08/2026 09:00",
            working_days(1),
            CIVIL,
            "ngày làm việc: ngày tiếp nhận, không tính",
            "ngày làm việc",
        ),
        (
            "14/08/2026 09:00",
            Limit(LimitKind.CALENDAR_DAYS, 1),
            DueRules(),
            "ngày làm việc: ngày tiếp nhận, không tính",
            "ngày làm việc: hạn được chuyển sang ngày này",
        ),
        (
            "14/08/2026 15:30",
            SAME_DAY,
            DueRules(),
            "ngày làm việc, tiếp nhận sau 15:00",
            "ngày làm việc",
        ),
        (
            "14/08/2026 18:30",
            SAME_DAY,
            DueRules(),
            "ngày làm việc, tiếp nhận sau giờ làm việc",
            "ngày làm việc",
        ),
    ],
)
def test_the_account_says_what_an_officer_would_say(
    received: str, limit: Limit, rules: DueRules, first: str, last: str
) -> None:
    days = explain_due(at(received), limit, CALENDAR, rules=rules).days
    assert (days[0].why, days[-1].why) == (first, last)


def test_a_receipt_on_a_day_off_is_explained_under_the_civil_rule() -> None:
    days = explain_due(at("15/08/2026 10:00"), working_days(0.5), CALENDAR, rules=CIVIL).days
    assert [(day.counted, day.minutes) for day in days] == [(False, 0)] * 3 + [(True, 240)]
    assert days[2].why == (
        "ngày làm việc, tiếp nhận vào ngày nghỉ trước đó: ngày tiếp nhận, không tính"
    )


@pytest.mark.parametrize(
    ("limit", "text", "minutes"),
    [
        (working_days(5), "5 ngày làm việc", 2400),
        (working_days(0.5), "0,5 ngày làm việc", 240),
        (Limit(LimitKind.WORKING_HOURS, 1.5), "1,5 giờ làm việc", 90),
        (Limit(LimitKind.CALENDAR_DAYS, 15), "15 ngày", 0),
        (Limit(LimitKind.SAME_DAY, 7), "trong ngày", 0),
    ],
)
def test_a_limit_reads_as_on_the_receipt(limit: Limit, text: str, minutes: int) -> None:
    assert (limit.text, limit.minutes) == (text, minutes)


@pytest.mark.parametrize(
    ("kind", "amount", "limit"),
    [
        ("working-days", "2,5", working_days(2.5)),
        (" Working_Days ", 3, working_days(3)),
        ("hours", "12", Limit(LimitKind.WORKING_HOURS, 12)),
        ("calendar_days", 10.0, Limit(LimitKind.CALENDAR_DAYS, 10)),
        ("same-day", "", SAME_DAY),
        ("same_day", None, SAME_DAY),
    ],
)
def test_limits_are_read_from_words_and_cells(kind: str, amount: object, limit: Limit) -> None:
    assert limit_from(kind, amount) == limit


@pytest.mark.parametrize(
    ("kind", "amount", "words"),
    [
        ("tháng", 1, "“tháng” không có"),
        ("", 1, "working_days"),
        ("working_days", 0.3, "0,3 ngày làm việc không hợp lệ: .*bội số của 0,5"),
        ("working_days", 0, "lớn hơn 0"),
        ("working_days", -1, "lớn hơn 0"),
        ("working_hours", 0.001, "tròn phút"),
        ("calendar_days", 1.5, "số nguyên"),
        ("calendar_days", "nan", "số nguyên"),
        ("calendar_days", "inf", "số nguyên"),
        ("calendar_days", 10**400, "không phải là số"),
        ("working_days", "năm", "“năm” không phải là số"),
        ("working_days", "", "không phải là số"),
        ("working_days", None, "không phải là số"),
        ("working_days", True, "không phải là số"),
        ("working_days", [5], "không phải là số"),
    ],
)
def test_a_wrong_limit_is_refused_in_words(kind: str, amount: object, words: str) -> None:
    with pytest.raises(InputError, match=words):
        limit_from(kind, amount)


def test_an_unknown_way_of_counting_is_refused() -> None:
    with pytest.raises(InputError, match="“lunar” không có"):
        DueRules(count="lunar")  # type: ignore[arg-type] # a setting read from a file
