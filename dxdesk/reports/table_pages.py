"""A list of any columns on A4 landscape, drawn a page at a time as the rows come."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from dxdesk.domain.text import clean
from dxdesk.reports.document import BOLD, ITALIC, PRODUCER, REGULAR, register_fonts
from dxdesk.reports.files import replacing
from dxdesk.reports.register_rows import Cell, Moment
from dxdesk.reports.wording import count_text
from dxdesk.reports.wrapping import wrapped

_WIDTH, _HEIGHT = landscape(A4)
_SIDE, _TOP, _BOTTOM = 15 * mm, 15 * mm, 15 * mm
_SIZE, _LEADING, _PADDING = 8.5, 10.0, 2.5
_MOST_LINES = 12
Lines = list[tuple[str, ...]]


def write_pages(
    title: str,
    told: Sequence[str],
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[Cell]],
    path: Path,
) -> None:
    """*columns*: title and width in characters, shared out over the page."""
    register_fonts()
    with replacing(path) as file:
        canvas = Canvas(
            file,
            pagesize=(_WIDTH, _HEIGHT),
            invariant=1,
            initialFontName=REGULAR,  # type: ignore[arg-type] # the stubs take it for a number
            lang="vi-VN",
        )
        canvas.setTitle(title)
        canvas.setCreator(PRODUCER)
        canvas.setProducer(PRODUCER)
        pen = _Pen(canvas, columns)
        pen.titles(title, told)
        pen.head()
        for cells in rows:
            pen.row(cells)
        pen.end()
        canvas.save()


class _Pen:
    """Where on which page the next row goes."""

    def __init__(self, canvas: Canvas, columns: Sequence[tuple[str, int]]) -> None:
        self.canvas, self.page, self.y = canvas, 1, _HEIGHT - _TOP
        unit = (_WIDTH - 2 * _SIDE) / sum(width for _title, width in columns)
        self.edges = [_SIDE]
        for _title, width in columns:
            self.edges.append(self.edges[-1] + width * unit)
        self.rooms = [right - left - 2 * _PADDING for left, right in pairwise(self.edges)]
        self.heads = self._lines([title for title, _width in columns], BOLD)

    def titles(self, title: str, told: Sequence[str]) -> None:
        self.y -= 14
        self.canvas.setFont(BOLD, 14)
        self.canvas.drawString(_SIDE, self.y, title.upper())
        for text in told:
            for line in wrapped(clean(text), REGULAR, 10, _WIDTH - 2 * _SIDE):
                self.y -= 13
                self.canvas.setFont(REGULAR, 10)
                self.canvas.drawString(_SIDE, self.y, line)
        self.y -= 8

    def head(self) -> None:
        self._draw(self.heads, BOLD)

    def row(self, cells: Sequence[Cell]) -> None:
        lines = self._lines([_text(cell) for cell in cells], REGULAR)
        if self.y - _height(lines) < _BOTTOM:
            self.end()
            self.canvas.showPage()
            self.page, self.y = self.page + 1, _HEIGHT - _TOP
            self.head()
        self._draw(lines, REGULAR)

    def end(self) -> None:
        self.canvas.setFont(ITALIC, 9)
        self.canvas.drawRightString(_WIDTH - _SIDE, 9 * mm, f"Trang {self.page}")

    def _lines(self, texts: Sequence[str], font: str) -> Lines:
        found = []
        for text, room in zip(texts, self.rooms, strict=True):
            lines = wrapped(text, font, _SIZE, room)
            if len(lines) > _MOST_LINES:
                lines = (*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][:-1]}…")
            found.append(lines)
        return found

    def _draw(self, lines: Lines, font: str) -> None:
        high, low = self.y, self.y - _height(lines)
        self.canvas.setLineWidth(0.4)
        self.canvas.rect(_SIDE, low, self.edges[-1] - _SIDE, high - low)
        for x in self.edges[1:-1]:
            self.canvas.line(x, high, x, low)
        text = self.canvas.beginText()
        text.setFont(font, _SIZE, _LEADING)
        for left, cell in zip(self.edges, lines, strict=False):
            text.setTextOrigin(left + _PADDING, high - _PADDING - _SIZE + 0.8)
            for line in cell:
                text.textLine(line)
        self.canvas.drawText(text)
        self.y = low


def _text(cell: Cell) -> str:
    if isinstance(cell, Moment):
        return cell.text
    return count_text(cell) if isinstance(cell, int) else clean(cell or "")


def _height(lines: Lines) -> float:
    return max(1, *(len(cell) for cell in lines)) * _LEADING + 2 * _PADDING
