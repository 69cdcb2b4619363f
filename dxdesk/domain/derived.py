"""What is computed from a dossier's facts at each write, in one place for every way in."""

from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

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


class Judged(NamedTuple):
    """Where a dossier stands. A tuple, because imports make so many of them."""

    state: State
    outcome: int | None
    arrived_at: datetime
    long_running: bool


class Derived(NamedTuple):
    """`Judged`, and the keys of lists and search."""

    state: State
    outcome: int | None
    arrived_at: datetime
    long_running: bool
    owner_sort: str
    search_text: str


def derive(facts: Described, calendar: WorkingCalendar) -> Derived:
    """The derived values of a dossier; raises MissingYearError through the calendar (R4)."""
    keys = person_sort_key(facts.owner_name), search_text(facts)
    return Derived(*judge(facts, calendar), *keys)


def judge(facts: Described, calendar: WorkingCalendar) -> Judged:
    """What is derived from the moments alone; raises MissingYearError (R4)."""
    arrived = facts.received_at or facts.submitted_at or facts.declined_at
    if arrived is None:
        raise ValueError("a dossier has a moment of receipt, submission or refusal")
    finished = facts.finished_at
    return Judged(
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
    )


def search_text(facts: Described) -> str:
    """Folded text of one dossier for the search box; a `|` ends each part.

    So every letter has a letter after it, which `db.search` counts on.
    """
    owner, phone, number = facts.owner_name, facts.owner_phone, facts.owner_id_no
    found = [folded(part) for part in (facts.code, owner, phone, number) if part]
    if (applicant := facts.applicant_name) and applicant != owner:
        found.append(folded(applicant))
    if (applicant := facts.applicant_phone) and applicant != phone:
        found.append(folded(applicant))
    if (applicant := facts.applicant_id_no) and applicant != number:
        found.append(folded(applicant))
    found.append("")
    return "|".join(found)
