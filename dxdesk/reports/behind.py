"""The hidden sheet of a workbook: every dossier behind its numbers (R15)."""

from collections.abc import Sequence

from dxdesk.domain.closing import Member
from dxdesk.reports.sheets import CENTRED, HEAD, TEXT, Book, put

NAME = "Hồ sơ"


def add_members_sheet(
    book: Book, members: Sequence[Member], numbers: Sequence[tuple[str, str]]
) -> None:
    """One row a dossier, one column a number (name, label): 1 where the number counts it.

    So the sum of a column, filtered by the group, is the number on the visible sheet.
    """
    sheet = book.sheet(NAME, landscape=True)
    sheet.set_column(0, 1, 30)
    sheet.set_column(2, 1 + len(numbers), 12)
    for column, text in enumerate(("Nhóm", "Hồ sơ", *(label for _, label in numbers))):
        put(sheet, 0, column, text, book.look(HEAD))
    text_look, mark = book.look(TEXT), book.look(CENTRED)
    for row, member in enumerate(members, 1):
        put(sheet, row, 0, member.group, text_look)
        put(sheet, row, 1, member.name, text_look)
        for column, (name, _) in enumerate(numbers, 2):
            if name in member.counts:
                put(sheet, row, column, 1, mark)
    if numbers:
        sheet.autofilter(0, 0, len(members), 1 + len(numbers))
    sheet.freeze_panes(1, 2)
    sheet.hide()
