"""Received and resolved dossiers and the online share, month by month, above their numbers.

The table under the chart gives every number, numerator and denominator of each rate too (R18).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from reportlab.graphics.shapes import STATE_DEFAULTS, Circle, Drawing, Line, Rect, String
from reportlab.lib.colors import Color, HexColor, black, white

from dxdesk.domain.figures import Figures, Rate
from dxdesk.domain.period import Period
from dxdesk.reports.document import BOLD, REGULAR, register_fonts
from dxdesk.reports.wording import NOTHING, count_text

Series = Sequence[tuple[Period, Figures]]
_Anchor = Literal["start", "middle", "end"]

_LABELS = 66.0
"""Points left of the first month: the titles of the table's rows and the scale."""
_ROW = 12.0
_BARS = 104.0
_SHARE = 52.0
_GAP = 22.0
_LEGEND = 18.0
_SMALL = 7.5
_DARK, _LIGHT, _GRID = HexColor("#1F4E79"), HexColor("#B9D0E6"), HexColor("#C8C8C8")


def nice_top(largest: int) -> int:
    """The end of a scale of four whole steps: 4, 8, 20, 40, 80, 100, 200 and so on."""
    power = 1
    while True:
        for top in (4 * power, 8 * power, 20 * power):
            if top >= largest:
                return top
        power *= 10


def dossier_chart(series: Series, width: float) -> Drawing:
    """The drawing, *width* points wide; a month without any dossier has "—", not a bar."""
    register_fonts()
    STATE_DEFAULTS["fontName"] = REGULAR  # else each drawing names Helvetica, as tables do
    rows = _table_rows(series)
    table = _ROW * (len(rows) + 1)
    drawing = Drawing(width, table + _SHARE + _GAP + _BARS + _LEGEND)
    column = (width - _LABELS) / max(len(series), 1)
    for shape in (
        *_table(series, rows, column, width),
        *_share_line(series, column, width, bottom=table + 8),
        *_bars(series, column, width, bottom=table + _SHARE + _GAP),
        *_legend(width, drawing.height - 11),
    ):
        drawing.add(shape)
    return drawing


def _text(
    x: float, y: float, text: str, *, anchor: _Anchor = "middle", font: str = REGULAR
) -> String:
    return String(x, y, text, fontName=font, fontSize=_SMALL, textAnchor=anchor, fillColor=black)


def _table_rows(series: Series) -> list[tuple[str, list[str]]]:
    figures = [each for _, each in series]
    rates = [each.rates.online for each in figures]
    return [
        ("Tiếp nhận", [_number(each.received, each) for each in figures]),
        ("Trực tuyến", [_number(each.online, each) for each in figures]),
        ("Tỷ lệ trực tuyến", [rate.shown.removesuffix(" %") for rate in rates]),
        ("Đã giải quyết", [_number(each.resolved, each) for each in figures]),
    ]


def _number(number: int, figures: Figures) -> str:
    return count_text(number) if figures != Figures() else NOTHING


def _table(
    series: Series, rows: list[tuple[str, list[str]]], column: float, width: float
) -> Iterator[Line | String]:
    top = _ROW * (len(rows) + 1)
    for index, (period, _) in enumerate(series):
        middle = _LABELS + column * (index + 0.5)
        yield _text(middle, top - _ROW + 3, f"{period.last:%m/%y}", font=BOLD)
        for number, (_, cells) in enumerate(rows, 2):
            yield _text(middle, top - _ROW * number + 3, cells[index])
    for number, (title, _) in enumerate(rows, 2):
        unit = " (%)" if "Tỷ lệ" in title else ""
        yield _text(0, top - _ROW * number + 3, title + unit, anchor="start")
    for number in range(len(rows) + 2):
        yield _line(0, number * _ROW, width, number * _ROW, _GRID)


def _line(x1: float, y1: float, x2: float, y2: float, colour: Color) -> Line:
    return Line(x1, y1, x2, y2, strokeColor=colour, strokeWidth=0.5)


def _bars(
    series: Series, column: float, width: float, *, bottom: float
) -> Iterator[Rect | Line | String]:
    top = nice_top(max((max(f.received, f.resolved) for _, f in series), default=0))
    for step in range(5):
        y = bottom + _BARS * step / 4
        yield _line(_LABELS, y, width, y, _GRID if step else black)
        yield _text(_LABELS - 3, y - 2.5, count_text(top * step // 4), anchor="end")
    bar = column * 0.36
    for index, (_, figures) in enumerate(series):
        left = _LABELS + column * (index + 0.5) - bar
        if figures == Figures():
            yield _text(left + bar, bottom + 3, NOTHING)
            continue
        for offset, number, colour in ((0, figures.received, _DARK), (1, figures.resolved, _LIGHT)):
            height = _BARS * number / top
            yield _box(left + bar * offset, bottom, bar, height, colour=colour)


def _box(x: float, y: float, width: float, height: float, *, colour: Color) -> Rect:
    box = Rect(x, y, width, height)
    box.fillColor, box.strokeColor, box.strokeWidth = colour, _DARK, 0.4
    return box


def _share_line(
    series: Series, column: float, width: float, *, bottom: float
) -> Iterator[Circle | Line | String]:
    height = _SHARE - 8
    for percent in (0, 50, 100):
        y = bottom + height * percent / 100
        yield _line(_LABELS, y, width, y, _GRID if percent else black)
        yield _text(_LABELS - 3, y - 2.5, f"{percent} %", anchor="end")
    points = [_point(f.rates.online, index, column) for index, (_, f) in enumerate(series)]
    placed = [None if p is None else (p[0], bottom + height * p[1]) for p in points]
    for before, after in pairwise(placed):
        if before and after:
            yield Line(*before, *after, strokeColor=_DARK, strokeWidth=1.2)
    for point in filter(None, placed):
        yield Circle(*point, 2, fillColor=white, strokeColor=_DARK, strokeWidth=1)


def _point(rate: Rate, index: int, column: float) -> tuple[float, float] | None:
    value = rate.value
    return None if value is None else (_LABELS + column * (index + 0.5), float(value))


def _legend(width: float, y: float) -> Iterator[Rect | Line | Circle | String]:
    places = (_LABELS, _LABELS + width * 0.17, _LABELS + width * 0.36)
    for x, colour, text in (
        (places[0], _DARK, "Hồ sơ tiếp nhận"),
        (places[1], _LIGHT, "Hồ sơ đã giải quyết"),
    ):
        yield _box(x, y, 8, 6, colour=colour)
        yield _text(x + 11, y, text, anchor="start")
    x = places[2]
    yield Line(x, y + 3, x + 14, y + 3, strokeColor=_DARK, strokeWidth=1.2)
    yield Circle(x + 7, y + 3, 2, fillColor=white, strokeColor=_DARK, strokeWidth=1)
    yield _text(x + 17, y, "Tỷ lệ trực tuyến (số trực tuyến/số tiếp nhận)", anchor="start")
