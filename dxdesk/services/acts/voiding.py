"""Voiding, and taking it back: nothing that was entered is ever destroyed (R11)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ChangeRecord, DossierRecord
from db.payload import SPAN, unpack
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.services.acts.case import Case, Deed, perform, required


def void(desk: Desk, dossier_id: DossierId, *, reason: str) -> Dossier:
    """Entered by mistake: in no figure from now on, but kept with its number (R11)."""
    why = required(reason)

    def change(case: Case) -> None:
        case.record.void_at = case.at
        case.record.reason = why

    return perform(desk, dossier_id, Deed(Act.VOID, change))


def restore(desk: Desk, dossier_id: DossierId, *, reason: str) -> Dossier:
    """Voided by mistake: in every figure again, as it stood before."""
    why = required(reason)

    def change(case: Case) -> None:
        case.record.void_at = None
        case.record.reason = _reason_before(case.session, dossier_id)

    return perform(desk, dossier_id, Deed(Act.RESTORE, change), note=why)


def _reason_before(session: Session, dossier_id: int) -> str:
    """What stood where voiding wrote its own reason; empty when the log does not tell."""
    rows = session.scalars(
        select(ChangeRecord.payload)
        .where(ChangeRecord.table_name == DossierRecord.__tablename__)
        .where(ChangeRecord.first_id.between(dossier_id - SPAN, dossier_id))
        .where(ChangeRecord.last_id >= dossier_id)
        .order_by(ChangeRecord.id.desc())
    )
    for payload in rows:
        for change in unpack(payload):
            if change.row_id == dossier_id and _voids(change.values.get("void_at")):
                old: str = change.values.get("reason", ["", ""])[0]
                return old
    return ""


def _voids(values: object) -> bool:
    return isinstance(values, list) and values[0] is None
