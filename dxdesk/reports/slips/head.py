"""The head of a slip: who issues it, nation and motto, place and date, code and bars."""

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from dxdesk.reports.document import BOLD, CENTRE, ITALIC, REGULAR
from dxdesk.reports.heading import MOTTO, NATION
from dxdesk.reports.slips.blocks import Block, balanced, side_by_side, space, words
from dxdesk.reports.slips.codes import draw_bars, draw_qr
from dxdesk.reports.slips.forms import SlipForm
from dxdesk.reports.slips.typeset import runs
from dxdesk.reports.slips.values import EVENTS, VALUES, SlipContext
from dxdesk.reports.slips.words import day_words

_LEFT_SHARE = 0.43
_BAR_HEIGHT = 8 * mm


def head_block(form: SlipForm, context: SlipContext, size: float, width: float) -> Block:
    widths = (width * _LEFT_SHARE, width * (1 - _LEFT_SHARE))
    left = [
        *_heading(form, context, size - 1, widths[0]),
        *_reference(form, context, size, widths[0]),
    ]
    right = _nation(form, context, size, widths[1])
    if not form.gathers:
        code = VALUES["code_or_book"](context)
        left += _code(context, code, size, widths[0])
        right.append(_qr(code, size, widths[1]))
    return side_by_side((left, right), widths)


def heading_lines(form: SlipForm, context: SlipContext) -> tuple[str, ...]:
    """The ward's own lines, else those that follow from what the ward said about itself."""
    if context.wording.heading:
        return context.wording.heading
    committee = context.office.committee or "……………………"
    if form.issuer == "committee":
        return ("ỦY BAN NHÂN DÂN", committee)
    return (f"UBND {committee}", context.office.desk_name.upper())


def _heading(form: SlipForm, context: SlipContext, size: float, width: float) -> list[Block]:
    *upper, last = heading_lines(form, context)
    fonts = [BOLD if form.issuer == "committee" else REGULAR] * len(upper) + [BOLD]
    blocks = [
        block
        for line, font in zip((*upper, last), fonts, strict=True)
        for block in balanced(line, font, size, width - 6)
    ]
    return [*blocks, _rule(min(stringWidth(last, BOLD, size), width) * 0.4, width)]


def _rule(length: float, width: float) -> Block:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setLineWidth(0.75)
        canvas.line(x + (width - length) / 2, y - 3, x + (width + length) / 2, y - 3)

    return Block(7, draw)


def _nation(form: SlipForm, context: SlipContext, size: float, width: float) -> list[Block]:
    nation = min(size - 1, (size - 1) * width / stringWidth(NATION, BOLD, size - 1))
    return [
        *words(NATION, BOLD, nation, width + 1, align=CENTRE),
        *words(MOTTO, BOLD, size, width, align=CENTRE),
        _rule(stringWidth(MOTTO, BOLD, size), width),
        *words(_place_and_date(form, context), ITALIC, size, width, align=CENTRE),
    ]


def _place_and_date(form: SlipForm, context: SlipContext) -> str:
    moment: datetime | None = EVENTS[form.event](context)
    day = day_words(moment) if moment else "ngày …… tháng …… năm ………"
    return f"{context.office.place or '……………'}, {day}"


def _reference(form: SlipForm, context: SlipContext, size: float, width: float) -> list[Block]:
    if not form.reference:
        return []
    values = {
        name: value(context) or "………" for name, value in VALUES.items() if name in form.reference
    }
    text = "".join(run.text for run in runs(form.reference, values, plain=REGULAR, bold=REGULAR))
    return words(text, REGULAR, size, width, align=CENTRE)


def _code(context: SlipContext, code: str, size: float, width: float) -> list[Block]:
    """The official code, or the ward's own book number while there is none."""
    name = "Mã hồ sơ" if context.dossier.code else "Số sổ"

    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_bars(canvas, code, x, y - _BAR_HEIGHT - 2, width=width, height=_BAR_HEIGHT)

    told = words(f"{name}: {code}", REGULAR, size, width, align=CENTRE)
    return [*told, Block(_BAR_HEIGHT + 3, draw)]


def _qr(code: str, size: float, width: float) -> Block:
    side = (11 + size * 0.5) * mm

    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_qr(canvas, code, x + (width - side) / 2, y - side, side=side)

    return Block(side, draw)


def mark_block(text: str, size: float, width: float) -> list[Block]:
    """What stands above the head: the number of the form, or that this is a reprint."""
    return [*words(text, ITALIC, size * 0.85, width, align=2)] if text else [space(0)]
