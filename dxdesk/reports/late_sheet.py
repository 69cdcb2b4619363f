"""The late dossiers as a workbook: reasons, the list, and the dossiers behind the numbers."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from dxdesk.domain.closing import Member
from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.figures import Statistics
from dxdesk.reports.behind import add_members_sheet
from dxdesk.reports.late_rows import HEADS, TITLE_TEXT, causes, days_late, late_moments, why
from dxdesk.reports.sheets import (
    BOLD as STRONG,
)
from dxdesk.reports.sheets import CENTRED, HEAD, NUMBER, TEXT, TITLE, Book, new_book, put, put_sum
from dxdesk.reports.source import ReportSource
from dxdesk.reports.wording import capitalised, committee_name

_WIDTHS = (6, 26, 28, 48, 18, 18, 11, 24, 34)


def write_sheet(
    source: ReportSource,
    found: Statistics,
    lines: Sequence[DossierLine],
    members: Sequence[Member],
    path: Path,
) -> None:
    title = f"{TITLE_TEXT} {found.period.label}"
    author = committee_name(source.office)
    with new_book(path, title=title, author=author, now=found.taken_at) as book:
        _reason_sheet(book, title, lines)
        _list_sheet(book, title, lines, found.as_of)
        add_members_sheet(book, members, (("late", "Quá hạn"), ("overdue", "Đang, quá hạn")))


def _reason_sheet(book: Book, title: str, lines: Sequence[DossierLine]) -> None:
    sheet = book.sheet("Nguyên nhân", landscape=False)
    sheet.set_column(0, 1, 44)
    sheet.set_column(2, 2, 14)
    sheet.merge_range(0, 0, 0, 2, title.upper(), book.look(TITLE))
    sheet.set_row(0, 40)
    for column, text in enumerate(("Nguyên nhân", "Lý do đã ghi", "Số hồ sơ")):
        put(sheet, 2, column, text, book.look(HEAD))
    row = 3
    for cause in causes(lines):
        silent = cause.number - sum(number for _, number in cause.reasons)
        for reason, number in (*cause.reasons, *([("", silent)] if silent else [])):
            put(sheet, row, 0, capitalised(cause.label), book.look(TEXT))
            put(sheet, row, 1, reason, book.look(TEXT))
            put(sheet, row, 2, number, book.look(NUMBER))
            row += 1
    put(sheet, row, 0, "Tổng cộng", book.look(TEXT, STRONG))
    put(sheet, row, 1, "", book.look(TEXT))
    if row > 3:  # noqa: PLR2004 - the first row
        put_sum(sheet, row, 2, f"C4:C{row}", len(lines), book.look(NUMBER, STRONG))
    else:
        put(sheet, row, 2, 0, book.look(NUMBER, STRONG))


def _list_sheet(book: Book, title: str, lines: Sequence[DossierLine], as_of: datetime) -> None:
    sheet = book.sheet("Danh sách", landscape=True)
    sheet.merge_range(0, 0, 0, len(HEADS) - 1, title.upper(), book.look(TITLE))
    for column, ((text, _), width) in enumerate(zip(HEADS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        put(sheet, 2, column, text, book.look(HEAD))
    for row, line in enumerate(lines, 3):
        due, finished = late_moments(line)
        texts = (line.code or line.book, line.owner, line.procedure, due, finished)
        put(sheet, row, 0, row - 2, book.look(CENTRED))
        for column, text in enumerate(texts, 1):
            put(sheet, row, column, text, book.look(TEXT))
        put(sheet, row, 6, days_late(line, as_of), book.look(CENTRED))
        put(sheet, row, 7, line.officer, book.look(TEXT))
        put(sheet, row, 8, why(line), book.look(TEXT))
    if not lines:
        put(sheet, 3, 1, "Trong kỳ không phát sinh hồ sơ quá hạn.", book.look())
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)
