"""The recycle bin: dossiers that were entered by mistake. Nothing in it is ever destroyed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from db.models import DossierRecord, ProcedureRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.state import State

MOST = 1000


@dataclass(frozen=True, slots=True)
class Voided:
    id: DossierId
    code: str
    book: str
    procedure: str
    owner: str
    void_at: datetime
    reason: str


def voided(desk: Desk, *, limit: int = MOST) -> tuple[Voided, ...]:
    """The dossiers in the bin, the last voided first."""
    statement = (
        select(DossierRecord, ProcedureRecord.name)
        .join(ProcedureRecord, ProcedureRecord.id == DossierRecord.procedure_id)
        .where(DossierRecord.state == State.VOID)
        .order_by(DossierRecord.void_at.desc(), DossierRecord.id.desc())
        .limit(limit)
    )
    with desk.reading() as session:
        return tuple(
            Voided(
                id=DossierId(one.id),
                code=one.code or "",
                book=f"{one.book_year}/{one.book_number:06}",
                procedure=procedure,
                owner=one.owner_name,
                void_at=one.void_at or one.arrived_at,
                reason=one.reason,
            )
            for one, procedure in session.execute(statement)
        )
