"""Laws of the figures over random histories of an office (figures.md R6, R10–R15)."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.closing import recounted
from dxdesk.domain.figures import COUNT_NAMES, Figures, Statistics
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import Period
from dxdesk.domain.query import CountFilter, Query
from dxdesk.services import listing, statistics
from tests.kit import Clock, desk_over
from tests.services.recount import Office, Step, histories, recount

START = Clock().time.date()
ranges = st.tuples(st.integers(-3, 150), st.integers(0, 90))
rules = st.sampled_from(EarlyRule)
groupings = st.sampled_from(statistics.GROUP_KINDS)


def period_of(span: tuple[int, int]) -> Period:
    first = START + timedelta(days=span[0])
    return Period(first, first + timedelta(days=span[1]))


def lived(empty: Path, history: list[Step], check: "Check") -> None:
    clock = Clock()
    with desk_over(empty, clock) as desk:
        office = Office(desk, clock)
        for step in history:
            office.take(step)
        check(office)


class Check:
    """What must hold of an office for one period, rule and kind of groups."""

    def __init__(self, period: Period, rule: EarlyRule, by: str) -> None:
        self.period = period
        self.rule = rule
        self.by = by

    def __call__(self, office: Office) -> None:
        found = statistics.statistics(office.desk, self.period, by=self.by, early_rule=self.rule)
        counted = recount(office.dossiers(), self.period, as_of=found.as_of, rule=self.rule)
        assert found.total == counted
        assert found.total.broken_identities() == ()
        assert sum((group.figures for group in found.groups), Figures()) == found.total
        assert not any(group.figures.broken_identities() for group in found.groups)
        self._members(office.desk, found)
        self._lists(office.desk, found.total, None)
        for group in found.groups[:2]:
            self._lists(office.desk, group.figures, group.key)

    def _members(self, desk: Desk, found: Statistics) -> None:
        """What closing keeps: every dossier with the numbers that count it."""
        kept = statistics.snapshot(desk, self.period, by=self.by, early_rule=self.rule)
        assert kept.statistics == found
        assert recounted(kept.members) == found.total
        for group in found.groups:
            mine = tuple(member for member in kept.members if member.key == group.key)
            assert recounted(mine) == group.figures

    def _lists(self, desk: Desk, figures: Figures, key: str | None) -> None:
        for name in COUNT_NAMES:
            asked = replace(self._filter(desk, name), by=self.by, key=key)
            found = listing.ids(desk, Query(count=asked))
            assert len(set(found)) == len(found) == getattr(figures, name), (name, key)
            page = listing.first_page(desk, Query(count=asked), limit=3)
            assert [line.id for line in page.lines] == list(found[:3])

    def _filter(self, desk: Desk, name: str) -> CountFilter:
        return statistics.count_filter(desk, name, self.period, early_rule=self.rule)


@given(history=histories, span=ranges, rule=rules, by=groupings)
@settings(max_examples=10, phases=[Phase.generate])
def test_figures_are_what_a_recount_finds_and_each_number_opens_its_list(
    empty_database: Path, history: list[Step], span: tuple[int, int], rule: EarlyRule, by: str
) -> None:
    lived(empty_database, history, Check(period_of(span), rule, by))


@pytest.mark.slow
@given(history=histories, span=ranges, rule=rules, by=groupings)
@settings(max_examples=60, phases=[Phase.generate])
def test_figures_are_what_a_recount_finds_in_many_offices(
    empty_database: Path, history: list[Step], span: tuple[int, int], rule: EarlyRule, by: str
) -> None:
    lived(empty_database, history, Check(period_of(span), rule, by))


@given(history=histories, span=ranges)
@settings(max_examples=10, phases=[Phase.generate])
def test_figures_of_a_past_moment_stay_what_they_were_then(
    empty_database: Path, history: list[Step], span: tuple[int, int]
) -> None:
    """Without voiding, which takes a dossier out of every figure; `stopped` is of today."""
    clock = Clock()
    period = period_of(span)
    seen: list[tuple[datetime, Figures]] = []
    with desk_over(empty_database, clock) as desk:
        office = Office(desk, clock, without=frozenset({Act.VOID}))
        for step in history:
            before = clock.time
            office.take(step)
            if clock.time == before and seen:
                seen.pop()
            seen.append((clock.time, figures(desk, period)))
        for moment, then in seen:
            assert figures(desk, period, as_of=moment) == then, moment


def figures(desk: Desk, period: Period, *, as_of: datetime | None = None) -> Figures:
    return replace(statistics.statistics(desk, period, as_of=as_of).total, stopped=0)
