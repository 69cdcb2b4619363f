"""A report of one table as a workbook: sums and rates are formulas, the lists are hidden."""

from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from dxdesk.domain.figures import Rate
from dxdesk.domain.office import Office
from dxdesk.reports.behind import add_members_sheet
from dxdesk.reports.sheets import (
    BOLD,
    CENTRED,
    ITALIC,
    NUMBER,
    RATE,
    TEXT,
    TITLE,
    Book,
    new_book,
    put,
    put_head,
    put_rate,
    put_sum,
)
from dxdesk.reports.table_columns import TableColumn, TableReport, few_notes
from dxdesk.reports.wording import NO_NUMBER, committee_name, period_span, unit_name

_HEAD_ROW = 4


def write_sheet(path: Path, report: TableReport, office: Office) -> None:
    title, author = f"{report.title} {report.period.label}", committee_name(office)
    with new_book(path, title=title, author=author, now=report.period.end) as book:
        _fill(book, report, office)
        add_members_sheet(book, report.members, _counting(report))


def _counting(report: TableReport) -> tuple[tuple[str, str], ...]:
    """Names and labels of the numbers that open a list."""
    return tuple((c.counts, " – ".join(c.head)) for c in report.columns if c.counts)


def _fill(book: Book, report: TableReport, office: Office) -> None:
    sheet = book.sheet("Báo cáo", landscape=True)
    heads: list[tuple[str, ...]] = [("STT",), (report.subject,)]
    for column in report.columns:
        heads += _heads(column, report)
    last = len(heads) - 1
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 1, 52)
    sheet.set_column(2, last, 13)
    sheet.merge_range(0, 0, 0, 1, f"Đơn vị báo cáo: {unit_name(office)}", book.look(BOLD))
    sheet.merge_range(1, 0, 1, last, report.title.upper(), book.look(TITLE))
    span = f"Kỳ báo cáo: {period_span(report.period)}"
    sheet.merge_range(2, 0, 2, last, span, book.look(ITALIC, {"align": "center"}))
    first = put_head(book, sheet, _HEAD_ROW, heads)
    row = first
    for number, each in enumerate(report.rows, 1):
        put(sheet, row, 0, number, book.look(CENTRED))
        put(sheet, row, 1, each.name, book.look(TEXT))
        _values(book, sheet, row, report, each.figures, first=None)
        row += 1
    put(sheet, row, 1, "Tổng cộng", book.look(TEXT, BOLD))
    _values(book, sheet, row, report, report.total, first=first if row > first else None)
    sheet.freeze_panes(first, 2)
    sheet.repeat_rows(_HEAD_ROW, first - 1)
    look = book.look({"text_wrap": True, "valign": "top", "font_size": 11})
    texts = (*report.notes, *few_notes(report))
    for offset, text in enumerate(texts, 2):
        sheet.merge_range(row + offset, 0, row + offset, last, text, look)
        sheet.set_row(row + offset, 17 * (1 + len(text) // 150))
    sheet.print_area(0, 0, row + 1 + len(texts), last)


def _is_rate(column: TableColumn, report: TableReport) -> bool:
    return not isinstance(column.of(report.total), int)


def _heads(column: TableColumn, report: TableReport) -> list[tuple[str, ...]]:
    """A rate takes three columns: its two numbers and its value (R18)."""
    if not _is_rate(column, report):
        return [column.head]
    return [(*column.head, part) for part in ("tử số", "mẫu số", "kết quả")]


def _values(
    book: Book, sheet: Any, row: int, report: TableReport, figures: Any, *, first: int | None
) -> None:
    """One row; with *first* the row of totals, whose sums are formulas from there on."""
    place = 2
    strong = {} if first is None else BOLD
    for column in report.columns:
        value = column.of(figures)
        if not _is_rate(column, report):
            look = book.look(NUMBER, strong)
            if first is None or not isinstance(value, int):
                put(sheet, row, place, value if isinstance(value, int) else None, look)
            else:
                top, bottom = (xl_rowcol_to_cell(r, place) for r in (first, row - 1))
                put_sum(sheet, row, place, f"{top}:{bottom}", value, look)
            place += 1
            continue
        _rate(book, sheet, (row, place), value if isinstance(value, Rate) else None)
        place += 3


def _rate(book: Book, sheet: Any, at: tuple[int, int], rate: Rate | None) -> None:
    row, place = at
    if rate is None:
        for offset in range(2):
            put(sheet, row, place + offset, None, book.look(NUMBER))
        put(sheet, row, place + 2, NO_NUMBER, book.look(CENTRED))
        return
    put(sheet, row, place, rate.numerator, book.look(NUMBER))
    put(sheet, row, place + 1, rate.denominator, book.look(NUMBER))
    put_rate(sheet, row, place + 2, rate, book.look(RATE))
