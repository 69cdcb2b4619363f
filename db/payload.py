"""How changed rows stand in the action log.

A payload is a JSON list of `[row id, operation, values]`; operation `i` (inserted) and `d`
(deleted) carry `{column: value}` without the blank ones (`db.actions.blanks`), `u` (updated)
`{column: [old, new]}`, in the file's own raw values, so that taking an action back restores them
to the letter. Rows inserted in bulk stand as a table, `{"names": […], "columns": [[id, …], …]}`
(in older logs by row, `"rows": [[id, …], …]`), which packs best and is written fastest.
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
_BETWEEN = '","'

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


def pack_inserted(names: Sequence[str], columns: Iterable[Sequence[Any]]) -> bytes:
    """A block of inserted rows as a table: names and values of its columns, `id` the first.

    What is blank (`db.actions.blanks`) in every row is left out.
    """
    values = ",".join(map(_column, columns))
    return _compressed(f'{{"names":{_json(names)},"columns":[{values}]}}')


def _column(values: Sequence[Any]) -> str:
    """JSON of *values*; the usual kinds are many and put together at once."""
    kinds = set(map(type, values))
    if kinds == {int}:
        return str([*values])
    if kinds == {str}:
        text = _BETWEEN.join(values)
        plain = text.isprintable() and "\\" not in text
        if plain and text.count('"') == 2 * (len(values) - 1):
            return f'["{text}"]'
    return _json(values)


def _packed(found: object) -> bytes:
    return _compressed(_json(found))


def _json(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _compressed(text: str) -> bytes:
    data = text.encode()
    return data if len(data) < _COMPRESS_FROM else zlib.compress(data, 1)


def unpack(payload: bytes) -> list[RowChange]:
    data = payload if payload[:1] in {b"[", b"{"} else zlib.decompress(payload)
    found = json.loads(data)
    if isinstance(found, list):
        return [RowChange(*row) for row in found]
    if "rows" in found:
        names, rows = found["names"], found["rows"]
    else:
        names, rows = found["names"][1:], zip(*found["columns"], strict=True)
    return [RowChange(row[0], "i", dict(zip(names, row[1:], strict=True))) for row in rows]


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
