"""Biểu II.06a: dossiers received, resolved and pending per field (Thông tư 01/2020/TT-VPCP)."""

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, LongTable, Spacer

from dxdesk.domain.figures import Figures, Statistics
from dxdesk.domain.office import Office
from dxdesk.domain.period import Period
from dxdesk.reports.checks import ensure_identities
from dxdesk.reports.closed_table import ClosedTable
from dxdesk.reports.document import (
    BOLD,
    CENTRE,
    ITALIC,
    JUSTIFIED,
    LANDSCAPE,
    REGULAR,
    RIGHT,
    cell,
    paragraph,
    style,
    text_width,
    write_pdf,
)
from dxdesk.reports.files import suffix_of
from dxdesk.reports.forms import Form, form, groups_in
from dxdesk.reports.grids import grid, head_rows
from dxdesk.reports.heading import prepared_and_signed, side_by_side
from dxdesk.reports.ii06a_sheet import write_sheet
from dxdesk.reports.source import ReportSource
from dxdesk.reports.wording import (
    committee_name,
    count_text,
    few_note,
    notes,
    period_span,
    rate_text,
    superior_name,
    unit_name,
)

_SIZE = 11


def write_ii06a(source: ReportSource, period: Period, path: Path) -> None:
    """Write the form to *path* (.pdf or .xlsx). Raises DeskError when R14 does not hold."""
    suffix = suffix_of(path, (".pdf", ".xlsx"))
    statistics = source.statistics(period)
    ensure_identities(source, statistics)
    layout = form("ii06a", period.last)
    if suffix == ".xlsx":
        write_sheet(path, layout, statistics, source.office, source.members(period))
        return
    office = source.office
    story = [
        *form_head(layout, period, office),
        ClosedTable(form_table(layout, statistics), _foot(layout, statistics, source)),
    ]
    title = f"Biểu II.06a {period.label}"
    author = committee_name(office)
    write_pdf(path, story, title=title, author=author, orientation=LANDSCAPE)


def form_head(layout: Form, period: Period, office: Office) -> list[Flowable]:
    """Number of the form, title and period, reporting and receiving units."""
    width = text_width(LANDSCAPE)
    small, bold = style(REGULAR, 11), style(BOLD, 11)
    left: list[Flowable] = [paragraph(layout.number, bold), paragraph(layout.issued_under, small)]
    middle: list[Flowable] = [
        paragraph(layout.title, style(BOLD, 12, align=CENTRE)),
        paragraph(f"Kỳ báo cáo: {period_span(period)}", style(ITALIC, 11, align=CENTRE)),
    ]
    right: list[Flowable] = [
        paragraph(f"Đơn vị báo cáo: {unit_name(office)}", small),
        paragraph(f"Đơn vị nhận báo cáo: {superior_name(office)}", small),
    ]
    return [
        side_by_side(
            (left, [], middle, [], right),
            (width * 0.22, width * 0.02, width * 0.49, width * 0.02, width * 0.25),
        ),
        Spacer(0, 4),
        paragraph(layout.unit_of_count, style(ITALIC, 11, align=RIGHT)),
        Spacer(0, 2),
    ]


def form_table(layout: Form, statistics: Statistics) -> LongTable:
    """The table, its head repeated on each page; fields without any dossier left out."""
    heads = [column.head for column in layout.columns]
    rows, spans = head_rows(heads, style(BOLD, 9.5, align=CENTRE))
    depth = len(rows)
    rows.append([f"({column.number})" for column in layout.columns])
    rows.extend(_rows(layout, statistics))
    return LongTable(
        rows,
        colWidths=[column.width * mm for column in layout.columns],
        repeatRows=depth + 1,
        hAlign="CENTER",
        style=[
            *grid(_SIZE),
            *spans,
            ("FONT", (0, depth), (-1, depth), ITALIC, 10),
            ("FONT", (0, -1), (-1, -1), BOLD, _SIZE),
            ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ],
    )


def _rows(layout: Form, statistics: Statistics) -> list[list[object]]:
    look = style(REGULAR, _SIZE)
    rows: list[list[object]] = [
        [str(number), cell(group.name, look), *_counts(layout, group.figures)]
        for number, group in enumerate(groups_in(layout, statistics), 1)
    ]
    total = paragraph(layout.total, style(BOLD, _SIZE))
    return [*rows, ["", total, *_counts(layout, statistics.total)]]


def _counts(layout: Form, figures: Figures) -> list[str]:
    return [count_text(column.of(figures)) for column in layout.counting]


def form_notes(layout: Form, statistics: Statistics) -> list[Flowable]:
    """Rates with their counts (R18) and the footnotes."""
    look = style(REGULAR, 9.5, align=JUSTIFIED)
    rates = [paragraph(text, look) for text in rate_lines(statistics.total)]
    lines = notes(statistics, verified=layout.verified)
    numbered = [f"({n}) {text}" for n, text in enumerate(lines, 1)]
    numbered[0] = f"Ghi chú: {numbered[0]}"
    few = few_note(rate_lines(statistics.total))
    return [Spacer(0, 4), *rates, *(paragraph(text, look) for text in (*few, *numbered))]


def rate_lines(total: Figures) -> tuple[str, ...]:
    rates = total.rates
    resolved = (
        f"Tỷ lệ giải quyết đúng và trước hạn: {rate_text(rates.on_time)}; trong đó trước hạn: "
        f"{rate_text(rates.early)}. Tỷ lệ giải quyết quá hạn: {rate_text(rates.late)}."
    )
    others = (
        f"Tỷ lệ tiếp nhận trực tuyến trong kỳ: {rate_text(rates.online)}. Tỷ lệ quá hạn trong số "
        f"đang giải quyết: {rate_text(rates.overdue)}."
    )
    return resolved, others


def _foot(layout: Form, statistics: Statistics, source: ReportSource) -> list[Flowable]:
    notes_, width = form_notes(layout, statistics), text_width(LANDSCAPE)
    return prepared_and_signed(notes_, "NGƯỜI LẬP BIỂU", source.office, source.now, width)
