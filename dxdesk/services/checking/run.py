"""Everything that is checked, in one pass each."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from db.audit import Audit, audit
from db.migrations import HEAD
from db.models import ActionRecord, DossierRecord
from db.seals import first_break, last_seal
from dxdesk.desk import Desk
from dxdesk.domain.period import Period, month
from dxdesk.errors import StorageError
from dxdesk.services.checking.book_numbers import book_numbers
from dxdesk.services.checking.derived_values import derived_values
from dxdesk.services.checking.findings import CheckReport, Findings, some
from dxdesk.services.reporting import source
from dxdesk.services.seal_words import words
from dxdesk.services.settings import rules
from dxdesk.services.statistics import statistics

Progress = Callable[[int, int], None]


_UNREADABLE = (
    "Tệp có chỗ hỏng nên không đọc hết được để kiểm tra mục này; đừng ghi thêm, hãy khôi phục từ "
    "bản sao lưu gần nhất."
)


def check(desk: Desk, *, progress: Progress | None = None) -> CheckReport:
    """Look at everything; nothing is changed. Problems are Vietnamese sentences."""
    with desk.reading() as session:
        current = rules(desk, session)
        replayed = audit(session, progress=_half(progress, 0))
        derived = partial(derived_values, session, current, progress=_half(progress, 1))
        looks: tuple[tuple[str, str, Callable[[], Findings]], ...] = (
            ("file", "Tệp cơ sở dữ liệu", lambda: _file(session)),
            ("encryption", "Mã hóa tệp dữ liệu", lambda: _encryption(desk)),
            ("search", "Chỉ mục tìm kiếm", lambda: _search(desk)),
            ("references", "Liên kết giữa các bảng", lambda: _references(session)),
            ("derived", "Trạng thái, kết quả, khóa tìm kiếm", derived),
            ("identities", "Đẳng thức số liệu từng tháng", lambda: _identities(desk, session)),
            ("log", "Nhật ký thao tác", lambda: _log(replayed)),
            ("chain", "Chuỗi niêm của nhật ký", lambda: _chain(session)),
            ("book", "Số thứ tự trong sổ", lambda: book_numbers(session, replayed.given_up)),
        )
        checks = tuple(_looked(look).check(key, title) for key, title, look in looks)
        return CheckReport(
            HEAD,
            _count(session, DossierRecord),
            _count(session, ActionRecord),
            checks,
            last_seal(session)[1].hex(),
        )


def _encryption(desk: Desk) -> Findings:
    """The ward's own choice: either is well, and either is told."""
    if desk.database.path is None:
        return Findings(notes=["Dữ liệu nằm trên máy chủ; mã hóa do máy chủ."])
    if desk.database.key is None:
        return Findings(notes=["Chưa mã hóa: ai có tệp dữ liệu là đọc được."])
    return Findings(notes=["Đã mã hóa (SQLCipher 4, AES-256): mở bằng mật khẩu dữ liệu."])


def _looked(look: Callable[[], Findings]) -> Findings:
    """What *look* finds; a value or a table that cannot be read at all is a fault of the file."""
    try:
        return look()
    except (ValueError, DBAPIError):
        return Findings([_UNREADABLE])


def _half(progress: Progress | None, number: int) -> Progress:
    """The log is the first half of the work, the derived values are the second."""

    def tell(done: int, total: int) -> None:
        if progress is not None:
            progress(number * total + done, 2 * total)

    return tell


def _count(session: Session, kind: type[DossierRecord | ActionRecord]) -> int:
    return session.scalar(select(func.count()).select_from(kind)) or 0


def _file(session: Session) -> Findings:
    lines = [row[0] for row in session.execute(text("PRAGMA integrity_check(20)"))]
    if lines == ["ok"]:
        return Findings()
    damaged = (
        "Tệp bị hỏng; đừng ghi thêm, hãy khôi phục từ bản sao lưu gần nhất bằng lệnh "
        f"“dxdesk restore”. SQLite báo: {'; '.join(lines)}"
    )
    return Findings([damaged])


def _search(desk: Desk) -> Findings:
    """Ask the index itself; the question has the form of a write but changes nothing."""
    question = "INSERT INTO dossier_search(dossier_search, rank) VALUES ('integrity-check', 1)"
    try:
        with desk.reading() as session:
            session.execute(text(question))
    except StorageError as error:
        return Findings([f"Ô tìm kiếm có thể bỏ sót hồ sơ. {error}"])
    return Findings()


def _references(session: Session) -> Findings:
    rows = session.execute(text("PRAGMA foreign_key_check")).all()
    if not rows:
        return Findings()
    named = sorted({f"{row[0]} → {row[2]}" for row in rows})
    return Findings([f"{len(rows)} dòng trỏ đến dòng không có ({some(named)})."])


def _identities(desk: Desk, session: Session) -> Findings:
    """R14 in every month of the data."""
    found = Findings()
    asked = source(desk)
    for period in _months(session, desk.now()):
        broken = statistics(desk, period).total.broken_identities()
        if broken:
            faulty = some(asked.at_fault(period))
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


def _chain(session: Session) -> Findings:
    broken = first_break(session)
    return Findings([] if broken is None else [words(broken)])


def _log(replayed: Audit) -> Findings:
    found = Findings()
    if replayed.unreadable:
        numbers = some(map(str, replayed.unreadable))
        found.problems.append(f"Không đọc được các mục nhật ký số {numbers}.")
    for table, ids in replayed.unexplained.items():
        found.problems.append(
            f"Bảng {table}: {len(ids)} dòng có giá trị mà nhật ký không giải thích được, tức đã bị "
            f"sửa ngoài chương trình (dòng số {some(map(str, ids))})."
        )
    return found
