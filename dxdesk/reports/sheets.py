"""Worksheets with real types: numbers as numbers, dates as dates, text never as a formula."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.utility import xl_rowcol_to_cell

from dxdesk.domain.figures import Rate
from dxdesk.domain.text import clean
from dxdesk.reports.document import PRODUCER
from dxdesk.reports.files import replacing
from dxdesk.reports.forms import head_cells
from dxdesk.reports.wording import NOTHING

Value = str | int | float | date | datetime | None

FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
PLAIN: Mapping[str, Any] = {}
BOLD = {"bold": True}
ITALIC = {"italic": True}
TITLE = {"bold": True, "font_size": 14, "align": "center", "text_wrap": True}
HEAD = {"bold": True, "align": "center", "text_wrap": True, "border": 1, "bg_color": "#E7EDF4"}
TEXT = {"text_wrap": True, "border": 1}
CENTRED = {"align": "center", "border": 1}
NUMBER = {"num_format": "#,##0", "border": 1}
RATE = {"num_format": "0.00%", "border": 1, "align": "right"}
MOMENT = {"num_format": "dd/mm/yyyy hh:mm", "align": "center", "border": 1}
DATE = {"num_format": "dd/mm/yyyy", "align": "center", "border": 1}
_A4 = 9
_LONGEST = 32_767
"""Characters that Excel keeps in one cell."""


@dataclass(frozen=True)
class Book:
    """A workbook and its formats, each made once."""

    workbook: Any
    formats: dict[str, Any] = field(default_factory=dict)

    def look(self, *parts: Mapping[str, Any]) -> Any:
        """The format that these properties make together."""
        properties = FONT | {key: value for part in parts for key, value in part.items()}
        key = repr(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format(properties)
        return self.formats[key]

    def sheet(self, name: str, *, landscape: bool) -> Any:
        """A sheet for A4, one page wide, numbered."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_paper(_A4)
        (sheet.set_landscape if landscape else sheet.set_portrait)()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
        sheet.set_header("&C&P", {"margin": 0.4})
        sheet.hide_gridlines(2)
        return sheet


@contextmanager
def new_book(
    path: Path, *, title: str, author: str, now: datetime, streaming: bool = False
) -> Iterator[Book]:
    """A workbook that is at *path* when the block ends well, and nowhere otherwise.

    *streaming*: rows must come in order and are not kept in memory.
    """
    text_stays = {"strings_to_formulas": False, "strings_to_urls": False}
    memory = {"constant_memory": streaming, "in_memory": not streaming}
    with (
        replacing(path) as file,
        TemporaryDirectory(ignore_cleanup_errors=True) as scratch,
    ):
        packed = BytesIO()  # a ZipFile that could not be written to the disk complains at its end
        workbook = xlsxwriter.Workbook(packed, {**text_stays, **memory, "tmpdir": scratch})
        workbook.set_properties(
            {"title": clean(title), "author": clean(author), "created": now, "comments": PRODUCER}
        )
        try:
            yield Book(workbook)
            workbook.close()
            file.write(packed.getbuffer())
        except FileCreateError as error:  # it wraps the OSError that says what went wrong
            raise error.args[0] from error
        finally:
            _let_go(workbook)


def _let_go(workbook: Any) -> None:
    """Close what XlsxWriter leaves open when it was not finished."""
    workbook.fileclosed = True  # or its destructor writes the file after all
    for sheet in workbook.worksheets():
        if sheet.row_data_fh is not None:
            sheet.row_data_fh.close()


def put(sheet: Any, row: int, column: int, value: Value, look: Any) -> None:
    """Write *value* by its own type; text stays text, whatever it begins with."""
    if value is None:
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, clean_cell(value), look)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, look)
    else:
        sheet.write_number(row, column, value, look)


def clean_cell(text: str) -> str:
    return clean(text)[:_LONGEST]


def put_head(book: Book, sheet: Any, top: int, heads: Sequence[tuple[str, ...]]) -> int:
    """Write a heading of several levels from row *top*; the row after it."""
    look = book.look(HEAD)
    for cell in head_cells(heads):
        if cell.bottom > cell.top or cell.right > cell.left:
            area = (top + cell.top, cell.left, top + cell.bottom, cell.right)
            sheet.merge_range(*area, cell.text, look)
        else:
            sheet.write_string(top + cell.top, cell.left, cell.text, look)
    return top + max(len(head) for head in heads)


def put_sum(sheet: Any, row: int, column: int, cells: str, value: int, look: Any) -> None:
    """`=SUM(cells)` with *value* stored, for readers that do not calculate."""
    sheet.write_formula(row, column, f"=SUM({cells})", look, value)


def put_rate(sheet: Any, row: int, column: int, rate: Rate, look: Any) -> None:
    """A rate from the two numbers left of it (R16–R18): a formula.

    100 % only when exactly 1, 0 % only when exactly 0, "—" when nothing arose.
    """
    n = xl_rowcol_to_cell(row, column - 2)
    d = xl_rowcol_to_cell(row, column - 1)
    inner = f"MAX(MIN(ROUND({n}/{d},4),0.9999),0.0001)"
    formula = f'=IF({d}=0,"{NOTHING}",IF({n}=0,0,IF({n}={d},1,{inner})))'
    sheet.write_formula(row, column, formula, look, shown_number(rate))


def shown_number(rate: Rate) -> float | str:
    """The share as shown (R17), as a number: 0.9991; "—" when nothing arose."""
    if rate.value is None:
        return NOTHING
    return round(float(rate.shown.removesuffix(" %").replace(",", ".")) / 100, 4)
