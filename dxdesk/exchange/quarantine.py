"""Rows that were left out, as a file: to be mended in Excel and read again.

It has the columns of the register and three more, which reading passes over.
"""

import csv
from collections.abc import Sequence
from pathlib import Path

from dxdesk.errors import DeskError
from dxdesk.exchange.cells import cell_text
from dxdesk.exchange.delimited import FORMULA_STARTS
from dxdesk.exchange.layout import MANY
from dxdesk.exchange.register import MappedColumn, Quarantined, RegisterRow

ADDED = ("Dòng trong tệp gốc", "Cột sai", "Lý do")
_SHEET = "Dòng lỗi"
_WIDEST = 45
_TEXT_OF = {"channel": "channel_text", "fee": "fee_text"}
_FIELDS = frozenset(RegisterRow._fields)


def row_texts(row: RegisterRow, columns: Sequence[MappedColumn]) -> tuple[str, ...]:
    """Cells of *row* under *columns* as reading would understand them again.

    For rows that reading accepted and a later check refuses: their own texts are gone by then.
    Columns that no field uses stay empty.
    """
    texts = [_value(row, column.field) for column in columns]
    for field in MANY:
        places = [at for at, column in enumerate(columns) if column.field == field]
        if len(places) > 1:  # one piece each: together they say the same again
            pieces = [*texts[places[0]].split("; "), *[""] * len(places)]
            for at, piece in zip(places, pieces, strict=False):
                texts[at] = piece
    return tuple(texts)


def _value(row: RegisterRow, field: str | None) -> str:
    field = _TEXT_OF.get(field or "", field)
    if field and field.endswith("_contact"):
        person = field.removesuffix("contact")
        parts = getattr(row, f"{person}address"), getattr(row, f"{person}phone")
        return ", ".join(filter(None, parts))
    value = getattr(row, field) if field in _FIELDS else None
    return "" if value is None else cell_text(value)


def write_quarantine(
    path: Path, headings: Sequence[str], quarantined: Sequence[Quarantined]
) -> None:
    """Write *quarantined* under *headings* (`Register.headings`) as .csv, else as .xlsx.

    Texts that a spreadsheet would take for a formula stay texts. DeskError when *path* cannot be
    written.
    """
    rows = [_line(len(headings), entry) for entry in quarantined]
    write = _write_csv if path.suffix.lower() == ".csv" else _write_xlsx
    try:
        write(path, [*headings, *ADDED], rows)
    except OSError as error:
        raise DeskError(
            f"Không ghi được tệp “{path.name}”. Hãy đóng tệp nếu đang mở, kiểm tra ổ đĩa còn chỗ, "
            "hoặc chọn thư mục khác."
        ) from error


def _line(width: int, entry: Quarantined) -> list[str]:
    """Cells beyond the head stand behind the reason: where they belong nobody knows."""
    raw = list(entry.raw[:width]) + [""] * (width - len(entry.raw))
    line = f"{entry.line} ({entry.sheet})" if entry.sheet else str(entry.line)
    return [*raw, line, entry.column, entry.reason, *entry.raw[width:]]


def _write_csv(path: Path, headings: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        for row in [headings, *rows]:
            writer.writerow([f"'{text}" if text.startswith(tuple(FORMULA_STARTS)) else text
                             for text in row])  # fmt: skip


def _write_xlsx(path: Path, headings: list[str], rows: list[list[str]]) -> None:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    book = Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(_SHEET)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    text = book.add_format({"num_format": "@"})
    for at, heading in enumerate(headings):
        longest = max([len(heading), *(len(row[at]) for row in rows)])
        sheet.set_column(at, at, min(longest + 2, _WIDEST), text)
        sheet.write_string(0, at, heading, bold)
    for line, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            sheet.write_string(line, at, value, text)
    sheet.freeze_panes(1, 0)
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error
