"""The late dossiers of a period: which, how long, who, why, and a table of the reasons."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Spacer, TableStyle

from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.figures import Rate, Statistics
from dxdesk.domain.period import Period
from dxdesk.reports.checks import ensure_identities, ensure_late_list
from dxdesk.reports.closed_table import ClosedTable
from dxdesk.reports.document import (
    BOLD,
    CENTRE,
    ITALIC,
    JUSTIFIED,
    LANDSCAPE,
    REGULAR,
    cell,
    paragraph,
    style,
    text_width,
    write_pdf,
)
from dxdesk.reports.files import suffix_of
from dxdesk.reports.grids import grid
from dxdesk.reports.heading import prepared_and_signed
from dxdesk.reports.late_rows import HEADS, TITLE_TEXT, Cause, causes, days_late, late_moments, why
from dxdesk.reports.source import ReportSource
from dxdesk.reports.table import table_head
from dxdesk.reports.wording import (
    SMALL,
    SMALL_NUMBER,
    capitalised,
    committee_name,
    count_text,
    dossiers,
    few_note,
    notes,
    rate_text,
)

_WRITTEN = 6
"""So many reasons are written out below each cause."""
_GRID = grid(10.5)


def write_late(source: ReportSource, period: Period, path: Path) -> None:
    """Write the list to *path* (.pdf or .xlsx). Raises DeskError when it is not its figure."""
    suffix = suffix_of(path, (".pdf", ".xlsx"))
    found = source.statistics(period)
    ensure_identities(source, found)
    lines = sorted(source.late(period), key=lambda line: (line.due_at or datetime.max, line.book))
    ensure_late_list(found, len(lines))
    if suffix == ".xlsx":
        members = [m for m in source.members(period) if m.counts & {"late", "overdue"}]
        from dxdesk.reports.late_sheet import write_sheet

        write_sheet(source, found, lines, members, path)
        return
    story: list[Flowable] = [
        *table_head(TITLE_TEXT, period, source.office),
        *(paragraph(line, style(REGULAR, 13, align=JUSTIFIED, after=6)) for line in _said(found)),
        *_closed(found, lines, _foot(source, found, lines)),
    ]
    title = f"{TITLE_TEXT} {period.label}"
    author = committee_name(source.office)
    write_pdf(path, story, title=title, author=author, orientation=LANDSCAPE)


def _said(found: Statistics) -> list[str]:
    total = found.total
    late = total.late + total.overdue
    if not late:
        return ["Trong kỳ không phát sinh hồ sơ quá hạn."]
    small = f" Số hồ sơ quá hạn ít: {SMALL_NUMBER}." if late < SMALL else ""
    parts = (
        (total.late, total.rates.late, "đã giải quyết quá hạn", "đã giải quyết"),
        (total.overdue, total.rates.overdue, "đang giải quyết đã quá hạn", "đang giải quyết"),
    )
    said = "; ".join(
        f"{dossiers(number)} {what}, chiếm {rate_text(rate)} số {of}"
        for number, rate, what, of in parts
        if number
    )
    return [f"Có {dossiers(late)} quá hạn: {said}.{small}"]


def _closed(
    found: Statistics, lines: Sequence[DossierLine], foot: list[Flowable]
) -> list[Flowable]:
    """Reasons, list, notes and signature; without late dossiers the last two alone."""
    if not lines:
        return foot
    title = style(BOLD, 12, before=8, after=4, keep=True)
    rows = [_heads(*(text for text, _ in HEADS))]
    rows += [_row(n, line, found.as_of) for n, line in enumerate(lines, 1)]
    centred = [("ALIGN", (0, 0), (0, -1), "CENTER"), ("ALIGN", (4, 0), (6, -1), "CENTER")]
    return [
        paragraph("1. Tổng hợp nguyên nhân", title),
        _reasons(lines),
        paragraph("2. Danh sách hồ sơ", title),
        ClosedTable(
            LongTable(
                rows,
                colWidths=[width * mm for _, width in HEADS],
                repeatRows=1,
                style=TableStyle([*_GRID, *centred]),
            ),
            foot,
        ),
    ]


def _heads(*texts: str) -> list[object]:
    return [paragraph(text, style(BOLD, 10.5, align=CENTRE)) for text in texts]


def _reasons(lines: Sequence[DossierLine]) -> LongTable:
    look = style(REGULAR, 10.5)
    rows = [_heads("Nguyên nhân", "Số hồ sơ", "Tỷ lệ")]
    for cause in causes(lines):
        share = _share(cause, len(lines))
        rows.append([cell(capitalised(cause.label), look), count_text(cause.number), share])
        rows += _written(cause)
    rows.append([paragraph("Tổng cộng", style(BOLD, 10.5)), count_text(len(lines)), ""])
    return LongTable(
        rows,
        colWidths=[150 * mm, 30 * mm, 60 * mm],
        repeatRows=1,
        style=[*_GRID, ("ALIGN", (1, 0), (-1, -1), "CENTER")],
    )


def _share(cause: Cause, of: int) -> str:
    return rate_text(Rate(cause.number, of))


def _written(cause: Cause) -> list[list[object]]:
    """What was written beside a cause, below it."""
    look = style(ITALIC, 10.5, indent=10)
    named = cause.reasons[:_WRITTEN]
    found = [(text, number) for text, number in named if text != cause.label]
    others = sum(number for _, number in cause.reasons[_WRITTEN:])
    found += [("lý do khác", others)] if others else []
    return [[cell(f"– {text}: {dossiers(number)}", look), "", ""] for text, number in found]


def _row(number: int, line: DossierLine, as_of: datetime) -> list[object]:
    look = style(REGULAR, 10.5)
    due, finished = late_moments(line)
    return [
        count_text(number),
        cell(line.code or line.book, look),
        cell(line.owner, look),
        cell(line.procedure, look),
        due.replace(" ", "\n"),
        finished.replace(" ", "\n") if line.finished_at else "chưa có",
        days_late(line, as_of),
        cell(line.officer, look),
        cell(why(line), look),
    ]


def _foot(source: ReportSource, found: Statistics, lines: Sequence[DossierLine]) -> list[Flowable]:
    small = style(ITALIC, 10.5, align=JUSTIFIED)
    of = len(lines)
    told = [
        (
            "Số ngày quá hạn là số ngày theo lịch từ lúc hẹn trả đến lúc có kết quả, hoặc đến thời "
            "điểm chốt số liệu nếu chưa có kết quả; dưới một ngày ghi “< 1”."
        ),
        *few_note([*_said(found), *(_share(cause, of) for cause in causes(lines))]),
        notes(found, verified=True)[0],
    ]
    above = [Spacer(0, 6), *(paragraph(line, small) for line in told)]
    width = text_width(LANDSCAPE)
    return prepared_and_signed(above, "NGƯỜI LẬP DANH SÁCH", source.office, source.now, width)
