"""Which dossiers are past their term, and which of them are held back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlalchemy.orm import Session

from db.models import DossierRecord, HoldRecord, ProcedureRecord
from db.moments import moment_of
from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.retention import OVER, Kept, Terms, due_after, latest_end
from dxdesk.domain.rights import Right
from dxdesk.domain.state import State
from dxdesk.domain.text import clean_lines
from dxdesk.errors import DeskError, InputError
from dxdesk.services.records import label_of, record_of
from dxdesk.services.retention.terms import terms

MOST_LISTED = 2000
_ENDED: ColumnElement[Any] = func.coalesce(
    DossierRecord.void_at,
    DossierRecord.declined_at,
    DossierRecord.returned_at,
    DossierRecord.finished_at,
)


@dataclass(frozen=True, slots=True)
class Overview:
    """The dossiers past their term, the first to be due first."""

    due: int
    """How many could go now; those held back left out."""
    listed: tuple[Kept, ...]
    """At most `MOST_LISTED`, held ones among them."""
    held: int
    waiting: int
    """Results that nobody has noted as returned: they are not over, so never due."""
    removed: int
    has_terms: bool


def overview(desk: Desk) -> Overview:
    now = desk.now()
    with desk.reading() as session:
        known = terms(session)
        held = set(session.scalars(select(HoldRecord.dossier_id)))
        past = past_term(known, now)
        ids = set(session.scalars(select(DossierRecord.id).where(past)))
        return Overview(
            due=len(ids - held),
            listed=tuple(_listed(session, known, past)),
            held=len(ids & held),
            waiting=_count(session, DossierRecord.state == State.FINISHED),
            removed=_count(session, DossierRecord.data_removed_at.is_not(None)),
            has_terms=known != Terms(),
        )


def _count(session: Session, condition: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(DossierRecord).where(condition)) or 0


def due_ids(session: Session, now: datetime) -> list[int]:
    """The dossiers that could go now, in the order of their ids."""
    held = select(HoldRecord.dossier_id)
    condition = and_(past_term(terms(session), now), DossierRecord.id.not_in(held))
    return list(session.scalars(select(DossierRecord.id).where(condition).order_by("id")))


def past_term(known: Terms, now: datetime) -> ColumnElement[bool]:
    """Ended, with data, and past the term that the ward set for it."""
    over = and_(DossierRecord.state.in_(OVER), DossierRecord.data_removed_at.is_(None))
    parts = [
        and_(scope, latest_end(now, years) >= _ENDED)
        for scope, years in _scopes(known)
        if years is not None
    ]
    return and_(over, or_(*parts)) if parts else and_(over, DossierRecord.id.is_(None))


def _scopes(known: Terms) -> Iterator[tuple[ColumnElement[bool], int | None]]:
    procedures, fields = list(known.procedures), list(known.fields)
    other_procedure = DossierRecord.procedure_id.not_in(procedures)
    for key, term in known.procedures.items():
        yield DossierRecord.procedure_id == key, term.years
    for key, term in known.fields.items():
        yield and_(DossierRecord.field_id == key, other_procedure), term.years
    if known.common is not None:
        other_field = DossierRecord.field_id.not_in(fields) if fields else true()
        yield and_(other_procedure if procedures else true(), other_field), known.common.years


def _listed(session: Session, known: Terms, past: ColumnElement[bool]) -> Iterator[Kept]:
    rows = session.execute(
        select(DossierRecord, ProcedureRecord.name, HoldRecord.reason, _ENDED)
        .join(ProcedureRecord, ProcedureRecord.id == DossierRecord.procedure_id)
        .outerjoin(HoldRecord, HoldRecord.dossier_id == DossierRecord.id)
        .where(past)
        .order_by(_ENDED, DossierRecord.id)
        .limit(MOST_LISTED)
    )
    for record, procedure, reason, ended in rows:
        term = known.of(record.procedure_id, record.field_id)
        if term is None or term.years is None:
            continue
        moment = ended if isinstance(ended, datetime) else moment_of(ended)
        yield Kept(
            id=DossierId(record.id),
            name=label_of(record),
            procedure=procedure,
            state=record.state,
            ended_at=moment,
            term=term.label,
            due_at=due_after(moment, term.years),
            held=reason or "",
        )


def hold(desk: Desk, dossier_id: DossierId, reason: str) -> None:
    """The dossier keeps its data past its term: a complaint, a lawsuit, an inspection."""
    why = clean_lines(reason)
    if not why:
        raise InputError("Lý do giữ lại: chưa nhập; hãy ghi lý do, ví dụ đang có khiếu nại.")
    with desk.reading() as session:
        record = record_of(session, dossier_id)
        label = label_of(record)
        if record.data_removed_at is not None:
            raise DeskError(f"Hồ sơ {label} đã xóa dữ liệu cá nhân, không còn gì để giữ lại.")
    with desk.act(f"Giữ lại dữ liệu hồ sơ {label}", right=Right.KEEP) as session:
        found = session.scalar(select(HoldRecord).where(HoldRecord.dossier_id == dossier_id))
        if found is None:
            found = HoldRecord(dossier_id=dossier_id)
            session.add(found)
        found.reason, found.held_at = why, desk.now()


def release(desk: Desk, dossier_id: DossierId) -> None:
    """The dossier follows its term again."""
    with desk.reading() as session:
        label = label_of(record_of(session, dossier_id))
    with desk.act(f"Thôi giữ lại dữ liệu hồ sơ {label}", right=Right.KEEP) as session:
        found = session.scalar(select(HoldRecord).where(HoldRecord.dossier_id == dossier_id))
        if found is None:
            raise DeskError(f"Hồ sơ {label} không bị giữ lại; hãy đọc lại dữ liệu (F5).")
        session.delete(found)
