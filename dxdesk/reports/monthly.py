"""Report on receiving and resolving procedures, in prose, for any period (law.md §4.5, §7)."""

from pathlib import Path

from reportlab.platypus import Flowable, KeepTogether, Spacer

from dxdesk.domain.period import Period
from dxdesk.reports.chart import dossier_chart
from dxdesk.reports.document import (
    BOLD,
    CENTRE,
    ITALIC,
    JUSTIFIED,
    PORTRAIT,
    REGULAR,
    paragraph,
    style,
    text_width,
    write_pdf,
)
from dxdesk.reports.files import suffix_of
from dxdesk.reports.forms import form
from dxdesk.reports.heading import kind_and_subject, national_head, signed
from dxdesk.reports.monthly_facts import Facts, gather
from dxdesk.reports.monthly_sheet import write_sheet
from dxdesk.reports.monthly_tables import comparison_table, form_annex, late_annex, small_print
from dxdesk.reports.monthly_text import BODY, Line, part_lines
from dxdesk.reports.prose.template import Kind
from dxdesk.reports.source import ReportSource
from dxdesk.reports.wording import committee_name, superior_name

_INDENT = 12.7
_SIZE = 14
_KEPT = 4
"""So many last paragraphs, notes among them, go with the signature."""


def write_monthly(source: ReportSource, period: Period, path: Path) -> None:
    """Write the report to *path* (.pdf, .xlsx, .docx). Raises DeskError when R14 does not hold."""
    suffix = suffix_of(path, (".pdf", ".xlsx", ".docx"))
    facts = gather(source, period)
    if suffix == ".xlsx":
        write_sheet(path, form("ii06a", period.last), facts)
    elif suffix == ".docx":
        from dxdesk.reports.monthly_docx import write_docx

        write_docx(path, facts)
    else:
        write_prose(path, facts)


def write_prose(path: Path, facts: Facts) -> None:
    """The report as PDF."""
    layout = form("ii06a", facts.period.last)
    story = [*_body(facts), *form_annex(layout, facts), *late_annex(facts)]
    author = committee_name(facts.office)
    title = f"Báo cáo {facts.subject[:1].lower()}{facts.subject[1:]}"
    write_pdf(path, story, title=title, author=author, orientation=PORTRAIT)


def _body(facts: Facts) -> list[Flowable]:
    width = text_width(PORTRAIT)
    office = facts.office
    closing = [*_notes(facts), *map(_flowable, part_lines(facts, "closing"))]
    return [
        national_head(office, facts.now, width),
        *kind_and_subject("BÁO CÁO", facts.subject),
        paragraph(f"Kính gửi: {superior_name(office)}", style(REGULAR, _SIZE, align=CENTRE)),
        Spacer(0, 8),
        *(_flowable(line) for part in BODY for line in part_lines(facts, part)),
        *comparison_table(facts, width),
        *_chart(facts, width),
        *closing[:-_KEPT],
        signed(closing[-_KEPT:], office, width),
    ]


def _flowable(line: Line) -> Flowable:
    heads = line.kind in {Kind.SECTION, Kind.ITEM}
    look = style(
        BOLD if heads else REGULAR,
        _SIZE,
        align=JUSTIFIED,
        indent=_INDENT,
        before=10 if line.kind is Kind.SECTION else 6,
        keep=heads or line.text.endswith(":"),
    )
    return paragraph(line.text, look)


def _chart(facts: Facts, width: float) -> list[Flowable]:
    if not facts.series:
        return []
    caption = (
        f"Biểu đồ. Số hồ sơ tiếp nhận, đã giải quyết và tỷ lệ tiếp nhận trực tuyến, "
        f"{len(facts.series)} tháng gần nhất"
    )
    return [
        Spacer(0, 10),
        KeepTogether(
            [
                paragraph(caption, style(BOLD, 12, align=CENTRE, after=4)),
                dossier_chart(facts.series, width),
            ]
        ),
    ]


def _notes(facts: Facts) -> list[Flowable]:
    look = style(ITALIC, 11, align=JUSTIFIED, before=2)
    return [Spacer(0, 6), *(paragraph(text, look) for text in small_print(facts))]
