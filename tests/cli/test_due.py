"""`dxdesk due`: one due time, day by day."""

from datetime import time
from pathlib import Path

import pytest

from dxdesk.domain.office import Office
from dxdesk.services.opening import open_desk
from dxdesk.services.settings import save_office
from tests.cli.kit import Line, refused

MOMENT = "2026-04-29T09:00"


def test_a_due_time_is_explained_day_by_day_and_the_last_day_is_the_due_day(line: Line) -> None:
    found = line.json("due", "--received", MOMENT, "--working-days", 1)
    assert (found["received"], found["due"]) == (MOMENT, "2026-05-04T09:00")
    assert set(found) == {"received", "due", "days"}
    days = found["days"]
    assert [set(day) for day in days] == [{"date", "counted", "minutes", "why"}] * 6
    assert sum(day["minutes"] for day in days) == 480
    assert [day["date"] for day in days if day["counted"]] == ["2026-04-29", "2026-05-04"]
    assert days[1]["why"].startswith("nghỉ lễ")


def test_for_people_the_last_line_is_the_due_time(line: Line) -> None:
    found = line("due", "--received", MOMENT, "--working-days", 1)
    assert found.status == 0
    assert found.out.splitlines()[-1] == "Hẹn trả: 04/05/2026 09:00"
    assert "30/04/2026  không" in found.out


@pytest.mark.parametrize(
    ("options", "due"),
    [
        (("--working-days", "0.5"), "2026-04-29T15:00"),
        (("--working-days", "0,5"), "2026-04-29T15:00"),
        (("--working-hours", "4"), "2026-04-29T15:00"),
        (("--calendar-days", "10"), "2026-05-11T17:30"),
        (("--same-day",), "2026-04-29T17:30"),
        (("--working-days", "1", "--rule", "civil"), "2026-05-04T17:30"),
        (("--working-days", "1", "--rule", "minutes"), "2026-05-04T09:00"),
    ],
)
def test_every_kind_of_limit_can_be_asked(line: Line, options: tuple[str, ...], due: str) -> None:
    assert line.json("due", "--received", MOMENT, *options)["due"] == due


@pytest.mark.parametrize("text", [MOMENT, "2026-04-29T09:00:59", "2026-04-29 09:00"])
def test_a_moment_may_have_seconds_or_a_space_and_is_kept_to_the_minute(
    line: Line, text: str
) -> None:
    assert line.json("due", "--received", text, "--same-day")["received"] == MOMENT


@pytest.mark.parametrize(
    "text",
    [
        *("", "hôm nay", "2026-04-29", "29/04/2026 09:00", "2026-02-30T08:00", "2026-04-29T25:00"),
        *("2026-04-29T09:00Z", "2026-04-29T09:00+07:00", "2026-04-29T09:00:00.5", "-1"),
    ],
)
def test_a_moment_that_is_none_is_refused_with_the_form_expected(line: Line, text: str) -> None:
    refused(line("due", "--received", text, "--same-day"), "--received", "2026-03-15T08:05")


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--working-days", "1", "--working-hours", "1"),
        ("--same-day", "--calendar-days", "3"),
    ],
)
def test_exactly_one_limit_is_asked_for(line: Line, options: tuple[str, ...]) -> None:
    refused(line("due", "--received", MOMENT, *options), "đúng một trong")


@pytest.mark.parametrize("amount", ["0", "-1", "0.3", "abc", "nan", "inf", "1e400", "", "1;2"])
def test_an_amount_that_cannot_be_counted_is_refused(line: Line, amount: str) -> None:
    refused(line("due", "--received", MOMENT, f"--working-days={amount}"), "Thời hạn")


def test_a_year_without_holidays_is_named(line: Line) -> None:
    refused(
        line("due", "--received", "2050-01-03T08:00", "--same-day"), "2050", "nghỉ lễ", status=1
    )


def test_without_a_moment_nothing_is_counted(line: Line) -> None:
    refused(line("due", "--same-day"), "--received")


def test_no_data_folder_is_made_for_a_due_time(line: Line, own_data_folder: Path) -> None:
    assert line("due", "--received", MOMENT, "--same-day").status == 0
    assert not own_data_folder.exists()


def test_a_named_ward_counts_by_its_own_rules(ward: Line) -> None:
    asked = ("due", "--received", MOMENT, "--same-day")
    assert ward.json(*asked)["due"] == "2026-04-29T17:30"
    assert isinstance(ward.database, Path)
    desk = open_desk(ward.database)
    save_office(desk, Office(same_day_cutoff=time(8, 30), due_rule="civil"))
    desk.close()
    assert ward.json(*asked)["due"] == "2026-05-04T17:30"
    days = ("due", "--received", MOMENT, "--working-days", "1")
    assert ward.json(*days)["due"] == "2026-05-04T17:30"
    assert ward.json(*days, "--rule", "minutes")["due"] == "2026-05-04T09:00"
