"""The workbook of a reconciliation: figures with their causes, dossiers with their fields."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from dxdesk.domain.figures import COUNT_LABELS
from dxdesk.domain.reconciliation import Reconciliation
from dxdesk.reports.sheets import (
    DATE,
    HEAD,
    ITALIC,
    NUMBER,
    TEXT,
    TITLE,
    Book,
    Value,
    new_book,
    put,
)

_TOP = 3
_LOOKS: Mapping[type, Mapping[str, Any]] = {int: NUMBER, str: TEXT, type(None): TEXT}
_FIGURES = (("Số liệu", 32), ("Đơn vị", 12), ("Hệ thống", 12), ("Do hồ sơ", 80))
_DOSSIERS = (
    *(("Đối chiếu", 24), ("Mã hồ sơ", 26), ("Thủ tục", 44), ("Tiếp nhận", 12)),
    *(("Dòng trong tệp", 10), ("Ghép", 14), ("Nội dung khác", 22), ("Đơn vị ghi", 26)),
    *(("Hệ thống ghi", 26), ("Đơn vị đếm vào", 32), ("Hệ thống đếm vào", 32)),
)


def write_workbook(found: Reconciliation, author: str, now: datetime, path: Path) -> None:
    """Id numbers and phones are told to differ, not written."""
    title = f"Đối chiếu hồ sơ {found.period.range_label}"
    with new_book(path, title=title, author=author, now=now) as book:
        figures = [
            (
                COUNT_LABELS[one.name],
                one.here,
                one.there,
                ", ".join(entry.code for entry in (*one.lost, *one.gained)),
            )
            for one in found.figures
        ]
        _sheet(book, "Số liệu", title, _FIGURES, figures, found)
        _sheet(book, "Hồ sơ", title, _DOSSIERS, _rows(found), found)
        unread: list[tuple[Value, ...]] = list(found.unread)
        _sheet(book, "Dòng không đọc được", title, (("Dòng", 10), ("Lý do", 90)), unread, found)


def _rows(found: Reconciliation) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = []
    for one in found.entries:
        day = one.received_at.date() if one.received_at else None
        guess = "theo người, ngày" if one.guess else ""
        start = (one.standing.label, one.code, one.procedure, day, one.line, guess)
        end = tuple(
            ", ".join(COUNT_LABELS[name] for name in names) for names in (one.lost, one.gained)
        )
        told = [
            (field.label, *((field.here, field.there) if not field.personal else ("(ẩn)", "(ẩn)")))
            for field in one.fields
        ] or [("", "", "")]
        rows += [(*start, *each, *end) for each in told]
    return rows


def _sheet(
    book: Book,
    name: str,
    title: str,
    heads: tuple[tuple[str, int], ...],
    rows: Sequence[tuple[Value, ...]],
    found: Reconciliation,
) -> None:
    sheet = book.sheet(name, landscape=True)
    put(sheet, 0, 0, title.upper(), book.look(TITLE, {"align": "left", "text_wrap": False}))
    told = f"Tệp “{found.file}”, {found.equal} hồ sơ giống nhau, {len(found.entries)} khác"
    put(sheet, 1, 0, told, book.look(ITALIC, {"text_wrap": False}))
    for at, (text, width) in enumerate(heads):
        sheet.set_column(at, at, width)
        put(sheet, _TOP - 1, at, text, book.look(HEAD))
    for line, row in enumerate(rows, start=_TOP):
        for at, value in enumerate(row):
            put(sheet, line, at, value, book.look(_LOOKS.get(type(value), DATE)))
    sheet.freeze_panes(_TOP, 2)
    sheet.autofilter(_TOP - 1, 0, max(_TOP, _TOP + len(rows) - 1), len(heads) - 1)
    sheet.repeat_rows(_TOP - 1)
