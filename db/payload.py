"""How changed rows stand in the action log.

A payload is a JSON list of `[row id, operation, values]`; operation `i` (inserted) and `d`
(deleted) carry `{column: value}`, `u` (updated) `{column: [old, new]}`, in the file's own raw
values, so that taking an action back restores them to the letter. Blocks of rows are
compressed; a block spans at most `SPAN` ids, which bounds the search for one row's history.
"""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

SPAN = 1000
_COMPRESS_FROM = 1024

Operation = Literal["i", "u", "d"]


@dataclass(frozen=True, slots=True)
class RowChange:
    row_id: int
    operation: Operation
    values: dict[str, Any]

    def reversed(self) -> "RowChange":
        """The change that takes this one back."""
        match self.operation:
            case "i":
                return RowChange(self.row_id, "d", self.values)
            case "d":
                return RowChange(self.row_id, "i", self.values)
            case "u":
                swapped = {name: [new, old] for name, (old, new) in self.values.items()}
                return RowChange(self.row_id, "u", swapped)

    def after(self) -> dict[str, Any]:
        """The values that the row has when nobody touched it since."""
        if self.operation == "u":
            return {name: new for name, (_old, new) in self.values.items()}
        return self.values


def pack(changes: Iterable[RowChange]) -> bytes:
    rows = [[change.row_id, change.operation, change.values] for change in changes]
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return data if len(data) < _COMPRESS_FROM else zlib.compress(data, 1)


def unpack(payload: bytes) -> list[RowChange]:
    data = payload if payload[:1] == b"[" else zlib.decompress(payload)
    return [RowChange(*row) for row in json.loads(data)]


def blocks(changes: Iterable[RowChange]) -> Iterator[list[RowChange]]:
    """*changes* of one table, sorted by row id, in blocks that span at most `SPAN` ids."""
    block: list[RowChange] = []
    for change in changes:
        if block and change.row_id - block[0].row_id >= SPAN:
            yield block
            block = []
        block.append(change)
    if block:
        yield block
