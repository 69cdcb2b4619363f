import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from dxdesk.calendar_data import FOLDER, due_rules, national_calendar, national_days
from dxdesk.domain.calendar import DayException, DayKind
from dxdesk.domain.due import DueRules
from dxdesk.errors import DeskError
from resources.calendar.refresh import statutory_text

OFF_ON_WEEKDAYS = {  # the government's announcements, 2024 to 2026
    2024: "01/01 08/02 09/02 12/02 13/02 14/02 18/04 29/04 30/04 01/05 02/09 03/09",
    2025: "01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09",
    2026: "01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11",
}
SATURDAYS_WORKED = {2024: "04/05", 2025: "26/04", 2026: "10/01 22/08"}


def _days(year: int) -> list[date]:
    first = date(year, 1, 1)
    count = (date(year, 12, 31) - first).days + 1
    return [first + timedelta(days=passed) for passed in range(count)]


@pytest.mark.parametrize("year", OFF_ON_WEEKDAYS)
def test_the_weekdays_off_are_those_that_were_announced(year: int) -> None:
    calendar = national_calendar()
    off = [f"{d:%d/%m}" for d in _days(year) if d.weekday() < 5 and not calendar.is_working(d)]
    assert " ".join(off) == OFF_ON_WEEKDAYS[year]


@pytest.mark.parametrize("year", SATURDAYS_WORKED)
def test_the_saturdays_worked_are_those_that_were_announced(year: int) -> None:
    calendar = national_calendar()
    worked = [f"{d:%d/%m}" for d in _days(year) if d.weekday() > 4 and calendar.is_working(d)]
    assert " ".join(worked) == SATURDAYS_WORKED[year]


def test_every_year_has_its_statutory_days_off() -> None:
    calendar = national_calendar()
    assert calendar.years == frozenset(range(2018, 2036))
    for year in calendar.years:
        for month, day in ((1, 1), (4, 30), (5, 1), (9, 2)):
            assert not calendar.is_working(date(year, month, day))
        assert calendar.is_working(date(year, 11, 24)) == (
            year < 2026 and date(year, 11, 24).weekday() < 5
        )


@pytest.mark.parametrize("year", range(2018, 2036))
def test_a_holiday_on_a_weekend_costs_nobody_a_day_off(year: int) -> None:
    """Labour Code art. 111.3: 10 days (11 from 2021, 12 from 2026) off, swaps aside."""
    calendar = national_calendar()
    swapped = {d for d, one in calendar.exceptions.items() if one.kind is DayKind.CLOSURE}
    off = [
        d
        for d in _days(year)
        if d.weekday() < 5 and not calendar.is_working(d) and d not in swapped
    ]
    assert len(off) == 10 + (year >= 2021) + (year >= 2026)


def test_years_that_nobody_announced_are_marked_unverified() -> None:
    exceptions = national_days().exceptions.values()
    assert not any(one.verified for one in exceptions if one.day.year >= 2027)
    assert all(one.verified for one in exceptions if 2023 <= one.day.year <= 2026)
    assert all(one.source for one in exceptions)


def test_the_plan_for_tet_2027_is_friday_to_thursday() -> None:
    calendar = national_calendar()
    assert calendar.is_working(date(2027, 2, 4))
    assert calendar.next_working_day(date(2027, 2, 4)) == date(2027, 2, 12)


def test_the_shipped_statutory_days_are_what_the_library_says() -> None:
    assert (FOLDER / "statutory.json").read_text(encoding="utf-8") == statutory_text()


def test_an_office_day_replaces_the_country_s() -> None:
    day = date(2026, 11, 24)
    open_day = DayException(day, DayKind.MAKE_UP, "trực tiếp dân", like_weekday=1)
    assert national_calendar(further=[open_day]).is_working(day)
    assert not national_calendar().is_working(day)


def test_the_published_rules_are_the_defaults_of_the_code() -> None:
    assert due_rules() == DueRules()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "calendar"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"years": []}',
        '{"years": {"x": {"2026-01-01": "Tết"}}}',
        '{"years": {"2026": {"2026-02-30": "Tết"}}}',
        '{"years": {"2026": {"2025-01-01": "Tết"}}}',
        '{"years": {"2026": {}}}',
    ],
)
def test_a_damaged_file_of_days_is_an_error_that_names_it(folder: Path, text: str) -> None:
    (folder / "statutory.json").write_text(text, encoding="utf-8")
    with pytest.raises(DeskError, match=r"statutory\.json không đúng định dạng"):
        national_days(folder)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("swaps", [{"off": "2026-08-31"}]),
        ("swaps", [{"off": "31/08/2026", "worked": "2026-08-22", "source": "", "verified": True}]),
        ("days", [{"day": "2026-08-31", "kind": "ngày nghỉ", "name": "", "source": ""}]),
        ("days", ["2026-08-31"]),
        ("worked", None),
        ("years", {"2036": {"announced": True, "source": ""}}),
        ("years", {"2026": "announced"}),
    ],
)
def test_a_wrong_decision_is_an_error_that_names_the_file(
    folder: Path, part: str, value: object
) -> None:
    path = folder / "decisions.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), part: value}), encoding="utf-8")
    with pytest.raises(DeskError, match=r"decisions\.json không đúng định dạng"):
        national_days(folder)


def test_a_day_decided_twice_is_an_error(folder: Path) -> None:
    path = folder / "decisions.json"
    found = json.loads(path.read_bytes())
    path.write_text(json.dumps({**found, "swaps": found["swaps"] * 2}), encoding="utf-8")
    with pytest.raises(DeskError, match=r"decisions\.json"):
        national_days(folder)


def test_a_missing_file_is_an_error_that_names_it(folder: Path) -> None:
    (folder / "rules.json").unlink()
    with pytest.raises(DeskError, match=r"Không đọc được tệp lịch nghỉ lễ rules\.json"):
        due_rules(folder)


@pytest.mark.parametrize("value", ["25:00", 15, None])
def test_a_wrong_cut_off_is_an_error_that_names_the_file(folder: Path, value: object) -> None:
    rules = {"same_day_cutoff": {"value": value}, "acceptance_hours": {"value": 8}}
    (folder / "rules.json").write_text(json.dumps(rules), encoding="utf-8")
    with pytest.raises(DeskError, match=r"rules\.json không đúng định dạng"):
        due_rules(folder)
