"""The register as a worksheet and as CSV for Excel (UTF-8 with BOM, `;`)."""

from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from dxdesk.reports.register_rows import EXTRA, Register
from dxdesk.reports.sheets import (
    BOLD,
    CENTRED,
    HEAD,
    ITALIC,
    NUMBER,
    PLAIN,
    TEXT,
    TITLE,
    Book,
    new_book,
    put,
    put_sum,
)
from dxdesk.reports.table_files import Delimiter, put_rows, write_csv_rows

_HEAD_ROW = 3
_MM_PER_CHARACTER = 1.35
_EXTRA_WIDTH = 20


def titles(register: Register) -> list[str]:
    """One title per column, its levels joined."""
    return [*(": ".join(c.head) for c in register.layout.columns), *(title for title, _ in EXTRA)]


def write_sheet(register: Register, path: Path) -> None:
    now = register.source.now
    with new_book(
        path, title=register.title, author=register.author, now=now, streaming=True
    ) as book:
        sheet = book.sheet("Sổ theo dõi hồ sơ", landscape=True)
        heads = titles(register)
        _top(book, sheet, register, heads)
        last, sums = put_rows(book, sheet, register.rows(), head=_HEAD_ROW, columns=len(heads))
        _total(book, sheet, register, last, sums[register.place("copies")])
        sheet.autofilter(_HEAD_ROW, 0, max(last, _HEAD_ROW + 1), len(heads) - 1)
        sheet.print_area(0, 0, last + 1, len(heads) - 1)


def _top(book: Book, sheet: Any, register: Register, heads: list[str]) -> None:
    layout = register.layout
    widths = [column.width / _MM_PER_CHARACTER for column in layout.columns]
    for column, width in enumerate([*widths, *[_EXTRA_WIDTH] * len(EXTRA)]):
        sheet.set_column(column, column, width)
    put(sheet, 0, 0, f"{layout.number}. {layout.issued_under}", book.look(ITALIC))
    title = f"{layout.title} {register.period.range_label}".upper()
    put(sheet, 1, 0, title, book.look(TITLE, {"align": "left", "text_wrap": False}))
    put(sheet, 2, 0, register.author, book.look(PLAIN))
    sheet.set_row(_HEAD_ROW, 48)
    for column, text in enumerate(heads):
        put(sheet, _HEAD_ROW, column, text, book.look(HEAD))
    sheet.freeze_panes(_HEAD_ROW + 1, 2)
    sheet.repeat_rows(_HEAD_ROW)


def _total(book: Book, sheet: Any, register: Register, last: int, copies: int) -> None:
    bold = book.look(NUMBER, BOLD)
    if last == _HEAD_ROW:
        put(sheet, last + 1, 0, _nothing(register), book.look(ITALIC))
        return
    code, place = register.place("code"), register.place("copies")
    first = _HEAD_ROW + 1
    count = f"{xl_rowcol_to_cell(first, 0)}:{xl_rowcol_to_cell(last, 0)}"
    number = last - _HEAD_ROW
    put(sheet, last + 1, 0, None, book.look(CENTRED))
    put(sheet, last + 1, code, "Tổng cộng", book.look(TEXT, BOLD))
    dossiers = book.look(NUMBER, BOLD, {"num_format": '0" hồ sơ"', "align": "left"})
    sheet.write_formula(last + 1, code + 1, f"=COUNT({count})", dossiers, number)
    area = f"{xl_rowcol_to_cell(first, place)}:{xl_rowcol_to_cell(last, place)}"
    put_sum(sheet, last + 1, place, area, copies, bold)


def _nothing(register: Register) -> str:
    return f"Không có hồ sơ nào được tiếp nhận {register.period.range_label}."


def write_csv(
    register: Register, path: Path, *, delimiter: Delimiter = Delimiter.SEMICOLON
) -> None:
    write_csv_rows(path, titles(register), register.rows(), delimiter=delimiter)
