"""Dossiers out of the program, field by field, as a worksheet or CSV that it can read again."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from operator import attrgetter
from pathlib import Path

from sqlalchemy import select

from db.models import DossierRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import DayOnly, Dossier
from dxdesk.domain.period import Period
from dxdesk.domain.query import Order, Query
from dxdesk.domain.rights import Right
from dxdesk.reports.register_rows import Cell, Moment
from dxdesk.reports.table_files import Delimiter, TableColumn, TableFile, write_table
from dxdesk.reports.wording import committee_name
from dxdesk.services import listing, settings
from dxdesk.services.list_export import ExportCancelledError
from dxdesk.services.records import AllNames, dossier_of

Progress = Callable[[int, int], None]
_BLOCK = 500
_Value = Callable[[Dossier], Cell]
_LATENESS = {"early": "Trước hạn", "on_time": "Đúng hạn", "late": "Quá hạn"}


def _text(name: str) -> _Value:
    value = attrgetter(name)
    return lambda dossier: value(dossier) or None


def _label(name: str) -> _Value:
    value = attrgetter(name)
    return lambda dossier: None if (found := value(dossier)) is None else str(found.label)


def _moment(name: str, flag: DayOnly = DayOnly.NONE) -> _Value:
    value = attrgetter(name)

    def cell(dossier: Dossier) -> Cell:
        at: datetime | None = value(dossier)
        return None if at is None else Moment(at, bool(flag & dossier.day_only))

    return cell


def _outcome(dossier: Dossier) -> Cell:
    if dossier.outcome is not None:
        return _LATENESS[dossier.outcome]
    return "Đang giải quyết, quá hạn" if dossier.overdue else None


FIELDS: tuple[tuple[TableColumn, _Value], ...] = (
    (TableColumn("Mã hồ sơ", 24), _text("code")),
    (TableColumn("Số sổ", 14), _text("book")),
    (TableColumn("Mã TTHC", 12), _text("procedure_code")),
    (TableColumn("Tên thủ tục hành chính", 40), _text("procedure")),
    (TableColumn("Lĩnh vực", 20), _text("field")),
    (TableColumn("Nội dung hồ sơ", 30), _text("content")),
    (TableColumn("Chủ hồ sơ", 24), _text("owner.name")),
    (TableColumn("Số CCCD", 16, personal=True), _text("owner.id_no")),
    (TableColumn("Số điện thoại", 14, personal=True), _text("owner.phone")),
    (TableColumn("Địa chỉ", 30), _text("owner.address")),
    (TableColumn("Người nộp", 24), _text("applicant.name")),
    (TableColumn("Số CCCD người nộp", 16, personal=True), _text("applicant.id_no")),
    (TableColumn("Số điện thoại người nộp", 14, personal=True), _text("applicant.phone")),
    (TableColumn("Địa chỉ người nộp", 30), _text("applicant.address")),
    (TableColumn("Hình thức tiếp nhận", 18), _label("channel")),
    (TableColumn("Ngày nộp hồ sơ", 17), _moment("submitted_at", DayOnly.SUBMITTED)),
    (TableColumn("Ngày tiếp nhận", 17), _moment("received_at", DayOnly.RECEIVED)),
    (TableColumn("Ngày hẹn trả", 17), _moment("due_at", DayOnly.DUE)),
    (TableColumn("Hẹn lại", 17), _moment("promised_at")),
    (TableColumn("Ngày có kết quả", 17), _moment("finished_at", DayOnly.FINISHED)),
    (TableColumn("Ngày trả kết quả", 17), _moment("returned_at", DayOnly.RETURNED)),
    (TableColumn("Trạng thái", 18), _label("state")),
    (TableColumn("Kết quả so với hạn", 18), _outcome),
    (TableColumn("Lý do", 24), _text("reason")),
    (TableColumn("Nguyên nhân quá hạn", 24), _text("late_reason")),
    (TableColumn("Người tiếp nhận", 20), _text("received_by")),
    (TableColumn("Người xử lý", 20), _text("officer")),
    (TableColumn("Đơn vị xử lý", 20), _text("unit")),
    (TableColumn("Tổ dân phố", 16), _text("hamlet")),
    (TableColumn("Số bộ", 8, summed=True), attrgetter("copies")),
    (TableColumn("Phí, lệ phí", 14, summed=True), attrgetter("fee")),
    (TableColumn("Ghi chú", 30), _text("note")),
)


def export_dossiers(
    desk: Desk,
    query: Query,
    path: Path,
    *,
    personal: bool = False,
    delimiter: Delimiter = Delimiter.SEMICOLON,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write the dossiers of *query* in its order as .xlsx or .csv; how many there were.

    Id numbers and phones are in it only when *personal*.
    """
    desk.require(Right.EXPORT, "xuất danh sách hồ sơ")
    ids = listing.ids(desk, query, cancelled=cancelled)
    if cancelled is not None and cancelled():
        raise ExportCancelledError  # and the ids are not all of them
    office, now = settings.office(desk), desk.now()
    who = "có" if personal else "không có"
    table = TableFile(
        title="Danh sách hồ sơ",
        told=(f"Xuất lúc {now:%d/%m/%Y %H:%M}, {who} số căn cước và số điện thoại",),
        author=committee_name(office),
        now=now,
        columns=[column for column, _ in FIELDS],
        rows=lambda: _rows(desk, ids, now, progress, cancelled),
    )
    what = f"{len(ids)} hồ sơ ra tệp {path.suffix}, {who} số căn cước và điện thoại"
    desk.note(f"Xuất {what}")  # before the file is there: nothing leaves unlogged
    write_table(table, path, personal=personal, delimiter=delimiter)
    return len(ids)


def of_period(period: Period | None) -> Query:
    """The dossiers that came in during *period*, oldest first; None: all."""
    if period is None:
        return Query(order=Order.BOOK, descending=False)
    return Query(first=period.first, last=period.last, order=Order.BOOK, descending=False)


def _rows(
    desk: Desk,
    ids: Sequence[int],
    now: datetime,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> Iterator[tuple[Cell, ...]]:
    values = [value for _, value in FIELDS]
    with desk.reading() as session:
        current, names = settings.rules(desk, session), AllNames(session)
        for start in range(0, len(ids), _BLOCK):
            if cancelled is not None and cancelled():
                raise ExportCancelledError
            block = list(ids[start : start + _BLOCK])
            found = session.scalars(select(DossierRecord).where(DossierRecord.id.in_(block)))
            by_id = {record.id: record for record in found}
            for record in (by_id[one] for one in block if one in by_id):
                dossier = dossier_of(record, names.of(record), current, now)
                yield tuple(value(dossier) for value in values)
            session.expunge_all()
            if progress is not None:
                progress(min(start + _BLOCK, len(ids)), len(ids))
