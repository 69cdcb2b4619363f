"""Tables on a slip: rows are blocks, the head comes again on every page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.pdfgen.canvas import Canvas

from dxdesk.domain.text import clean
from dxdesk.reports.document import BOLD, CENTRE, LONGEST, REGULAR, RIGHT, Align
from dxdesk.reports.slips.blocks import AFTER, LEADING, Block, space, text_block
from dxdesk.reports.slips.forms import Part, SlipColumn
from dxdesk.reports.slips.typeset import runs, set_lines
from dxdesk.reports.slips.values import ROWS, VALUES, Row, SlipContext
from dxdesk.reports.wrapping import wrapped

_PADDING = 2.5


def table_blocks(part: Part, context: SlipContext, size: float, width: float) -> list[Block]:
    small = size * 0.92
    grid = _Grid.over(part.columns, small, width)
    heads = {column.value: column.head for column in part.columns}
    head = grid.heading(heads)
    rows = list(ROWS[part.rows](context))
    empty: Row = {}
    rows += [empty] * (part.blanks - len(rows))
    body = [
        grid.row({"index": str(number), **row}, head=head)
        for number, row in enumerate(rows, start=1)
    ]
    return [head, *body, *_total(part, context, small, width), space(size * AFTER)]


def _total(part: Part, context: SlipContext, size: float, width: float) -> Iterator[Block]:
    if part.total:
        values = {name: VALUES[name](context) for name in part.values}
        lines = set_lines(runs(part.total, values, plain=BOLD, bold=BOLD), size, width)
        yield space(size * AFTER)
        yield from (text_block(line, size, width) for line in lines)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of one table and where they stand."""

    columns: tuple[SlipColumn, ...]
    edges: tuple[float, ...]
    size: float

    @classmethod
    def over(cls, columns: tuple[SlipColumn, ...], size: float, width: float) -> "_Grid":
        whole = sum(column.width for column in columns)
        shares = (column.width / whole * width for column in columns)
        return cls(columns, (0.0, *accumulate(shares)), size)

    def heading(self, heads: Mapping[str, str]) -> Block:
        cells = self._cells(heads, BOLD)
        height = self._height(cells)

        def draw(canvas: Canvas, x: float, y: float) -> None:
            canvas.setFont(BOLD, self.size)
            for place, lines in enumerate(cells):
                room = height - 2 * _PADDING - len(lines) * self.size * LEADING
                self._cell(canvas, lines, place, x, y, height, lower=room / 2, align=CENTRE)

        return Block(height, draw, keep=True)

    def row(self, row: Mapping[str, str], *, head: Block) -> Block:
        cells = self._cells(row, REGULAR)
        height = self._height(cells)

        def draw(canvas: Canvas, x: float, y: float) -> None:
            canvas.setFont(REGULAR, self.size)
            for place, lines in enumerate(cells):
                align = self.columns[place].align
                self._cell(canvas, lines, place, x, y, height, lower=0, align=align)

        return Block(height, draw, head=head)

    def _cells(self, row: Mapping[str, str], font: str) -> list[list[str]]:
        cells = []
        for place, column in enumerate(self.columns):
            room = self.edges[place + 1] - self.edges[place] - 2 * _PADDING
            lines: list[str] = []
            for text in _cut(row.get(column.value, "")):
                lines += wrapped(text, font, self.size, room) or ("",)
            cells.append(lines)
        return cells

    def _height(self, cells: Sequence[Sequence[str]]) -> float:
        return max(1, *map(len, cells)) * self.size * LEADING + 2 * _PADDING

    def _cell(
        self,
        canvas: Canvas,
        lines: Sequence[str],
        place: int,
        x: float,
        y: float,
        height: float,
        *,
        lower: float,
        align: Align,
    ) -> None:
        """Frame and words of one cell; *lower*: how far the words stand below the upper edge."""
        left, right = x + self.edges[place], x + self.edges[place + 1]
        canvas.setLineWidth(0.5)
        canvas.rect(left, y - height, right - left, height)
        put, at = _anchor(canvas, left, right, align)
        base = y - _PADDING - lower - self.size
        for number, line in enumerate(lines):
            put(at, base - number * self.size * LEADING, line)


def _anchor(
    canvas: Canvas, left: float, right: float, align: Align
) -> tuple[Callable[[float, float, str], None], float]:
    if align == CENTRE:
        return canvas.drawCentredString, (left + right) / 2
    if align == RIGHT:
        return canvas.drawRightString, right - _PADDING
    return canvas.drawString, left + _PADDING


def _cut(text: str) -> list[str]:
    """The lines of a cell; together no longer than a page bears."""
    lines = [clean(line) for line in text[: LONGEST + 1].split("\n")]
    if len(text) > LONGEST:
        lines[-1] = f"{lines[-1][:-1]}…"
    return lines
