"""Tables in a text: lines whose cells stand between tabs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dxdesk.domain.claims.numbers import whole
from dxdesk.domain.claims.prose import Prose

IS_RATE = re.compile(r"ty le|ti le|%")
_COUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")
_RATE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%?")
_INDEX = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?")
_NUMBERING = re.compile(r"(?:stt|tt|so tt)\b")
_LABEL_CELLS = 3
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    """As written."""
    plain: str
    start: int
    end: int

    @property
    def count(self) -> int | None:
        text = self.text
        return whole(text) if _COUNT.fullmatch(text) else None

    @property
    def rate(self) -> str | None:
        found = _RATE.fullmatch(self.text)
        return found[1] if found else None


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    heads: tuple[str, ...]
    """Per column, without accents."""
    rows: tuple[Row, ...]

    def counts(self, column: int) -> bool:
        head = self.heads[column]
        return not IS_RATE.search(head) and not _NUMBERING.match(head)

    def label(self, row: Row) -> str:
        return next(
            (cell.plain for cell in row[:_LABEL_CELLS] if cell.plain and cell.count is None), ""
        )


def without_tables(prose: Prose) -> Prose:
    """The running text; cells are no sentences. Places stay."""
    lines = [re.sub(r"[^\t]", " ", one) if "\t" in one else one for one in prose.text.split("\n")]
    return replace(prose, text="\n".join(lines))


def tables_of(prose: Prose) -> Iterator[Table]:
    place, lines = 0, []
    for line in prose.text.split("\n"):
        lines.append((line, place))
        place += len(line) + 1
    for tabbed, block in groupby(lines, key=lambda one: "\t" in one[0]):
        if tabbed:
            rows = [_cells(prose, line, start) for line, start in block]
            width = max(map(len, rows))
            yield _table([(*row, *[_blank(row)] * (width - len(row))) for row in rows])


def _blank(row: Row) -> Cell:
    return Cell("", "", row[-1].end, row[-1].end)


def _cells(prose: Prose, line: str, start: int) -> Row:
    cells = []
    for text in line.split("\t"):
        left = start + len(text) - len(text.lstrip())
        right = max(left, start + len(text.rstrip()))
        plain = " ".join(prose.unmasked[left:right].split())
        cells.append(Cell(" ".join(prose.text[left:right].split()), plain, left, right))
        start += len(text) + 1
    return tuple(cells)


def _table(rows: Sequence[Row]) -> Table:
    top = next(
        (at for at, row in enumerate(rows) if any(c.count is not None for c in row)), len(rows)
    )
    heads = [_spread([cell.plain for cell in row]) for row in rows[:top]]
    joined = tuple(
        " ".join(dict.fromkeys(filter(None, parts))) for parts in zip(*heads, strict=True)
    )
    body = tuple(row for row in rows[top:] if not _numbers_columns(row))
    return Table(joined or ("",) * len(rows[0]), body)


def _spread(texts: list[str]) -> list[str]:
    """A heading over several columns stands once, the cells beside it are empty."""
    for at in range(1, len(texts)):
        if not texts[at] and at > 1:
            texts[at] = texts[at - 1]
    return texts


def _numbers_columns(row: Row) -> bool:
    """Whether it is (1) (2) (3) or the like, under the heading."""
    filled = [cell.text for cell in row if cell.text]
    numbers = [re.sub(r"\D.*", "", text.strip("(")) for text in filled]
    if not all(map(_INDEX.fullmatch, filled)) or len(filled) <= _FEWEST_ROWS:
        return False
    return numbers in (
        [str(n) for n in range(1, len(filled) + 1)],
        [str(n) for n in range(len(filled))],
    )
