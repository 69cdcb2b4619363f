"""Rows of a sheet with their line numbers, a look ahead, and merged cells filled in."""

from collections import deque
from collections.abc import Callable
from itertools import islice

from dxdesk.exchange.cells import Cell
from dxdesk.exchange.grid import Grid, Merge
from dxdesk.exchange.layout import Row

_STEP = 1000


class Feed:
    """Iterates over rows; `line` is the number of the last one as Excel shows it.

    *step* is called with the number of lines read, every thousand lines.
    """

    def __init__(self, grid: Grid, *, step: Callable[[int], None]) -> None:
        self._rows = iter(grid.rows)
        self._ahead: deque[Row] = deque()
        self._step = step
        self.line = 0

    def __iter__(self) -> "Feed":
        return self

    def __next__(self) -> Row:
        row = self._ahead.popleft() if self._ahead else next(self._rows)
        self.line += 1
        if self.line % _STEP == 0:
            self._step(self.line)
        return row

    def peek(self, count: int) -> list[Row]:
        """Return the next *count* rows, or what is left of them, without passing them."""
        while len(self._ahead) < count and (row := next(self._rows, None)) is not None:
            self._ahead.append(row)
        return list(islice(self._ahead, count))


class Merged:
    """Gives every line of a cell merged downwards its text; Excel keeps it in the first only."""

    def __init__(self, merges: tuple[Merge, ...], *, below: int) -> None:
        """Merges that begin below line *below* (the head's last) count."""
        self._starts: dict[int, list[tuple[int, int]]] = {}
        self._held: dict[int, tuple[int, Cell]] = {}
        for top, first, bottom, _ in merges:
            if top >= below and bottom > top:
                self._starts.setdefault(top + 1, []).append((first, bottom + 1))

    @property
    def any(self) -> bool:
        return bool(self._starts)

    def fill(self, line: int, cells: list[Cell]) -> None:
        """Put into *cells* of *line* what merged cells above it hold."""
        for at, (last, cell) in list(self._held.items()):
            if line > last:
                del self._held[at]
            elif at < len(cells) and cells[at] == "":
                cells[at] = cell
        for at, last in self._starts.get(line, ()):
            if at < len(cells):
                self._held[at] = (last, cells[at])
