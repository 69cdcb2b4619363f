"""Workbooks (.xlsx, .xls, .ods) through calamine, which runs no formulas and no macros."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from dxdesk.errors import InputError
from dxdesk.exchange.archive import check_archive
from dxdesk.exchange.cells import Cell
from dxdesk.exchange.grid import Grid, Merge

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PASSING = (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError)


def open_workbook(path: Path, *, zipped: bool) -> Iterator[Grid]:
    """Sheets of the workbook *path*. InputError when it is locked, damaged or dangerous."""
    suffix = ".xls"
    if zipped:
        suffix = check_archive(path)
    elif _ENCRYPTED in path.read_bytes():
        raise InputError(_locked(path))
    try:
        book = _open(path, suffix)
    except PasswordError as error:
        raise InputError(_locked(path)) from error
    except BaseException as error:
        raise _damaged(path, error) from error
    return _grids(book, path)


def _open(path: Path, suffix: str) -> CalamineWorkbook:
    """Open by path when its name tells the truth: otherwise the whole file stays in memory."""
    if path.suffix.lower() == suffix:
        return CalamineWorkbook.from_path(path)
    return CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))


def _grids(book: CalamineWorkbook, path: Path) -> Iterator[Grid]:
    for place, about in enumerate(book.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = book.get_sheet_by_index(place)
            merges = _merges(sheet)
        except BaseException as error:
            raise _damaged(path, error) from error
        yield Grid(
            name=about.name,
            rows=_rows(sheet, path),
            height=sheet.total_height,
            merges=merges,
            hidden=about.visible is not SheetVisibleEnum.Visible,
        )


def _rows(sheet: CalamineSheet, path: Path) -> Iterator[Sequence[Cell]]:
    rows = sheet.iter_rows()
    while True:
        try:
            row = next(rows, None)
        except BaseException as error:
            raise _damaged(path, error) from error
        if row is None:
            return
        yield row


def _merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    """Merged areas, in the columns of the rows that calamine gives: from the first one in use."""
    if sheet.start is None:
        return ()
    left = sheet.start[1]
    return tuple(
        (top, max(0, first - left), bottom, last - left)
        for (top, first), (bottom, last) in sheet.merged_cell_ranges or ()
        if last >= left
    )


def _damaged(path: Path, error: BaseException) -> BaseException:
    """What to raise instead of *error*: calamine's own errors and panics are all InputErrors.

    A panic of the reading library is no `Exception`; it must not end the program.
    """
    if isinstance(error, _PASSING):
        return error
    return InputError(
        f"Không đọc được tệp “{path.name}”: tệp bị hỏng, bị cắt giữa chừng hoặc không phải "
        "bảng tính. Hãy xuất lại tệp từ hệ thống, hoặc mở bằng Excel và lưu lại dạng .xlsx, rồi "
        "nhập lại."
    )


def _locked(path: Path) -> str:
    return (
        f"Tệp “{path.name}” được đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại "
        "rồi nhập lại."
    )
