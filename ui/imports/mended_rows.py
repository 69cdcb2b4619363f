"""Rows that are being mended: what was typed into them, and what they would be now."""

from collections.abc import Sequence

from dxdesk.services.imports import Mended, Verdict, WaitingRow

Texts = tuple[str, ...]


class MendedRows:
    """Rows with the same columns; what is typed stays here until it is taken in."""

    def __init__(self, rows: Sequence[WaitingRow] = ()) -> None:
        self.rows = rows
        self.texts: dict[int, Texts] = {}
        """Cells of the rows in which something was typed, by id."""
        self.found: dict[int, Mended] = {}

    def cells(self, row: WaitingRow) -> Texts:
        return self.texts.get(row.id, row.texts)

    def put(self, place: int, at: int, text: str) -> None:
        """Type *text* into the cell *at* of the row at *place*."""
        row = self.rows[place]
        cells = self.cells(row)
        self.texts[row.id] = (*cells[:at], text, *cells[at + 1 :])

    def takes(self) -> int:
        """How many rows can be taken in."""
        return sum(one.verdict is not Verdict.ASIDE for one in self.found.values())

    def ready(self) -> tuple[WaitingRow, ...]:
        """Rows that can be taken in, and those in which something was typed."""
        return tuple(row for row in self.rows if row.id in self.texts or not self.is_wrong(row))

    def is_wrong(self, row: WaitingRow) -> bool:
        found = self.found.get(row.id)
        return found is None or found.verdict is Verdict.ASIDE

    def wrong_heading(self, row: WaitingRow) -> str:
        """Heading of the column to be mended."""
        found = self.found.get(row.id)
        return row.column if found is None else found.column

    def standing(self, row: WaitingRow) -> str:
        """What the row would be now, or what is wrong with it."""
        found = self.found.get(row.id)
        if found is None:
            return row.reason
        return found.reason or f"Nhập được: {found.verdict.label.lower()}"

    def alike(self, place: int, at: int) -> list[int]:
        """Places of cells that came with the same text, but say something else now."""
        one = self.rows[place]
        now = self.cells(one)[at]
        return [
            other
            for other, row in enumerate(self.rows)
            if row.texts[at] == one.texts[at] and self.cells(row)[at] != now
        ]
