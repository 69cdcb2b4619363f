"""Words in more than one face, broken into lines; nothing in them is read as markup."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth

from dxdesk.domain.text import clean

_TEMPLATE = re.compile(r"\{(\w+)\}|(\*)|([^{*]+)")
_PIECES = re.compile(r"\s*\S+|\s+")
_DOTS = "." * 24
_SHORTEST_FILL = 12


@lru_cache(maxsize=32768)
def _unit_width(text: str, font: str) -> float:
    return stringWidth(text, font, 1)


def text_width(text: str, font: str, size: float) -> float:
    """Points; the words of slips come again and again."""
    return _unit_width(text, font) * size


@dataclass(frozen=True, slots=True)
class Run:
    text: str
    font: str
    fills: bool = False
    """Dots to write on, as far as the line goes."""


Line = list[tuple[float, str, str]]
"""Where it begins, in which font, which words."""


@dataclass(frozen=True, slots=True)
class _Segment:
    text: str
    is_value: bool
    bold: bool


@cache
def _segments(template: str) -> tuple[_Segment, ...]:
    found, bold = [], False
    for value, star, words in _TEMPLATE.findall(template):
        if star:
            bold = not bold
        else:
            found.append(_Segment(value or words, bool(value), bold))
    return tuple(found)


def runs(template: str, values: Mapping[str, str], *, plain: str, bold: str) -> list[Run]:
    """*template* with its values; an empty one becomes dots, at the end up to the margin."""
    segments = _segments(template)
    made = []
    for place, segment in enumerate(segments):
        font = bold if segment.bold else plain
        text = clean(values[segment.text]) if segment.is_value else segment.text
        if segment.is_value and not text:
            last = place == len(segments) - 1
            made.append(Run("" if last else _DOTS, plain, fills=last))
        else:
            made.append(Run(text, font))
    return made


def set_lines(found: Sequence[Run], size: float, width: float, *, first: float = 0) -> list[Line]:
    """*found* broken at spaces into lines of *width*; *first* is the indent of the first one."""
    lines: list[Line] = [[]]
    x = first
    for run in found:
        if run.fills:
            x = _fill(lines, x, run.font, size, width)
            continue
        for piece in _pieces(run.text, run.font, size, width):
            wide = text_width(piece, run.font, size)
            if x + wide > width and lines[-1] and not piece.isspace():
                lines.append([])
                x, piece = 0, piece.lstrip()  # noqa: PLW2901 - the space stays on the old line
                wide = text_width(piece, run.font, size)
            _append(lines[-1], x, run.font, piece)
            x += wide
    return lines


@lru_cache(maxsize=2048)
def plain_lines(text: str, font: str, size: float, width: float) -> tuple[Line, ...]:
    """*text* in one face; the words of a form are the same on every slip."""
    return tuple(set_lines([Run(text, font)], size, width))


@lru_cache(maxsize=512)
def balanced_lines(text: str, font: str, size: float, width: float) -> tuple[Line, ...]:
    """*text* in as few lines as it needs, all about the same length."""
    lines = plain_lines(text, font, size, width)
    room = width
    while len(lines) > 1 and len(plain_lines(text, font, size, room * 0.96)) == len(lines):
        room *= 0.96
    return plain_lines(text, font, size, room)


def _append(line: Line, x: float, font: str, piece: str) -> None:
    if line and line[-1][1] == font:
        start, _, text = line[-1]
        line[-1] = (start, font, text + piece)
    else:
        line.append((x, font, piece))


def _fill(lines: list[Line], x: float, font: str, size: float, width: float) -> float:
    dot = text_width(".", font, size)
    number = int((width - x) / dot)
    if number < _SHORTEST_FILL:
        lines.append([])
        x, number = 0, int(width / dot)
    lines[-1].append((x, font, "." * number))
    return width


def _pieces(text: str, font: str, size: float, width: float) -> Iterator[str]:
    """Words with the space before them; one that is wider than a line is cut."""
    for word in _PIECES.findall(text):
        piece = word
        while text_width(piece, font, size) > width:
            cut = _longest(piece, font, size, width)
            yield piece[:cut]
            piece = piece[cut:]
        yield piece


def _longest(text: str, font: str, size: float, width: float) -> int:
    """How many characters of *text* fit; broken after a mark where there is one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if stringWidth(text[:middle], font, size) <= width:
            low = middle
        else:
            high = middle - 1
    marked = max(text[:low].rfind(mark) for mark in "-/.,") + 1
    return marked or low
