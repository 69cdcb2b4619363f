"""A report that is one table over groups: columns are data, paper and sheet are drawn from them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Spacer

from dxdesk.domain.figures import Rate
from dxdesk.domain.office import Office
from dxdesk.domain.period import Period
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
from dxdesk.reports.grids import grid, head_rows
from dxdesk.reports.heading import prepared_and_signed, side_by_side
from dxdesk.reports.source import ReportSource
from dxdesk.reports.table_columns import TableColumn, TableReport, Value, few_notes
from dxdesk.reports.table_sheet import write_sheet
from dxdesk.reports.wording import (
    FEW_MARK,
    NO_NUMBER,
    committee_name,
    count_text,
    fraction_text,
    is_few,
    period_span,
    superior_name,
    unit_name,
)

_SIZE = 11


def write_table(report: TableReport, source: ReportSource, path: Path) -> None:
    """Write *report* to *path* (.pdf or .xlsx)."""
    if suffix_of(path, (".pdf", ".xlsx")) == ".xlsx":
        write_sheet(path, report, source.office)
        return
    office = source.office
    texts = (*report.notes, *few_notes(report))
    notes = [paragraph(text, style(REGULAR, 10.5, align=JUSTIFIED)) for text in texts]
    story: list[Flowable] = [
        *table_head(report.title, report.period, office),
        *_closed(
            report,
            prepared_and_signed(
                [Spacer(0, 6), *notes], "NGƯỜI LẬP BIỂU", office, source.now, text_width(LANDSCAPE)
            ),
        ),
    ]
    title = f"{report.title} {report.period.label}"
    write_pdf(path, story, title=title, author=committee_name(office), orientation=LANDSCAPE)


def table_head(title: str, period: Period, office: Office) -> list[Flowable]:
    """The two units, the title, the period."""
    width = text_width(LANDSCAPE)
    small = style(REGULAR, 11)
    left: list[Flowable] = [paragraph(f"Đơn vị báo cáo: {unit_name(office)}", small)]
    right: list[Flowable] = [paragraph(f"Đơn vị nhận báo cáo: {superior_name(office)}", small)]
    return [
        side_by_side((left, right), (width * 0.6, width * 0.4)),
        Spacer(0, 8),
        paragraph(title.upper(), style(BOLD, 13, align=CENTRE)),
        paragraph(f"Kỳ báo cáo: {period_span(period)}", style(ITALIC, 12, align=CENTRE)),
        Spacer(0, 8),
    ]


def _closed(report: TableReport, foot: list[Flowable]) -> list[Flowable]:
    """The table with notes and signature below its last rows."""
    if report.rows:
        return [ClosedTable(_table(report), foot)]
    return [paragraph(report.nothing, style(ITALIC, 13, align=CENTRE)), *foot]


def _table(report: TableReport) -> LongTable:
    heads = [("STT",), (report.subject,), *(column.head for column in report.columns)]
    rows, spans = head_rows(heads, style(BOLD, 10, align=CENTRE))
    depth = len(rows)
    name = style(REGULAR, _SIZE)
    rows += [
        [str(number), cell(row.name, name), *_cells(report.columns, row.figures)]
        for number, row in enumerate(report.rows, 1)
    ]
    rows.append(
        ["", paragraph("Tổng cộng", style(BOLD, _SIZE)), *_cells(report.columns, report.total)]
    )
    return LongTable(
        rows, colWidths=_widths(report), repeatRows=depth, hAlign="CENTER", style=_style(spans)
    )


def _widths(report: TableReport) -> list[float]:
    numbers = [column.width * mm for column in report.columns]
    return [11 * mm, text_width(LANDSCAPE) - 11 * mm - sum(numbers), *numbers]


def _style(spans: list[Any]) -> list[Any]:
    return [
        *grid(_SIZE),
        *spans,
        ("FONT", (0, -1), (-1, -1), BOLD, _SIZE),
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
    ]


def _cells(columns: Sequence[TableColumn], figures: Any) -> list[str]:
    return [value_text(column.of(figures)) for column in columns]


def value_text(value: Value) -> str:
    """`1.234`; a rate above its two numbers (R18); `chưa có số` when nobody noted it."""
    if value is None:
        return NO_NUMBER
    if isinstance(value, Rate):
        mark = FEW_MARK if is_few(value) else ""
        return f"{value.shown}{mark}\n({fraction_text(value)})" if value.exact else value.shown
    return count_text(value)
