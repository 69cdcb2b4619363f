"""The closed periods: what was printed then, and what would differ today (figures.md R20)."""

import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session, aliased

from db.members import touched_since
from db.models import ActionRecord, ClosedFileRecord, ClosingRecord, OfficerRecord
from dxdesk.desk import Desk
from dxdesk.domain.closing import Closing, ClosingId, Difference, Moved, Snapshot, moved
from dxdesk.domain.dossier import ActionId, Event
from dxdesk.domain.period import CutOff, Period, PeriodKind
from dxdesk.errors import DeskError, InputError, StorageError
from dxdesk.reports.files import replacing
from dxdesk.services.kept import FIGURES, digest, read_snapshot, unpacked
from dxdesk.services.statistics import snapshot

_DAMAGED = (
    "Bản đã chốt này bị hỏng trong tệp dữ liệu nên không in lại được. Hãy phục hồi tệp từ bản "
    "sao lưu gần nhất."
)


def closings(desk: Desk) -> tuple[Closing, ...]:
    """All closed periods, the newest first."""
    with desk.reading() as session:
        return tuple(_closing(session, row) for row in session.execute(_statement()))


def closing(desk: Desk, closing_id: ClosingId) -> Closing:
    with desk.reading() as session:
        row = session.execute(_statement().where(ClosingRecord.id == closing_id)).first()
        if row is None:
            raise DeskError("Không có bản đã chốt này; hãy đọc lại trang Báo cáo.")
        return _closing(session, row)


def standing(desk: Desk, report: str, period: Period) -> Closing | None:
    """The closing of *report* for these very days that none corrects."""
    days = (ClosingRecord.first == period.first, ClosingRecord.last == period.last)
    with desk.reading() as session:
        found = session.execute(_statement().where(ClosingRecord.report == report, *days))
        return next((c for row in found if (c := _closing(session, row)).stands), None)


def _statement() -> Select[*tuple[Any, ...]]:
    later = aliased(ClosingRecord)
    return (
        select(ClosingRecord, OfficerRecord.name, later.id)
        .join(OfficerRecord, ClosingRecord.officer_id == OfficerRecord.id)
        .outerjoin(later, later.corrects_id == ClosingRecord.id)
        .order_by(ClosingRecord.id.desc())
    )


def _closing(session: Session, row: Row[*tuple[Any, ...]]) -> Closing:
    record, officer, later = tuple(row)
    names = session.scalars(
        select(ClosedFileRecord.name)
        .where(ClosedFileRecord.closing_id == record.id, ClosedFileRecord.name != FIGURES)
        .order_by(ClosedFileRecord.id)
    )
    kind, cut_off = PeriodKind(record.period_kind), CutOff(record.cut_off)
    return Closing(
        id=ClosingId(record.id),
        report=record.report,
        period=Period(record.first, record.last, kind, cut_off, record.cut_day),
        as_of=record.as_of,
        closed_at=record.closed_at,
        officer=officer,
        last_action=record.last_action,
        files=tuple(names),
        corrects=None if record.corrects_id is None else ClosingId(record.corrects_id),
        corrected_by=None if later is None else ClosingId(later),
        reason=record.reason,
    )


def file(desk: Desk, closing_id: ClosingId, name: str) -> bytes:
    """The very bytes that were closed. StorageError when the database was damaged since."""
    with desk.reading() as session:
        wanted = session.scalar(select(ClosingRecord.digest).where(ClosingRecord.id == closing_id))
        statement = select(ClosedFileRecord.name, ClosedFileRecord.content)
        rows = session.execute(statement.where(ClosedFileRecord.closing_id == closing_id)).all()
    try:
        files = {each: unpacked(content) for each, content in rows}
    except zlib.error as error:
        raise StorageError(_DAMAGED) from error
    if digest(files) != wanted:
        raise StorageError(_DAMAGED)
    if name not in files:
        raise InputError(f"Bản đã chốt này không có tệp .{name}.")
    return files[name]


def write_file(desk: Desk, closing_id: ClosingId, name: str, path: Path) -> Path:
    """Put a closed file at *path*, byte for byte."""
    content = file(desk, closing_id, name)
    with replacing(path) as target:
        target.write(content)
    return path


def closed_snapshot(desk: Desk, closing_id: ClosingId) -> Snapshot:
    return read_snapshot(file(desk, closing_id, FIGURES))


def difference(desk: Desk, closing_id: ClosingId) -> Difference:
    """What the closed figures would be today, and which dossiers and actions made it so.

    Counted by the rule and at the moment of the closing: only data can differ.
    """
    found = closing(desk, closing_id)
    old = closed_snapshot(desk, closing_id)
    then = old.statistics
    new = snapshot(desk, found.period, by=then.by, as_of=then.as_of, early_rule=then.early_rule)
    changed = moved(old, new)
    return Difference(found, then, new.statistics, _explained(desk, changed, found.last_action))


def _explained(desk: Desk, changed: Sequence[Moved], since: int) -> tuple[Moved, ...]:
    if not changed:
        return ()
    with desk.reading() as session:
        touched = touched_since(session, since, {each.id for each in changed})
        events = _events(session, {action for actions in touched.values() for action in actions})
    return tuple(
        Moved(each.id, each.name, each.old, each.new, _of(events, touched.get(each.id, [])))
        for each in changed
    )


def _of(events: dict[int, Event], actions: list[int]) -> tuple[Event, ...]:
    return tuple(events[action] for action in actions)


def _events(session: Session, actions: set[int]) -> dict[int, Event]:
    later = aliased(ActionRecord)
    statement = (
        select(ActionRecord, OfficerRecord.name, later.id)
        .join(OfficerRecord, ActionRecord.officer_id == OfficerRecord.id)
        .outerjoin(later, later.undoes_id == ActionRecord.id)
        .where(ActionRecord.id >= min(actions, default=0))
    )
    return {
        action.id: Event(ActionId(action.id), action.at, action.name, officer, undone is not None)
        for action, officer, undone in session.execute(statement)
        if action.id in actions
    }
