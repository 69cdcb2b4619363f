"""`dxdesk stats` and `dxdesk list`: the figures, and the dossiers behind each of them."""

from datetime import datetime
from fractions import Fraction

import pytest

from dxdesk.domain.figures import COUNT_NAMES
from dxdesk.domain.state import State
from tests.cli.kit import Line, refused

APRIL = ("--from", "2026-04-01", "--to", "2026-04-30")
SPRING = ("--from", "2026-03-15", "--to", "2026-06-14")
RATES = {"early", "on_time", "late", "online", "overdue"}
LISTED = (
    *("code", "procedure_code", "procedure", "field", "owner", "channel", "received", "due"),
    *("finished", "returned", "outcome", "state"),
)


def test_the_keys_are_those_that_other_programs_read(ward: Line) -> None:
    found = ward.json("stats", *APRIL)
    assert list(found) == ["from", "to", "as_of", "early_rule", "total", "groups"]
    assert list(found["total"]) == [*COUNT_NAMES, "rates"]
    assert set(found["total"]["rates"]) == RATES
    for group in found["groups"]:
        assert list(group) == ["key", "name", *COUNT_NAMES, "rates"]
    assert (found["from"], found["to"]) == ("2026-04-01", "2026-04-30")
    assert (found["as_of"], found["early_rule"]) == ("2026-04-30T23:59", "session")


def test_counts_are_integers_and_rates_are_exact_and_shown(ward: Line) -> None:
    total = ward.json("stats", *APRIL)["total"]
    assert all(type(total[name]) is int for name in COUNT_NAMES)
    exact = {name: rate["exact"] for name, rate in total["rates"].items()}
    resolved, pending = total["resolved"], total["pending"]
    assert exact == {
        "early": f"{total['early']}/{resolved}",
        "on_time": f"{total['early'] + total['on_time']}/{resolved}",
        "late": f"{total['late']}/{resolved}",
        "online": f"{total['online']}/{total['received']}",
        "overdue": f"{total['overdue']}/{pending}",
    }
    for rate in total["rates"].values():
        shown = Fraction(rate["shown"].removesuffix(" %").replace(",", ".")) / 100
        assert abs(Fraction(rate["exact"]) - shown) <= Fraction(1, 20000)


def test_without_a_denominator_a_rate_is_null_and_a_dash(new_ward: Line) -> None:
    rates = new_ward.json("stats", *APRIL)["total"]["rates"]
    assert {(rate["exact"], rate["shown"]) for rate in rates.values()} == {(None, "—")}


@pytest.mark.parametrize("by", ["field", "procedure", "channel", "officer", "unit"])
def test_the_groups_of_every_kind_add_up_to_the_total(ward: Line, by: str) -> None:
    found = ward.json("stats", *SPRING, "--by", by)
    assert found["groups"]
    for name in COUNT_NAMES:
        assert sum(group[name] for group in found["groups"]) == found["total"][name], name


@pytest.mark.parametrize("name", COUNT_NAMES)
def test_every_number_lists_exactly_its_dossiers(ward: Line, name: str) -> None:
    total = ward.json("stats", *SPRING)["total"]
    listed = ward("list", *SPRING, "--count", name, "--json").lines
    codes = {one["code"] for one in listed}
    assert len(listed) == len(codes) == total[name]


def test_a_listed_dossier_has_the_keys_that_other_programs_read(ward: Line) -> None:
    listed = ward("list", *APRIL, "--json").lines
    assert listed
    for one in listed:
        assert tuple(one) == LISTED
        assert "2026-04-01T00:00" <= one["received"] <= "2026-04-30T23:59"
    late = ward("list", *SPRING, "--count", "late", "--json").lines
    assert {one["outcome"] for one in late} == {"late"}
    assert all(datetime.fromisoformat(one["finished"]) for one in late)


def test_states_narrow_a_list(ward: Line) -> None:
    everything = ward("list", "--json").lines
    states = {one["state"] for one in everything}
    assert len(states) > 1
    for state in states:
        some = ward("list", "--state", state, "--json").lines
        assert some == [one for one in everything if one["state"] == state]
    both = [part for state in sorted(states)[:2] for part in ("--state", state)]
    assert {one["state"] for one in ward("list", *both, "--json").lines} == set(sorted(states)[:2])


def test_people_see_a_table_with_codes_and_the_number_of_dossiers(ward: Line) -> None:
    found = ward("list", *APRIL)
    rows = found.out.splitlines()
    assert rows[0].startswith("Mã hồ sơ")
    assert len({row.index("/2026") for row in rows[1:]}) == 1
    assert found.err == f"{len(rows) - 1} hồ sơ.\n"
    empty = ward("list", "--state", State.VOID.key)
    assert (empty.out, empty.err) == ("", "0 hồ sơ.\n")


def test_people_see_figures_aligned_with_numerator_and_denominator(ward: Line) -> None:
    total = ward.json("stats", *APRIL)["total"]
    out = ward("stats", *APRIL).out
    assert total["rates"]["early"]["exact"] in out
    assert total["rates"]["early"]["shown"] in out
    table = out.split("\n\n")[1].splitlines()
    assert len({len(row) for row in table}) == 1


def test_the_as_of_moment_can_be_chosen(ward: Line) -> None:
    now = ward.json("stats", *SPRING)["total"]
    before = ward.json("stats", *SPRING, "--as-of", "2026-04-10T12:00")
    assert before["as_of"] == "2026-04-10T12:00"
    assert before["total"]["received"] < now["received"]
    assert before["total"]["pending"] > 0


def test_a_period_that_still_runs_is_counted_up_to_now(ward: Line) -> None:
    year = ("--from", "2026-01-01", "--to", "2026-12-31")
    assert ward.json("stats", *year)["as_of"] == "2026-06-30T12:00"


def test_the_rule_for_early_moves_dossiers_between_early_and_on_time_only(ward: Line) -> None:
    found = {
        rule: ward.json("stats", *SPRING, "--early-rule", rule)
        for rule in ("session", "day", "moment")
    }
    assert {rule: one["early_rule"] for rule, one in found.items()} == {
        rule: rule for rule in found
    }
    totals = [one["total"] for one in found.values()]
    assert len({one["early"] + one["on_time"] for one in totals}) == 1
    assert totals[1]["early"] <= totals[0]["early"] <= totals[2]["early"]
    assert totals[1]["early"] < totals[2]["early"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("stats",), "--from"),
        (("stats", "--from", "2026-04-01"), "--to"),
        (("stats", "--from", "2026-04-30", "--to", "2026-04-01"), "sau ngày cuối"),
        (("stats", "--from", "2026-13-01", "--to", "2026-04-01"), "2026-13-01"),
        (("stats", "--from", "01/04/2026", "--to", "2026-04-01"), "2026-03-15"),
        (("stats", *APRIL, "--by", "ward"), "field, procedure, channel"),
        (("stats", *APRIL, "--early-rule", "hour"), "session, day, moment"),
        (("stats", *APRIL, "--as-of", "hôm nay"), "--as-of"),
        (("stats", *APRIL, "--as-of", "2026-03-01T08:00"), "--as-of"),
        (("stats", "--from", "2031-01-01", "--to", "2031-01-31"), "chưa bắt đầu"),
        (("list", "--count", "late"), "--from"),
        (("list", "--count", "late", "--from", "2026-04-01"), "--to"),
        (("list", *APRIL, "--count", "lateness"), "carried_over"),
        (("list", "--state", "done"), "awaiting_supplement"),
        (("list", "--from", "2026-04-30", "--to", "2026-04-01"), "sau ngày cuối"),
    ],
)
def test_wrong_input_is_refused_with_what_is_expected(
    ward: Line, arguments: tuple[str, ...], named: str
) -> None:
    refused(ward(*arguments), named)
