"""The leader's page repeats the figures and names what threatens, who holds it and why."""

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.query import Query, Worklist
from dxdesk.services import listing, statistics, worklists
from dxdesk.services.leader import leader_page
from tests.kit import Clock, do, receive, submit


def test_its_numbers_are_those_of_the_figures_and_of_the_work_lists(
    desk: Desk, clock: Clock
) -> None:
    late, other = receive(desk), receive(desk)
    do(desk, Act.FINISH, other.id)
    clock.set("18/03/2026 10:00")
    found = leader_page(desk)
    assert found.figures == statistics.statistics(desk, found.period).total
    assert (found.figures.received, found.figures.resolved) == (2, 1)
    assert found.overdue == worklists.counts(desk).numbers[Worklist.OVERDUE] == 1
    assert [one.line.id for one in found.late] == [late.id]


def test_the_longest_overdue_comes_first_with_the_time_and_the_reason(
    desk: Desk, clock: Clock
) -> None:
    first = receive(desk)
    clock.later(minutes=60)
    second = receive(desk)
    clock.set("16/03/2026 10:00")
    do(desk, Act.APOLOGISE, first.id, reason="Chờ ý kiến của Sở Tư pháp")
    found = leader_page(desk).late
    assert [(one.line.id, one.late) for one in found] == [(first.id, 120), (second.id, 60)]
    assert [one.why for one in found] == ["Chờ ý kiến của Sở Tư pháp", ""]


def test_each_danger_opens_the_list_that_it_speaks_of(desk: Desk, clock: Clock) -> None:
    receive(desk)
    submit(desk)
    clock.set("16/03/2026 07:40")
    receive(desk)
    clock.set("16/03/2026 07:50")
    dangers = leader_page(desk).dangers
    assert [danger.text.split(" ", 1)[0] for danger in dangers] == ["1", "1"]
    assert [danger.query.work for danger in dangers] == [Worklist.DUE_TODAY, Worklist.TO_ACCEPT]
    clock.set("17/03/2026 09:00")
    for danger in leader_page(desk).dangers:
        number = int("".join(ch for ch in danger.text.split(" hồ sơ")[0][-3:] if ch.isdigit()))
        assert len(listing.first_page(desk, danger.query).lines) == number


def test_no_more_than_three_dangers_are_named(desk: Desk, clock: Clock) -> None:
    receive(desk)
    submit(desk)
    clock.set("17/03/2026 07:30")
    receive(desk)
    clock.set("23/03/2026 12:00")
    receive(desk)
    clock.set("24/03/2026 07:35")
    assert len(leader_page(desk).dangers) == 3


def test_a_quiet_office_has_no_danger_and_nothing_late(desk: Desk) -> None:
    found = leader_page(desk)
    assert (found.dangers, found.late, found.overdue) == ((), (), 0)
    assert found.figures.rates.on_time.shown == "—"
    assert listing.first_page(desk, Query()).lines == ()
