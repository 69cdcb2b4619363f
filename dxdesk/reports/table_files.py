"""Any list as a worksheet, CSV or paper: the one way in which lists leave the program.

Text stays text in every spreadsheet: in a sheet by its type, in CSV by an apostrophe before what
would begin a formula. Columns that tell who a person is are left out unless they are asked for.
"""

import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from dxdesk.domain.text import clean
from dxdesk.reports.files import replacing, suffix_of
from dxdesk.reports.register_rows import Cell, Moment
from dxdesk.reports.sheets import (
    BOLD,
    DATE,
    HEAD,
    ITALIC,
    MOMENT,
    NUMBER,
    PLAIN,
    TEXT,
    TITLE,
    Book,
    new_book,
    put,
    put_sum,
)

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Delimiter(StrEnum):
    SEMICOLON = "semicolon"
    COMMA = "comma"

    @property
    def sign(self) -> str:
        return {"semicolon": ";", "comma": ","}[self.value]


@dataclass(frozen=True, slots=True)
class TableColumn:
    title: str
    width: int = 16
    """Characters."""
    personal: bool = False
    """An id number or a phone: left out unless asked for."""
    summed: bool = False


@dataclass(frozen=True, slots=True)
class TableFile:
    """One list to write. *rows* is called once; a row has a cell for each of *columns*."""

    title: str
    told: Sequence[str]
    """What stands above the rows, a line each."""
    author: str
    now: datetime
    columns: Sequence[TableColumn]
    rows: Callable[[], Iterable[Sequence[Cell]]] = field(repr=False)
    frozen: int = 1
    """Columns that stay in sight."""
    told_in_csv: bool = False
    """Otherwise a CSV file begins with its headings, as other programs expect."""
    nothing: str = "Không có hồ sơ nào."

    @property
    def head_row(self) -> int:
        """Of the worksheet, counted from 0."""
        return 1 + len(self.told)


def csv_text(value: Cell) -> str:
    """Text for CSV; what a spreadsheet would take for a formula gets an apostrophe in front."""
    if isinstance(value, Moment):
        return value.text
    raw = "" if value is None else str(value)
    text = clean(raw)
    starts = raw.startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS)
    return f"'{text}" if starts and isinstance(value, str) else text


def write_csv_rows(
    path: Path,
    heads: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    delimiter: Delimiter,
    told: Sequence[str] = (),
) -> None:
    """UTF-8 with the mark by which Excel knows it; *told* stands above the headings."""
    with replacing(path) as file:
        text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
        writer = csv.writer(text, delimiter=delimiter.sign)
        writer.writerows([csv_text(line)] for line in told)
        writer.writerow([csv_text(head) for head in heads])
        writer.writerows([csv_text(value) for value in row] for row in rows)
        text.detach()


def write_table(
    table: TableFile,
    path: Path,
    *,
    personal: bool = False,
    delimiter: Delimiter = Delimiter.SEMICOLON,
) -> None:
    """Write *table* as .xlsx, .csv or .pdf, with id numbers and phones only when *personal*."""
    places = [at for at, one in enumerate(table.columns) if personal or not one.personal]
    columns = [table.columns[at] for at in places]
    rows = ([row[at] for at in places] for row in table.rows())
    ending = suffix_of(path, (".xlsx", ".csv", ".pdf"))
    if ending == ".csv":
        told = (table.title, *table.told) if table.told_in_csv else ()
        heads = [one.title for one in columns]
        write_csv_rows(path, heads, rows, delimiter=delimiter, told=told)
    elif ending == ".pdf":
        from dxdesk.reports.table_pages import write_pages  # reportlab, only where it is needed

        write_pages(
            table.title, table.told, [(one.title, one.width) for one in columns], rows, path
        )
    else:
        _write_sheet(table, columns, rows, path)


def _write_sheet(
    table: TableFile, columns: Sequence[TableColumn], rows: Iterable[Sequence[Cell]], path: Path
) -> None:
    with new_book(
        path, title=table.title, author=table.author, now=table.now, streaming=True
    ) as book:
        sheet = book.sheet("Danh sách", landscape=True)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
        heading = book.look(TITLE, {"align": "left", "text_wrap": False})
        put(sheet, 0, 0, table.title.upper(), heading)
        for at, line in enumerate(table.told, start=1):
            put(sheet, at, 0, line, book.look(ITALIC, {"text_wrap": False}))
        head = table.head_row
        sheet.set_row(head, 36)
        for at, column in enumerate(columns):
            put(sheet, head, at, column.title, book.look(HEAD))
        sheet.freeze_panes(head + 1, table.frozen)
        sheet.repeat_rows(head)
        last, sums = put_rows(book, sheet, rows, head=head, columns=len(columns))
        if last == head:
            put(sheet, last + 1, 0, table.nothing, book.look(PLAIN, {"text_wrap": False}))
        else:
            _put_total(book, sheet, columns, (head, last), sums)
        sheet.autofilter(head, 0, max(last, head + 1), len(columns) - 1)
        sheet.print_area(0, 0, last + 1, len(columns) - 1)


def put_rows(
    book: Book, sheet: Any, rows: Iterable[Sequence[Cell]], *, head: int, columns: int
) -> tuple[int, list[int]]:
    """The last row written and the sum of each column."""
    looks = {int: book.look(NUMBER), str: book.look(TEXT), type(None): book.look(TEXT)}
    day, moment = book.look(DATE), book.look(MOMENT)
    sums = [0] * columns
    line = head
    for line, row in enumerate(rows, head + 1):
        for at, value in enumerate(row):
            if isinstance(value, Moment):
                put(sheet, line, at, value.value, day if value.day_only else moment)
            else:
                put(sheet, line, at, value, looks[type(value)])
                sums[at] += value if isinstance(value, int) else 0
    return line, sums


def _put_total(
    book: Book,
    sheet: Any,
    columns: Sequence[TableColumn],
    lines: tuple[int, int],
    sums: Sequence[int],
) -> None:
    """Below the rows; *lines*: that of the headings and the last one."""
    head, last = lines
    row, first = last + 1, head + 1
    counted = f"{xl_rowcol_to_cell(first, 0)}:{xl_rowcol_to_cell(last, 0)}"
    look = book.look(NUMBER, BOLD, {"num_format": '"Tổng cộng: "#,##0', "align": "left"})
    sheet.write_formula(row, 0, f"=ROWS({counted})", look, last - head)
    for at, column in enumerate(columns):
        if column.summed:
            area = f"{xl_rowcol_to_cell(first, at)}:{xl_rowcol_to_cell(last, at)}"
            put_sum(sheet, row, at, area, sums[at], book.look(NUMBER, BOLD))
