"""Whether the values that are derived from a dossier's facts still follow from them."""

from dataclasses import fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import DayRecord, DossierRecord
from dxdesk.domain.calendar import DEFAULT_TIMETABLE
from dxdesk.domain.derived import Derived, derive
from dxdesk.domain.outcome import LATE
from dxdesk.errors import DeskError
from dxdesk.services.checking.findings import Findings, some
from dxdesk.services.settings import Rules

_DERIVED = tuple(one.name for one in fields(Derived))
_BLOCK = 2000
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


def derived_values(session: Session, current: Rules) -> Findings:
    """Stored values against `derive`; an outcome may stand by an earlier timetable."""
    wrong: dict[str, list[str]] = {}
    earlier: list[str] = []
    moved = _timetable_changed(session, current)
    for row in session.execute(select(*_FACTS)).yield_per(_BLOCK):
        try:
            derived = derive(row, current.calendar)
        except (DeskError, ValueError):
            wrong.setdefault("mốc thời gian", []).append(_name(row))
            continue
        for name in _DERIVED:
            stored, right = getattr(row, name), getattr(derived, name)
            if stored == right:
                continue
            if name == "outcome" and moved and _same_but_early(stored, right):
                earlier.append(_name(row))
            else:
                wrong.setdefault(name, []).append(_name(row))
    found = Findings()
    for name, dossiers in wrong.items():
        found.problems.append(f"«{name}» không khớp với dữ kiện: hồ sơ {some(dossiers)}.")
    if earlier:
        found.notes.append(
            f"{len(earlier)} hồ sơ được xếp trước hạn/đúng hạn theo lịch làm việc cũ; lịch đã sửa "
            "sau đó."
        )
    return found


def _timetable_changed(session: Session, current: Rules) -> bool:
    own_days = session.scalar(select(DayRecord.id).limit(1))
    return own_days is not None or current.calendar.timetable != DEFAULT_TIMETABLE


def _same_but_early(stored: int | None, right: int | None) -> bool:
    return None not in {stored, right} and (stored == LATE) == (right == LATE)


def _name(row: "object") -> str:
    code: str | None = getattr(row, "code", None)
    return code or f"{getattr(row, 'book_year', 0)}/{getattr(row, 'book_number', 0):06}"
