"""Lists of dossiers: the first page at once, then every id in order, rows by id."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from db import listing
from dxdesk.desk import Desk
from dxdesk.domain.clock import overdue_at
from dxdesk.domain.dossier import NO_OWNER, DayOnly, DossierId, DossierLine
from dxdesk.domain.late_cause import LateCauses
from dxdesk.domain.outcome import EarlyRule, outcome_name
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.domain.today import Today, today_at
from dxdesk.services.late_causes import read_causes
from dxdesk.services.settings import rules

PAGE = 100


@dataclass(frozen=True, slots=True)
class Page:
    lines: tuple[DossierLine, ...]
    complete: bool
    """False when more dossiers fit than are shown here."""


def first_page(desk: Desk, query: Query, *, limit: int = PAGE) -> Page:
    """The first rows of *query*, fast enough to show while typing."""
    with desk.reading() as session:
        day = today(desk, session)
        ids = listing.first_ids(session, query, day, limit=limit + 1)
        found = _lines(session, ids[:limit], day)
    return Page(tuple(found), complete=len(ids) <= limit)


def ids(desk: Desk, query: Query, *, cancelled: Callable[[], bool] | None = None) -> "array[int]":
    """Ids of all dossiers of *query*, in order; empty when cancelled."""
    with desk.reading() as session:
        return listing.all_ids(session, query, today(desk, session), cancelled=cancelled)


def lines(desk: Desk, wanted: Sequence[int]) -> list[DossierLine]:
    """The rows of some ids, in their order; a dossier that is gone is left out."""
    with desk.reading() as session:
        return _lines(session, wanted, today(desk, session))


def today(desk: Desk, session: Session) -> Today:
    """Now, the end of today, and the next working day, by the ward's calendar."""
    current = rules(desk, session)
    return today_at(desk.now(), current.calendar, current.office.early_rule)


def _lines(session: Session, wanted: Sequence[int], day: Today) -> list[DossierLine]:
    causes = read_causes(session)
    rows = listing.rows(session, wanted)
    return [_line(row, day.now, day.early_rule, causes) for row in rows]


def _line(row: Any, now: datetime, rule: EarlyRule, causes: LateCauses) -> DossierLine:
    return DossierLine(
        id=DossierId(row.id),
        code=row.code or "",
        book=f"{row.book_year}/{row.book_number:06}",
        procedure_code=row.procedure_code,
        procedure=row.procedure,
        field=row.field,
        owner=row.owner_name if row.data_removed_at is None else NO_OWNER,
        phone=row.owner_phone,
        id_no=row.owner_id_no,
        channel=row.channel,
        received_at=row.received_at or row.submitted_at,
        due_at=row.due_at,
        finished_at=row.finished_at,
        returned_at=row.returned_at,
        state=row.state,
        outcome=outcome_name(row.outcome, rule),
        overdue=_overdue(row, now),
        officer=row.officer or "",
        held_since=row.held_since,
        day_only=DayOnly(row.day_only),
        stopped_since=row.stopped_since,
        late_reason=row.late_reason,
        late_cause=causes.of(row.late_cause),
        interlinked=row.interlinked,
        non_territorial=row.non_territorial,
        not_received=row.received_at is None,
    )


def _overdue(row: Any, now: datetime) -> bool:
    counted = row.state is not State.VOID and row.received_at is not None
    clock = {"due": row.due_at, "finished": row.finished_at, "stopped_since": row.stopped_since}
    return counted and overdue_at(now, **clock)
