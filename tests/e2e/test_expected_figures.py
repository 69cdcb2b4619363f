"""The four sample registers give exactly the figures that were worked out elsewhere.

All through the command line: import, then `stats` for each period, then `list` for due times.
"""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dxdesk.cli import Outside, run
from dxdesk.domain.figures import Rate

SAMPLES = Path(__file__).parent.parent / "samples"
EXPECTED = SAMPLES / "expected"
FILES = {
    "so-theo-doi-2026-q2": "so-theo-doi-2026-q2.xlsx",
    "danh-sach-ho-so": "danh-sach-ho-so.xls",
    "nhap-khong-han": "nhap-khong-han.csv",
    "thong-ke-theo-thu-tuc-2026": "thong-ke-theo-thu-tuc-2026.xlsx",
}
COUNTS = (
    *("received", "online", "in_person", "postal", "carried_over", "resolved"),
    *("early", "on_time", "late", "pending", "in_time", "overdue"),
)


def expected(name: str) -> Any:
    return json.loads((EXPECTED / f"{name}.json").read_bytes())


def command(database: Path, now: datetime, *arguments: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    outside = Outside(lambda: now, _no_window, _no_picture, list)
    with redirect_stdout(out), redirect_stderr(err):
        status = run(["--database", str(database), *arguments], outside)
    assert status == 0, err.getvalue()
    return out.getvalue()


def _no_window(_open: object, _database: object) -> int:
    raise AssertionError("no window here")


def _no_picture(*_arguments: object, **_options: object) -> None:
    raise AssertionError("nothing is drawn here")


class Ward:
    """A ward that imported one of the sample registers."""

    def __init__(self, name: str, folder: Path) -> None:
        self.expected = expected(name)
        self.now = datetime.fromisoformat(self.expected["as_of_now"])
        self.database = folder / f"{name}.db"
        answer = command(self.database, self.now, "import", str(SAMPLES / FILES[name]), "--json")
        [self.imported] = json.loads(answer)["files"]

    def stats(self, period: dict[str, Any], by: str = "field") -> Any:
        between = ("--from", period["from"], "--to", period["to"])
        asked = (*between, "--as-of", self.expected["as_of_now"], "--by", by)
        rule = ("--early-rule", self.expected["rule"])
        return json.loads(command(self.database, self.now, "stats", *asked, *rule, "--json"))


@pytest.fixture(scope="module", params=FILES)
def ward(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Ward:
    return Ward(request.param, tmp_path_factory.mktemp("ward"))


def test_every_dossier_of_the_file_goes_in(ward: Ward) -> None:
    found = ward.imported
    assert found["rows"] == found["new"] == ward.expected["dossiers"]
    assert found["quarantined"] == []


def test_a_file_that_was_cut_is_warned_about(ward: Ward) -> None:
    warned = "263" in " ".join(ward.imported["warnings"])
    assert warned == ("warning" in ward.expected)


def test_the_totals_of_every_period_are_as_expected(ward: Ward) -> None:
    for period in ward.expected["periods"]:
        total = ward.stats(period)["total"]
        assert {name: total[name] for name in COUNTS} == {name: period[name] for name in COUNTS}


def test_the_rates_are_shown_as_expected(ward: Ward) -> None:
    for period in ward.expected["periods"]:
        rates = ward.stats(period)["total"]["rates"]
        assert {name: rate["shown"] for name, rate in rates.items()} == period["shown"]


def test_every_field_has_its_expected_figures_and_no_other_field_any(ward: Ward) -> None:
    for period in ward.expected["periods"]:
        groups = ward.stats(period)["groups"]
        found = {group["name"]: {name: group[name] for name in COUNTS} for group in groups}
        nothing = dict.fromkeys(COUNTS, 0)
        fields = found.keys() | period["by_field"].keys()
        assert {field: found.get(field, nothing) for field in fields} == {
            field: period["by_field"].get(field, nothing) for field in fields
        }


@pytest.mark.parametrize("by", ["procedure", "channel", "officer", "unit"])
def test_every_other_grouping_adds_up_to_the_same_totals(ward: Ward, by: str) -> None:
    for period in ward.expected["periods"]:
        groups = ward.stats(period, by)["groups"]
        sums = {name: sum(group[name] for group in groups) for name in COUNTS}
        assert sums == {name: period[name] for name in COUNTS}


def test_due_times_that_the_file_does_not_state_are_as_expected(tmp_path: Path) -> None:
    ward = Ward("nhap-khong-han", tmp_path)
    listed = command(ward.database, ward.now, "list", "--json").splitlines()
    due = {line["code"]: line["due"] for line in map(json.loads, listed)}
    assert len(due) == 150
    assert due == ward.expected["due"]


def test_importing_again_changes_nothing_and_the_checks_pass(ward: Ward) -> None:
    file = str(SAMPLES / FILES[ward.database.stem])
    [again] = json.loads(command(ward.database, ward.now, "import", file, "--json"))["files"]
    assert (again["new"], again["changed"], again["same"]) == (0, 0, ward.expected["dossiers"])
    assert json.loads(command(ward.database, ward.now, "check", "--json"))["ok"]


def test_all_four_registers_together_have_the_sum_of_their_dossiers(tmp_path: Path) -> None:
    database, now = tmp_path / "phuong.db", datetime(2026, 9, 20, 12)
    files = [str(SAMPLES / file) for file in FILES.values()]
    answers = json.loads(command(database, now, "import", *files, "--json"))["files"]
    assert [answer["file"] for answer in answers] == files
    read = sum(answer["rows"] for answer in answers)
    assert read == sum(expected(name)["dossiers"] for name in FILES)
    kept = command(database, now, "list", "--json").splitlines()
    assert len(kept) == sum(answer["new"] for answer in answers)


def test_a_declared_rate_is_computed_again_from_its_counts() -> None:
    [found] = [one for one in expected("seed-findings") if "counts" in one]
    numerator, denominator = map(int, found["counts"].split("/"))
    assert Rate(numerator, denominator).shown == found["computed"] == "99,91 %"
    assert found["computed"] != found["printed"]
