"""Lists of the office in files: procedures, officers, hamlets; known by their headings."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dxdesk.exchange.cells import Cell, cell_text
from dxdesk.exchange.grid import Grid
from dxdesk.exchange.grids import open_grids
from dxdesk.exchange.headings import heading_key
from dxdesk.exchange.layout import is_number_row
from dxdesk.exchange.legacy import modern
from dxdesk.exchange.source import Source
from dxdesk.paths import RESOURCES

_HEAD_WITHIN = 30


@dataclass(frozen=True)
class ListKind:
    key: str
    name: str
    needs: frozenset[str]
    fields: dict[str, str]
    """Field ← key of a heading."""


@dataclass(frozen=True, slots=True)
class ListRow:
    line: int
    values: dict[str, str]
    """Texts by field; empty ones are left out."""


@dataclass(frozen=True, slots=True)
class ListTable:
    file: str
    kind: ListKind
    rows: tuple[ListRow, ...]
    unused: tuple[str, ...]
    """Headings of columns that nothing is taken from."""


@cache
def kinds() -> tuple[ListKind, ...]:
    data = tomllib.loads((RESOURCES / "imports" / "lists.toml").read_text(encoding="utf-8"))
    return tuple(
        ListKind(
            one["key"],
            one["name"],
            frozenset(one["needs"]),
            {
                heading_key(text): field
                for field, texts in one["headings"].items()
                for text in texts.split("|")
            },
        )
        for one in data["list"]
    )


def read_list(source: Source) -> ListTable | None:
    """The list in *source*, or None when its headings are those of no list."""
    for grid in open_grids(source):
        found = _read(source.name, modern(grid).grid)
        if found is not None:
            return found
    return None


def _read(file: str, grid: Grid) -> ListTable | None:
    head: list[str] = []
    kind: ListKind | None = None
    rows = []
    for line, row in enumerate(grid.rows, start=1):
        if kind is None:
            head = [cell_text(cell) for cell in row]
            keys = {heading_key(text) for text in head}
            kind = next((one for one in kinds() if _fits(one, keys)), None)
            if line >= _HEAD_WITHIN and kind is None:
                return None
        elif not is_number_row(row) and (values := dict(_values(kind, head, row))):
            rows.append(ListRow(line, values))
    if kind is None:
        return None
    unused = tuple(text for text in head if text and not _is_used(kind, text))
    return ListTable(file, kind, tuple(rows), unused)


def _fits(kind: ListKind, keys: set[str]) -> bool:
    return kind.needs <= {kind.fields[key] for key in keys if key in kind.fields}


def _is_used(kind: ListKind, heading: str) -> bool:
    return heading_key(heading) in kind.fields or heading_key(heading) in {"stt", "tt", "so tt"}


def _values(kind: ListKind, head: Sequence[str], row: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    taken = set()
    for heading, cell in zip(head, row, strict=False):
        field = kind.fields.get(heading_key(heading))
        text = cell_text(cell)
        if field and text and field not in taken:
            taken.add(field)
            yield field, text
