"""Whose clock ran when: the course of one dossier in spans, so that a delay has an owner."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.state import StopKind


class Holder(Enum):
    """On whom a dossier waits."""

    OFFICE = "Đơn vị giải quyết"
    APPLICANT = "Người nộp"
    AGENCY = "Cơ quan tạm dừng"


_HOLDERS = {
    StopKind.SUPPLEMENT: Holder.APPLICANT,
    StopKind.PAYMENT: Holder.APPLICANT,
    StopKind.AGENCY: Holder.AGENCY,
}


@dataclass(frozen=True, slots=True)
class Stop:
    """One time in which the clock stood still; *ends* None: it still stands."""

    begins: datetime
    ends: datetime | None
    kind: StopKind


@dataclass(frozen=True, slots=True)
class Span:
    begins: datetime
    ends: datetime
    why: StopKind | None
    """None: the clock ran."""
    minutes: int
    """Working minutes."""

    @property
    def holder(self) -> Holder:
        return Holder.OFFICE if self.why is None else _HOLDERS[self.why]


def course(
    begins: datetime, ends: datetime, stops: Sequence[Stop], calendar: WorkingCalendar
) -> tuple[Span, ...]:
    """The spans from receipt to the end, each running or standing; *stops* in order."""
    found: list[Span] = []
    at = begins

    def add(until: datetime, why: StopKind | None) -> None:
        nonlocal at
        if until > at:
            minutes = calendar.working_minutes_between(at, until)
            found.append(Span(at, until, why, minutes))
            at = until

    for stop in stops:
        add(min(max(stop.begins, at), ends), None)
        add(min(stop.ends or ends, ends), stop.kind)
    add(ends, None)
    return tuple(found)


def minutes_by_holder(spans: Iterable[Span]) -> dict[Holder, int]:
    """Working minutes for which the dossier waited on each; who never held it is left out."""
    found: dict[Holder, int] = {}
    for span in spans:
        found[span.holder] = found.get(span.holder, 0) + span.minutes
    return found
