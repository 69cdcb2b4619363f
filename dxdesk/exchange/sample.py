"""The first lines of a source and what its columns may mean: what an officer maps them over."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from dxdesk.exchange.cells import cell_text
from dxdesk.exchange.grids import open_grids
from dxdesk.exchange.guessing import guess_fields
from dxdesk.exchange.headings import field_of, heading_text
from dxdesk.exchange.layout import DEEPEST, find_layout, is_number_row, paths_of
from dxdesk.exchange.legacy import modern
from dxdesk.exchange.mapping import Mapping, Meaning, Remembered
from dxdesk.exchange.register import MappedColumn
from dxdesk.exchange.source import Source

LINES = 60
_WIDEST = 200
_LONGEST_HEADING = 60
Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """The first lines of the sheet with the widest table, as texts, all of one width."""

    name: str
    sheet: str
    lines: tuple[Texts, ...]


def read_sample(source: Source) -> Sample:
    """InputError when *source* cannot be read at all."""
    best = Sample(source.name, "", ())
    for grid in open_grids(source):
        rows = [
            tuple(map(cell_text, row[:_WIDEST])) for row in islice(modern(grid).grid.rows, LINES)
        ]
        width = max(map(_used, rows), default=0)
        lines = tuple((*row[:width], *[""] * (width - len(row))) for row in rows)
        if sum(map(_filled, lines)) > sum(map(_filled, best.lines)):
            best = Sample(source.name, grid.name, lines)
    return best


def guess_head(sample: Sample, known: Sequence[Mapping] = ()) -> tuple[int, int]:
    """(First line of the head from 0, how many lines it has); (0, 0) when there seems to be none.

    A head that is understood; else the first line of words that is as full as those below it.
    """
    meaning: Meaning = Remembered(known)
    for at in range(len(sample.lines)):
        layout = find_layout(sample.lines[at : at + DEEPEST], meaning)
        if layout is not None:
            return at, layout.lines
    width = max(map(_filled, sample.lines), default=0)
    for at, line in enumerate(sample.lines[:-1]):
        if _is_head(line) and 2 * _filled(line) > width:
            return at, 2 if _goes_on(line, sample.lines[at + 1]) else 1
    return 0, 0


def guess_mapping(sample: Sample, head: tuple[int, int], known: Sequence[Mapping] = ()) -> Mapping:
    """What the columns of *sample* below *head* mean: by what was said, headings, then contents."""
    at, depth = head
    width = len(sample.lines[0]) if sample.lines else 0
    below = [line for line in sample.lines[at + depth :] if not is_number_row(line)]
    if not depth:
        headings = [f"Cột {number}" for number in range(1, width + 1)]
        fields: list[str | None] = [None] * width
    else:
        paths = paths_of(sample.lines[at : at + depth])
        paths += [()] * (width - len(paths))
        headings = [heading_text(path) for path in paths]
        fields = Remembered(known)(paths) or _once([field_of(path) for path in paths])
    guessed = guess_fields([[line[place] for line in below] for place in range(width)], fields)
    columns = zip(headings, guessed, strict=True)
    return Mapping(tuple(MappedColumn(*column) for column in columns), headed=bool(depth))


def _once(fields: list[str | None]) -> list[str | None]:
    seen: set[str] = set()
    for at, field in enumerate(fields):
        if field in seen:
            fields[at] = None
        elif field:
            seen.add(field)
    return fields


def _used(row: Sequence[str]) -> int:
    return next((at for at in range(len(row), 0, -1) if row[at - 1]), 0)


def _filled(row: Sequence[str]) -> int:
    return sum(1 for text in row if text)


def _is_head(line: Texts) -> bool:
    words = [text for text in line if text]
    return (
        len(words) > 1
        and all(not any(ch.isdigit() for ch in text) for text in words)
        and all(len(text) <= _LONGEST_HEADING for text in words)
    )


def _goes_on(upper: Texts, lower: Texts) -> bool:
    """Tell whether *lower* names parts of what *upper* leaves open."""
    opens = any(left and not right for left, right in pairwise(upper))
    return opens and _is_head(lower) and any(b and not a for a, b in zip(upper, lower, strict=True))
