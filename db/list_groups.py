"""A list counted by groups, in one pass over its index."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, case, func, literal_column, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.filters import filters_of, unindexed
from db.models import DossierRecord as D
from db.models import FieldRecord, HamletRecord, OfficerRecord, ProcedureRecord
from db.search import containing
from dxdesk.domain.query import Query
from dxdesk.domain.state import OPEN_STATES
from dxdesk.domain.today import Today

COLUMNS: dict[str, InstrumentedAttribute[Any]] = {
    "field": D.field_id,
    "procedure": D.procedure_id,
    "officer": D.officer_id,
    "hamlet": D.hamlet_id,
    "state": D.state,
    "channel": D.channel,
}
_NAMES: dict[str, Select[int, str]] = {
    "field": select(FieldRecord.id, FieldRecord.name),
    "procedure": select(ProcedureRecord.id, ProcedureRecord.name),
    "officer": select(OfficerRecord.id, OfficerRecord.name),
    "hamlet": select(HamletRecord.id, HamletRecord.name),
}


@dataclass(frozen=True, slots=True)
class Counted:
    key: Any
    number: int
    pending: int
    overdue: int


def counted(session: Session, query: Query, today: Today, by: str) -> list[Counted]:
    """How many dossiers of *query* each group has; open and overdue ones among them."""
    column = literal_column(f"+dossier.{COLUMNS[by].key}", COLUMNS[by].type)
    pending = D.state.in_(sorted(OPEN_STATES))
    late = or_(D.stopped_since.is_(None), D.stopped_since > D.due_at)
    overdue = pending & (D.due_at < today.now) & late
    conditions = [unindexed(one.condition) for one in filters_of(query, today)]
    if query.text:
        conditions.append(containing(query.text))
    statement = (
        select(column, func.count(), _sum(pending), _sum(overdue))
        .where(*conditions)
        .group_by(column)
    )
    return [Counted(*row) for row in session.execute(statement)]


def _sum(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


def names(session: Session, by: str) -> dict[int, str]:
    return {row[0]: row[1] for row in session.execute(_NAMES[by])} if by in _NAMES else {}
