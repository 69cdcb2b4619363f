"""The printed page of Nghị định 30/2020/NĐ-CP: fonts, margins, styles, page numbers.

The same story gives the same bytes: no clock and no chance enters the file.
"""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph
from reportlab.platypus.tables import CellStyle

from dxdesk.domain.text import clean
from dxdesk.paths import RESOURCES
from dxdesk.reports.archival import make_archival
from dxdesk.reports.files import replacing

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"
Align = Literal[0, 1, 2, 4]
LEFT: Align = 0
CENTRE: Align = 1
RIGHT: Align = 2
JUSTIFIED: Align = 4
PORTRAIT, LANDSCAPE = "portrait", "landscape"
MARGINS = {"top": 20 * mm, "bottom": 20 * mm, "left": 30 * mm, "right": 15 * mm}
PAGES = {PORTRAIT: A4, LANDSCAPE: landscape(A4)}
PRODUCER = "DX Desk"
LONGEST = 400
"""Characters of one cell; a longer text ends in "…" so that no row outgrows a page."""
_NUMBER_SIZE = 13


@cache
def register_fonts() -> None:
    """Make Tinos known to reportlab; must come before the first paragraph."""
    rl_config.useA85 = 0  # plain binary streams: a fifth smaller, a tenth faster
    CellStyle.fontname = REGULAR  # else each table names Helvetica, which no file carries
    files = {
        REGULAR: "Tinos-Regular",
        BOLD: "Tinos-Bold",
        ITALIC: "Tinos-Italic",
        BOLD_ITALIC: "Tinos-BoldItalic",
    }
    for name, file in files.items():
        pdfmetrics.registerFont(TTFont(name, str(RESOURCES / "fonts" / f"{file}.ttf")))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC
    )


def text_width(orientation: str) -> float:
    """Points between the left and the right margin."""
    return PAGES[orientation][0] - MARGINS["left"] - MARGINS["right"]


@cache
def style(
    font: str,
    size: float,
    *,
    align: Align = LEFT,
    indent: float = 0,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
) -> ParagraphStyle:
    """A style that names our font everywhere; *indent* of the first line in millimetres."""
    register_fonts()
    return ParagraphStyle(
        f"{font} {size}",
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=size * 1.22,
        alignment=align,
        firstLineIndent=indent * mm,
        spaceBefore=before,
        spaceAfter=after,
        keepWithNext=1 if keep else 0,
        allowWidows=0,
        allowOrphans=0,
    )


def paragraph(text: str, look: ParagraphStyle) -> Paragraph:
    """*text* as it stands: no markup is read from it."""
    return Paragraph(escape(clean(text)).replace(" %", "\N{NO-BREAK SPACE}%"), look)


def cell(text: str, look: ParagraphStyle) -> Paragraph:
    """A paragraph for a table; cut at LONGEST characters."""
    text = clean(text)
    return paragraph(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…", look)


def number_page(canvas: Canvas, number: int, orientation: str) -> None:
    """*number* centred in the top margin; the first page of a part has none."""
    if number == 1:
        return
    width, height = PAGES[orientation]
    register_fonts()
    canvas.setFont(REGULAR, _NUMBER_SIZE)
    middle = (MARGINS["left"] + width - MARGINS["right"]) / 2
    canvas.drawCentredString(middle, height - 12.5 * mm, str(number))


class _Document(BaseDocTemplate):
    """Counts the pages of each part (report, each annex) by themselves."""

    first_of_part = 1

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Reportlab's hook, when the canvas is there and no page yet."""
        make_archival(
            self.canv, title=self.title or "", author=self.author or "", producer=PRODUCER
        )

    def add_pages(self, orientation: str) -> None:
        width, height = PAGES[orientation]
        frame = Frame(
            MARGINS["left"],
            MARGINS["bottom"],
            text_width(orientation),
            height - MARGINS["top"] - MARGINS["bottom"],
            *(0, 0, 0, 0),
        )

        def begin(canvas: Canvas, _document: BaseDocTemplate) -> None:
            self.first_of_part = canvas.getPageNumber()

        def go_on(canvas: Canvas, _document: BaseDocTemplate) -> None:
            number_page(canvas, canvas.getPageNumber() - self.first_of_part + 1, orientation)

        size = (width, height)
        later = f"{orientation} later"
        self.addPageTemplates(
            [
                PageTemplate(
                    orientation, [frame], onPage=begin, pagesize=size, autoNextPageTemplate=later
                ),
                PageTemplate(later, [frame], onPage=go_on, pagesize=size),
            ]
        )


def write_pdf(
    path: Path, story: Sequence[Flowable], *, title: str, author: str, orientation: str
) -> None:
    """Lay out *story* and put the file at *path*. Raises StorageError when it cannot be written."""
    register_fonts()
    content = BytesIO()
    document = _Document(
        content,
        title=clean(title),
        author=clean(author),
        subject=clean(title),
        creator=PRODUCER,
        producer=PRODUCER,
        invariant=1,
        lang="vi-VN",
        displayDocTitle=1,
        initialFontName=REGULAR,
        allowSplitting=1,
    )
    for each in sorted(PAGES, key=lambda name: name != orientation):
        document.add_pages(each)
    document.build(list(story))
    with replacing(path) as file:
        file.write(content.getvalue())
