"""Stopping the clock and letting it run again (figures.md R5, R6)."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from db.models import DossierRecord, StopRecord
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.clock import StopMode, due_after_stop
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.domain.due import due_at
from dxdesk.domain.state import StopKind
from dxdesk.domain.text import clean_lines
from dxdesk.services.acts.case import Case, Deed, perform, required
from dxdesk.services.catalogue import limit_of
from dxdesk.services.rules import Rules


def request_supplement(
    desk: Desk,
    dossier_id: DossierId,
    *,
    reason: str,
    mode: StopMode = StopMode.RESTART,
    at: datetime | None = None,
) -> Dossier:
    """Mẫu 02: the clock stops; by default the limit is counted anew afterwards (R5)."""
    return perform(desk, dossier_id, supplement_request(reason=reason, mode=mode), at=at)


def supplement_request(*, reason: str, mode: StopMode = StopMode.RESTART) -> Deed:
    return _stop(Act.REQUEST_SUPPLEMENT, StopKind.SUPPLEMENT, mode, required(reason))


def await_payment(
    desk: Desk,
    dossier_id: DossierId,
    *,
    reason: str = "",
    mode: StopMode = StopMode.RESUME,
    at: datetime | None = None,
) -> Dossier:
    """The applicant must pay first (code 6): the clock stops."""
    return perform(desk, dossier_id, payment_wait(reason=reason, mode=mode), at=at)


def payment_wait(*, reason: str = "", mode: StopMode = StopMode.RESUME) -> Deed:
    return _stop(Act.AWAIT_PAYMENT, StopKind.PAYMENT, mode, clean_lines(reason))


def suspend(
    desk: Desk,
    dossier_id: DossierId,
    *,
    reason: str,
    mode: StopMode = StopMode.RESUME,
    at: datetime | None = None,
) -> Dossier:
    """The agency stops the dossier (code 8): the clock stops."""
    return perform(desk, dossier_id, suspension(reason=reason, mode=mode), at=at)


def suspension(*, reason: str, mode: StopMode = StopMode.RESUME) -> Deed:
    return _stop(Act.SUSPEND, StopKind.AGENCY, mode, required(reason))


def _stop(act: Act, kind: StopKind, mode: StopMode, reason: str) -> Deed:
    def change(case: Case) -> None:
        case.record.stopped_since = case.at
        case.record.stop_kind = kind
        case.record.stop_mode = mode.value
        case.session.add(
            StopRecord(
                dossier_id=case.record.id,
                kind=kind,
                mode=mode.value,
                stopped_at=case.at,
                reason=reason,
            )
        )

    return Deed(act, change)


def resume(desk: Desk, dossier_id: DossierId, *, at: datetime | None = None) -> Dossier:
    """The clock runs again: anew or from where it stood, as stored with the stop (R5, R6)."""
    return perform(desk, dossier_id, resumption(), at=at)


def resumption() -> Deed:
    return Deed(Act.RESUME, resume_clock)


def resume_clock(case: Case) -> None:
    """Without a known limit (imports) nothing can restart: the due time moves on instead."""
    record = case.record
    if record.stopped_since is None:
        return
    limit = limit_of(record)
    mode = StopMode(record.stop_mode or StopMode.RESUME)
    if record.due_at is not None:
        record.due_at = due_after_stop(
            record.due_at,
            stopped=record.stopped_since,
            resumed=case.at,
            mode=StopMode.RESUME if limit is None else mode,
            limit=limit,
            calendar=case.rules.calendar,
            rules=case.rules.due,
        )
    _end_stop(case)
    record.stopped_since = None
    record.stop_kind = None
    record.stop_mode = None


def counted_due(case: Case) -> datetime | None:
    """The due time by receipt, limit and the stops that ended; None without a known limit."""
    stops = case.session.scalars(
        select(StopRecord)
        .where(StopRecord.dossier_id == case.record.id)
        .order_by(StopRecord.stopped_at)
    )
    return due_after_stops(case.record, stops, case.rules)


def due_after_stops(
    record: DossierRecord, stops: Iterable[StopRecord], current: Rules
) -> datetime | None:
    """`counted_due` for one record with all its *stops* in order, under *current* rules."""
    limit = limit_of(record)
    if limit is None or record.received_at is None:
        return None
    due = due_at(record.received_at, limit, current.calendar, rules=current.due)
    for stop in stops:
        if stop.resumed_at is not None and stop.stopped_at >= record.received_at:
            due = due_after_stop(
                due,
                stopped=stop.stopped_at,
                resumed=stop.resumed_at,
                mode=StopMode(stop.mode),
                limit=limit,
                calendar=current.calendar,
                rules=current.due,
            )
    return due


def _end_stop(case: Case) -> None:
    stop = case.session.scalar(
        select(StopRecord).where(
            StopRecord.dossier_id == case.record.id, StopRecord.resumed_at.is_(None)
        )
    )
    if stop is not None:
        stop.resumed_at = case.at
