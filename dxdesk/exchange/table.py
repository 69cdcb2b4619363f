"""One sheet of a register, line by line: the head, the dossiers, and what is neither."""

import re
from collections.abc import Callable, Sequence

from dxdesk.exchange.cells import Cell, cell_text
from dxdesk.exchange.feed import Feed, Merged
from dxdesk.exchange.findings import Findings
from dxdesk.exchange.grid import Grid
from dxdesk.exchange.layout import DEEPEST, Layout, Row, find_layout, is_number_row
from dxdesk.exchange.lines import (
    Group,
    Texts,
    group_of,
    is_code,
    is_signature,
    texts_of,
    total_in_title,
    total_of,
)
from dxdesk.exchange.mapping import Meaning
from dxdesk.exchange.register import LineKind, Quarantined
from dxdesk.exchange.rows import RowReader
from dxdesk.exchange.stretch import RejectedError
from dxdesk.exchange.tally import Doubt

HEAD_WITHIN = 300
"""A sheet whose head does not begin within so many lines has none."""
_AT_ONCE = 1000
_FEWEST_CELLS = 2
_DIGIT = re.compile(r"\d")


class Table:
    """Reads one `Grid` into `Findings`."""

    def __init__(
        self, grid: Grid, findings: Findings, *, meaning: Meaning, step: Callable[[int], None]
    ) -> None:
        self.stated: list[int] = []
        """How many dossiers the title and the totals of this sheet state."""
        self.unread: list[Row] = []
        """Lines without a head, for telling what kind of table this is instead."""
        self.count = 0
        """Dossiers read: those taken in and those in quarantine."""
        self.reading: _Reading | None = None
        self._grid = grid
        self._findings = findings
        self._meaning = meaning
        self._feed = Feed(grid, step=step)

    def read(self, *, without_head: Layout | None = None) -> None:
        """Read all lines; `reading` stays None when no head was found, nor is *without_head*."""
        before = self._findings.count
        if without_head is not None:
            self.reading = self._below(without_head)
        for row in self._feed:
            if not (reading := self.reading):
                self._before_head(row)
                if not self.reading and self._feed.line >= HEAD_WITHIN:
                    break
            elif reading.is_dossier(row):
                reading.take(self._feed.line, row)
            else:
                self._other(row)
        if self.reading:
            self.reading.settle()
        self.count = self._findings.count - before
        self._findings.end_sheet(read=self.reading is not None, sheet=self._grid.name)

    def _before_head(self, row: Row) -> None:
        if self._head(row):
            return
        texts = texts_of(row)
        self.stated += [total for _, text in texts if (total := total_in_title(text))]
        if texts:
            self.unread.append(row)
            self._skip(LineKind.TITLE, texts)

    def _head(self, row: Row) -> bool:
        """Take *row* and those that belong to it as a head, when they are one."""
        layout = find_layout([row, *self._feed.peek(DEEPEST - 1)], self._meaning)
        if layout is None:
            return False
        self._skip(LineKind.HEADING, texts_of(row))
        for _ in range(layout.lines - 1):
            self._skip(LineKind.HEADING, texts_of(next(self._feed)))
        if any(map(is_number_row, self._feed.peek(1))):
            self._skip(LineKind.NUMBERS, texts_of(next(self._feed)))
        if self.reading is None or layout.columns != self.reading.layout.columns:
            if self.reading:
                self.reading.settle()
            self.reading = self._below(layout)
        self.reading.signed = False
        return True

    def _below(self, layout: Layout) -> "_Reading":
        merged = Merged(self._grid.merges, below=self._feed.line)
        return _Reading(layout, self._findings, self._grid, merged)

    def _other(self, row: Row) -> None:
        """Deal with a line below the head that is no plain dossier."""
        texts = texts_of(row)
        reading = self.reading
        if reading is None or self._head(row):
            return
        total = total_of(texts)
        if not texts or reading.only_number(texts):
            self._empty(texts)
        elif total:
            self._total(texts, *total)
        elif is_number_row(row):
            self._skip(LineKind.NUMBERS, texts)
        elif group := group_of(texts):
            reading.open_group(group)
            self._skip(LineKind.GROUP, texts)
        elif not reading.is_dated(row) and (reading.signed or is_signature(texts)):
            reading.signed = True
            self._skip(LineKind.SIGNATURE, texts)
        elif len(texts) >= _FEWEST_CELLS or reading.is_dated(row):
            reading.take(self._feed.line, row)
        else:
            self._findings.tally.note(Doubt.LOOSE_LINE, self._feed.line, sheet=self._grid.name)
            self._skip(LineKind.OTHER, texts)

    def _total(self, texts: Texts, kind: LineKind, count: int | None) -> None:
        reading = self.reading
        if kind is LineKind.TOTAL and count is not None:
            self.stated.append(count)
        elif reading and count is not None and count != reading.grouped:
            self._findings.tally.note(Doubt.SUBTOTAL, self._feed.line, sheet=self._grid.name)
        if reading and kind is LineKind.SUBTOTAL:
            reading.grouped = 0
        self._skip(kind, texts)

    def _empty(self, texts: Texts) -> None:
        """A run of empty lines is told once; those at the end of a sheet are nothing."""
        last = self._findings.skipped[-1] if self._findings.skipped else None
        if texts or last is None or last.kind is not LineKind.EMPTY:
            self._skip(LineKind.EMPTY, texts)

    def _skip(self, kind: LineKind, texts: Texts) -> None:
        words = [text for _, text in texts]
        self._findings.skip(self._feed.line, kind, words, sheet=self._grid.name)


class _Reading:
    """The dossiers below one head."""

    def __init__(self, layout: Layout, findings: Findings, grid: Grid, merged: Merged) -> None:
        self.layout = layout
        self.signed = False
        self.grouped = 0
        """Dossiers since the last group row or subtotal."""
        self._findings = findings
        self._grid = grid
        self._merged = merged
        self._group = Group()
        self._lines: list[int] = []
        self._rows: list[Row] = []
        self._places = findings.columns.add(layout)
        self._reader = RowReader(layout, findings.tally, sheet=grid.name)
        self._code = layout.place("code")
        self._days = (*layout.places("received"), *layout.places("submitted"))

    def is_dossier(self, row: Row) -> bool:
        """Tell whether *row* has a code, or a date where the table has no codes."""
        if self._code is None:
            return self.is_dated(row) and total_of(texts_of(row)) is None
        if not is_code(_cell(row, self._code)):
            return False
        first = row[0]
        if self._code and isinstance(first, str) and not first[:1].isdigit():
            return total_of(texts_of(row)) is None
        return True

    def is_dated(self, row: Row) -> bool:
        return any(_DIGIT.search(cell_text(_cell(row, at))) for at in self._days)

    def only_number(self, texts: Texts) -> bool:
        number = self.layout.place("number")
        return number is not None and [at for at, _ in texts] == [number] and texts[0][1].isdigit()

    def open_group(self, group: Group) -> None:
        self.settle()
        self._group = self._group.above(group)
        self._findings.columns.open_group(self._group)
        self.grouped = 0

    def take(self, line: int, row: Row) -> None:
        """Take *row* as a dossier; it is read when its stretch is long enough, or ends."""
        self.grouped += 1
        cells = row
        if len(row) < self.layout.width or self._merged.any:
            cells = [*row, *[""] * (self.layout.width - len(row))]
            self._merged.fill(line, cells)
        self._lines.append(line)
        self._rows.append(cells)
        if len(self._rows) == _AT_ONCE:
            self.settle()

    def settle(self) -> None:
        """Read the rows that were taken: into the findings, or into quarantine with the reason."""
        lines, rows = self._lines, self._rows
        if not rows:
            return
        self._lines, self._rows = [], []
        read = self._reader.read(lines, rows, self._group)
        for line, cells, found in zip(lines, rows, read, strict=True):
            refused = self._torn(cells) or (
                found if isinstance(found, RejectedError) else self._findings.add(found)
            )
            if refused:
                self._quarantine(line, cells, refused)

    def _torn(self, cells: Sequence[Cell]) -> RejectedError | None:
        width = self.layout.width
        if self._grid.ragged and len(cells) > width and any(cell != "" for cell in cells[width:]):
            return RejectedError(
                "",
                f"dòng có nhiều ô hơn tiêu đề ({len(cells)} thay vì {width}): dấu phân cách nằm "
                "trong một ô, cần đặt ô đó trong ngoặc kép",
            )
        return None

    def _quarantine(self, line: int, cells: Sequence[Cell], rejected: RejectedError) -> None:
        at = self.layout.place(rejected.field)
        self._findings.quarantined.append(
            Quarantined(
                line=line,
                column="" if at is None else self.layout.columns[at].heading,
                value="" if at is None else cell_text(cells[at]),
                reason=rejected.reason,
                raw=self._findings.columns.raw(self._places, cells, self._group),
                sheet=self._grid.name,
            )
        )


def _cell(row: Row, at: int) -> Cell:
    return row[at] if at < len(row) else ""
