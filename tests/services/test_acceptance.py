"""The acceptance countdown of online submissions: 8 working hours, the most urgent first."""

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.services import acceptance
from tests.kit import Clock, do, moment, receive, submit


def test_the_limit_counts_eight_working_hours_over_the_night(desk: Desk, clock: Clock) -> None:
    clock.set("13/03/2026 15:00")  # Friday
    made = submit(desk)
    clock.set("13/03/2026 17:00")
    found = acceptance.waiting(desk).soonest[0]
    assert (found.id, found.code) == (made.id, f"2026/{made.book_number:06}")
    assert found.acceptance_due_at == moment("16/03/2026 15:00")
    assert found.left == 6 * 60
    clock.set("14/03/2026 12:00")  # nothing runs on Saturday
    assert acceptance.waiting(desk).soonest[0].left == 5 * 60 + 30


def test_the_most_urgent_comes_first_and_what_has_passed_is_negative(
    desk: Desk, clock: Clock
) -> None:
    first = submit(desk)
    clock.later(minutes=50)
    second = submit(desk)
    clock.set("10/03/2026 08:25")
    found = acceptance.waiting(desk)
    assert [one.id for one in found.soonest] == [first.id, second.id]
    assert [one.left for one in found.soonest] == [-25, 25]
    assert (found.total, found.late) == (2, 1)


def test_at_the_very_minute_nothing_is_late_yet(desk: Desk, clock: Clock) -> None:
    submit(desk)
    clock.set("10/03/2026 08:00")
    found = acceptance.waiting(desk)
    assert found.soonest[0].left == 0
    assert found.late == 0
    clock.later(minutes=1)
    assert acceptance.waiting(desk).late == 1


def test_only_those_still_unanswered_are_counted(desk: Desk) -> None:
    receive(desk)
    do(desk, Act.ACCEPT, submit(desk).id)
    do(desk, Act.DECLINE, submit(desk).id)
    kept = submit(desk)
    found = acceptance.waiting(desk)
    assert [one.id for one in found.soonest] == [kept.id]
    assert found.total == 1


def test_no_more_are_read_than_are_shown(desk: Desk) -> None:
    for _ in range(3):
        submit(desk)
    found = acceptance.waiting(desk, limit=2)
    assert (len(found.soonest), found.total) == (2, 3)
