"""The clock of one dossier as it went: running, standing, and for whom."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import DossierRecord, StopRecord
from dxdesk.desk import Desk
from dxdesk.domain.calendar import MissingYearError
from dxdesk.domain.course import Span, Stop, course
from dxdesk.domain.dossier import DossierId
from dxdesk.services.records import record_of
from dxdesk.services.settings import rules


def clock_course(desk: Desk, dossier_id: DossierId) -> tuple[Span, ...]:
    """From receipt to the result, or to now; empty before receipt and for years without calendar.

    A void dossier has no clock.
    """
    with desk.reading() as session:
        record = record_of(session, dossier_id)
        if record.received_at is None or record.void_at is not None:
            return ()
        ends = record.finished_at or desk.now()
        try:
            calendar = rules(desk, session).calendar
            return course(record.received_at, ends, _stops(session, record), calendar)
        except MissingYearError:
            return ()


def _stops(session: Session, record: DossierRecord) -> list[Stop]:
    found = [
        Stop(one.stopped_at, one.resumed_at, one.kind)
        for one in session.scalars(
            select(StopRecord)
            .where(StopRecord.dossier_id == record.id)
            .order_by(StopRecord.stopped_at)
        )
    ]
    since, kind = record.stopped_since, record.stop_kind
    if since is not None and kind is not None and all(one.ends is not None for one in found):
        found.append(Stop(since, None, kind))  # of an import, which has no rows of stops
    return found
