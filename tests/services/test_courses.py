"""Whose clock ran when."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.desk import Desk
from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.course import Holder, Stop, course, minutes_by_holder
from dxdesk.domain.state import StopKind
from dxdesk.services import acts
from dxdesk.services.courses import clock_course
from tests.kit import Clock, moment, receive, submit

CALENDAR = WorkingCalendar(years=frozenset({2026}))


def test_a_delay_has_its_owner(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.set("10/03/2026 08:00")
    acts.request_supplement(desk, dossier.id, reason="thiếu giấy")
    clock.set("12/03/2026 08:00")
    acts.resume(desk, dossier.id)
    clock.set("12/03/2026 10:00")
    acts.suspend(desk, dossier.id, reason="chờ")
    clock.set("12/03/2026 11:00")
    spans = clock_course(desk, dossier.id)
    assert minutes_by_holder(spans) == {
        Holder.OFFICE: 480 + 120,
        Holder.APPLICANT: 960,
        Holder.AGENCY: 60,
    }
    assert [one.why for one in spans] == [None, StopKind.SUPPLEMENT, None, StopKind.AGENCY]


def test_before_receipt_and_in_the_bin_there_is_no_clock(desk: Desk) -> None:
    assert clock_course(desk, submit(desk).id) == ()
    dossier = receive(desk)
    acts.void(desk, dossier.id, reason="nhầm")
    assert clock_course(desk, dossier.id) == ()


def test_the_course_ends_with_the_result(desk: Desk, clock: Clock) -> None:
    dossier = receive(desk)
    clock.set("10/03/2026 08:00")
    acts.finish(desk, dossier.id)
    clock.set("20/03/2026 08:00")
    assert clock_course(desk, dossier.id)[-1].ends == moment("10/03/2026 08:00")


minutes = st.integers(0, 40_000)


@given(st.lists(st.tuples(minutes, minutes), max_size=6), minutes)
def test_the_spans_lie_end_to_end_and_leave_nothing_out(
    pairs: list[tuple[int, int]], length: int
) -> None:
    begins = moment("02/01/2026 00:00")

    def at(number: int) -> datetime:
        return begins + timedelta(minutes=number)

    stops = [
        Stop(at(min(pair)), at(max(pair)), StopKind.PAYMENT) for pair in sorted(pairs, key=min)
    ]
    spans = course(begins, at(length), stops, CALENDAR)
    edges = [begins, *(one.ends for one in spans)]
    assert [one.begins for one in spans] == edges[:-1]
    assert edges[-1] == at(length)
    whole = CALENDAR.working_minutes_between(begins, at(length))
    assert sum(minutes_by_holder(spans).values()) == whole
