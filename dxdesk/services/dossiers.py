"""One dossier: what is known of it, what happened to it, what may be done now."""

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import DossierRecord, StopRecord
from dxdesk.desk import Desk
from dxdesk.domain.act import ACT_RULES, ActRule, why_not
from dxdesk.domain.clock import StopMode
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.domain.due_account import DueAccount, explain_due
from dxdesk.domain.text import clean
from dxdesk.services.catalogue import limit_of
from dxdesk.services.records import dossier_of, names_of, record_of
from dxdesk.services.settings import rules

_BOOK = re.compile(r"[0-9]{4}/[0-9]{1,9}")


def get(desk: Desk, dossier_id: DossierId) -> Dossier:
    """The dossier as it stands now; DeskError when it is gone."""
    with desk.reading() as session:
        return _seen(desk, session, record_of(session, dossier_id))


def by_code(desk: Desk, code: str) -> Dossier | None:
    """The dossier with an official code (typed or scanned) or a book number `2026/000123`."""
    with desk.reading() as session:
        wanted = clean(code).upper()
        year, _, number = wanted.partition("/")
        condition = DossierRecord.code == wanted
        if _BOOK.fullmatch(wanted):
            condition = (DossierRecord.book_year == int(year)) & (
                DossierRecord.book_number == int(number)
            )
        record = session.scalar(select(DossierRecord).where(condition))
        return None if record is None else _seen(desk, session, record)


def _seen(desk: Desk, session: Session, record: DossierRecord) -> Dossier:
    return dossier_of(record, names_of(session, record.id), rules(desk, session), desk.now())


def allowed(dossier: Dossier) -> tuple[tuple[ActRule, str | None], ...]:
    """Every act with None when it is allowed now, else the reason why not."""
    accepted = dossier.received_at is not None
    return tuple((rule, why_not(rule.act, dossier.state, accepted=accepted)) for rule in ACT_RULES)


def due_account(desk: Desk, dossier_id: DossierId) -> DueAccount | None:
    """How the due time came about, day by day.

    Counted from receipt, or from the last restart of the clock (R5). None when the limit is not
    known or the stored due time is not what counting gives (typed, imported, or moved on by a
    stop that only paused the clock).
    """
    with desk.reading() as session:
        record = record_of(session, dossier_id)
        limit = limit_of(record)
        if record.received_at is None or record.due_at is None or limit is None:
            return None
        current = rules(desk, session)
        # A restart before acceptance or after the due time moved nothing (R6): try each.
        for start in (*_restarts(session, dossier_id), record.received_at):
            account = explain_due(start, limit, current.calendar, rules=current.due)
            if account.due == record.due_at:
                return account
        return None


def _restarts(session: Session, dossier_id: DossierId) -> Sequence[datetime]:
    """When the clock of a dossier began anew, the last time first."""
    resumed = session.scalars(
        select(StopRecord.resumed_at)
        .where(StopRecord.dossier_id == dossier_id, StopRecord.mode == StopMode.RESTART)
        .where(StopRecord.resumed_at.is_not(None))
        .order_by(StopRecord.resumed_at.desc())
    )
    return [moment for moment in resumed if moment is not None]


def time_left(desk: Desk, dossier: Dossier) -> int | None:
    """Working minutes until the due time, negative once it has passed.

    A clock that stands counts from the moment it stopped (R5). None when there is no due time
    or the dossier needs none any more.
    """
    due = dossier.due_at
    if due is None or dossier.finished_at or dossier.declined_at or dossier.void_at:
        return None
    since = dossier.stopped_since
    moment = desk.now() if since is None or since > due else since
    with desk.reading() as session:
        calendar = rules(desk, session).calendar
    if moment <= due:
        return calendar.working_minutes_between(moment, due)
    return -calendar.working_minutes_between(due, moment)
