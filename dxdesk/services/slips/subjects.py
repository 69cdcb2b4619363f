"""Everything that a slip may say about dossiers, read for many at once."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ScalarResult, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.models import (
    ApologyRecord,
    DossierRecord,
    HandedPaperRecord,
    PrintRecord,
    StopRecord,
)
from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier, DossierId
from dxdesk.domain.paper import HandedPaper
from dxdesk.domain.slip import Apology, Move, Pause, SlipSubject
from dxdesk.services import timeline
from dxdesk.services.records import AllNames, dossier_of, names_of
from dxdesk.services.settings import rules

_BLOCK = 500


def subjects(
    desk: Desk, ids: Sequence[DossierId], *, form: str = "", moves: bool = False
) -> Iterator[SlipSubject]:
    """The dossiers in the order of *ids*; one that is gone is left out.

    *form*: the slip of which earlier prints count. *moves*: with the hand-overs, from the log.
    """
    now = desk.now()
    with desk.reading() as session:
        current = rules(desk, session)
        names = AllNames(session) if len(ids) > 1 else None
        for start in range(0, len(ids), _BLOCK):
            part = ids[start : start + _BLOCK]
            records = {
                one.id: one
                for one in session.scalars(select(DossierRecord).where(DossierRecord.id.in_(part)))
            }
            related = _Related(session, part, form)
            for key in part:
                if (record := records.get(key)) is None:
                    continue
                own = names.of(record) if names is not None else names_of(session, key)
                yield related.subject(
                    dossier_of(record, own, current, now),
                    timeline.moves(session, key) if moves else (),
                )
            session.expunge_all()


class _Related:
    """What belongs to a block of dossiers, one statement for each kind."""

    def __init__(self, session: Session, ids: Sequence[DossierId], form: str) -> None:
        self.papers: defaultdict[int, list[HandedPaper]] = defaultdict(list)
        for paper in _of(session, HandedPaperRecord, ids, HandedPaperRecord.position):
            self.papers[paper.dossier_id].append(
                HandedPaper(paper.name, paper.form, paper.number, paper.always)
            )
        self.pauses: defaultdict[int, list[Pause]] = defaultdict(list)
        for stop in _of(session, StopRecord, ids, StopRecord.stopped_at):
            self.pauses[stop.dossier_id].append(
                Pause(stop.kind, stop.stopped_at, stop.resumed_at, stop.reason)
            )
        self.apologies: defaultdict[int, list[Apology]] = defaultdict(list)
        for one in _of(session, ApologyRecord, ids, ApologyRecord.at):
            self.apologies[one.dossier_id].append(
                Apology(one.at, one.due_at, one.promised_at, one.reason)
            )
        self.printed = _printed(session, ids, form)

    def subject(self, dossier: Dossier, moves: tuple[Move, ...]) -> SlipSubject:
        return SlipSubject(
            dossier,
            tuple(self.papers[dossier.id]),
            tuple(self.pauses[dossier.id]),
            tuple(self.apologies[dossier.id]),
            moves,
            self.printed[dossier.id],
        )


Part = TypeVar("Part", HandedPaperRecord, StopRecord, ApologyRecord)


def _of(
    session: Session, kind: type[Part], ids: Sequence[DossierId], order: InstrumentedAttribute[Any]
) -> ScalarResult[Part]:
    return session.scalars(select(kind).where(kind.dossier_id.in_(ids)).order_by(order, kind.id))


def _printed(session: Session, ids: Sequence[DossierId], form: str) -> Counter[int]:
    rows = session.execute(
        select(PrintRecord.dossier_id, func.count())
        .where(PrintRecord.dossier_id.in_(ids), PrintRecord.form == form)
        .group_by(PrintRecord.dossier_id)
    )
    return Counter(dict(rows.all()))
