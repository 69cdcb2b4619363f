"""Removing the personal data of the dossiers past their term: one action, never taken back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.actions import action_of
from db.models import (
    ActionKind,
    ActionRecord,
    ChangeRecord,
    DossierRecord,
    OfficerRecord,
    RedactionRecord,
)
from db.moments import minutes_of
from db.payload import unpack
from db.removal import (
    clear_beside,
    clear_dossiers,
    clear_loose,
    forget_deleted,
    settle,
    sweep,
    vanishing,
)
from db.scrubbing import DOSSIER, Found, scrub_dossiers, scrub_names
from db.seals import first_break
from dxdesk.desk import Desk
from dxdesk.domain.derived import derive
from dxdesk.domain.mentions import Mentions
from dxdesk.domain.retention import Terms, latest_end
from dxdesk.domain.rights import Right
from dxdesk.errors import DeskError, InputError
from dxdesk.services.retention.due import due_ids
from dxdesk.services.retention.terms import terms
from dxdesk.services.rows import seen_as_record
from dxdesk.services.rules import Rules
from dxdesk.services.seal_words import words
from dxdesk.services.settings import rules

NAME = "Xóa dữ liệu cá nhân của"
SWEPT = "Dọn sạch tệp dữ liệu sau khi xóa dữ liệu cá nhân"
_WHAT = "xóa dữ liệu cá nhân của hồ sơ hết thời hạn lưu trữ"
_BLOCK = 1000
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Removed:
    dossiers: int
    files: int
    swept: bool
    """False: the file could not be written anew yet (`sweep_again`)."""


def remove(desk: Desk, *, confirmed: int, progress: Progress = lambda _done, _all: None) -> Removed:
    """Remove the data of every dossier past its term that is not held back.

    *confirmed*: how many the officer saw; DeskError when it is another number now.
    """
    desk.require(Right.KEEP, _WHAT)
    with desk.reading() as session:
        count = len(due_ids(session, desk.now()))
        broken = first_break(session)
    _check(count, confirmed)
    if broken is not None:
        raise DeskError(
            "Chưa xóa gì: nhật ký không còn nguyên vẹn, và sau khi xóa thì không tra ra được nữa. "
            + words(broken)
        )
    name = f"{NAME} {count} hồ sơ hết thời hạn lưu trữ"
    with desk.act(name, right=Right.KEEP, final=True) as session:
        forget_deleted(session)
        ids = due_ids(session, desk.now())
        _check(len(ids), confirmed)
        files = _take_out(desk, session, ids, progress)
    return Removed(count, files, sweep_again(desk))


def _check(count: int, confirmed: int) -> None:
    if not count:
        raise DeskError("Không có hồ sơ nào hết thời hạn lưu trữ; chưa xóa gì.")
    if count != confirmed:
        raise InputError(
            f"Chưa xóa gì: có {count} hồ sơ hết thời hạn lưu trữ, không phải {confirmed}. Hãy xem "
            "lại danh sách rồi gõ đúng số hồ sơ."
        )


def _take_out(desk: Desk, session: Session, ids: Sequence[int], progress: Progress) -> int:
    """Log first, then rows, then whatever else names the people; how many files went."""
    now = desk.now()
    undone = sorted(_taken_back(session, terms(session), now))
    found = scrub_dossiers(session, (*ids, *undone), progress)
    current = rules(desk, session)
    for start in range(0, len(ids), _BLOCK):
        block = ids[start : start + _BLOCK]
        clear_dossiers(session, list(_derived(session, block, current)), at=minutes_of(now))
    files = clear_beside(session, ids)
    people = vanishing(session, found.values) - set(session.scalars(select(OfficerRecord.name)))
    clear_loose(session, Mentions(people | _codes(found, undone)))
    scrub_names(session, found, Mentions(people), before=action_of(session) or 0)
    settle(session)
    return files


def _codes(found: Found, undone: Iterable[int]) -> set[str]:
    """Numbers of the dossiers: a waiting row that has one was about it."""
    gone = set(undone)
    return {
        label
        for key, labels in found.labels.items()
        if key not in gone
        for label in labels
        if not label.startswith("số ")
    }


def _derived(session: Session, ids: Sequence[int], current: Rules) -> Iterator[dict[str, Any]]:
    table = DossierRecord.__table__
    rows = session.execute(select(table).where(table.c.id.in_(ids)).order_by(table.c.id))
    for row in rows.mappings().all():
        bare = {name: "" if name in DOSSIER else value for name, value in row.items()}
        made = derive(seen_as_record(bare), current.calendar)
        yield {"id": row["id"], "owner_sort": made.owner_sort, "search_text": made.search_text}


def _taken_back(session: Session, known: Terms, now: datetime) -> set[int]:
    """Dossiers that only the log has: their intake was taken back before the common term."""
    if known.common is None or known.common.years is None:
        return set()
    payloads = session.scalars(
        select(ChangeRecord.payload)
        .join(ActionRecord, ActionRecord.id == ChangeRecord.action_id)
        .where(ChangeRecord.table_name == DossierRecord.__tablename__)
        .where(ActionRecord.kind.in_((ActionKind.UNDO, ActionKind.REDO)))
        .where(ActionRecord.at <= latest_end(now, known.common.years))
    ).all()
    gone = {
        change.row_id
        for payload in payloads
        for change in unpack(payload)
        if change.operation == "d" and change.values.keys() & DOSSIER
    }
    return gone - set(session.scalars(select(DossierRecord.id).where(DossierRecord.id.in_(gone))))


def is_unswept(desk: Desk) -> bool:
    """Whether data was removed and the file still holds traces: it stopped in between."""
    with desk.reading() as session:
        removal = session.scalar(select(func.max(RedactionRecord.action_id)))
        if removal is None:
            return False
        later = (ActionRecord.id > removal, ActionRecord.name == SWEPT)
        swept = select(ActionRecord.id).where(*later).order_by(ActionRecord.id).limit(1)
        return session.scalar(swept) is None


def sweep_again(desk: Desk) -> bool:
    """Write the file anew without the traces; False while another program reads it."""
    done = sweep(desk.database)
    if done:
        desk.note(SWEPT)
    return done
