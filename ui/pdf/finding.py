"""Finding words on the pages of a PDF, whatever their accents."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dxdesk.domain.text import folded

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""
_SAME_LINE = 2.0


@dataclass(frozen=True, slots=True)
class Found:
    page: int
    boxes: tuple[Box, ...]


def found_on(page: int, text: str, wanted: str, box_of: Any) -> Iterator[Found]:
    """Every place of *wanted* in *text*; *box_of* gives the box of the character at an index."""
    plain = "".join(map(_plain, text))
    needle = "".join(map(_plain, " ".join(wanted.split())))
    at = plain.find(needle) if needle else -1
    while at >= 0:
        yield Found(page, tuple(_lines([box_of(n) for n in range(at, at + len(needle))])))
        at = plain.find(needle, at + len(needle))


def _plain(character: str) -> str:
    """One character for one, so that places stay the same."""
    return (folded(character) or " ")[:1]


def _lines(boxes: list[Box]) -> Iterator[Box]:
    """The boxes of characters as one box for each line."""
    line: Box | None = None
    for left, bottom, right, top in boxes:
        if right <= left:
            continue
        if (
            line is not None
            and abs(line[1] - bottom) < (line[3] - line[1]) + _SAME_LINE
            and left >= line[0]
        ):
            line = (line[0], min(line[1], bottom), max(line[2], right), max(line[3], top))
        else:
            if line is not None:
                yield line
            line = (left, bottom, right, top)
    if line is not None:
        yield line
