"""What the columns of a file mean when its headings are not understood: said by an officer once.

A source is known again by the set of its headings, whatever their order.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dxdesk.exchange.headings import heading_key, heading_text
from dxdesk.exchange.register import MappedColumn

Path = tuple[str, ...]
Fields = list[str | None]
Meaning = Callable[[Sequence[Path]], Fields | None]
"""Fields of the columns with these headings, from group to leaf; None: nobody said."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """The field of each column. Without a head, columns are told by their place."""

    columns: tuple[MappedColumn, ...]
    headed: bool = True

    @property
    def source(self) -> str:
        """What this source is known by."""
        return source_of(column.heading for column in self.columns)


def source_of(headings: Iterable[str]) -> str:
    """The headings of a table in one text, in an order that does not depend on theirs."""
    return "|".join(sorted(filter(None, map(heading_key, headings))))


def nobody_said(_paths: Sequence[Path]) -> None:
    return None


class Remembered:
    """The `Meaning` that knows these mappings again by their headings."""

    def __init__(self, mappings: Iterable[Mapping]) -> None:
        self._known = {one.source: _fields(one) for one in mappings if one.headed}

    def __call__(self, paths: Sequence[Path]) -> Fields | None:
        if not self._known:
            return None
        headings = [heading_text(path) for path in paths]
        fields = self._known.get(source_of(headings))
        if fields is None:
            return None
        return [fields.get(key) for key in _keys(headings)]


def _fields(mapping: Mapping) -> dict[tuple[str, int], str | None]:
    keys = _keys([column.heading for column in mapping.columns])
    return dict(zip(keys, (column.field for column in mapping.columns), strict=True))


def _keys(headings: Sequence[str]) -> list[tuple[str, int]]:
    """Heading and which of its namesakes."""
    seen: Counter[str] = Counter()
    found = []
    for key in map(heading_key, headings):
        seen[key] += 1
        found.append((key, seen[key]))
    return found
