"""Looking at a zipped workbook before it is unpacked.

Two files end the program if nobody looks first: one that unpacks to gigabytes, and one with a
stray cell at the far corner of a sheet, because calamine keeps a sheet as a full rectangle.
"""

import re
import struct
import zipfile
import zlib
from pathlib import Path

from dxdesk.errors import InputError
from dxdesk.exchange.grid import SAVE_AS

LARGEST_UNPACKED = 1 << 30
WORST_RATIO = 200
MOST_CELLS = 40_000_000
_ALWAYS_FINE = 50 * 1024 * 1024
_CHUNK = 1 << 18
_COLUMN = re.compile(rb'r="([A-Z]{2,})\d')
_ODD_COLUMN = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{2,})\d")
_ODDLY_WRITTEN = ((b"'", b"r='"), (b"\n", b"r=\n"), (b" ", b"r ="), (b" ", b"r= "))
"""How no spreadsheet writes an address, though XML allows it; before it a letter found faster."""
_LINE = re.compile(rb"\sr\s*=\s*[\"'][A-Za-z]*(\d+)[\"']")
_LETTERS = 26
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    *(OSError, ValueError, KeyError, struct.error),
)
"""What a directory that lies about places, sizes and names may lead to."""
_MOST_LETTERS = 8


def check_archive(path: Path) -> str:
    """Suffix that *path* should have: `.xlsx` or `.ods`.

    InputError when it is no workbook, damaged, or would fill the memory.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" not in names and "content.xml" not in names:
                raise InputError(
                    f"Tệp “{path.name}” là tệp nén, không phải bảng tính .xlsx hay .ods. {SAVE_AS}"
                )
            _check_sizes(archive, path.name)
            for name in names:
                if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                    _check_rectangle(archive, name, path.name)
            return ".ods" if "content.xml" in names else ".xlsx"
    except _BROKEN as error:
        raise InputError(
            f"Không đọc được tệp “{path.name}”: tệp bị hỏng hoặc bị cắt giữa chừng. "
            "Hãy xuất lại tệp từ hệ thống rồi nhập lại."
        ) from error


def _check_sizes(archive: zipfile.ZipFile, name: str) -> None:
    """The directory may lie about sizes; unpacking less than it says fails as damaged."""
    for entry in archive.infolist():
        packed, unpacked = max(1, entry.compress_size), entry.file_size
        if unpacked > _ALWAYS_FINE and unpacked > WORST_RATIO * packed:
            raise InputError(_too_large(name))
    if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED:
        raise InputError(_too_large(name))


def _check_rectangle(archive: zipfile.ZipFile, sheet: str, name: str) -> None:
    """Lines ascend in a sheet, so the last address of each chunk is enough in a long one."""
    width = height = 1
    with archive.open(sheet) as file:
        first = True
        while chunk := file.read(_CHUNK):
            tail = chunk if first else chunk[chunk.rfind(b"<row ") :]
            height = max([height, *map(int, _LINE.findall(tail))])
            odd = any(rare in chunk and sign in chunk for rare, sign in _ODDLY_WRITTEN)
            columns = (_ODD_COLUMN if odd else _COLUMN).findall(chunk)
            width = max([width, *map(_number, set(columns))])
            first = False
    if width * height > MOST_CELLS:
        raise InputError(
            f"Tệp “{name}” có ô nằm rất xa bảng (dòng {height}), đọc sẽ đầy bộ nhớ. Hãy xóa các "
            "dòng và cột thừa trong Excel, lưu lại rồi nhập lại."
        )


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper()[:_MOST_LETTERS]:
        number = number * _LETTERS + letter - ord("A") + 1
    return number


def _too_large(name: str) -> str:
    return (
        f"Tệp “{name}” giải nén ra quá lớn (trên 1 GB), có thể không phải tệp thật. "
        "Hãy xuất lại tệp theo từng quý rồi nhập lại."
    )
