"""A letter as .docx for editing, in the form of Nghị định 30/2020/NĐ-CP."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dxdesk.domain.office import Office
from dxdesk.domain.text import clean
from dxdesk.reports.files import replacing
from dxdesk.reports.heading import MOTTO, NATION, place_and_date
from dxdesk.reports.letter import Letter
from dxdesk.reports.still import still
from dxdesk.reports.wording import committee_name

_FONT = "Times New Roman"
_MARGINS = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 15}
_INDENT = Mm(12.7)


def write_letter(made: Letter, office: Office, now: datetime, path: Path) -> None:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, millimetres in _MARGINS.items():
        setattr(section, name, Mm(millimetres))
    normal: Any = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    properties = document.core_properties
    properties.title, properties.author = made.subject, committee_name(office)
    properties.created = properties.modified = now
    _head(document, made, office, now)
    for line in made.opening:
        _body(document, line)
    for title, table in made.parts:
        _body(document, title, bold=True)
        _table(document, [title for title, _ in table.heads], table.rows)
    for note in made.notes:
        _body(document, note)
    _body(document, made.closing)
    _foot(document, office)
    content = BytesIO()
    document.save(content)
    with replacing(path) as file:
        file.write(still(content.getvalue()))


def _line(place: Any, text: str, *, size: int, bold: bool = False, italic: bool = False) -> None:
    paragraph = place.add_paragraph()
    paragraph.alignment = ALIGN.CENTER
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(clean(text))
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _head(document: Any, made: Letter, office: Office, now: datetime) -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    for text in ("ỦY BAN NHÂN DÂN", office.committee or "……………………"):
        _line(left, text, size=12, bold=True)
    _line(left, f"Số: ……/{office.symbol}", size=13)
    if not made.kind:
        _line(left, made.subject, size=12)
    _line(right, NATION, size=12, bold=True)
    _line(right, MOTTO, size=13, bold=True)
    _line(right, place_and_date(office, now), size=13, italic=True)
    for side in (left, right):
        side._element.remove(side.paragraphs[0]._element)  # noqa: SLF001 - an empty cell begins with one
    _line(document, "", size=8)
    if made.kind:
        _line(document, made.kind, size=14, bold=True)
        _line(document, made.subject, size=14, bold=True)
    _line(document, made.addressee, size=14)


def _body(document: Any, text: str, *, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = ALIGN.JUSTIFY
    paragraph.paragraph_format.first_line_indent = _INDENT
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.keep_with_next = bold
    paragraph.add_run(clean(text)).bold = bold


def _table(document: Any, heads: list[str], rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(1, len(heads), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        _cell(cell, text, bold=True)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _cell(cell, text)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _cell(cell: Any, text: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(clean(text))
    run.font.size, run.bold = Pt(11), bold


def _foot(document: Any, office: Office) -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    left.paragraphs[0].add_run("Nơi nhận:").italic = True
    for name in office.recipients:
        left.add_paragraph().add_run(f"- {clean(name)};").font.size = Pt(11)
    for text in office.signer_authority:
        _line(right, text, size=13, bold=True)
    for text in ("", "", office.signer_name):
        _line(right, text, size=13, bold=True)
