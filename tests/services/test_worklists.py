"""The six work lists at the minute: what is due, what is late, what waits."""

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.query import Query, Worklist
from dxdesk.services import listing, worklists
from tests.kit import Clock, days, do, receive, submit

DUE = "16/03/2026 09:00"
"""Five working days after a receipt on Monday 9 March at 09:00."""


def lists_of(desk: Desk, dossier: DossierId) -> set[Worklist]:
    """The work lists on which *dossier* stands; every list is as long as its number."""
    numbers = worklists.counts(desk).numbers
    found = set()
    for work in Worklist:
        lines = listing.first_page(desk, Query(work=work)).lines
        assert len(lines) == numbers[work]
        found |= {work for line in lines if line.id == dossier}
    return found


@pytest.fixture
def dossier(desk: Desk, clock: Clock) -> DossierId:
    clock.set("09/03/2026 09:00")
    return receive(desk).id


@pytest.mark.parametrize(
    ("now", "where"),
    [
        ("12/03/2026 17:30", set()),
        ("13/03/2026 07:30", {Worklist.DUE_TOMORROW}),  # Friday: the next working day is Monday
        ("14/03/2026 10:00", {Worklist.DUE_TOMORROW}),  # Saturday
        ("15/03/2026 23:59", {Worklist.DUE_TOMORROW}),
        ("16/03/2026 00:00", {Worklist.DUE_TODAY}),
        ("16/03/2026 08:59", {Worklist.DUE_TODAY}),
        (DUE, {Worklist.DUE_TODAY}),  # R9: late only after the due time
        ("16/03/2026 09:01", {Worklist.OVERDUE}),
        ("17/03/2026 08:00", {Worklist.OVERDUE}),
    ],
)
def test_a_dossier_stands_on_one_list_judged_by_the_minute(
    desk: Desk, clock: Clock, dossier: DossierId, now: str, where: set[Worklist]
) -> None:
    clock.set(now)
    assert lists_of(desk, dossier) == where


@pytest.mark.parametrize(
    ("now", "where"),
    [
        ("16/03/2026 17:30", {Worklist.DUE_TODAY}),
        ("16/03/2026 17:31", {Worklist.OVERDUE}),
    ],
)
def test_what_is_due_at_the_end_of_the_last_session_is_late_the_minute_after(
    desk: Desk, clock: Clock, now: str, where: set[Worklist]
) -> None:
    clock.set("13/03/2026 17:30")
    made = receive(desk, limit=days(1))
    assert f"{made.due_at:%d/%m/%Y %H:%M}" == "16/03/2026 17:30"
    clock.set(now)
    assert lists_of(desk, made.id) == where


@pytest.mark.parametrize("act", [Act.REQUEST_SUPPLEMENT, Act.AWAIT_PAYMENT])
def test_a_clock_that_stands_is_not_due_today(
    desk: Desk, clock: Clock, dossier: DossierId, act: Act
) -> None:
    clock.set("16/03/2026 08:00")
    do(desk, act, dossier)
    assert lists_of(desk, dossier) == {Worklist.AWAITING_APPLICANT}
    clock.set("16/03/2026 15:00")
    assert lists_of(desk, dossier) == {Worklist.AWAITING_APPLICANT}


def test_a_stop_after_the_due_time_hides_no_lateness(
    desk: Desk, clock: Clock, dossier: DossierId
) -> None:
    clock.set("16/03/2026 10:00")
    do(desk, Act.REQUEST_SUPPLEMENT, dossier)
    assert lists_of(desk, dossier) == {Worklist.OVERDUE, Worklist.AWAITING_APPLICANT}


def test_a_finished_dossier_waits_for_the_citizen_only(
    desk: Desk, clock: Clock, dossier: DossierId
) -> None:
    clock.set("16/03/2026 08:00")
    do(desk, Act.FINISH, dossier)
    assert lists_of(desk, dossier) == {Worklist.AWAITING_PICKUP}
    do(desk, Act.RETURN, dossier)
    assert lists_of(desk, dossier) == set()


def test_a_void_or_withdrawn_dossier_is_nobodys_work(
    desk: Desk, clock: Clock, dossier: DossierId
) -> None:
    clock.set("16/03/2026 08:00")
    do(desk, Act.VOID, dossier)
    withdrawn = receive(desk)
    do(desk, Act.WITHDRAW, withdrawn.id)
    assert lists_of(desk, dossier) == set()
    assert Worklist.DUE_TODAY not in lists_of(desk, withdrawn.id)


def test_an_online_submission_is_work_only_until_it_is_answered(desk: Desk) -> None:
    made = submit(desk)
    assert lists_of(desk, made.id) == {Worklist.TO_ACCEPT}
    do(desk, Act.DECLINE, made.id)
    assert lists_of(desk, made.id) == set()
