"""Limits, fees and levels of procedures by the day from which they hold."""

from datetime import date

from sqlalchemy import Date, bindparam, literal, select, union_all
from sqlalchemy.orm import Session

from db.models import ProcedureRecord, TermsRecord
from db.prepared import Prepared
from db.sessions import asked_by
from dxdesk.domain.due import Limit, limit_from
from dxdesk.domain.terms import Terms, in_force

_LIMITS = Prepared(
    union_all(
        select(
            literal(None, Date).label("valid_from"),
            ProcedureRecord.limit_kind,
            ProcedureRecord.limit_amount,
        ).where(ProcedureRecord.id == bindparam("procedure_id")),
        select(TermsRecord.valid_from, TermsRecord.limit_kind, TermsRecord.limit_amount).where(
            TermsRecord.procedure_id == bindparam("procedure_id")
        ),
    ).order_by("valid_from")
)


def limit_on(session: Session, procedure_id: int, day: date) -> Limit | None:
    """The limit that holds for a dossier that comes in on *day*; None when nobody knows it."""
    known = _LIMITS(asked_by(session), procedure_id=procedure_id)
    held = in_force(known, day)
    return None if held.limit_kind is None else limit_from(held.limit_kind, held.limit_amount)


def terms_of(session: Session, procedure: ProcedureRecord) -> tuple[Terms, ...]:
    """All terms of one procedure, oldest first."""
    dated = session.scalars(
        select(TermsRecord)
        .where(TermsRecord.procedure_id == procedure.id)
        .order_by(TermsRecord.valid_from)
    )
    return (_value(procedure, None), *(_value(one, one.valid_from) for one in dated))


def dated_terms(session: Session) -> dict[int, tuple[Terms, ...]]:
    """The terms with a date of every procedure that has any, oldest first."""
    found: dict[int, tuple[Terms, ...]] = {}
    for one in session.scalars(select(TermsRecord).order_by(TermsRecord.valid_from)):
        found[one.procedure_id] = (
            *found.get(one.procedure_id, ()),
            _value(one, one.valid_from),
        )
    return found


def first_terms(procedure: ProcedureRecord) -> Terms:
    """What holds before any date of change."""
    return _value(procedure, None)


def _value(record: ProcedureRecord | TermsRecord, valid_from: date | None) -> Terms:
    return Terms(
        valid_from,
        None if record.limit_kind is None else limit_from(record.limit_kind, record.limit_amount),
        record.limit_text,
        record.fee_text,
        record.level_text,
        record.forwards_to,
        record.source,
    )


def keep_terms(record: ProcedureRecord | TermsRecord, terms: Terms) -> None:
    """Write *terms* into a row, the date apart."""
    record.limit_kind = None if terms.limit is None else terms.limit.kind.value
    record.limit_amount = None if terms.limit is None else terms.limit.amount
    record.limit_text = terms.limit_text
    record.fee_text = terms.fee_text
    record.level_text = terms.level_text
    record.forwards_to = terms.forwards_to
    record.source = terms.source
