"""A long table with its foot: the signature never stands on a page without rows of the table."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, LongTable, PageBreak
from reportlab.platypus.flowables import NullDraw

LAST_ROWS = 3
"""So many rows, the total among them, go to the last page with the notes and the signature."""
_ENDLESS = 0xFFFFFF
_TWO = 2


class ClosedTable(NullDraw):
    """*table*, and below its last rows *foot*, on one page with them."""

    def __init__(self, table: LongTable, foot: Sequence[Flowable]) -> None:
        super().__init__()
        self.table, self.foot = table, list(foot)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - reportlab's
        """Endless, as with reportlab's KeepTogether: `split` then says what stands where."""
        return aW, _ENDLESS

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        _, height = self.table.wrap(aW, aH)
        end = KeepTogether(self.foot)
        if height + self._foot_height(aW) <= aH:
            return [self.table, end]
        at_top = getattr(getattr(self, "_frame", None), "_atTop", True)
        for room in (min(aH, self._but_last()), *([aH] if at_top else [])):
            parts: list[Any] = self.table.split(aW, room)
            if len(parts) == _TWO:
                return [parts[0], PageBreak(), ClosedTable(parts[1], self.foot)]
        if not at_top:
            return []  # all of it on the next page
        return [self.table, end]  # a foot as long as a page

    def _but_last(self) -> float:
        """The height of all rows but the last ones; endless where not even these are known."""
        heights: list[float | None] = getattr(self.table, "_rowHeights")  # noqa: B009 - untyped
        kept = heights[:-LAST_ROWS]
        known = [height for height in kept if height is not None]
        return sum(known) + 0.01 if len(known) == len(kept) else _ENDLESS

    def _foot_height(self, width: float) -> float:
        return sum(
            each.wrap(width, _ENDLESS)[1] + each.getSpaceBefore() + each.getSpaceAfter()
            for each in self.foot
        )
