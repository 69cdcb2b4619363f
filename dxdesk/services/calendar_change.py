"""A change of the working calendar: first every due time that would move, then one action."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import DossierRecord, PrintRecord, StopRecord
from dxdesk.calendar_data import national_calendar
from dxdesk.desk import Desk
from dxdesk.domain.calendar import DayException, MissingYearError, Timetable, WorkingCalendar
from dxdesk.domain.clock import acceptance_due
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.rights import Right
from dxdesk.domain.state import OPEN_STATES, State
from dxdesk.errors import InputError
from dxdesk.services.acts.clock import due_after_stops
from dxdesk.services.records import label_of, refresh
from dxdesk.services.rules import Rules
from dxdesk.services.settings import (
    drop_day,
    keep_day,
    keep_timetable,
    own_days,
    rules,
)

_DUE, _ACCEPTANCE = "due_at", "acceptance_due_at"
_COUNTED = (*OPEN_STATES, State.AWAITING_ACCEPTANCE)


@dataclass(frozen=True)
class CalendarChange:
    """What shall differ from now on."""

    name: str
    """As the log shall call it."""
    timetable: Timetable | None = None
    days: tuple[DayException, ...] = ()
    """Days of the ward's own, added or changed."""
    dropped: tuple[date, ...] = ()
    """Days that follow the common rule again."""


@dataclass(frozen=True, slots=True)
class Move:
    """One moment of one dossier that the change would move."""

    dossier_id: DossierId
    label: str
    owner: str
    field: str
    """`due_at` or `acceptance_due_at`."""
    before: datetime
    after: datetime
    printed: bool
    """The citizen holds a slip with the moment before."""


def preview_moves(desk: Desk, change: CalendarChange) -> tuple[Move, ...]:
    """What the change would move among the dossiers that are not finished; nothing is written."""
    with desk.reading() as session:
        return _moves(desk, session, change)


def change_calendar(desk: Desk, change: CalendarChange) -> tuple[Move, ...]:
    """Keep the change and move the due times that were counted by the old calendar."""
    if change.timetable is None and not change.days and not change.dropped:
        raise InputError("Chưa có gì thay đổi trong lịch; hãy sửa ít nhất một ngày hoặc một buổi.")
    with desk.act(change.name, right=Right.OFFICE) as session:
        moves = _moves(desk, session, change)
        if change.timetable is not None:
            keep_timetable(session, change.timetable)
        for one in change.days:
            keep_day(session, one)
        for day in change.dropped:
            drop_day(session, day)
        session.flush()
        current = rules(desk, session)
        for move in moves:
            record = session.get_one(DossierRecord, move.dossier_id)
            setattr(record, move.field, move.after)
            refresh(record, current)
        return moves


def _moves(desk: Desk, session: Session, change: CalendarChange) -> tuple[Move, ...]:
    before = rules(desk, session)
    after = replace(before, calendar=_changed(session, before.calendar, change))
    printed = set(session.scalars(select(PrintRecord.dossier_id).distinct()))
    stops = _stops(session)
    found = []
    statement = select(DossierRecord).where(DossierRecord.state.in_(_COUNTED))
    for record in session.scalars(statement.order_by(DossierRecord.due_at, DossierRecord.id)):
        for field, old, new in _moved(record, stops.get(record.id, ()), before, after):
            found.append(
                Move(
                    DossierId(record.id),
                    label_of(record),
                    record.owner_name,
                    field,
                    old,
                    new,
                    record.id in printed,
                )
            )
    return tuple(found)


def _changed(
    session: Session, calendar: WorkingCalendar, change: CalendarChange
) -> WorkingCalendar:
    days = own_days(session) | {one.day: one for one in change.days}
    for day in change.dropped:
        days.pop(day, None)
    return national_calendar(change.timetable or calendar.timetable, further=days.values())


def _stops(session: Session) -> Mapping[int, Sequence[StopRecord]]:
    found: dict[int, list[StopRecord]] = {}
    statement = (
        select(StopRecord)
        .join(DossierRecord, DossierRecord.id == StopRecord.dossier_id)
        .where(DossierRecord.state.in_(_COUNTED))
        .order_by(StopRecord.stopped_at)
    )
    for stop in session.scalars(statement):
        found.setdefault(stop.dossier_id, []).append(stop)
    return found


def _moved(
    record: DossierRecord, stops: Sequence[StopRecord], before: Rules, after: Rules
) -> Iterator[tuple[str, datetime, datetime]]:
    """A moment that was typed or came with a file is nobody's count and stays."""
    try:
        if record.due_at is not None and record.due_at == due_after_stops(record, stops, before):
            new = due_after_stops(record, stops, after)
            if new is not None and new != record.due_at:
                yield _DUE, record.due_at, new
        elif record.received_at is None and record.submitted_at is not None:
            old = acceptance_due(record.submitted_at, before.calendar, rules=before.due)
            new = acceptance_due(record.submitted_at, after.calendar, rules=after.due)
            if old == record.acceptance_due_at and new != old:
                yield _ACCEPTANCE, old, new
    except MissingYearError:
        return  # of a year without calendar: it was not counted by the program
