"""Whether the values that are derived from a dossier's facts still follow from them."""

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import DayRecord, DossierRecord
from dxdesk.domain.calendar import DEFAULT_TIMETABLE
from dxdesk.domain.derived import Derived, derive
from dxdesk.domain.outcome import LATE
from dxdesk.errors import DeskError
from dxdesk.services.checking.findings import Findings, some
from dxdesk.services.rules import Rules

_DERIVED = Derived._fields
_BLOCK = 2000
_MOMENTS = "mốc thời gian"
_EARLIER = "by an earlier timetable"
_FACTS = [
    getattr(DossierRecord, name)
    for name in (
        *("code", "book_year", "book_number", "submitted_at", "received_at", "due_at"),
        *("limit_kind", "day_only", "owner_name", "owner_phone", "owner_id_no"),
        *("applicant_name", "applicant_phone", "applicant_id_no", "declined_at", "void_at"),
        *("processing_since", "stopped_since", "stop_kind", "finished_at", "ending"),
        *("returned_at", *_DERIVED),
    )
]


def derived_values(
    session: Session, current: Rules, *, progress: Callable[[int, int], None] | None = None
) -> Findings:
    """Stored values against `derive`; an outcome may stand by an earlier timetable."""
    wrong: dict[str, list[str]] = {}
    moved = _timetable_changed(session, current)
    total = session.scalar(select(func.count()).select_from(DossierRecord)) or 0
    for done, row in enumerate(session.execute(select(*_FACTS)).yield_per(_BLOCK), start=1):
        if progress is not None and done % _BLOCK == 0:
            progress(done, total)
        for name in _wrong_values(row, current, moved=moved):
            wrong.setdefault(name, []).append(_name(row))
    earlier = wrong.pop(_EARLIER, [])
    found = Findings()
    for name, dossiers in wrong.items():
        found.problems.append(f"“{name}” không khớp với dữ kiện: hồ sơ {some(dossiers)}.")
    if earlier:
        found.notes.append(
            f"{len(earlier)} hồ sơ được xếp trước hạn/đúng hạn theo lịch làm việc cũ; lịch đã sửa "
            "sau đó."
        )
    return found


def _wrong_values(row: Any, current: Rules, *, moved: bool) -> Iterator[str]:
    try:
        derived = derive(row, current.calendar)
    except (DeskError, ValueError):
        yield _MOMENTS
        return
    for name in _DERIVED:
        stored, right = getattr(row, name), getattr(derived, name)
        if stored != right:
            early = name == "outcome" and moved and _same_but_early(stored, right)
            yield _EARLIER if early else name


def _timetable_changed(session: Session, current: Rules) -> bool:
    own_days = session.scalar(select(DayRecord.id).limit(1))
    return own_days is not None or current.calendar.timetable != DEFAULT_TIMETABLE


def _same_but_early(stored: int | None, right: int | None) -> bool:
    return None not in {stored, right} and (stored == LATE) == (right == LATE)


def _name(row: Any) -> str:
    return row.code or f"{row.book_year}/{row.book_number:06}"
