"""Due times of a real register, computed elsewhere (tests/samples/expected)."""

import csv
import json
from datetime import datetime
from pathlib import Path

from dxdesk.calendar_data import national_calendar
from dxdesk.domain.due import LimitKind, due_at, limit_from
from dxdesk.domain.due_account import explain_due
from dxdesk.domain.outcome import EarlyRule, outcome, outcome_name
from dxdesk.paths import RESOURCES
from tests.domain.days import at

SAMPLES = Path(__file__).parent.parent / "samples"
CALENDAR = national_calendar()


def _table(path: Path, *, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


PROCEDURES = {row["code"]: row for row in _table(RESOURCES / "catalogue" / "procedures.csv")}
ROWS = _table(SAMPLES / "nhap-khong-han.csv", delimiter=";")
EXPECTED = json.loads((SAMPLES / "expected" / "nhap-khong-han.json").read_bytes())


def _due(row: dict[str, str]) -> tuple[datetime, bool]:
    procedure = PROCEDURES[row["Mã TTHC"]]
    limit = limit_from(procedure["limit_unit"], procedure["limit_value"])
    received = at(row["Ngày tiếp nhận"])
    due = due_at(received, limit, CALENDAR)
    assert explain_due(received, limit, CALENDAR).due == due
    return due, limit.kind is LimitKind.SAME_DAY


def test_all_150_due_times_are_as_expected() -> None:
    found = {row["Mã hồ sơ"]: f"{_due(row)[0]:%Y-%m-%dT%H:%M}" for row in ROWS}
    assert len(found) == 150
    assert found == EXPECTED["due"]


def test_the_outcomes_of_each_period_are_as_expected() -> None:
    for period in EXPECTED["periods"]:
        counts = dict.fromkeys(("early", "on_time", "late"), 0)
        for row in ROWS:
            if not row["Ngày có kết quả"]:
                continue
            finished = at(row["Ngày có kết quả"])
            if not period["from"] <= f"{finished:%Y-%m-%d}" <= period["to"]:
                continue
            due, same_day = _due(row)
            stored = outcome(finished=finished, due=due, same_day=same_day, calendar=CALENDAR)
            name = outcome_name(stored, EarlyRule.SESSION)
            assert name is not None
            counts[name] += 1
        assert counts == {name: period[name] for name in counts}
