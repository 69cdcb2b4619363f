"""The HTML table that portals save under the name .xls.

Parsed as a stream: a tree of 100,000 rows would take most of a gigabyte. Tables inside tables
give their rows too; a cell that spans others leaves them empty, as Excel does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from dxdesk.errors import InputError
from dxdesk.exchange.grid import Grid, Merge, refuse_too_long

_WIDEST = 16384
_LONGEST_SPAN = 1_048_576
_SILENT = frozenset({"script", "style", "title", "noscript", "template"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_CHUNK = 1 << 20


@dataclass
class _Table:
    """A table being read: its current row, and the cells that reach down into the next rows."""

    row: list[str] | None = None
    text: list[str] | None = None
    spans: dict[int, int] = field(default_factory=dict)
    cell: tuple[int, int] = (1, 1)


class _Collector:
    """Target of the parser: gathers rows while the tags go by."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.merges: list[Merge] = []
        self._open: list[_Table] = []
        self._silent = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._open.append(_Table())
        elif self._open and tag == "tr":
            self._end_row()
            self._open[-1].row = []
        elif self._open and tag in {"td", "th"}:
            self._start_cell(attributes)
        elif tag in _BREAKS:
            self.data(" ")

    def end(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif self._open and tag == "table":
            self._end_row()
            self._open.pop()
        elif self._open and tag == "tr":
            self._end_row()
        elif self._open and tag in {"td", "th"}:
            self._end_cell()
        elif tag in _BREAKS:
            self.data(" ")

    def data(self, text: str) -> None:
        if not self._silent and self._open and self._open[-1].text is not None:
            self._open[-1].text.append(text)

    def close(self) -> None:
        while self._open:
            self._end_row()
            self._open.pop()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._end_cell()
        table = self._open[-1]
        if table.row is None:
            table.row = []
        table.text = []
        table.cell = (
            _span(attributes.get("colspan"), _WIDEST),
            _span(attributes.get("rowspan"), _LONGEST_SPAN),
        )

    def _end_cell(self) -> None:
        table = self._open[-1]
        if table.text is None or table.row is None:
            return
        _pass_spans(table)
        at, (across, down) = len(table.row), table.cell
        across = max(1, min(across, _WIDEST - at))
        if at < _WIDEST:
            table.row += ["".join(table.text), *[""] * (across - 1)]
        if down > 1:
            table.spans |= dict.fromkeys(range(at, at + across), down)
            line = len(self.rows)
            self.merges.append((line, at, line + down - 1, at + across - 1))
        table.text = None

    def _end_row(self) -> None:
        table = self._open[-1]
        self._end_cell()
        if table.row is None:
            return
        _pass_spans(table)
        self.rows.append(table.row)
        table.spans = {at: left - 1 for at, left in table.spans.items() if left > 1}
        table.row = None


def _pass_spans(table: _Table) -> None:
    """Leave the columns empty into which a cell from above reaches."""
    if table.row is not None:
        while len(table.row) in table.spans and len(table.row) < _WIDEST:
            table.row.append("")


def _span(text: str | None, most: int) -> int:
    digits = (text or "").strip()
    return min(int(digits), most) if digits.isascii() and digits.isdigit() and digits != "0" else 1


def html_grid(text: str, *, name: str, encoding: str = "") -> Grid:
    """Rows of all tables in *text*. InputError naming the file *name* when there is none."""
    collector = _Collector()
    target: Any = collector  # the stubs want bytes as well; the parser gives text
    parser = etree.HTMLParser(target=target, huge_tree=True, no_network=True)
    try:
        for start in range(0, len(text), _CHUNK):
            parser.feed(text[start : start + _CHUNK])
            refuse_too_long(name, len(collector.rows))
        parser.close()
    except (etree.LxmlError, ValueError) as error:
        raise InputError(
            f"Không đọc được bảng trong tệp “{name}”: tệp bị hỏng hoặc bị cắt giữa chừng. "
            "Hãy xuất lại tệp từ hệ thống rồi nhập lại."
        ) from error
    return Grid(
        "",
        _given_away(collector.rows),
        len(collector.rows),
        merges=tuple(collector.merges),
        ragged=True,
        encoding=encoding,
    )


def _given_away(rows: list[list[str]]) -> Iterator[list[str]]:
    """Each row once, without keeping it: a long table is not held twice."""
    rows.reverse()
    while rows:
        yield rows.pop()
