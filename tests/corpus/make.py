"""Broken, hostile and heavy files: `python -m tests.corpus.make FOLDER` writes them all.

Nothing here is kept in the repository: every file is made anew from a good register of a few rows.
"""

import sys
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path

from xlsxwriter import Workbook

from tests.exchange.files import HEADINGS, SAMPLES, dossiers

Files = Iterator[tuple[str, bytes]]
ROWS = [list(map(str, row)) for row in (HEADINGS, *dossiers(5))]
CSV = "\r\n".join(";".join(row) for row in ROWS).encode()
NAMESPACES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "table", "text")
)


def table(*, cell: str = "td", tail: str = "</table>", rows: list[list[str]] = ROWS) -> str:
    lines = ("".join(f"<{cell}>{text}</{cell}>" for text in row) for row in rows)
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + tail


def book(fill: Callable[[Workbook], object]) -> bytes:
    made = BytesIO()
    with Workbook(made, {"in_memory": True}) as workbook:
        fill(workbook)
    return made.getvalue()


def sheet_of(workbook: Workbook, rows: list[list[str]] = ROWS, name: str = "So") -> None:
    sheet = workbook.add_worksheet(name)
    for line, row in enumerate(rows):
        sheet.write_row(line, 0, row)


GOOD = book(sheet_of)


def changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The good workbook with one of its parts changed."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(GOOD)) as good, zipfile.ZipFile(made, "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            bad.writestr(name, change(data) if name == part else data)
    return made.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def truncated() -> Files:
    for part in (1, 3, 5, 7, 9):
        yield f"cat-{part}.xlsx", GOOD[: len(GOOD) * part // 10]
        old = (SAMPLES / "excel-97.xls").read_bytes()
        yield f"cat-{part}.xls", old[: len(old) * part // 10]
    yield "cat-giua-dong.csv", CSV[: len(CSV) * 2 // 3]
    yield "cat-giua-chu.csv", CSV[:-1] + "ễ".encode()[:2]
    yield "cat-giua-the.xls", table(tail="<tr><td>9</td><td").encode()


def endings() -> Files:
    """Wrong endings: the content decides."""
    yield "thuc-ra-html.xlsx", table().encode()
    yield "thuc-ra-csv.xls", CSV
    yield "thuc-ra-xlsx.csv", GOOD
    yield "thuc-ra-xls.xlsx", (SAMPLES / "excel-97.xls").read_bytes()
    yield "thuc-ra-pdf.xlsx", b"%PDF-1.7\n" + bytes(range(256))
    yield "thuc-ra-anh.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    yield "thuc-ra-sqlite.csv", b"SQLite format 3\0" + bytes(2000)
    yield "khong-duoi", CSV


def empty() -> Files:
    yield "rong.xlsx", b""
    yield "trang.csv", b"\r\n\t \r\n" * 50
    yield "toan-so-khong.xls", bytes(4096)
    yield "chi-tieu-de.csv", CSV.split(b"\r\n")[0]
    yield "chi-tieu-de.xlsx", book(lambda workbook: sheet_of(workbook, ROWS[:1]))
    yield "khong-trang-nao.xlsx", changed("xl/workbook.xml", lambda _: b"<workbook/>")
    yield "trang-trong.xlsx", book(lambda workbook: sheet_of(workbook, []))


def inside() -> Files:
    """Workbooks whose parts are not what they should be."""
    yield "thieu-trang.xlsx", changed(SHEET, lambda _: b"")
    yield "xml-hong.xlsx", changed(SHEET, lambda data: data[: len(data) // 2] + b"<<&")
    yield "chu-hong.xlsx", changed("xl/sharedStrings.xml", lambda data: data[:60])
    yield "so-hong.xlsx", changed(SHEET, lambda data: data.replace(b"<v>0</v>", b"<v>99999999</v>"))
    yield "am.xlsx", changed(SHEET, lambda data: data.replace(b"<v>1</v>", b"<v>-5</v>"))
    yield "vo-han.xlsx", changed(SHEET, lambda data: data.replace(b"<v>1</v>", b"<v>1e400</v>"))
    yield "dia-chi-la.xlsx", changed(SHEET, lambda data: data.replace(b'r="A2"', b'r="ZZZZZZ2"'))
    yield "o-rat-xa.xlsx", changed(SHEET, lambda d: d.replace(b'r="A2"', b'r="XFD1048576"'))
    yield "ca-trang-gop.xlsx", book(_merged)
    yield "cong-thuc-loi.xlsx", book(_formulas)
    yield "rong-16000-cot.xlsx", book(_wide)
    yield "nhieu-trang.xlsx", book(_many_sheets)
    yield "so-thay-ngay.xlsx", book(_dates)
    yield "mat-khau.xlsx", (SAMPLES / "co-mat-khau.xlsx").read_bytes()


def _merged(workbook: Workbook) -> None:
    sheet = workbook.add_worksheet()
    sheet.merge_range(0, 0, 200, 50, "Mã hồ sơ")


def _formulas(workbook: Workbook) -> None:
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ROWS[0])
    errors = ("#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#N/A", "#NUM!")
    for line, error in enumerate(errors, start=1):
        for at in range(6):
            sheet.write_formula(line, at, "=1/0", None, error)


def _wide(workbook: Workbook) -> None:
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ROWS[0] + [f"Cột {at}" for at in range(16_000)])
    sheet.write_row(1, 0, ROWS[1] + ["x"] * 16_000)


def _many_sheets(workbook: Workbook) -> None:
    for number in range(60):
        sheet_of(workbook, ROWS if number % 2 else [["Ghi chú"]], f"T{number}")


def _dates(workbook: Workbook) -> None:
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ROWS[0])
    for n in range(1, 6):
        sheet.write_row(n, 0, [n, f"A-{n}", "x", "y", n * 1e9, -n])


def bombs() -> Files:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr(SHEET, bytes(60 * 1024 * 1024))
    yield "bom-nen.xlsx", made.getvalue()
    outer = BytesIO()
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", made.getvalue())
    yield "nen-trong-nen.xlsx", outer.getvalue()
    climbing = BytesIO()
    with zipfile.ZipFile(climbing, "w") as archive:
        archive.writestr("../../xl/workbook.xml", "<workbook/>")
    yield "leo-thu-muc.xlsx", climbing.getvalue()
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    laughs = f'<!DOCTYPE w [<!ENTITY e0 "ha">{entities}]><worksheet>&e11;</worksheet>'
    yield "ty-tieng-cuoi.xlsx", changed(SHEET, lambda _: laughs.encode())
    outside = (
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">'
        '<!ENTITY y SYSTEM "http://127.0.0.1:9/x">]>'
    )
    yield (
        "thuc-the-ngoai.xlsx",
        changed(
            "xl/sharedStrings.xml", lambda _: f"{outside}<sst><si><t>&x;&y;</t></si></sst>".encode()
        ),
    )
    yield "thuc-the-ngoai.ods", _ods(f'<?xml version="1.0"?>{outside}', "&x;&y;")
    yield "lap-o.ods", _ods("", "x", repeat=2_000_000_000)


def _ods(before: str, text: str, *, repeat: int = 1) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"{before}<office:document-content{NAMESPACES}><office:body><office:spreadsheet>"
            f'<table:table table:name="T"><table:table-row table:number-rows-repeated="{repeat}">'
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p>'
            "</table:table-cell></table:table-row></table:table></office:spreadsheet>"
            "</office:body></office:document-content>",
        )
    return made.getvalue()


def pages() -> Files:
    """HTML that a browser would bear."""
    script = "<script>document.write('<td>H99.16-260302-9999</td>')</script>"
    yield "co-ma-lenh.xls", (script + table() + script).encode()
    yield "anh-tu-mang.xls", (table() + '<img src="http://127.0.0.1:9/x">').encode()
    yield "long-nhau.xls", ("<table><tr><td>" * 2000 + "x").encode()
    yield "khong-dong.xls", table().replace("</td>", "").replace("</tr>", "").encode()
    yield "rowspan.xls", table(cell='td rowspan="99999999" colspan="99999999"').encode()
    yield "binh-luan.xls", ("<!--" + table() + "-->").encode()
    yield "thuoc-tinh.xls", table(cell='td style="' + "x" * 100_000 + '"').encode()


def encodings() -> Files:
    yield "utf-16.csv", CSV.decode().encode("utf-16")
    yield "utf-16-thieu-dau.csv", CSV.decode().encode("utf-16-le")
    yield "utf-8-bom-hai-lan.csv", b"\xef\xbb\xbf" * 2 + CSV
    yield "lan-ma.csv", CSV + "\r\n6;H99.16-260302-0006;Thủ tục;Lê".encode("utf-16-le")
    yield "lan-ma-2.csv", CSV + b"\r\n6;H99.16-260302-0006;\xff\xfe\xfd;L\xea;02/03/2026;"
    yield "latin.csv", CSV + b"\r\n" + bytes(range(128, 256))
    yield "byte-bat-ky.csv", bytes(n * 37 % 251 for n in range(9000))
    yield "so-khong.csv", CSV.replace(b"L", b"\0L")
    yield "khai-sai.xls", ("<meta charset=utf-7>" + table()).encode()


def texts() -> Files:
    yield "ngoac-kep-mo.csv", CSV + b'\r\n6;"H99.16-260302-0006;x'
    yield "ngoac-kep-lan.csv", CSV + b'\r\n6;H99"16;"a"b;"c'
    yield "o-rat-dai.csv", CSV + b"\r\n6;H99.16-260302-0006;" + b"x" * 2_000_000
    yield "dong-thua-o.csv", CSV + b"\r\n6;H99.16-260302-0006;" + b"x;" * 500
    yield "nhieu-dau-phay.csv", b"," * 500_000
    yield "mot-dong.csv", CSV.replace(b"\r\n", b";")
    hostile = "6;H99.16-260302-0006;=cmd|' /C calc'!A0;\u202eL\u00ea\u200b\x07;02/03/2026;"
    yield "cong-thuc.csv", CSV + f"\r\n{hostile}".encode()
    yield (
        "nfd.csv",
        CSV + "\r\n6;H99.16-260302-0006;Thu\u0309 tu\u0323c;Le\u0302;02/03/2026;".encode(),
    )
    yield "ngay-la.csv", CSV + b"\r\n6;H99-1;x;y;99/99/9999;00/00/0000\r\n7;H99-2;x;y;1e9;-1"


def heavy() -> Files:
    """Too dear for every day."""
    row = b"\r\n1;H99.16-260302-%d;Khai sinh;L;02/03/2026 08:15;"
    yield "hai-trieu-dong.csv", CSV.split(b"\r\n")[0] + b"".join(row % n for n in range(2_000_000))
    cells = table(rows=[ROWS[0], *[ROWS[1]] * 400_000])
    yield "bon-tram-nghin-dong.xls", cells.encode()
    yield "sau-muoi-trieu-o.csv", CSV + (b"\r\n" + b"x;" * 600) * 100_000


QUICK = (truncated, endings, empty, inside, bombs, pages, encodings, texts)


def write_all(folder: Path, *, heavy_too: bool = False) -> list[Path]:
    """Write the corpus into *folder*; the heavy files only when asked for."""
    kinds = (*QUICK, heavy) if heavy_too else QUICK
    made = []
    for name, data in chain.from_iterable(kind() for kind in kinds):
        path = folder / name
        path.write_bytes(data)
        made.append(path)
    return made


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    write_all(target, heavy_too="--heavy" in sys.argv)
