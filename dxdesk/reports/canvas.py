"""A canvas whose pages are compressed as soon as they are done: long files need little memory."""

from typing import Any, BinaryIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from dxdesk.domain.text import clean
from dxdesk.reports.archival import make_archival
from dxdesk.reports.document import PRODUCER, REGULAR, register_fonts


class PageCanvas(Canvas):
    """reportlab keeps every page as text until the file is saved."""

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        super().showPage()
        document: Any = self._doc  # type: ignore[attr-defined] # not in the stubs
        page = document.Pages.pages[-1]
        if page.Contents is None and page.stream:
            packed = PDFZCompress.encode(page.stream)
            page.Contents = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), packed)
            page.stream = None


def page_canvas(
    content: BinaryIO, *, title: str, author: str, size: tuple[float, float] = A4
) -> Canvas:
    """A canvas for one file: no clock and no chance enters it."""
    register_fonts()
    canvas = PageCanvas(
        content,
        pagesize=size,
        invariant=1,
        pageCompression=1,
        initialFontName=REGULAR,  # type: ignore[arg-type] # the stubs take it for a number
        lang="vi-VN",
    )
    canvas.setTitle(clean(title))
    canvas.setSubject(clean(title))
    canvas.setAuthor(clean(author))
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    make_archival(canvas, title=clean(title), author=clean(author), producer=PRODUCER)
    return canvas
