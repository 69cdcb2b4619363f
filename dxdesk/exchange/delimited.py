"""Text tables: semicolon, comma, tab or bar between the cells, quoted cells of several lines."""

import csv
from collections.abc import Iterator
from io import StringIO

from dxdesk.errors import InputError
from dxdesk.exchange.grid import Grid
from dxdesk.exchange.headings import field_of

DELIMITERS = ";,\t|"
FORMULA_STARTS = "=+-@"
"""First characters that a spreadsheet takes for a formula; such texts are written after a '."""
_SAMPLE_LINES = 60
_LONGEST_CELL = 1_000_000

_MOST_CELLS = 10_000_000


def delimited_grid(text: str, *, name: str, encoding: str = "") -> Grid:
    delimiter = _delimiter(text)
    if (cells := text.count(delimiter)) > _MOST_CELLS:
        raise InputError(
            f"Tệp “{name}” có hơn {cells} ô, đọc sẽ mất rất lâu và đầy bộ nhớ. Hãy xóa các cột "
            "thừa hoặc xuất lại theo từng năm rồi nhập lại."
        )
    rows = _rows(text, delimiter, name=name)
    return Grid("", rows, text.count("\n") + 1, ragged=True, encoding=encoding)


def pasted_grid(text: str, *, name: str) -> Grid:
    """Cells between tabs, as Excel copies them; quotes that are no quotes stay what they are."""
    height = text.count("\n") + 1
    try:
        rows = list(_rows(text, "\t", name=name))
    except InputError:
        rows = [line.split("\t") for line in text.splitlines()]
    return Grid("", iter(rows), height, ragged=True)


def _delimiter(text: str) -> str:
    """The delimiter under which the most headings are known, then the one that splits most."""
    sample = "\n".join(text[:200_000].splitlines()[:_SAMPLE_LINES])

    def score(delimiter: str) -> tuple[int, int]:
        rows = [[cell.strip(' "') for cell in line.split(delimiter)] for line in sample.split("\n")]
        known = max(sum(1 for cell in row if field_of((cell,))) for row in rows)
        return known, sum(map(len, rows))

    return max(DELIMITERS, key=score)


def _rows(text: str, delimiter: str, *, name: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield [_unmarked(cell) for cell in row]
    except csv.Error as error:
        raise InputError(
            f"Tệp “{name}”, gần dòng {reader.line_num}: dấu ngoặc kép mở mà không đóng đúng chỗ "
            "hoặc ô quá dài. Hãy sửa dòng đó rồi nhập lại."
        ) from error


def _unmarked(cell: str) -> str:
    if cell[:1] == "'" and cell[1:2] in FORMULA_STARTS and cell[1:2]:
        return cell[1:]
    return cell
