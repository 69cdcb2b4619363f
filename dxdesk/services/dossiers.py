"""One dossier: what is known of it, what happened to it, what may be done now."""

from sqlalchemy import func, select

from db.models import DossierRecord, StopRecord
from dxdesk.desk import Desk
from dxdesk.domain.clock import StopMode
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.domain.due_account import DueAccount, explain_due
from dxdesk.domain.state import ACT_RULES, ActRule, why_not
from dxdesk.domain.text import clean
from dxdesk.services.catalogue import limit_of
from dxdesk.services.records import dossier_of, record_of
from dxdesk.services.settings import rules


def get(desk: Desk, dossier_id: DossierId) -> Dossier:
    """The dossier as it stands now; DeskError when it is gone."""
    with desk.reading() as session:
        return dossier_of(session, record_of(session, dossier_id), rules(desk, session), desk.now())


def by_code(desk: Desk, code: str) -> Dossier | None:
    """The dossier with an official code (typed or scanned) or a book number `2026/000123`."""
    with desk.reading() as session:
        wanted = clean(code).upper()
        year, _, number = wanted.partition("/")
        condition = DossierRecord.code == wanted
        if year.isdigit() and number.isdigit():
            condition = (DossierRecord.book_year == int(year)) & (
                DossierRecord.book_number == int(number)
            )
        record = session.scalar(select(DossierRecord).where(condition))
        if record is None:
            return None
        return dossier_of(session, record, rules(desk, session), desk.now())


def allowed(dossier: Dossier) -> tuple[tuple[ActRule, str | None], ...]:
    """Every act with None when it is allowed now, else the reason why not."""
    return tuple((rule, why_not(rule.act, dossier.state)) for rule in ACT_RULES)


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
        restarted = session.scalar(
            select(func.max(StopRecord.resumed_at)).where(
                StopRecord.dossier_id == dossier_id, StopRecord.mode == StopMode.RESTART
            )
        )
        current = rules(desk, session)
        start = restarted or record.received_at
        account = explain_due(start, limit, current.calendar, rules=current.due)
        return account if account.due == record.due_at else None
