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
    places = [at for at in range(len(text)) if not (at and _gap(text[at]) and _gap(text[at - 1]))]
    plain = "".join(_plain(text[at]) for at in places)
    needle = "".join(map(_plain, " ".join(wanted.split())))
    at = plain.find(needle) if needle else -1
    while at >= 0:
        boxes = [box_of(place) for place in places[at : at + len(needle)]]
        yield Found(page, tuple(_lines(boxes)))
        at = plain.find(needle, at + len(needle))


def _gap(character: str) -> bool:
    """A line ends with two of these, words with one."""
    return _plain(character) == " "


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
