"""The report in prose as .docx, in the form of Nghị định 30/2020/NĐ-CP, to be edited in Word."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dxdesk.domain.text import clean
from dxdesk.reports.document import PRODUCER
from dxdesk.reports.files import replacing
from dxdesk.reports.heading import place_and_date, recipient_lines
from dxdesk.reports.monthly_facts import Facts
from dxdesk.reports.monthly_tables import comparison_rows
from dxdesk.reports.monthly_text import BODY, Line, part_lines
from dxdesk.reports.prose.template import Kind
from dxdesk.reports.still import still
from dxdesk.reports.wording import committee_name, notes, superior_name

FONT = "Times New Roman"
_CENTRE, _JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_INDENT = Mm(12.7)
_WIDTH = 165
"""Millimetres between the margins."""


def write_docx(path: Path, facts: Facts) -> None:
    """Write the report to *path*; the same facts give the same bytes."""
    document = Document()
    _page(document)
    _properties(document, facts)
    _head(document, facts)
    _body(document, facts)
    _comparison(document, facts)
    for number, text in enumerate(notes(facts.statistics, verified=True), 1):
        _say(document, f"({number}) {text}", size=11, italic=True, space=2)
    for line in part_lines(facts, "closing"):
        _say(document, line.text, keep=True)
    _signature(document, facts)
    content = BytesIO()
    document.save(content)
    with replacing(path) as file:
        file.write(still(content.getvalue()))


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    number = section.header.paragraphs[0]
    number.alignment = _CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)  # noqa: SLF001 - python-docx has no fields of its own


def _properties(document: Any, facts: Facts) -> None:
    known = document.core_properties
    known.title, known.author = clean(facts.subject), clean(committee_name(facts.office))
    known.language, known.comments, known.last_modified_by = "vi-VN", PRODUCER, PRODUCER
    known.created = known.modified = facts.statistics.taken_at


def _say(
    place: Any,
    text: str,
    *,
    size: float = 14,
    bold: bool = False,
    italic: bool = False,
    centre: bool = False,
    space: float = 6,
    keep: bool = False,
) -> Any:
    """One paragraph of the body, or of a table's cell when *centre*."""
    made = place.add_paragraph()
    run = made.add_run(clean(text))
    run.font.name, run.font.size, run.bold, run.italic = FONT, Pt(size), bold, italic
    made.alignment = _CENTRE if centre else _JUSTIFIED
    made.paragraph_format.space_before = Pt(space)
    made.paragraph_format.keep_with_next = keep
    made.paragraph_format.widow_control = True
    if not centre:
        made.paragraph_format.first_line_indent = _INDENT
    return made


def _bare(document: Any, widths: tuple[float, float]) -> tuple[Any, Any]:
    """Two cells side by side without lines."""
    table = document.add_table(rows=1, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _whole(table.rows[0])
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = Mm(width)
    left, right = table.rows[0].cells
    return left, right


def _whole(row: Any) -> None:
    """The row is never split over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - as above


def _first(cell: Any) -> None:
    """Take away the empty paragraph with which a cell begins."""
    cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001 - as above


def _rule(paragraph: Any, indent: float) -> None:
    """A line under *paragraph*, shortened by *indent* millimetres on both sides."""
    border = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    border.append(bottom)
    paragraph._p.get_or_add_pPr().append(border)  # noqa: SLF001 - as above
    paragraph.paragraph_format.left_indent = Mm(indent)
    paragraph.paragraph_format.right_indent = Mm(indent)


def _head(document: Any, facts: Facts) -> None:
    office = facts.office
    left, right = _bare(document, (_WIDTH * 0.4, _WIDTH * 0.6))
    _say(left, "ỦY BAN NHÂN DÂN", size=12, bold=True, centre=True, space=0)
    _say(left, office.committee or "……………………", size=12, bold=True, centre=True, space=0)
    _rule(_say(left, "", size=2, centre=True, space=0), 18)
    _say(left, f"Số: ……/{office.symbol}", size=13, centre=True)
    _say(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, centre=True, space=0)
    _say(right, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True, centre=True, space=0)
    _rule(_say(right, "", size=2, centre=True, space=0), 20)
    dated = place_and_date(office, facts.now)
    _say(right, dated, size=13, italic=True, centre=True)
    for cell in (left, right):
        _first(cell)
    _say(document, "BÁO CÁO", bold=True, centre=True, space=14)
    _say(document, facts.subject, bold=True, centre=True, space=0)
    _rule(_say(document, "", size=2, centre=True, space=0), 70)
    _say(document, f"Kính gửi: {superior_name(office)}", centre=True, space=10)


def _body(document: Any, facts: Facts) -> None:
    for part in BODY:
        _lines(document, part_lines(facts, part))


def _lines(document: Any, lines: Iterable[Line]) -> None:
    for line in lines:
        heading = line.kind in {Kind.SECTION, Kind.ITEM}
        space = 10 if line.kind is Kind.SECTION else 6
        keep = heading or line.text.endswith(":")
        _say(document, line.text, bold=heading, space=space, keep=keep)


def _comparison(document: Any, facts: Facts) -> None:
    rows = comparison_rows(facts)
    if len(rows[0]) <= 2:  # noqa: PLR2004 - nothing to compare with
        return
    _say(document, "", size=6)
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for number, texts in enumerate(rows):
        row = table.add_row()
        _whole(row)
        for cell, text in zip(row.cells, texts, strict=True):
            _say(cell, text, size=11, bold=number == 0, centre=True, space=0)
            _first(cell)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - as above


def _signature(document: Any, facts: Facts) -> None:
    office = facts.office
    left, right = _bare(document, (_WIDTH / 2, _WIDTH / 2))
    heads = recipient_lines(office)
    for number, text in enumerate(heads):
        size = 12 if number == 0 else 11
        made = _say(left, text, size=size, bold=number == 0, italic=number == 0, space=0)
        made.paragraph_format.first_line_indent = Mm(0)
    for text in office.signer_authority:
        _say(right, text, size=13, bold=True, centre=True, space=0)
    for _ in range(4):
        _say(right, "", centre=True, space=0)
    _say(right, office.signer_name or " ", size=13, bold=True, centre=True, space=0)
    if heads:
        _first(left)
    _first(right)
