"""The register on A4 landscape: a page at a time, so that a year's book needs no memory.

Rows are measured and drawn here instead of by reportlab's tables, which hold the whole book and
measure every cell as a paragraph.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from dxdesk.domain.text import clean
from dxdesk.reports.canvas import page_canvas
from dxdesk.reports.document import BOLD, ITALIC, REGULAR
from dxdesk.reports.files import replacing
from dxdesk.reports.forms import HeadCell, head_cells
from dxdesk.reports.register_rows import EXTRA, Cell, Moment, Register, Row
from dxdesk.reports.wording import count_text, dossiers, moment_text
from dxdesk.reports.wrapping import wrapped

_HEIGHT, _WIDTH = A4
_LEFT, _TOP, _BOTTOM = 20 * mm, 20 * mm, 15 * mm
_SIZE, _LEADING, _PADDING = 8.0, 9.6, 2.2
_MOST_LINES = 24
"""Lines of one cell; more end in "…", so that any row fits on any page (the .xlsx has all)."""
_TITLE_HEIGHT = 62.0
_FOOT_HEIGHT = 16.0
_AGENCY_SIZE, _AGENCY_WIDTH = 10.0, 78 * mm
_HEAD_SIZE, _HEAD_LEADING = 7.5, 8.4

Lines = list[list[str]]


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    rows: list[Lines]
    copies: int
    before: int
    copies_before: int
    last: bool = False


def write_pages(register: Register, path: Path) -> None:
    content = BytesIO()
    size = (_WIDTH, _HEIGHT)
    canvas = page_canvas(content, title=register.title, author=register.author, size=size)
    sheet = _Sheet(canvas, register)
    for page in _pages(register, sheet):
        sheet.draw(page)
        canvas.showPage()
    canvas.save()
    with replacing(path) as file:
        file.write(content.getvalue())


def _pages(register: Register, sheet: "_Sheet") -> Iterator[_Page]:
    """Pages as the rows fill them; at least one, the last one marked."""
    page, used = _Page(1, [], 0, 0, 0), 0.0
    for dossier_row in register.rows():
        lines = sheet.lines(dossier_row)
        height = _height(lines)
        if used + height > sheet.room(page.number):
            yield page
            before, copies = page.before + len(page.rows), page.copies_before + page.copies
            page, used = _Page(page.number + 1, [], 0, before, copies), 0.0
        page.rows.append(lines)
        page = replace(page, copies=page.copies + register.copies(dossier_row))
        used += height
    yield replace(page, last=True)


def _height(lines: Lines) -> float:
    return max(len(cell) for cell in lines) * _LEADING + 2 * _PADDING


class _Sheet:
    """Draws pages of one register."""

    def __init__(self, canvas: Canvas, register: Register) -> None:
        self.canvas = canvas
        self.register = register
        columns = register.layout.columns
        self.heads = [column.head for column in columns]
        edges = [_LEFT]
        for column in columns:
            edges.append(edges[-1] + column.width * mm)
        self.edges = edges
        self.code = register.place("code")
        self.cells = [(cell, self._title_lines(cell)) for cell in head_cells(self.heads)]
        self.level = max(
            (len(lines) * _HEAD_LEADING + 6) / (cell.bottom - cell.top + 1)
            for cell, lines in self.cells
        )

    def _title_lines(self, cell: HeadCell) -> tuple[str, ...]:
        room = self.edges[cell.right + 1] - self.edges[cell.left] - 2
        return wrapped(cell.text, BOLD, _HEAD_SIZE, room)

    def room(self, number: int) -> float:
        """Points for rows on page *number*."""
        top = _TITLE_HEIGHT if number == 1 else 0
        return _HEIGHT - _TOP - _BOTTOM - top - self.head_height - _FOOT_HEIGHT

    @property
    def head_height(self) -> float:
        return self.level * max(len(head) for head in self.heads)

    def lines(self, row: Row) -> Lines:
        """The lines of each cell; the ward's own book number stands under the code."""
        cells = list(row[: len(self.heads)])
        book = row[len(self.heads) + [name for _, name in EXTRA].index("book")]
        lines = [self._wrapped(cell, index) for index, cell in enumerate(cells)]
        lines[self.code] = [*lines[self.code], f"Sổ {book}"]
        return lines

    def _wrapped(self, cell: Cell, index: int) -> list[str]:
        if cell is None or cell == "":
            return []
        if isinstance(cell, Moment):
            return cell.text.split(" ")
        text = count_text(cell) if isinstance(cell, int) else clean(cell)
        width = self.edges[index + 1] - self.edges[index] - 2 * _PADDING
        lines = list(wrapped(text, REGULAR, _SIZE, width))
        if len(lines) > _MOST_LINES:
            lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1][:-1]}…"]
        return lines

    def draw(self, page: _Page) -> None:
        y = _HEIGHT - _TOP
        if page.number == 1:
            self._titles(y)
            y -= _TITLE_HEIGHT
        else:
            self._centred(str(page.number), _HEIGHT - 12.5 * mm, REGULAR, 13)
        self.canvas.setLineWidth(0.4)
        y = top = self._head(y)
        for lines in page.rows:
            y = self._row(lines, y)
        for x in self.edges:
            self.canvas.line(x, top, x, y)
        self._foot(page, y)

    def _titles(self, y: float) -> None:
        office, layout = self.register.source.office, self.register.layout
        canvas, right = self.canvas, self.edges[-1]
        agency = f"ỦY BAN NHÂN DÂN {office.committee}".strip()
        low = y
        own = [(line, BOLD) for line in office.heading]
        for name, font in own or ((agency, BOLD), (office.desk_name.upper(), REGULAR)):
            for line in wrapped(clean(name), font, _AGENCY_SIZE, _AGENCY_WIDTH):
                low -= _AGENCY_SIZE + 2
                self._text(_LEFT, low, line, font, _AGENCY_SIZE)
        unchecked = "" if layout.verified else " (chưa đối chiếu với bản gốc)"
        for offset, text in (
            (12, f"{layout.number}{unchecked}"),
            (24, layout.issued_under),
            (36, f"Số liệu lấy lúc {moment_text(self.register.source.now)}"),
        ):
            canvas.setFont(ITALIC, 9)
            canvas.drawRightString(right, y - offset, text)
        self._centred(layout.title, y - 16, BOLD, 14)
        span = self.register.period.range_label
        self._centred(f"Quyển số: …… ({span})", y - 34, ITALIC, 12)

    def _text(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, clean(text))

    def _centred(self, text: str, y: float, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawCentredString((_LEFT + self.edges[-1]) / 2, y, clean(text))

    def _head(self, top: float) -> float:
        self.canvas.setFont(BOLD, _HEAD_SIZE)
        for cell, lines in self.cells:
            left, right = self.edges[cell.left], self.edges[cell.right + 1]
            high, low = top - cell.top * self.level, top - (cell.bottom + 1) * self.level
            self.canvas.rect(left, low, right - left, high - low)
            y = (high + low) / 2 + len(lines) * _HEAD_LEADING / 2 - 6.4
            for line in lines:
                self.canvas.drawCentredString((left + right) / 2, y, line)
                y -= _HEAD_LEADING
        return top - self.head_height

    def _row(self, lines: Lines, top: float) -> float:
        low = top - _height(lines)
        self.canvas.line(_LEFT, low, self.edges[-1], low)
        text = self.canvas.beginText()
        text.setFont(REGULAR, _SIZE, _LEADING)
        for (left, _), cell in zip(pairwise(self.edges), lines, strict=True):
            text.setTextOrigin(left + _PADDING, top - _PADDING - _SIZE + 0.8)
            for line in cell:
                text.textLine(line)
        self.canvas.drawText(text)
        return low

    def _foot(self, page: _Page, y: float) -> None:
        known, copies = page.before + len(page.rows), page.copies_before + page.copies
        if not known:
            text = f"Không có hồ sơ nào được tiếp nhận {self.register.period.range_label}."
            self._text(_LEFT + _PADDING, y - 12, text, ITALIC, 11)
            return
        name = "Tổng cộng" if page.last else "Lũy kế"
        text = (
            f"Cộng trang này: {_counted(len(page.rows), page.copies)}. "
            f"{name}: {_counted(known, copies)}."
        )
        self._text(_LEFT + _PADDING, y - 12, text, BOLD, 10)


def _counted(number: int, copies: int) -> str:
    return f"{dossiers(number)} ({count_text(copies)} bộ)"
