"""One sheet of any file, as rows of cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dxdesk.errors import InputError
from dxdesk.exchange.cells import Cell

Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column of a merged area, from 0."""
MOST_LINES = 250_000
"""Of one file; the largest wards have some tens of thousands of dossiers a year."""
SAVE_AS = "Hãy mở tệp bằng Excel, lưu lại dạng .xlsx rồi nhập lại."


@dataclass(frozen=True)
class Grid:
    """One sheet. Its rows can be run through once; `height` is their number, or an estimate."""

    name: str
    rows: Iterator[Sequence[Cell]]
    height: int
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    ragged: bool = False
    """Rows come from text, so one with more cells than the head has been torn apart."""
    encoding: str = ""
    """The encoding before Unicode from which the text was turned, for the officer."""


def refuse_too_long(name: str, lines: int) -> None:
    """More than any ward's register holds would fill the memory of an office PC."""
    if lines > MOST_LINES:
        raise InputError(
            f"Tệp “{name}” có {lines} dòng, quá {MOST_LINES} dòng nên đọc một lần "
            "sẽ đầy bộ nhớ. Hãy xuất lại theo từng năm rồi nhập lần lượt."
        )
