"""How changed rows stand in the action log.

A payload is a JSON list of `[row id, operation, values]`; operation `i` (inserted) and `d`
(deleted) carry `{column: value}` without the blank ones (`db.actions.blanks`), `u` (updated)
`{column: [old, new]}`, in the file's own raw values, so that taking an action back restores them
to the letter. Rows inserted in bulk stand as a table, `{"names": […], "rows": [[id, …], …]}`.
Blocks of rows are compressed; a block spans at most `SPAN` ids, which bounds the search for one
row's history.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
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
    return _packed([[change.row_id, change.operation, change.values] for change in changes])


def pack_inserted(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> bytes:
    """A block of inserted rows as a table: the names once, then `[row id, values …]`.

    *names* leave out `id` and the columns that are blank (`db.actions.blanks`) in every row.
    """
    return _packed({"names": names, "rows": rows})


def _packed(found: object) -> bytes:
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    return data if len(data) < _COMPRESS_FROM else zlib.compress(data, 1)


def unpack(payload: bytes) -> list[RowChange]:
    data = payload if payload[:1] in {b"[", b"{"} else zlib.decompress(payload)
    found = json.loads(data)
    if isinstance(found, list):
        return [RowChange(*row) for row in found]
    names = found["names"]
    return [RowChange(row[0], "i", dict(zip(names, row[1:], strict=True))) for row in found["rows"]]


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
