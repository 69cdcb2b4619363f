"""What happened beside a dossier's own row: its files, its papers, its slips."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from db.models import (
    ActionRecord,
    AttachmentRecord,
    ChangeRecord,
    HandedPaperRecord,
    OfficerRecord,
    PrintRecord,
)
from db.payload import SPAN, unpack
from dxdesk.domain.dossier import ActionId, DossierId, Event
from dxdesk.reports.slips.forms import slip_name


def beside(session: Session, dossier_id: DossierId) -> Iterator[Event]:
    """What was done to the files and papers of the dossier, not to itself."""
    for kind in (AttachmentRecord, HandedPaperRecord):
        stand = session.scalars(select(kind.id).where(kind.dossier_id == dossier_id))
        found: dict[int, Event] = {}
        for ids in _runs({*stand, *_taken_back(session, kind.__tablename__, dossier_id)}):
            found |= _touching(session, kind.__tablename__, ids)
        yield from found.values()


def _taken_back(session: Session, table: str, dossier_id: int) -> set[int]:
    """Ids of rows of the dossier that an undo deleted: only the log still knows whose they were.

    By way of the undos, which are few; the index on the table's name would read all its changes.
    """
    undos = select(ActionRecord.id).where(ActionRecord.undoes_id > 0)
    without_index = ChangeRecord.table_name + ""
    rows = session.scalars(
        select(ChangeRecord.payload).where(
            ChangeRecord.action_id.in_(undos), without_index == table
        )
    )
    return {
        change.row_id
        for payload in rows
        for change in unpack(payload)
        if change.operation == "d" and change.values.get("dossier_id") == dossier_id
    }


def _runs(ids: set[int]) -> Iterator[list[int]]:
    """*ids* in runs without wide gaps: the log between far rows tells of other dossiers."""
    run: list[int] = []
    for one in sorted(ids):
        if run and one - run[-1] > SPAN:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _touching(session: Session, table: str, ids: list[int]) -> dict[int, Event]:
    later = aliased(ActionRecord)
    rows = session.execute(
        select(ActionRecord, OfficerRecord.name, later.id, ChangeRecord.payload)
        .join(ChangeRecord, ChangeRecord.action_id == ActionRecord.id)
        .join(OfficerRecord, OfficerRecord.id == ActionRecord.officer_id)
        .outerjoin(later, later.undoes_id == ActionRecord.id)
        .where(ChangeRecord.table_name == table)
        .where(ChangeRecord.first_id.between(ids[0] - SPAN, ids[-1]))
        .where(ChangeRecord.last_id >= ids[0])
    )
    mine = set(ids)
    return {
        action.id: Event(ActionId(action.id), action.at, action.name, officer, undone is not None)
        for action, officer, undone, payload in rows
        if any(change.row_id in mine for change in unpack(payload))
    }


def prints(session: Session, dossier_id: DossierId) -> Iterator[Event]:
    """Each slip that was printed, with its count: the second one and later are reprints."""
    rows = session.execute(
        select(PrintRecord, OfficerRecord.name, ChangeRecord.action_id)
        .join(OfficerRecord, OfficerRecord.id == PrintRecord.officer_id)
        .join(
            ChangeRecord,
            (ChangeRecord.table_name == PrintRecord.__tablename__)
            & ChangeRecord.first_id.between(PrintRecord.id - SPAN, PrintRecord.id)
            & (ChangeRecord.last_id >= PrintRecord.id),
        )
        .where(PrintRecord.dossier_id == dossier_id)
        .order_by(PrintRecord.id, ChangeRecord.id)
    )
    times: Counter[str] = Counter()
    for _, group in groupby(rows, key=lambda row: row[0].id):
        record, officer, action_id = next(group)
        times[record.form] += 1
        again = f" (bản in lại, lần {times[record.form]})" if times[record.form] > 1 else ""
        name = f"In {slip_name(record.form)}{again}"
        yield Event(ActionId(action_id), record.at, name, officer, undone=False)
