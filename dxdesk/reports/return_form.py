"""The workbook in which community digital teams return what they did in a month."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from dxdesk.domain.ledgers.teams import RETURNS
from dxdesk.reports.sheets import HEAD, ITALIC, TEXT, new_book, put
from dxdesk.reports.sheets import TITLE as TITLE_LOOK

TITLE = "Phiếu báo cáo hoạt động tổ công nghệ số cộng đồng"
_KEYS = ("team", "sessions", "guided", "households", "difficulty")
COLUMNS = ("STT", *(RETURNS.field(key).title for key in _KEYS))
NUMBERS = (2, 3, 4)
"""Places of the columns of numbers."""
_WIDTHS = (6, 32, 16, 18, 16, 44)
_HEAD_ROW = 3
_MOST = 999_999


def write_form(
    path: Path, teams: Sequence[str], year: int, month: int, *, author: str, now: datetime
) -> None:
    with new_book(path, title=TITLE, author=author, now=now) as book:
        sheet = book.sheet("Phiếu", landscape=True)
        last = len(COLUMNS) - 1
        sheet.merge_range(
            0, 0, 0, last, f"{TITLE} tháng {month}/{year}".upper(), book.look(TITLE_LOOK)
        )
        told = "Điền số vào các ô trống; chưa có số thì để trống, đừng ghi 0. Đừng đổi tên tổ."
        sheet.merge_range(1, 0, 1, last, told, book.look(ITALIC, {"align": "center"}))
        for at, (title, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
            sheet.set_column(at, at, width)
            put(sheet, _HEAD_ROW, at, title, book.look(HEAD))
        for number, name in enumerate(teams, start=1):
            row = _HEAD_ROW + number
            put(sheet, row, 0, number, book.look(TEXT))
            put(sheet, row, 1, name, book.look(TEXT))
            for at in range(2, last + 1):
                put(sheet, row, at, None, book.look(TEXT))
        _only_numbers(sheet, len(teams))
        sheet.freeze_panes(_HEAD_ROW + 1, 2)


def _only_numbers(sheet: Any, lines: int) -> None:
    area = (_HEAD_ROW + 1, NUMBERS[0], _HEAD_ROW + lines, NUMBERS[-1])
    sheet.data_validation(
        *area,
        {
            "validate": "integer",
            "criteria": "between",
            "minimum": 0,
            "maximum": _MOST,
            "error_title": "Chưa đúng",
            "error_message": "Ô này chỉ nhận số nguyên từ 0.",
        },
    )
