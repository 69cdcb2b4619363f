"""Rows of one table that stand together, read column by column."""

from collections.abc import Sequence
from itertools import repeat
from typing import Any

from dxdesk.domain.dossier import DayOnly
from dxdesk.domain.memo import Memo
from dxdesk.exchange.cells import Cell
from dxdesk.exchange.register import RegisterRow
from dxdesk.exchange.tally import Doubt

_BLANK = {"line": 0, **RegisterRow._field_defaults}
_DAY_ONLY = tuple(map(DayOnly, range(2 ** len(DayOnly))))


class RejectedError(Exception):
    """A row that goes into quarantine; the text is the reason in Vietnamese."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason


class Stretch:
    """`cells` by column; `values` by field, as far as they are read; rows are known by place."""

    def __init__(self, lines: Sequence[int], rows: Sequence[Sequence[Cell]], *, sheet: str) -> None:
        self.size = len(lines)
        self.cells = tuple(zip(*rows, strict=False))
        self.values: dict[str, Sequence[Any]] = {"line": lines, "sheet": [sheet] * self.size}
        self.rejected: dict[int, RejectedError] = {}
        self.doubts: list[tuple[int, Doubt]] = []
        self._day_only = [0] * self.size

    def column(self, at: int | None) -> Sequence[Cell]:
        return [""] * self.size if at is None else self.cells[at]

    def of(self, field: str) -> Sequence[Any]:
        """What the rows say for *field*, as far as it was read."""
        return self.values.get(field) or [_BLANK[field]] * self.size

    def fill(self, field: str, texts: Sequence[str]) -> None:
        """Take *texts* for *field* where the rows themselves say nothing."""
        self.values[field] = [own or text for own, text in zip(self.of(field), texts, strict=True)]

    def mark(self, flag: DayOnly, by_day: Sequence[bool]) -> None:
        """Note which moments are known by their date only."""
        if any(by_day):
            bit = int(flag)
            marked = zip(self._day_only, by_day, strict=True)
            self._day_only = [bits | bit if is_by_day else bits for bits, is_by_day in marked]

    def reject(self, at: int, field: str, reason: str) -> None:
        """Set the row at *at* aside; the first reason counts."""
        self.rejected.setdefault(at, RejectedError(field, reason))

    def doubt(self, doubts: Sequence[Doubt | None]) -> None:
        """Take over what is doubted in each row."""
        self.doubts += [(at, doubt) for at, doubt in enumerate(doubts) if doubt]

    def rows(self) -> list[RegisterRow]:
        self.values["day_only"] = [_DAY_ONLY[bits] for bits in self._day_only]
        columns = (self.values.get(name) or repeat(_BLANK[name]) for name in RegisterRow._fields)
        return [*map(RegisterRow._make, zip(*columns, strict=False))]


def said(memo: Memo[Any, Any], cells: Sequence[Cell]) -> list[Any]:
    """What *memo* says of each cell; only texts are kept, as `True` and `1` are equal keys."""
    asked = memo.asked
    return [memo[cell] if isinstance(cell, str) else asked(cell) for cell in cells]
