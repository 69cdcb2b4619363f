"""Small registers written as the files that portals and offices make."""

import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook

from dxdesk.exchange.reader import read_register
from dxdesk.exchange.register import Register, RegisterRow

SAMPLES = Path(__file__).parents[1] / "samples"
HEADINGS = ("STT", "Mã hồ sơ", "Tên thủ tục", "Chủ hồ sơ", "Ngày tiếp nhận", "Ngày có kết quả")
Value = str | float | datetime | None


def dossier(number: int, **values: Value) -> list[Value]:
    """A row under `HEADINGS`; *values* by `code`, `procedure`, `owner`, `received`, `finished`."""
    row: dict[str, Value] = {
        "number": number,
        "code": f"H99.16-260302-{number:04}",
        "procedure": "Thủ tục đăng ký khai sinh",
        "owner": f"Lê Thử {number}",
        "received": "02/03/2026 08:15",
        "finished": "02/03/2026 15:00",
    }
    row.update(values)
    return list(row.values())


def dossiers(count: int) -> list[list[Value]]:
    return [dossier(number) for number in range(1, count + 1)]


def write_xlsx(path: Path, *sheets: Sequence[Sequence[Value]], hidden: int | None = None) -> Path:
    """A workbook with the rows of each sheet; None is an empty cell."""
    book = Workbook(path)
    moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    for place, rows in enumerate(sheets):
        sheet = book.add_worksheet(f"Trang {place + 1}")
        for line, row in enumerate(rows):
            for at, value in enumerate(row):
                if isinstance(value, datetime):
                    sheet.write_datetime(line, at, value, moment)
                elif isinstance(value, str):
                    sheet.write_string(line, at, value)
                elif value is not None:
                    sheet.write_number(line, at, value)
        if place == hidden:
            sheet.hide()
    book.close()
    return path


def write_html(path: Path, body: str, *, encoding: str = "utf-8", head: str = "") -> Path:
    text = f"<html><head>{head}</head><body>{body}</body></html>"
    path.write_bytes(text.encode(encoding))
    return path


def html_table(*rows: Sequence[Value]) -> str:
    cells = ("".join(f"<td>{'' if cell is None else cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def write_csv(
    path: Path, *rows: Sequence[Value], delimiter: str = ";", encoding: str = "utf-8-sig"
) -> Path:
    lines = [delimiter.join("" if cell is None else str(cell) for cell in row) for row in rows]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def write_ods(path: Path, *rows: Sequence[str]) -> Path:
    """A spreadsheet of texts; one cell spans all the empty ones that LibreOffice leaves behind."""
    names = "".join(
        f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
        for prefix in ("office", "table", "text")
    )
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rest = '<table:table-cell table:number-columns-repeated="16000"/>'
    body = "".join(
        "<table:table-row>" + "".join(map(cell.format, row)) + rest + "</table:table-row>"
        for row in rows
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content{names}><office:body>'
            f'<office:spreadsheet><table:table table:name="Trang 1">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def read_rows(folder: Path, *rows: Sequence[Value]) -> Register:
    """The register of a workbook with *rows*."""
    return read_register(write_xlsx(folder / "so.xlsx", rows))


def read_one(folder: Path, headings: Sequence[str], values: Sequence[Value]) -> RegisterRow:
    """The only dossier of a workbook; it went in."""
    register = read_rows(folder, headings, values)
    assert not register.quarantined
    (row,) = register.rows
    return row
