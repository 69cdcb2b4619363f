"""The lists of papers that procedures ask for, as stored."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PaperRecord
from dxdesk.domain.paper import Paper


def papers_by_procedure(session: Session) -> dict[int, tuple[Paper, ...]]:
    """The list of every procedure that has one."""
    found: dict[int, list[Paper]] = defaultdict(list)
    order = (PaperRecord.procedure_id, PaperRecord.position, PaperRecord.id)
    for one in session.scalars(select(PaperRecord).order_by(*order)):
        found[one.procedure_id].append(_paper(one))
    return {procedure_id: tuple(papers) for procedure_id, papers in found.items()}


def papers_asked(session: Session, procedure_id: int) -> tuple[Paper, ...]:
    found = session.scalars(
        select(PaperRecord)
        .where(PaperRecord.procedure_id == procedure_id)
        .order_by(PaperRecord.position, PaperRecord.id)
    )
    return tuple(_paper(one) for one in found)


def _paper(one: PaperRecord) -> Paper:
    counts = (one.originals, one.certified, one.copies)
    return Paper(one.name, *counts, one.always, verified=one.verified)
