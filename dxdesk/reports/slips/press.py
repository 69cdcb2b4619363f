"""Slips as one PDF: each is set, squeezed where it nearly fits, and put on its sheets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from dxdesk.reports.canvas import page_canvas
from dxdesk.reports.document import ITALIC
from dxdesk.reports.files import replacing
from dxdesk.reports.slips.papers import A4, SlipPaper
from dxdesk.reports.slips.setting import Setting, Slip, set_slip


def _draw(canvas: Canvas, done: Setting, page: int, base: float) -> None:
    """Page *page* of a slip on the sheet whose lower edge is *base*."""
    paper = done.paper
    left, top = paper.margins[3], base + paper.height - paper.margins[0]
    for block in done.pages[page]:
        block.draw(canvas, left, top)
        top -= block.height
    if len(done.pages) > 1:
        canvas.setFont(ITALIC, 9)
        told = f"Trang {page + 1}/{len(done.pages)}"
        canvas.drawCentredString(paper.width / 2, base + paper.margins[2] / 2, told)


@dataclass(frozen=True, slots=True)
class Made:
    """What one PDF holds."""

    sheets: int
    first_sheet: tuple[int, ...]
    """For each slip the page of the file on which it begins, from 0."""
    saved: int
    """Sheets that two slips on one spared."""


def write_slips(
    slips: Iterable[Slip],
    target: Path | BinaryIO,
    *,
    title: str,
    author: str,
    told: Callable[[int], None] = lambda _done: None,
) -> Made:
    """All *slips* in one file, each with its copies. *told* hears how many are done.

    Raises StorageError when it cannot be written; whatever *told* raises stops the work.
    """
    content = BytesIO()
    canvas = page_canvas(content, title=title, author=author)
    made = _Sheets(canvas).put(slips, told)
    canvas.save()
    if isinstance(target, Path):
        with replacing(target) as file:
            file.write(content.getvalue())
    else:
        target.write(content.getvalue())
    return made


class _Sheets:
    """Slips onto sheets, two halves to one where the paper says so."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.done = 0
        self.saved = 0
        self.half = False
        """The upper half of the present sheet is taken."""

    def put(self, slips: Iterable[Slip], told: Callable[[int], None]) -> Made:
        first = []
        for number, slip in enumerate(slips, start=1):
            done = set_slip(slip)
            starts = [self._one(done) for _ in range(slip.copies)]
            first.append(starts[0])
            told(number)
        self._end_half()
        return Made(self.done, tuple(first), self.saved)

    def _one(self, done: Setting) -> int:
        """Put one copy; the page on which it begins."""
        if done.paper.per_sheet > 1:
            return self._half(done)
        self._end_half()
        start = self.done
        for page in range(len(done.pages)):
            self.canvas.setPageSize((done.paper.width, done.paper.height))
            _draw(self.canvas, done, page, 0)
            self._end_sheet()
        return start

    def _half(self, done: Setting) -> int:
        start = self.done
        self.canvas.setPageSize((A4.width, A4.height))
        if self.half:
            _draw(self.canvas, done, 0, 0)
            self.saved += 1
            self.half = False
            self._end_sheet()
        else:
            _draw(self.canvas, done, 0, done.paper.height)
            _cut_line(self.canvas, done.paper)
            self.half = True
        return start

    def _end_half(self) -> None:
        if self.half:
            self.half = False
            self._end_sheet()

    def _end_sheet(self) -> None:
        self.canvas.showPage()
        self.done += 1


def _cut_line(canvas: Canvas, paper: SlipPaper) -> None:
    canvas.saveState()
    canvas.setLineWidth(0.3)
    canvas.setDash(3, 3)
    canvas.line(0, paper.height, paper.width, paper.height)
    canvas.restoreState()
