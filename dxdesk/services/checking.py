"""`dxdesk check`: whether the file, the figures, the log and the book agree with each other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime
from itertools import groupby

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.audit import Audit, audit
from db.migrations import HEAD
from db.models import ActionRecord, BookRecord, DayRecord, DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.calendar import DEFAULT_TIMETABLE
from dxdesk.domain.derived import Derived, derive
from dxdesk.domain.outcome import LATE
from dxdesk.domain.period import Period, month
from dxdesk.errors import DeskError, StorageError
from dxdesk.services.reporting import source
from dxdesk.services.settings import Rules, rules
from dxdesk.services.statistics import statistics

Progress = Callable[[int, int], None]
_DERIVED = tuple(one.name for one in fields(Derived))
_SHOWN = 20
_BLOCK = 2000


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; *notes* are worth knowing and no fault."""

    key: str
    title: str
    ok: bool
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckReport:
    schema: str
    dossiers: int
    actions: int
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        return all(one.ok for one in self.checks)


@dataclass
class _Findings:
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def check(self, key: str, title: str) -> Check:
        return Check(key, title, not self.problems, tuple(self.problems), tuple(self.notes))


def check(desk: Desk, *, progress: Progress | None = None) -> CheckReport:
    """Look at everything; nothing is changed. Problems are Vietnamese sentences."""
    with desk.reading() as session:
        current = rules(desk, session)
        replayed = audit(session, progress=progress)
        checks = (
            _file(session).check("file", "Tệp cơ sở dữ liệu"),
            _search(desk).check("search", "Chỉ mục tìm kiếm"),
            _references(session).check("references", "Liên kết giữa các bảng"),
            _derived(session, current).check("derived", "Trạng thái, kết quả, khoá tìm kiếm"),
            _identities(desk, session).check("identities", "Đẳng thức số liệu từng tháng"),
            _log(replayed).check("log", "Nhật ký thao tác"),
            _book(session, replayed.given_up).check("book", "Số thứ tự trong sổ"),
        )
        return CheckReport(
            HEAD, _count(session, DossierRecord), _count(session, ActionRecord), checks
        )


def _count(session: Session, kind: type[DossierRecord | ActionRecord]) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0


def _some(names: Iterable[str]) -> str:
    known = list(names)
    more = f" và {len(known) - _SHOWN} nữa" if len(known) > _SHOWN else ""
    return ", ".join(known[:_SHOWN]) + more


def _file(session: Session) -> _Findings:
    lines = [row[0] for row in session.execute(text("PRAGMA integrity_check(20)"))]
    if lines == ["ok"]:
        return _Findings()
    damaged = (
        "Tệp bị hỏng; đừng ghi thêm, hãy khôi phục từ bản sao lưu gần nhất bằng lệnh "
        f"«dxdesk restore». SQLite báo: {'; '.join(lines)}"
    )
    return _Findings([damaged])


def _search(desk: Desk) -> _Findings:
    """Ask the index itself; the question has the form of a write but changes nothing."""
    question = "INSERT INTO dossier_search(dossier_search, rank) VALUES ('integrity-check', 1)"
    try:
        with desk.reading() as session:
            session.execute(text(question))
    except StorageError as error:
        return _Findings([f"Ô tìm kiếm có thể bỏ sót hồ sơ. {error}"])
    return _Findings()


def _references(session: Session) -> _Findings:
    rows = session.execute(text("PRAGMA foreign_key_check")).all()
    if not rows:
        return _Findings()
    named = sorted({f"{row[0]} → {row[2]}" for row in rows})
    return _Findings([f"{len(rows)} dòng trỏ đến dòng không có ({_some(named)})."])


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


def _derived(session: Session, current: Rules) -> _Findings:
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
    found = _Findings()
    for name, dossiers in wrong.items():
        found.problems.append(f"«{name}» không khớp với dữ kiện: hồ sơ {_some(dossiers)}.")
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


def _identities(desk: Desk, session: Session) -> _Findings:
    """R14 in every month of the data."""
    found = _Findings()
    asked = source(desk)
    for period in _months(session, desk.now()):
        broken = statistics(desk, period).total.broken_identities()
        if broken:
            faulty = _some(asked.at_fault(period))
            found.problems.append(f"{period.label}: {'; '.join(broken)}. Hồ sơ: {faulty or '—'}.")
    return found


def _months(session: Session, now: datetime) -> Iterator[Period]:
    columns = (DossierRecord.received_at, DossierRecord.finished_at)
    bounds = session.execute(select(*(bound(c) for c in columns for bound in (func.min, func.max))))
    known = [moment for moment in bounds.one() if moment is not None]
    if not known:
        return
    period = month(min(known).year, min(known).month)
    while period.start <= min(max(known), now):
        yield period
        following = period.last.year * 12 + period.last.month
        period = month(following // 12, following % 12 + 1)


def _log(replayed: Audit) -> _Findings:
    found = _Findings()
    if replayed.unreadable:
        numbers = _some(map(str, replayed.unreadable))
        found.problems.append(f"Không đọc được các mục nhật ký số {numbers}.")
    for table, ids in replayed.unexplained.items():
        found.problems.append(
            f"Bảng {table}: {len(ids)} dòng có giá trị mà nhật ký không giải thích được, tức đã bị "
            f"sửa ngoài chương trình (dòng số {_some(map(str, ids))})."
        )
    return found


def _book(session: Session, given_up: set[tuple[int, int]]) -> _Findings:
    """Numbers of each year run from 1 to the last one given; a gap needs its reason in the log."""
    found = _Findings()
    lasts = {record.year: record.last_number for record in session.scalars(select(BookRecord))}
    statement = select(DossierRecord.book_year, DossierRecord.book_number).order_by(
        DossierRecord.book_year, DossierRecord.book_number
    )
    given: dict[int, set[int]] = {
        year: {row[1] for row in rows}
        for year, rows in groupby(session.execute(statement).yield_per(_BLOCK), lambda row: row[0])
    }
    for year in sorted(lasts.keys() | given.keys()):
        _year(year, lasts.get(year, 0), given.get(year, set()), given_up, found)
    return found


def _year(
    year: int,
    last: int,
    numbers: set[int],
    given_up: set[tuple[int, int]],
    found: _Findings,
) -> None:
    if numbers and max(numbers) > last:
        found.problems.append(
            f"Sổ năm {year}: đã dùng đến số {max(numbers)} nhưng bộ cấp số mới ghi đến {last}."
        )
    gaps = set(range(1, last + 1)) - numbers
    explained = {number for number in gaps if (year, number) in given_up}
    if explained:
        found.notes.append(
            f"Sổ năm {year}: {len(explained)} số bỏ trống vì việc tiếp nhận đã được hoàn tác "
            f"({_some(map(str, sorted(explained)))})."
        )
    if gaps - explained:
        found.problems.append(
            f"Sổ năm {year}: {len(gaps - explained)} số bị bỏ trống không rõ lý do "
            f"({_some(map(str, sorted(gaps - explained)))})."
        )
