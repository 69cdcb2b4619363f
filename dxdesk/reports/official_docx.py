"""An official document as .docx, in the form of Nghị định 30/2020/NĐ-CP, to be edited in Word.

The same content gives the same bytes.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dxdesk.domain.office import Office
from dxdesk.domain.text import clean
from dxdesk.reports.document import BOLD, PRODUCER
from dxdesk.reports.files import replacing
from dxdesk.reports.heading import (
    MOTTO,
    NATION,
    heading_lines,
    place_and_date,
    recipient_lines,
)
from dxdesk.reports.still import still
from dxdesk.reports.wording import committee_name

FONT = "Times New Roman"
_CENTRE, _JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_INDENT = Mm(12.7)
_WIDTH = 165
"""Millimetres between the margins."""


def new_document(*, title: str, office: Office, made_at: datetime) -> Any:
    """An empty page of A4 with the margins, the typeface and the page numbers of the decree."""
    document: Any = Document()
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
    known = document.core_properties
    known.title, known.author = clean(title), clean(committee_name(office))
    known.language, known.comments, known.last_modified_by = "vi-VN", PRODUCER, PRODUCER
    known.created = known.modified = made_at
    return document


def say(
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


def put_head(document: Any, office: Office, now: datetime, *, about: str = "") -> None:
    """Boxes 1–4; *about*: what a letter is about, below its number (box 5b)."""
    left, right = _bare(document, (_WIDTH * 0.4, _WIDTH * 0.6))
    for font, line in heading_lines(office):
        say(left, line, size=12, bold=font == BOLD, centre=True, space=0)
    _rule(say(left, "", size=2, centre=True, space=0), 18)
    say(left, f"Số: ……/{office.symbol}", size=13, centre=True)
    if about:
        say(left, about, size=12, centre=True)
    say(right, NATION, size=12, bold=True, centre=True, space=0)
    say(right, MOTTO, size=13, bold=True, centre=True, space=0)
    _rule(say(right, "", size=2, centre=True, space=0), 20)
    say(right, place_and_date(office, now), size=13, italic=True, centre=True)
    for cell in (left, right):
        _first(cell)


def put_subject(document: Any, kind: str, subject: str) -> None:
    """Box 5a: the kind of document and what it is about."""
    say(document, kind, bold=True, centre=True, space=14)
    say(document, subject, bold=True, centre=True, space=0)
    _rule(say(document, "", size=2, centre=True, space=0), 70)


def put_table(document: Any, rows: Sequence[Sequence[str]], *, centre: bool = True) -> None:
    """A table with lines; its first row is the head, repeated on every page."""
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for number, texts in enumerate(rows):
        row = table.add_row()
        _whole(row)
        for cell, text in zip(row.cells, texts, strict=True):
            made = say(cell, text, size=11, bold=number == 0, centre=True, space=0)
            if number and not centre:
                made.alignment = WD_ALIGN_PARAGRAPH.LEFT
            _first(cell)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - as above


def put_signature(document: Any, office: Office) -> None:
    """Boxes 7 and 9b: recipients on the left, who signs on the right, on one page."""
    left, right = _bare(document, (_WIDTH / 2, _WIDTH / 2))
    heads = recipient_lines(office)
    for number, text in enumerate(heads):
        size = 12 if number == 0 else 11
        made = say(left, text, size=size, bold=number == 0, italic=number == 0, space=0)
        made.paragraph_format.first_line_indent = Mm(0)
    for text in office.signer_authority:
        say(right, text, size=13, bold=True, centre=True, space=0)
    for _ in range(4):
        say(right, "", centre=True, space=0)
    say(right, office.signer_name or " ", size=13, bold=True, centre=True, space=0)
    if heads:
        _first(left)
    _first(right)
    for text in office.footer:
        say(document, text, size=10, italic=True, space=2)


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


def save(document: Any, path: Path) -> None:
    content = BytesIO()
    document.save(content)
    with replacing(path) as file:
        file.write(still(content.getvalue()))


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
