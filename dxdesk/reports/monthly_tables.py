"""Tables of the report on procedures: the comparison, and the annexes on their own pages."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    LongTable,
    NextPageTemplate,
    PageBreak,
    Spacer,
    Table,
    TableStyle,
)

from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.figures import Figures
from dxdesk.reports.comparison import (
    ROWS,
    Basis,
    CountRow,
    RateRow,
    count_change,
    rate_change,
)
from dxdesk.reports.document import (
    BOLD,
    CENTRE,
    ITALIC,
    LANDSCAPE,
    REGULAR,
    cell,
    paragraph,
    style,
)
from dxdesk.reports.forms import Form
from dxdesk.reports.grids import grid
from dxdesk.reports.ii06a import form_head, form_notes, form_table
from dxdesk.reports.late_rows import late_moments, why
from dxdesk.reports.monthly_facts import Facts
from dxdesk.reports.monthly_text import PARTS, part_lines
from dxdesk.reports.wording import (
    NOTHING,
    capitalised,
    committee_name,
    count_text,
    few_note,
    notes,
    rate_text,
)

_LATE_HEAD = (
    ("STT", 11),
    ("Mã hồ sơ", 44),
    ("Thủ tục hành chính", 72),
    ("Hẹn trả", 25),
    ("Có kết quả", 25),
    ("Cán bộ xử lý", 32),
    ("Nguyên nhân", 43),
)
_SHARES = {1: (0.2, 0.22), 2: (0.165, 0.165)}
"""Shares of the width for a value and a change, by the number of periods compared with."""
_GRID = grid(11)


def value_text(row: CountRow | RateRow, figures: Figures) -> str:
    """A number, or a rate with its two numbers (R18)."""
    if isinstance(row, CountRow):
        return count_text(row.of(figures))
    rate = row.of(figures)
    return rate_text(rate) if rate.exact else NOTHING


def change_text(row: CountRow | RateRow, now: Figures, basis: Basis) -> str:
    if isinstance(row, CountRow):
        return count_change(row.of(now), row.of(basis.figures))
    return rate_change(row.of(now), row.of(basis.figures))


def comparison_rows(facts: Facts) -> list[list[str]]:
    """Head and rows: this period, then each period to compare with and the change against it."""
    now = facts.statistics.total
    comparable = [basis for basis in facts.bases if not basis.obstacle]
    head = ["Chỉ tiêu", capitalised(facts.period.label)]
    for basis in comparable:
        head += [capitalised(basis.name), "Tăng, giảm"]
    rows = [head]
    for row in ROWS:
        line = [row.label, value_text(row, now)]
        for basis in comparable:
            line += [value_text(row, basis.figures), change_text(row, now, basis)]
        rows.append(line)
    return rows


def comparison_table(facts: Facts, width: float) -> list[Flowable]:
    """The numbers behind the comparison; nothing when there is nothing to compare with."""
    texts = comparison_rows(facts)
    pairs = len(texts[0]) // 2 - 1
    if not pairs:
        return []
    bold, body = style(BOLD, 10.5, align=CENTRE), style(REGULAR, 10, align=CENTRE)
    label = style(REGULAR, 10.5)
    rows: list[list[object]] = [[paragraph(text, bold) for text in texts[0]]]
    rows += [
        [paragraph(line[0], label), *(_lines(text, body) for text in line[1:])]
        for line in texts[1:]
    ]
    value, change = _SHARES[pairs]
    shares = [1 - value - pairs * (value + change), value, *[value, change] * pairs]
    table = Table(rows, colWidths=[width * share for share in shares], style=TableStyle(_GRID))
    return [Spacer(0, 8), KeepTogether([table])]


def small_print(facts: Facts) -> list[str]:
    """The notes on the data; the one on the form stands under the form."""
    said = [line.text for part in PARTS for line in part_lines(facts, part)]
    cells = [text for row in comparison_rows(facts) for text in row]
    numbered = enumerate(notes(facts.statistics, verified=True), 1)
    return [*few_note([*said, *cells]), *(f"({number}) {text}" for number, text in numbered)]


def _lines(text: str, look: ParagraphStyle) -> list[Flowable]:
    """A value above its two numbers, a change above its share."""
    lines = text.replace(" (", "\n(").replace(" điểm", "\nđiểm").split("\n")
    return [paragraph(line, look) for line in lines]


def _annex_head(number: str, title: str, facts: Facts) -> list[Flowable]:
    office = facts.office
    kept = f"(Kèm theo Báo cáo số ……/{office.symbol} ngày ….. của {committee_name(office)})"
    lines = [paragraph(f"Phụ lục {number}", style(BOLD, 14, align=CENTRE))]
    if title:
        lines.append(paragraph(title, style(BOLD, 13, align=CENTRE)))
    return [
        NextPageTemplate(LANDSCAPE),
        PageBreak(),
        *lines,
        paragraph(kept, style(ITALIC, 13, align=CENTRE, after=8)),
    ]


def form_annex(layout: Form, facts: Facts) -> list[Flowable]:
    """Annex I: Biểu II.06a."""
    number = "I" if facts.late else ""
    return [
        *_annex_head(number, "", facts),
        *form_head(layout, facts.period, facts.office),
        form_table(layout, facts.statistics),
        KeepTogether(form_notes(layout, facts.statistics)),
    ]


def late_annex(facts: Facts) -> list[Flowable]:
    """Annex II: the late dossiers and why; nothing when there are none."""
    if not facts.late:
        return []
    title = f"DANH SÁCH HỒ SƠ QUÁ HẠN {facts.period.label.upper()}"
    bold = style(BOLD, 11, align=CENTRE)
    rows: list[list[object]] = [[paragraph(text, bold) for text, _ in _LATE_HEAD]]
    rows += [_late_row(number, line) for number, line in enumerate(facts.late, 1)]
    table = LongTable(
        rows,
        colWidths=[width * mm for _, width in _LATE_HEAD],
        repeatRows=1,
        style=TableStyle(
            [*_GRID, ("ALIGN", (0, 0), (0, -1), "CENTER"), ("ALIGN", (3, 0), (4, -1), "CENTER")]
        ),
    )
    return [*_annex_head("II", title, facts), table]


def _late_row(number: int, line: DossierLine) -> list[object]:
    text = style(REGULAR, 11)
    due, finished = late_moments(line)
    return [
        count_text(number),
        cell(line.code or line.book, text),
        cell(line.procedure, text),
        due.replace(" ", "\n"),
        finished.replace(" ", "\n") if line.finished_at else "chưa có",
        cell(line.officer, text),
        cell(why(line), text),
    ]
