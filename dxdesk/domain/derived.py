"""What is computed from a dossier's facts at each write, in one place for every way in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.dossier import DayOnly
from dxdesk.domain.due import LimitKind
from dxdesk.domain.outcome import outcome
from dxdesk.domain.state import Facts, State, derive_state
from dxdesk.domain.text import folded, person_sort_key

_FINISHED = int(DayOnly.FINISHED)
LONG = timedelta(days=60)
"""Longest time from receipt to finish of a dossier that is not `long_running`."""


class Described(Facts, Protocol):
    """The facts of one dossier that derived values need."""

    code: str | None
    submitted_at: datetime | None
    due_at: datetime | None
    limit_kind: str | None
    day_only: int
    owner_name: str
    owner_phone: str
    owner_id_no: str
    applicant_name: str
    applicant_phone: str
    applicant_id_no: str


@dataclass(frozen=True, slots=True)
class Derived:
    state: State
    outcome: int | None
    arrived_at: datetime
    long_running: bool
    owner_sort: str
    search_text: str


def derive(facts: Described, calendar: WorkingCalendar) -> Derived:
    """The derived values of a dossier; raises MissingYearError through the calendar (R4)."""
    arrived = facts.received_at or facts.submitted_at or facts.declined_at
    if arrived is None:
        raise ValueError("a dossier has a moment of receipt, submission or refusal")
    finished = facts.finished_at
    return Derived(
        state=derive_state(facts),
        outcome=None
        if finished is None
        else outcome(
            finished=finished,
            due=facts.due_at,
            same_day=facts.limit_kind == LimitKind.SAME_DAY,
            calendar=calendar,
            finished_day_only=bool(facts.day_only & _FINISHED),
        ),
        arrived_at=arrived,
        long_running=finished is None or finished - arrived > LONG,
        owner_sort=person_sort_key(facts.owner_name),
        search_text=search_text(facts),
    )


def search_text(facts: Described) -> str:
    """Folded text of one dossier for the search box; a `|` ends each part.

    So every letter has a letter after it, which `db.search` counts on.
    """
    parts = [facts.code or "", facts.owner_name, facts.owner_phone, facts.owner_id_no]
    for extra, owner in (
        (facts.applicant_name, facts.owner_name),
        (facts.applicant_phone, facts.owner_phone),
        (facts.applicant_id_no, facts.owner_id_no),
    ):
        if extra and extra != owner:
            parts.append(extra)
    return folded("".join(f"{part}|" for part in parts if part))
