"""Biểu II.06a as a worksheet: sums are formulas, rates show their two numbers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from dxdesk.domain.closing import Member
from dxdesk.domain.figures import COUNT_LABELS, Figures, Rate, Statistics
from dxdesk.domain.office import Office
from dxdesk.reports.behind import add_members_sheet
from dxdesk.reports.forms import Form, groups_in
from dxdesk.reports.sheets import (
    BOLD,
    CENTRED,
    HEAD,
    ITALIC,
    NUMBER,
    PLAIN,
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
from dxdesk.reports.wording import committee_name, notes, period_span, superior_name, unit_name

_HEAD_ROW = 5
_NAME_WIDTH = 44
_COUNT_WIDTH = 12


def write_sheet(
    path: Path,
    layout: Form,
    statistics: Statistics,
    office: Office,
    members: Sequence[Member],
) -> None:
    title, author = f"Biểu II.06a {statistics.period.label}", committee_name(office)
    with new_book(path, title=title, author=author, now=statistics.taken_at) as book:
        add_form_sheet(book, layout, statistics, office)
        add_members_sheet(book, members, tuple(COUNT_LABELS.items()))


def add_form_sheet(book: Book, layout: Form, statistics: Statistics, office: Office) -> None:
    """A sheet with the form, the rates, the notes and the place for signatures."""
    sheet = book.sheet("Biểu II.06a", landscape=True)
    last = len(layout.columns) - 1
    sheet.set_column(0, 0, 7)
    sheet.set_column(1, 1, _NAME_WIDTH)
    sheet.set_column(2, last, _COUNT_WIDTH)
    _titles(book, sheet, layout, statistics, office)
    row = put_head(book, sheet, _HEAD_ROW, [column.head for column in layout.columns])
    for index, column in enumerate(layout.columns):
        put(sheet, row, index, f"({column.number})", book.look(CENTRED, ITALIC))
    first = row + 1
    sheet.freeze_panes(first, 2)
    sheet.repeat_rows(_HEAD_ROW, row)
    row = _body(book, sheet, layout, statistics, first)
    row = put_rates(book, sheet, row + 2, statistics.total)
    row = put_notes(book, sheet, row + 1, notes(statistics, verified=layout.verified), last)
    row = _signatures(book, sheet, row + 1, office, last)
    sheet.print_area(0, 0, row, last)


def _titles(book: Book, sheet: Any, layout: Form, statistics: Statistics, office: Office) -> None:
    last = len(layout.columns) - 1
    wrap = book.look({"text_wrap": True})
    sheet.merge_range(0, 0, 0, 4, layout.number, book.look(BOLD))
    sheet.merge_range(1, 0, 1, 4, layout.issued_under, book.look(PLAIN))
    sheet.merge_range(0, 7, 0, last, f"Đơn vị báo cáo: {unit_name(office)}", wrap)
    sheet.merge_range(1, 7, 1, last, f"Đơn vị nhận báo cáo: {superior_name(office)}", wrap)
    sheet.merge_range(2, 0, 2, last, layout.title, book.look(TITLE))
    period = f"Kỳ báo cáo: {period_span(statistics.period)}"
    sheet.merge_range(3, 0, 3, last, period, book.look(ITALIC, {"align": "center"}))
    sheet.set_row(2, 26)
    right = book.look(ITALIC, {"align": "right"})
    sheet.merge_range(4, 0, 4, last, layout.unit_of_count, right)


def _body(book: Book, sheet: Any, layout: Form, statistics: Statistics, first: int) -> int:
    """Rows of the groups and the total; the row of the total."""
    row = first
    for number, group in enumerate(groups_in(layout, statistics), 1):
        put(sheet, row, 0, number, book.look(CENTRED))
        put(sheet, row, 1, group.name, book.look(TEXT))
        _counts(book, sheet, layout, row, group.figures)
        row += 1
    put(sheet, row, 0, None, book.look(CENTRED))
    put(sheet, row, 1, layout.total, book.look(TEXT, BOLD))
    look = book.look(NUMBER, BOLD)
    for index, column in enumerate(layout.columns):
        if column.counts and row > first:
            top, bottom = (xl_rowcol_to_cell(r, index) for r in (first, row - 1))
            put_sum(sheet, row, index, f"{top}:{bottom}", column.of(statistics.total), look)
        elif column.counts:
            put(sheet, row, index, column.of(statistics.total), look)
    return row


def _counts(book: Book, sheet: Any, layout: Form, row: int, figures: Figures) -> None:
    place = {column.number: index for index, column in enumerate(layout.columns)}
    for index, column in enumerate(layout.columns):
        if column.sum_of:
            parts = ",".join(xl_rowcol_to_cell(row, place[number]) for number in column.sum_of)
            put_sum(sheet, row, index, parts, column.of(figures), book.look(NUMBER, BOLD))
        elif column.counts:
            put(sheet, row, index, column.of(figures), book.look(NUMBER))


def put_rates(book: Book, sheet: Any, row: int, total: Figures) -> int:
    """The rates of R16, each beside its numerator and denominator; the row after them."""
    for column, text in enumerate(("Tỷ lệ", "Tử số", "Mẫu số", "Kết quả"), 1):
        put(sheet, row, column, text, book.look(HEAD))
    for offset, (label, rate) in enumerate(named_rates(total), 1):
        put(sheet, row + offset, 1, label, book.look(TEXT))
        put(sheet, row + offset, 2, rate.numerator, book.look(NUMBER))
        put(sheet, row + offset, 3, rate.denominator, book.look(NUMBER))
        put_rate(sheet, row + offset, 4, rate, book.look(RATE))
    return row + 1 + len(named_rates(total))


def named_rates(total: Figures) -> tuple[tuple[str, Rate], ...]:
    rates = total.rates
    return (
        ("Giải quyết đúng và trước hạn", rates.on_time),
        ("Trong đó trước hạn", rates.early),
        ("Giải quyết quá hạn", rates.late),
        ("Tiếp nhận trực tuyến trong kỳ", rates.online),
        ("Quá hạn trong số đang giải quyết", rates.overdue),
    )


def put_notes(book: Book, sheet: Any, row: int, lines: tuple[str, ...], last: int) -> int:
    """Footnotes over the whole width; the row after them."""
    look = book.look({"text_wrap": True, "valign": "top", "font_size": 11})
    put(sheet, row, 0, "Ghi chú:", book.look(BOLD))
    for number, text in enumerate(lines, 1):
        sheet.merge_range(row + number, 0, row + number, last, f"({number}) {text}", look)
        sheet.set_row(row + number, 32 if len(text) > 150 else 17)  # noqa: PLR2004 - one line holds it
    return row + len(lines) + 1


def _signatures(book: Book, sheet: Any, row: int, office: Office, last: int) -> int:
    look = book.look(BOLD, {"align": "center"})
    sheet.merge_range(row, 1, row, 3, "NGƯỜI LẬP BIỂU", look)
    for line in office.signer_authority:
        sheet.merge_range(row, 8, row, last, line, look)
        row += 1
    row += 4
    sheet.merge_range(row, 8, row, last, office.signer_name, look)
    for line in office.footer:
        row += 1
        sheet.merge_range(row, 0, row, last, line, book.look(ITALIC))
    return row
