"""Writing a list as a file: all that it is narrowed to, read block by block."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.query import Query
from dxdesk.domain.rights import Right
from dxdesk.errors import DeskError, InputError
from dxdesk.reports.register_rows import Cell
from dxdesk.reports.table_files import TableColumn, TableFile, write_table
from dxdesk.reports.wording import committee_name, dossiers, moment_text
from dxdesk.services import listing, settings

MOST = {".pdf": 20_000, ".xlsx": 1_000_000, ".csv": 10_000_000}
"""Rows that a file can take, or that anybody could read on paper."""
_BLOCK = 1000
TITLE = "Danh sách hồ sơ"
_PRIVATE = {
    True: "Có số giấy tờ và điện thoại: giữ gìn theo quy định về bảo vệ dữ liệu cá nhân.",
    False: "Không có số giấy tờ và điện thoại.",
}
Value = Callable[[DossierLine, datetime], Cell]
Progress = Callable[[int, int], None]


class ExportCancelledError(DeskError):
    def __init__(self) -> None:
        super().__init__("Đã dừng xuất dữ liệu; chưa có tệp nào được ghi.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which dossiers, which columns, and how that reads above the rows."""

    query: Query
    columns: tuple[tuple[TableColumn, Value], ...]
    asked: tuple[str, ...]
    private: bool = False
    """Whether id numbers and phones are written."""
    chosen: tuple[int, ...] | None = None
    """Only these, in this order; None: all of *query*."""


def export(
    desk: Desk,
    wanted: Wanted,
    path: Path,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Progress = lambda _done, _total: None,
) -> int:
    """Write the list to *path*; the number of dossiers in it."""
    desk.require(Right.EXPORT, "xuất danh sách hồ sơ")
    now = desk.now()
    ids: Sequence[int] = wanted.chosen or ()
    if wanted.chosen is None:
        ids = listing.ids(desk, wanted.query, cancelled=cancelled)
    if cancelled():
        raise ExportCancelledError
    _check_number(len(ids), path.suffix.lower())

    def rows() -> Iterator[tuple[Cell, ...]]:
        for start in range(0, len(ids), _BLOCK):
            if cancelled():
                raise ExportCancelledError
            for line in _read(desk, ids[start : start + _BLOCK]):
                yield tuple(value(line, now) for _column, value in wanted.columns)
            progress(min(start + _BLOCK, len(ids)), len(ids))

    told = (*wanted.asked, *_counted(len(ids), now, private=wanted.private))
    table = _table(desk, told, [column for column, _value in wanted.columns], rows, now=now)
    write_table(table, path, personal=wanted.private)
    desk.note(f"Xuất danh sách {len(ids)} hồ sơ ra tệp. {_PRIVATE[wanted.private]}")
    return len(ids)


def _table(
    desk: Desk,
    told: Sequence[str],
    columns: Sequence[TableColumn],
    rows: Callable[[], Iterator[tuple[Cell, ...]]],
    *,
    now: datetime,
) -> TableFile:
    author = committee_name(settings.office(desk))
    return TableFile(
        title=TITLE,
        told=(author, *told),
        author=author,
        now=now,
        columns=columns,
        rows=rows,
        frozen=0,
        told_in_csv=True,
    )


def _counted(number: int, now: datetime, *, private: bool) -> tuple[str, str]:
    return f"Số hồ sơ: {dossiers(number)}. Số liệu lấy lúc {moment_text(now)}.", _PRIVATE[private]


def _check_number(number: int, ending: str) -> None:
    most = MOST.get(ending, number)
    if number > most:
        raise InputError(
            f"Danh sách có {dossiers(number)}; tệp {ending} ghi được nhiều nhất {dossiers(most)}. "
            "Hãy lọc hẹp lại hoặc chọn loại tệp khác."
        )


def _read(desk: Desk, ids: Sequence[int]) -> list[DossierLine]:
    lines = listing.lines(desk, array("q", ids))
    if len(lines) != len(ids):
        raise DeskError(
            "Chưa ghi tệp: dữ liệu vừa thay đổi trong lúc xuất danh sách; hãy xuất lại."
        )
    return lines
