"""A block of cells from the clipboard or a file, and which of its columns hold which fields."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from pathlib import Path

from dxdesk.domain.ledgers import Field, Ledger
from dxdesk.domain.text import clean, folded
from dxdesk.errors import InputError
from dxdesk.exchange.cells import cell_text
from dxdesk.exchange.grids import open_grids
from dxdesk.exchange.headings import heading_key
from dxdesk.services.ledgers.choices import choices_of

Cells = Sequence[str]
FEWEST_HEADINGS = 2
MOST_LINES = 20_000
_HEAD_WITHIN = 15
COUNTERS = {"stt", "tt", "so tt", "so thu tu"}
"""Headings of a column that only counts the lines."""
_TOTALS = ("tong cong", "tong so", "cong:", "tong:")


def cells_of_text(text: str) -> list[list[str]]:
    """Rows of cells of what a spreadsheet puts on the clipboard."""
    found = csv.reader(StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t")
    return _checked([[clean(cell) for cell in row] for row in found])


def cells_of_file(path: Path) -> list[list[str]]:
    """Rows of the first sheet that holds any; InputError when *path* is no table."""
    for grid in open_grids(path):
        rows = [[cell_text(cell) for cell in row] for row in grid.rows]
        if any(any(row) for row in rows):
            return _checked(rows)
    raise InputError(f"Tệp “{path.name}” không có dòng nào.")


def _checked(rows: list[list[str]]) -> list[list[str]]:
    if len(rows) > MOST_LINES:
        raise InputError(f"Bảng có hơn {MOST_LINES} dòng; hãy chia nhỏ rồi đưa vào từng phần.")
    return rows


def columns_of(ledger: Ledger, cells: Sequence[Cells]) -> tuple[dict[int, Field], int | None]:
    """Which column holds which field, and the row of headings; none: by the order of fields."""
    known = _headings(ledger)
    best: tuple[dict[int, Field], int | None] = ({}, None)
    for at, row in enumerate(cells[:_HEAD_WITHIN]):
        found: dict[int, Field] = {}
        for place, text in enumerate(row):
            one = known.get(heading_key(text))
            if one is not None and one not in found.values():
                found[place] = one
        if len(found) > len(best[0]):
            best = found, at
    if len(best[0]) >= min(FEWEST_HEADINGS, len(ledger.fields)):
        return best
    first = 1 if _is_counted(cells) else 0
    return dict(enumerate(ledger.fields, start=first)), None


def _headings(ledger: Ledger) -> dict[str, Field]:
    found = {heading_key(text): one for one in ledger.fields for text in one.also}
    return found | {heading_key(one.title): one for one in ledger.fields}


def _is_counted(cells: Sequence[Cells]) -> bool:
    """The first column only counts the lines."""
    first = [row[0] for row in cells if row and any(row)]
    return len(first) > 1 and first == [str(n) for n in range(1, len(first) + 1)]


def no_entry(cells: Iterable[str]) -> str:
    """Why a line below the head is no entry; empty when it may be one."""
    filled = [text for text in cells if text]
    if folded(filled[0]).startswith(_TOTALS):
        return "dòng cộng"
    if len(filled) == 1 and filled[0].isdigit():
        return "dòng chỉ có một con số"
    bare = [text.strip("()[]") for text in filled]
    if len(bare) > 1 and bare == [str(n) for n in range(1, len(bare) + 1)]:
        return "dòng đánh số cột"
    return ""


def titled(ledger: Ledger, places: Mapping[int, Field], above: Sequence[Cells]) -> dict[str, str]:
    """Choices that no column holds but the title above the table names: “SỔ VĂN BẢN ĐẾN”."""
    title = " ".join(folded(text) for row in above for text in row)
    found = {}
    for one in ledger.fields:
        named = [name for _key, name in choices_of(one) if name and folded(name) in title]
        if one.told_above and one not in places.values() and len(named) == 1:
            found[one.key] = named[0]
    return found
