"""Opening a file by what it holds, whatever its name says: sheets of rows of cells."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from dxdesk.errors import InputError
from dxdesk.exchange.grid import SAVE_AS, Grid
from dxdesk.exchange.source import Pasted, Source

LARGEST_TEXT = 500 * 1024 * 1024
_SNIFFED = 65536
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|table|tr|td|body|meta)\b", re.IGNORECASE)
_FOREIGN = (
    (b"%PDF", "là tệp PDF"),
    (b"\x89PNG", "là tệp ảnh"),
    (b"\xff\xd8\xff", "là tệp ảnh"),
    (b"{\\rtf", "là văn bản Word"),
    (b"Rar!", "là tệp nén RAR"),
    (b"7z\xbc\xaf", "là tệp nén 7z"),
    (b"\x1f\x8b", "là tệp nén gzip"),
    (b"MIME-Version:", "là trang web lưu dạng MHTML"),
    (b"SQLite format 3", "là một cơ sở dữ liệu"),
)


def open_grids(source: Source) -> Iterator[Grid]:
    """Sheets of *source*. InputError, in words and with the file's name, when it is no table."""
    if isinstance(source, Pasted):
        return iter((_pasted(source),))
    return _open_file(source)


def _pasted(source: Pasted) -> Grid:
    if not source.text.strip():
        raise InputError("Chưa có gì để dán. Hãy chọn các ô trong Excel, bấm Ctrl+C rồi dán lại.")
    if len(source.text) > LARGEST_TEXT:
        raise InputError("Bảng dán quá lớn. Hãy lưu thành tệp .xlsx rồi nhập tệp đó.")
    from dxdesk.exchange.delimited import pasted_grid

    return pasted_grid(source.text.replace("\0", " "), name=source.name)


def _open_file(path: Path) -> Iterator[Grid]:
    try:
        with path.open("rb") as file:
            head = file.read(_SNIFFED)
        size = path.stat().st_size
    except OSError as error:
        raise InputError(_cannot_open(path, error)) from error
    if not head.strip(b"\0 \t\r\n"):
        raise InputError(f"Tệp “{path.name}” rỗng, không có gì để nhập.")
    if head.startswith((_ZIP, _OLE)):
        from dxdesk.exchange.workbook import open_workbook

        return open_workbook(path, zipped=head.startswith(_ZIP))
    if size > LARGEST_TEXT:
        raise InputError(f"Tệp “{path.name}” quá lớn (trên 500 MB). Hãy chia nhỏ rồi nhập lại.")
    return _open_text(path, head)


def _open_text(path: Path, head: bytes) -> Iterator[Grid]:
    for start, what in _FOREIGN:
        if head.startswith(start):
            raise InputError(f"Tệp “{path.name}” {what}, không phải bảng hồ sơ. {SAVE_AS}")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise InputError(f"Tệp “{path.name}” là bảng Excel dạng XML 2003. {SAVE_AS}")
    from dxdesk.exchange.encoding import decode_told

    text, encoding = decode_told(path.read_bytes(), name=path.name)
    if _HTML.search(text[:_SNIFFED].encode()):
        from dxdesk.exchange.html_table import html_grid

        return iter((html_grid(text, name=path.name, encoding=encoding),))
    from dxdesk.exchange.delimited import delimited_grid

    return iter((delimited_grid(text, name=path.name, encoding=encoding),))


def _cannot_open(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"Không tìm thấy tệp “{path.name}”. Hãy kiểm tra lại tên và thư mục."
    if os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises for names that are too long)
        return f"“{path.name}” là một thư mục, không phải tệp. Hãy chọn tệp cần nhập."
    return (
        f"Không mở được tệp “{path.name}”. Hãy đóng tệp nếu đang mở bằng chương trình khác, "
        "hoặc chép tệp sang thư mục khác rồi nhập lại."
    )
