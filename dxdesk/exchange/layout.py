"""Finding the head of a table: one to three heading rows, then perhaps a row "(1) (2) (3)"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from dxdesk.exchange.cells import Cell, cell_text
from dxdesk.exchange.headings import field_of, heading_key, heading_text, is_summary_heading
from dxdesk.exchange.mapping import Mapping, Meaning, Path, nobody_said
from dxdesk.exchange.register import MappedColumn
from dxdesk.exchange.shapes import BY_HAND, Shape, figures_of, is_register, shape_of

Row = Sequence[Cell]
DEEPEST = 3
"""Heading rows at most."""
MANY = frozenset({"fee", "receipt_no"})
"""Fields that several columns may fill: charges and fees are added up, receipts listed."""
_NUMBER = re.compile(r"\(?\d{1,2}[a-z]?\)?(?:\s*=.*)?")
_FEWEST_NUMBERS = 3
_SUMMARY_HEADINGS = 3


@dataclass(frozen=True)
class Layout:
    """What the columns of one table mean. `lines`: how many rows the head itself takes."""

    columns: tuple[MappedColumn, ...]
    lines: int
    shape: Shape
    doubtful_channel: str = ""
    """A heading that may mean how the result is collected, read as how the dossier came in."""

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(column.heading for column in self.columns)

    @property
    def width(self) -> int:
        return len(self.columns)

    def places(self, field: str) -> tuple[int, ...]:
        """Indexes of the columns that fill *field*."""
        return tuple(at for at, column in enumerate(self.columns) if column.field == field)

    def place(self, field: str) -> int | None:
        return next(iter(self.places(field)), None)


def find_layout(rows: Sequence[Row], meaning: Meaning = nobody_said) -> Layout | None:
    """Layout of the head that begins with the first of *rows*, or None: no head begins there.

    What *meaning* says goes before what headings say by themselves. A title above a head looks
    like a group over all columns; it adds nothing, so it is left out.
    """
    found = [
        _layout(paths_of(rows[:depth]), depth, meaning) for depth in range(1, _depth(rows) + 1)
    ]
    said = next((layout for layout in found if layout and layout.shape is BY_HAND), None)
    best = said or max((layout for layout in found if layout), key=_known, default=None)
    if best and best.lines > 1:
        without = _layout(paths_of(rows[1 : best.lines]), best.lines - 1, meaning)
        if without and _known(without) >= _known(best):
            return None
    return best


def layout_without_head(mapping: Mapping) -> Layout | None:
    """The layout of a table that has no head at all: its columns in their order."""
    fields = [column.field for column in mapping.columns]
    return _layout_of([(column.heading,) for column in mapping.columns], fields, 0, by_hand=True)


def _depth(rows: Sequence[Row]) -> int:
    return 1 + sum(1 for _ in takewhile(_may_be_below, rows[1:DEEPEST]))


def is_number_row(row: Row) -> bool:
    """`(1) (2) (3)` or `1 2 3`, also with formulas such as `(7)=(8)+(9)`."""
    texts = [text for text in map(cell_text, row) if text]
    if len(texts) < _FEWEST_NUMBERS or not all(map(_NUMBER.fullmatch, texts)):
        return False
    numbers = [int(re.findall(r"\d+", text)[0]) for text in texts]
    return all(0 <= after - before <= 1 for before, after in pairwise(numbers))


def looks_like_summary(rows: Sequence[Row]) -> bool:
    """Tell whether *rows* hold the headings of a table of figures, not of dossiers."""
    return sum(map(is_summary_heading, _texts(rows))) >= _SUMMARY_HEADINGS


def known_figures(rows: Sequence[Row]) -> Shape | None:
    """The known table of figures with the headings in *rows*."""
    parts = (part for text in _texts(rows) for part in (text, *text.split(":", maxsplit=1)))
    return figures_of({heading_key(part) for part in parts})


def _texts(rows: Sequence[Row]) -> set[str]:
    return {cell for row in rows for cell in row if isinstance(cell, str)}


def _known(layout: Layout) -> int:
    return sum(column.field is not None for column in layout.columns)


def _may_be_below(row: Row) -> bool:
    """Tell whether *row* can be a second heading row: words, no dates, codes or long numbers."""
    texts = [cell for cell in row if cell != ""]
    return bool(texts) and all(
        isinstance(cell, str) and not re.search(r"\d{3}|^\s*\(?\d", cell) for cell in texts
    )


def paths_of(rows: Sequence[Row]) -> list[Path]:
    """Heading texts of each column from group to leaf; a group reaches to the right over leaves."""
    width = max(_width(row) for row in rows)
    texts = [[cell_text(cell) for cell in row[:width]] + [""] * (width - len(row)) for row in rows]
    for level, line in enumerate(texts[:-1]):
        below = [any(lower[at] for lower in texts[level + 1 :]) for at in range(width)]
        for at in range(1, width):
            if not line[at] and below[at] and below[at - 1]:
                line[at] = line[at - 1]
    return [
        tuple(dict.fromkeys(text for line in texts if (text := line[at]))) for at in range(width)
    ]


def _width(row: Row) -> int:
    """Cells up to the last one in use; merged titles drag thousands of empty ones along."""
    return next((at for at in range(len(row), 0, -1) if row[at - 1] != ""), 0)


def _layout(paths: list[Path], lines: int, meaning: Meaning) -> Layout | None:
    said = meaning(paths)
    fields = [field_of(path) for path in paths] if said is None else said
    return _layout_of(paths, fields, lines, by_hand=said is not None)


def _layout_of(
    paths: list[Path], fields: list[str | None], lines: int, *, by_hand: bool
) -> Layout | None:
    doubtful = "" if by_hand else _doubtful_channel(paths, fields)
    if not by_hand:
        _give_to_applicant(fields)
    taken: set[str] = set()
    for at, field in enumerate(fields):
        if field in taken and field not in MANY:
            fields[at] = None
        elif field:
            taken.add(field)
    if not is_register(frozenset(taken)):
        return None
    columns = [
        MappedColumn(heading_text(path), field) for path, field in zip(paths, fields, strict=True)
    ]
    shape = BY_HAND if by_hand else shape_of(frozenset(taken))
    return Layout(tuple(columns), lines, shape, doubtful)


def _give_to_applicant(fields: list[str | None]) -> None:
    """Where no column names an owner, "Địa chỉ" and the like are the applicant's."""
    if "applicant_name" not in fields or "owner_name" in fields:
        return
    for at, field in enumerate(fields):
        if field and field.startswith("owner_"):
            own = field.replace("owner_", "applicant_")
            fields[at] = None if own in fields else own


def _doubtful_channel(paths: list[Path], fields: list[str | None]) -> str:
    """Heading "Phương thức nhận" if it is the only one for the channel; else *fields* changes."""
    places = [at for at, field in enumerate(fields) if field == "channel"]
    unclear = [at for at in places if heading_key(paths[at][-1]) == "phuong thuc nhan"]
    if not unclear:
        return ""
    if len(unclear) < len(places):
        for at in unclear:
            fields[at] = "return_way"
        return ""
    return heading_text(paths[unclear[0]])
