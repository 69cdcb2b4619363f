"""The leader's page on one A4: five numbers, what needs attention, what is late and why."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from dxdesk.domain.due import span_text
from dxdesk.domain.leader import LateDossier, LeaderPage
from dxdesk.domain.office import Office
from dxdesk.reports.document import (
    BOLD,
    CENTRE,
    ITALIC,
    PORTRAIT,
    REGULAR,
    cell,
    paragraph,
    style,
    text_width,
    write_pdf,
)
from dxdesk.reports.wording import (
    FEW_MARK,
    FEW_NOTE,
    capitalised,
    count_text,
    date_text,
    fraction_text,
    is_few,
    rate_text,
    unit_name,
    until_text,
)

TITLE = "TÓM TẮT TÌNH HÌNH GIẢI QUYẾT HỒ SƠ"
_LINES = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#808080")),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
)
_LATE_HEADS = ("Quá hạn", "Hồ sơ", "Thủ tục", "Ai đang giữ", "Vì sao")
_LATE_SHARES = (0.17, 0.19, 0.25, 0.15, 0.24)
_CELL = 60
"""Characters of one cell of the late list, so that ten dossiers stay on the page."""


def write_leader_page(summary: LeaderPage, office: Office, path: Path) -> None:
    """Raises StorageError when *path* cannot be written."""
    head = style(BOLD, 12, before=9, after=3)
    rates = (summary.figures.rates.on_time, summary.previous.rates.on_time)
    story: list[Flowable] = [
        paragraph(unit_name(office), style(BOLD, 12, align=CENTRE)),
        Spacer(0, 8),
        paragraph(TITLE, style(BOLD, 14, align=CENTRE)),
        paragraph(
            f"{capitalised(summary.period.label)}, số liệu tính đến {until_text(summary.as_of)}",
            style(ITALIC, 12, align=CENTRE, after=8),
        ),
        _numbers(summary),
        paragraph("Cần chú ý ngay", head),
        *_dangers(summary),
        paragraph(f"Hồ sơ quá hạn: {count_text(summary.overdue)}", head),
        *_late(summary),
        *([paragraph(FEW_NOTE, style(ITALIC, 10, before=3))] if any(map(is_few, rates)) else []),
    ]
    write_pdf(path, story, title=TITLE, author=office.name, orientation=PORTRAIT)


def _numbers(summary: LeaderPage) -> Table:
    now, before = summary.figures, summary.previous
    on_time = now.rates.on_time
    share = (
        f"{fraction_text(on_time)} hồ sơ{FEW_MARK if is_few(on_time) else ''}"
        if on_time.denominator
        else "không phát sinh"
    )
    columns = (
        ("Tiếp nhận", count_text(now.received), "", count_text(before.received)),
        ("Đã giải quyết", count_text(now.resolved), "", count_text(before.resolved)),
        ("Đúng và trước hạn", on_time.shown, share, rate_text(before.rates.on_time)),
        ("Đang giải quyết", count_text(now.pending), "", count_text(before.pending)),
        ("Đang quá hạn", count_text(now.overdue), "", count_text(before.overdue)),
    )
    small, large = style(REGULAR, 10, align=CENTRE), style(BOLD, 20, align=CENTRE, after=4)
    rows: list[list[Any]] = [
        [paragraph(name, style(BOLD, 10.5, align=CENTRE)) for name, *_ in columns],
        [paragraph(value, large) for _, value, *_ in columns],
        [
            [paragraph(base or " ", small), paragraph(f"tháng trước {earlier}", small)]
            for _, _, base, earlier in columns
        ],
    ]
    return Table(rows, colWidths=[text_width(PORTRAIT) / len(columns)] * len(columns), style=_LINES)


def _dangers(summary: LeaderPage) -> list[Flowable]:
    look = style(REGULAR, 12, after=2)
    found = [f"{at}. {danger.text}." for at, danger in enumerate(summary.dangers, start=1)]
    return [paragraph(text, look) for text in found or ["Không có."]]


def _late(summary: LeaderPage) -> list[Flowable]:
    if not summary.late:
        return [paragraph("Không có.", style(REGULAR, 12))]
    head, look = style(BOLD, 9, align=CENTRE), style(REGULAR, 9)
    width = text_width(PORTRAIT)
    rows = [[paragraph(text, head) for text in _LATE_HEADS]]
    rows += [[cell(_cut(text), look) for text in _late_row(one)] for one in summary.late]
    table = Table(
        rows, colWidths=[width * share for share in _LATE_SHARES], repeatRows=1, style=_LINES
    )
    rest = summary.overdue - len(summary.late)
    more = [paragraph(f"Còn {count_text(rest)} hồ sơ quá hạn khác.", style(ITALIC, 10.5, before=3))]
    return [table, *(more if rest else [])]


def _late_row(one: LateDossier) -> Sequence[str]:
    line = one.line
    late = "" if one.late is None else span_text(max(one.late, 0)).removesuffix(" làm việc")
    return (
        f"{late} (hẹn trả {date_text(line.due_at)})",
        line.code or line.book,
        line.procedure,
        line.officer or "Chưa phân công",
        one.why or "Chưa ghi lý do",
    )


def _cut(text: str) -> str:
    return text if len(text) <= _CELL else f"{text[: _CELL - 1]}…"
