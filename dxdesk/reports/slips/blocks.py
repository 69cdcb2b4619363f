"""What a slip is stacked of: each block has a height and draws itself below a point."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from dxdesk.domain.text import clean
from dxdesk.reports.document import (
    BOLD,
    BOLD_ITALIC,
    CENTRE,
    ITALIC,
    REGULAR,
    Align,
)
from dxdesk.reports.slips.forms import Part, Signature
from dxdesk.reports.slips.typeset import (
    Line,
    balanced_lines,
    plain_lines,
    runs,
    set_lines,
    text_width,
)
from dxdesk.reports.slips.values import ROWS, VALUES, SlipContext

LEADING = 1.22
AFTER = 0.22
"""Room after a paragraph, in letters."""

Draw = Callable[[Canvas, float, float], None]


@dataclass(frozen=True, slots=True)
class Block:
    height: float
    draw: Draw
    """Gets the left edge and the upper edge."""
    keep: bool = False
    """Never the last one of a page."""
    head: "Block | None" = None
    """Repeated above this block when it comes first on a page."""


def space(height: float, *, keep: bool = False) -> Block:
    return Block(height, lambda _canvas, _x, _y: None, keep)


def text_block(
    line: Line, size: float, width: float, *, align: Align = 0, keep: bool = False, after: float = 0
) -> Block:
    """One line of words."""

    def draw(canvas: Canvas, x: float, y: float) -> None:
        shift = 0.0
        if align and line:
            start, (last, font, text) = line[0][0], line[-1]
            free = width - (last + text_width(text, font, size) - start)
            shift = free / (2 if align == CENTRE else 1) - start
        for at, font, text in line:
            canvas.setFont(font, size)
            canvas.drawString(x + at + shift, y - size, text)

    return Block(size * LEADING + after, draw, keep)


def words(
    text: str, font: str, size: float, width: float, *, align: Align = 0, keep: bool = False
) -> list[Block]:
    """*text* in one face, in as many lines as it needs."""
    lines = plain_lines(clean(text), font, size, width)
    return [text_block(line, size, width, align=align, keep=keep) for line in lines]


def balanced(text: str, font: str, size: float, width: float, *, keep: bool = False) -> list[Block]:
    """*text* centred, in lines of about the same length: no single word stands below."""
    lines = balanced_lines(clean(text), font, size, width)
    return [text_block(line, size, width, align=CENTRE, keep=keep) for line in lines]


def line_blocks(part: Part, context: SlipContext, size: float, width: float) -> list[Block]:
    if part.rows:
        return _list(part, context, size, width)
    return _paragraph(part, context, size, width)


def _paragraph(part: Part, context: SlipContext, size: float, width: float) -> list[Block]:
    values = {name: VALUES[name](context) for name in part.values}
    if part.optional and not any(values.values()):
        return []
    plain = BOLD if part.bold else ITALIC if part.italic else REGULAR
    found = runs(part.line, values, plain=plain, bold=BOLD_ITALIC if part.italic else BOLD)
    lines = set_lines(found, size, width, first=part.indent * mm)
    last = len(lines) - 1
    return [
        text_block(
            line,
            size,
            width,
            align=part.align,
            keep=part.line.endswith(":"),
            after=size * AFTER if place == last else 0,
        )
        for place, line in enumerate(lines)
    ]


def _list(part: Part, context: SlipContext, size: float, width: float) -> list[Block]:
    """Numbered lines; dots to write on where there are fewer than the form leaves room for."""
    indent = part.indent * mm
    texts = [row["line"] for row in ROWS[part.rows](context)]
    texts += [""] * (part.blanks - len(texts))
    blocks = []
    for number, text in enumerate(texts, start=1):
        found = runs(f"{number}. {{line}}", {"line": text}, plain=REGULAR, bold=BOLD)
        for line in set_lines(found, size, width - indent):
            moved = [(at + indent, font, told) for at, font, told in line]
            blocks.append(text_block(moved, size, width))
    return [*blocks, space(size * AFTER)]


def side_by_side(columns: Sequence[Sequence[Block]], widths: Sequence[float]) -> Block:
    """Columns as one block, which no page divides."""
    lefts = [0.0, *accumulate(widths)]

    def draw(canvas: Canvas, x: float, y: float) -> None:
        for left, column in zip(lefts, columns, strict=False):
            top = y
            for block in column:
                block.draw(canvas, x + left, top)
                top -= block.height

    return Block(max(sum(block.height for block in column) for column in columns), draw)


def signature_block(
    signatures: Sequence[Signature], context: SlipContext, size: float, width: float
) -> Block:
    """Who signs where; the ward's own posts and names stand at the office's place."""
    share = width / len(signatures)
    columns = []
    for one in signatures:
        title = context.wording.signer if one.ours and context.wording.signer else one.title
        name = VALUES[one.name](context) if one.name else ""
        if one.ours:
            name = context.wording.signer_name or name
        columns.append(
            [
                *(
                    block
                    for line in title
                    for block in words(line, BOLD, size, share - 6, align=CENTRE)
                ),
                *words(one.note, ITALIC, size * 0.92, share - 6, align=CENTRE),
                space(size * 3.6),
                *words(name, BOLD, size, share - 6, align=CENTRE),
            ]
        )
    return side_by_side(columns, [share] * len(columns))
