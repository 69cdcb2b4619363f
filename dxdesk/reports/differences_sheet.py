"""Every field's part in every difference, so that a reader can add them up again."""

from typing import Any

from dxdesk.domain.figures import Statistics
from dxdesk.reports.comparison import Basis, CountRow
from dxdesk.reports.differences import Difference, differences
from dxdesk.reports.sheets import BOLD, HEAD, NUMBER, TEXT, TITLE, Book, put, put_sum
from dxdesk.reports.wording import capitalised

_HEADS = (("So với", 24), ("Chỉ tiêu", 44), ("Lĩnh vực", 52), ("Phần chênh lệch", 16), ("", 16))
_POINTS = {"num_format": "#,##0.00", "border": 1}
_NOTE = (
    "Với số hồ sơ: phần của mỗi lĩnh vực là số kỳ này trừ số kỳ so sánh. Với tỷ lệ: phần của mỗi "
    "lĩnh vực là số hồ sơ đạt nhiều hơn (ít hơn) so với tỷ lệ chung của kỳ so sánh, chia cho mẫu "
    "số chung. Cộng các phần đúng bằng chênh lệch."
)


def add_differences_sheet(book: Book, statistics: Statistics, bases: tuple[Basis, ...]) -> None:
    """Nothing when nothing differs, or all numbers are too small."""
    found = [(basis, each) for basis in bases for each in differences(statistics, basis)]
    if not found:
        return
    sheet = book.sheet("Chênh lệch", landscape=True)
    last = len(_HEADS) - 1
    title = f"Chênh lệch do lĩnh vực nào, {statistics.period.label}".upper()
    sheet.merge_range(0, 0, 0, last, title, book.look(TITLE))
    for column, (text, width) in enumerate(_HEADS):
        sheet.set_column(column, column, width)
        put(sheet, 2, column, text, book.look(HEAD))
    row = 3
    for basis, each in found:
        row = _rows(book, sheet, row, basis, each)
    look = book.look({"text_wrap": True, "valign": "top", "font_size": 11})
    sheet.merge_range(row + 1, 0, row + 1, last, _NOTE, look)
    sheet.set_row(row + 1, 34)
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)


def _rows(book: Book, sheet: Any, top: int, basis: Basis, found: Difference) -> int:
    """The fields that add something, the largest first, and their sum; the row after it."""
    counts = isinstance(found.row, CountRow)
    look, size = (NUMBER, 1) if counts else (_POINTS, 100)
    unit = "hồ sơ" if counts else "điểm phần trăm"
    row = top
    for part in found.parts:
        if part.change:
            texts = (basis.name, found.row.label, part.name)
            for column, text in enumerate(texts):
                put(sheet, row, column, capitalised(text), book.look(TEXT))
            put(sheet, row, 3, float(part.change * size), book.look(look))
            put(sheet, row, 4, unit, book.look(TEXT))
            row += 1
    for column, text in enumerate((basis.name, found.row.label, "Tổng cộng")):
        put(sheet, row, column, capitalised(text), book.look(TEXT, BOLD))
    whole: Any = int(found.whole) if counts else float(found.whole * size)
    put_sum(sheet, row, 3, f"D{top + 1}:D{row}", whole, book.look(look, BOLD))
    put(sheet, row, 4, unit, book.look(TEXT))
    return row + 1
