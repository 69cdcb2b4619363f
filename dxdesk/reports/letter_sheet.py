"""A letter's tables as a worksheet: one below the other, with what is said above them."""

from datetime import datetime
from pathlib import Path
from typing import Any

from dxdesk.domain.office import Office
from dxdesk.reports.letter import Letter, LetterTable
from dxdesk.reports.sheets import BOLD, CENTRED, HEAD, PLAIN, TEXT, TITLE, Book, new_book, put
from dxdesk.reports.wording import committee_name

_PER_MM = 1.8
"""Millimetres for one character of a column."""


def write_letter_sheet(made: Letter, office: Office, now: datetime, path: Path) -> None:
    author = committee_name(office)
    with new_book(path, title=made.subject, author=author, now=now) as book:
        sheet = book.sheet("Danh sách", landscape=True)
        most = max(len(table.heads) for _title, table in made.parts)
        sheet.merge_range(0, 0, 0, most - 1, made.subject.upper(), book.look(TITLE))
        at = 2
        for line in made.opening:
            put(sheet, at, 0, line, book.look(PLAIN))
            at += 1
        for title, table in made.parts:
            put(sheet, at + 1, 0, title, book.look(BOLD))
            at = _table(book, sheet, at + 2, table)
        for note in made.notes:
            put(sheet, at + 1, 0, note, book.look(PLAIN))
            at += 1
        for column in range(most):
            widths = [t.heads[column][1] for _title, t in made.parts if column < len(t.heads)]
            sheet.set_column(column, column, max(widths) / _PER_MM)


def _table(book: Book, sheet: Any, top: int, table: LetterTable) -> int:
    """Write *table* from row *top*; the row after it."""
    for column, (text, _width) in enumerate(table.heads):
        put(sheet, top, column, text, book.look(HEAD))
    for line, row in enumerate(table.rows, start=top + 1):
        for column, text in enumerate(row):
            number = text.replace(".", "") if table.centred(column) else ""
            if number.isdecimal() and number.isascii():
                put(sheet, line, column, int(number), book.look(CENTRED))
            else:
                put(sheet, line, column, text, book.look(TEXT))
    return top + 1 + len(table.rows)
