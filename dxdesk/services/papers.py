"""The papers of procedures, and which of them were handed in with a dossier."""

import csv
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.bulk import insert_rows, next_id
from db.models import HandedPaperRecord, PaperRecord, ProcedureRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId, ProcedureId
from dxdesk.domain.paper import HandedPaper, Paper, from_data, unchecked
from dxdesk.domain.rights import Right
from dxdesk.domain.state import State
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError, InputError
from dxdesk.paths import RESOURCES
from dxdesk.services.paper_lists import papers_asked
from dxdesk.services.records import check_kept, label_of, record_of

STARTER = RESOURCES / "catalogue" / "papers.csv"
MOST_PAPERS = 100


def papers_of(desk: Desk, procedure_id: ProcedureId) -> tuple[Paper, ...]:
    """What a procedure asks for, in the order of its list; empty when nobody listed it."""
    with desk.reading() as session:
        return papers_asked(session, procedure_id)


def set_papers(desk: Desk, procedure_id: ProcedureId, papers: Sequence[Paper]) -> None:
    """Replace the list of a procedure; dossiers keep the papers that they were checked by."""
    with desk.act("Sửa thành phần hồ sơ của thủ tục", right=Right.OFFICE) as session:
        procedure = session.get(ProcedureRecord, procedure_id)
        if procedure is None:
            raise DeskError("Thủ tục này không còn trong danh mục; hãy chọn lại.")
        _check_names([one.name for one in papers])
        for record in session.scalars(
            select(PaperRecord).where(PaperRecord.procedure_id == procedure_id)
        ):
            session.delete(record)
        session.add_all(_records(procedure_id, papers))


def _records(procedure_id: int, papers: Sequence[Paper]) -> list[PaperRecord]:
    return [
        PaperRecord(
            procedure_id=procedure_id,
            position=position,
            name=clean(one.name),
            originals=one.originals,
            certified=one.certified,
            copies=one.copies,
            always=one.always,
            verified=one.verified,
        )
        for position, one in enumerate(papers, start=1)
    ]


def _check_names(names: Sequence[str]) -> None:
    if len(names) > MOST_PAPERS:
        raise InputError(f"Giấy tờ: nhiều nhất {MOST_PAPERS} loại, không phải {len(names)}.")
    if not all(clean(name) for name in names):
        raise InputError("Giấy tờ: có dòng chưa ghi tên; hãy ghi tên giấy tờ hoặc xóa dòng.")


def handed_in(desk: Desk, dossier_id: DossierId) -> tuple[HandedPaper, ...]:
    """The papers of one dossier; those that its procedure asks for while nobody has looked."""
    with desk.reading() as session:
        record = record_of(session, dossier_id)
        return _handed(session, dossier_id) or unchecked(papers_asked(session, record.procedure_id))


def _stored(session: Session, dossier_id: int) -> list[HandedPaperRecord]:
    return list(
        session.scalars(
            select(HandedPaperRecord)
            .where(HandedPaperRecord.dossier_id == dossier_id)
            .order_by(HandedPaperRecord.position, HandedPaperRecord.id)
        )
    )


def _handed(session: Session, dossier_id: int) -> tuple[HandedPaper, ...]:
    return tuple(
        HandedPaper(one.name, one.form, one.number, one.always)
        for one in _stored(session, dossier_id)
    )


def check_papers(desk: Desk, dossier_id: DossierId, papers: Sequence[HandedPaper]) -> None:
    """Keep what was handed in so far; what was kept before is replaced."""
    with desk.reading() as session:
        name = f"Đối chiếu giấy tờ hồ sơ {label_of(record_of(session, dossier_id))}"
    with desk.act(name, right=Right.RECORD) as session:
        record = record_of(session, dossier_id)
        if record.state is State.VOID:
            raise DeskError("Hồ sơ đã hủy thì không sửa; hãy khôi phục hồ sơ trước.")
        check_kept(record)
        _check_names([one.name for one in papers])
        _keep_handed(session, dossier_id, papers)
        record.data_reused = from_data(papers)


def _keep_handed(session: Session, dossier_id: int, papers: Sequence[HandedPaper]) -> None:
    """Rows are written over where they stand, so that the timeline finds every check by them."""
    stored = _stored(session, dossier_id)
    for place, (record, one) in enumerate(zip(stored, papers, strict=False), start=1):
        record.position, record.name, record.form = place, clean(one.name), one.form
        record.number, record.always = one.number, one.always
    for record in stored[len(papers) :]:
        session.delete(record)
    session.flush()
    add_handed(session, dossier_id, papers[len(stored) :], after=len(stored))


def add_handed(
    session: Session, dossier_id: int, papers: Sequence[HandedPaper], *, after: int = 0
) -> None:
    """Insert papers of a dossier that has *after* of them yet."""
    if not papers:
        return
    first = next_id(session, HandedPaperRecord.__tablename__)
    rows = [
        {
            "id": first + place,
            "dossier_id": dossier_id,
            "position": after + place + 1,
            "name": clean(one.name),
            "form": one.form,
            "number": one.number,
            "always": one.always,
        }
        for place, one in enumerate(papers)
    ]
    insert_rows(session, HandedPaperRecord, rows)


def add_starter_papers(session: Session) -> None:
    """The shipped lists (resources/catalogue/README.md) of the procedures that have none."""
    listed = select(PaperRecord.procedure_id).distinct()
    codes = select(ProcedureRecord.code, ProcedureRecord.id).where(
        ProcedureRecord.id.not_in(listed)
    )
    ids = dict(session.execute(codes).all())
    shipped: dict[int, list[Paper]] = {}
    with STARTER.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["procedure"] in ids:
                shipped.setdefault(ids[row["procedure"]], []).append(_starter(row))
    for procedure_id, papers in shipped.items():
        session.add_all(_records(procedure_id, papers))
    session.flush()


def _starter(row: dict[str, str]) -> Paper:
    return Paper(
        row["name"],
        int(row["originals"]),
        int(row["certified"]),
        int(row["copies"]),
        row["needed"] == "always",
        verified=row["certainty"] == "stated",
    )
