"""The second clock: online submissions must be accepted or answered within 8 working hours."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import DossierRecord as D
from db.models import ProcedureRecord
from dxdesk.desk import Desk
from dxdesk.domain.calendar import MissingYearError, WorkingCalendar
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.state import State
from dxdesk.services.settings import rules


@dataclass(frozen=True, slots=True)
class Submission:
    """An online submission that nobody has accepted yet."""

    id: DossierId
    code: str
    procedure: str
    owner: str
    acceptance_due_at: datetime | None
    left: int | None
    """Working minutes until then, negative once it has passed; None when it is not known."""


@dataclass(frozen=True, slots=True)
class Submissions:
    soonest: tuple[Submission, ...]
    total: int
    late: int
    """How many have waited longer than the law allows."""


def waiting(desk: Desk, *, limit: int = 5) -> Submissions:
    """Who waits for acceptance: the most urgent first, those without a known limit last."""
    with desk.reading() as session:
        calendar, now = rules(desk, session).calendar, desk.now()
        soonest = tuple(_submission(row, calendar, now) for row in _rows(session, limit))
        total, late = session.execute(
            select(func.count(), func.count().filter(D.acceptance_due_at < now)).where(_WAITS)
        ).one()
        return Submissions(soonest, total, late)


_WAITS = D.state == State.AWAITING_ACCEPTANCE


def _rows(session: Session, limit: int) -> list[tuple[D, str]]:
    statement = (
        select(D, ProcedureRecord.name)
        .join(ProcedureRecord, D.procedure_id == ProcedureRecord.id)
        .where(_WAITS)
        .order_by(D.acceptance_due_at.is_(None), D.acceptance_due_at, D.id)
        .limit(limit)
    )
    return [(record, name) for record, name in session.execute(statement)]


def _submission(row: tuple[D, str], calendar: WorkingCalendar, now: datetime) -> Submission:
    record, procedure = row
    due = record.acceptance_due_at
    return Submission(
        id=DossierId(record.id),
        code=record.code or f"{record.book_year}/{record.book_number:06}",
        procedure=procedure,
        owner=record.owner_name,
        acceptance_due_at=due,
        left=None if due is None else minutes_until(due, calendar, now),
    )


def minutes_until(due: datetime, calendar: WorkingCalendar, now: datetime) -> int | None:
    """Working minutes until *due*, negative once it has passed.

    None when the calendar does not reach that far.
    """
    try:
        if now <= due:
            return calendar.working_minutes_between(now, due)
        return -calendar.working_minutes_between(due, now)
    except MissingYearError:
        return None
