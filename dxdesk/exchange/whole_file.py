"""Everything in one file: a zip of `schema.json` and one `TABLE.jsonl` for each table.

Each line is one row, a JSON object by column; bytes stand in base64. docs/whole-file.md tells it to
people who want to read the data without this program.
"""

import base64
import binascii
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from dxdesk.errors import InputError

FORMAT, VERSION = "dxdesk-whole", 1
SCHEMA = "schema.json"
_LONGEST_SCHEMA = 4 * 1024 * 1024
_LONGEST_LINE = 512 * 1024 * 1024
_KINDS: Mapping[str, tuple[type, ...]] = {"number": (int, float), "text": (str,), "bytes": (str,)}
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredColumn:
    name: str
    kind: str
    nullable: bool
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class StoredTable:
    name: str
    columns: tuple[StoredColumn, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    schema: str
    """Version of the tables."""
    made_at: str
    program: str
    tables: tuple[StoredTable, ...]
    last_ids: Mapping[str, int]


def write_whole(
    file: IO[bytes], manifest: Manifest, rows_of: Callable[[str], Iterable[Row]]
) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr(SCHEMA, json.dumps(_plain(manifest), ensure_ascii=False, indent=1))
        for table in manifest.tables:
            binary = {column.name for column in table.columns if column.kind == "bytes"}
            with archive.open(f"{table.name}.jsonl", "w", force_zip64=True) as lines:
                for row in rows_of(table.name):
                    for name in binary & row.keys():
                        if row[name] is not None:
                            row[name] = base64.b64encode(row[name]).decode()
                    lines.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


def _plain(manifest: Manifest) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "schema": manifest.schema,
        "made_at": manifest.made_at,
        "program": manifest.program,
        "tables": [
            {
                "name": table.name,
                "rows": table.rows,
                "columns": [
                    {"name": c.name, "type": c.kind, "nullable": c.nullable, "meaning": c.meaning}
                    for c in table.columns
                ],
            }
            for table in manifest.tables
        ],
        "last_ids": dict(manifest.last_ids),
    }


@dataclass(frozen=True)
class WholeFile:
    """One such file, open for reading."""

    name: str
    manifest: Manifest
    archive: zipfile.ZipFile

    def rows(self, table: StoredTable) -> Iterator[Row]:
        """Rows of *table*. InputError at the first line that is not what the schema says."""
        number = 0
        try:
            with self.archive.open(f"{table.name}.jsonl") as lines:
                while line := lines.readline(_LONGEST_LINE):
                    number += 1
                    yield self._row(table, line, number)
        except KeyError:
            raise self._wrong(f"thiếu bảng “{table.name}”") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise self._wrong(f"bảng “{table.name}” bị hỏng") from error
        if number != table.rows:
            raise self._wrong(
                f"bảng “{table.name}” có {number} dòng, đúng ra {table.rows}; tệp có thể bị cắt"
            )

    def _row(self, table: StoredTable, line: bytes, number: int) -> Row:
        place = f"bảng “{table.name}”, dòng {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise self._wrong(f"{place} không đọc được") from None
        if not isinstance(row, dict) or row.keys() != {column.name for column in table.columns}:
            raise self._wrong(f"{place} không có đúng các cột đã khai")
        for column in table.columns:
            row[column.name] = self._value(column, row[column.name], place)
        return row

    def _value(self, column: StoredColumn, value: object, place: str) -> object:
        if value is None and column.nullable:
            return None
        if isinstance(value, bool) or not isinstance(value, _KINDS[column.kind]):
            raise self._wrong(f"{place}, cột “{column.name}” sai kiểu")
        if column.kind != "bytes":
            return value
        try:
            return base64.b64decode(str(value), validate=True)
        except binascii.Error:
            raise self._wrong(f"{place}, cột “{column.name}” sai kiểu") from None

    def _wrong(self, what: str) -> InputError:
        return InputError(
            f"Tệp “{self.name}”: {what}. Chưa có gì được nạp; hãy xuất lại tệp từ máy cũ."
        )


@contextmanager
def open_whole(path: Path) -> Iterator[WholeFile]:
    """InputError, in words and with the file's name, when *path* is no such file."""
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError:
        raise InputError(f"Không có tệp “{path.name}”; hãy kiểm tra lại đường dẫn.") from None
    except (OSError, zipfile.BadZipFile) as error:
        raise InputError(_foreign(path)) from error
    with archive:
        yield WholeFile(path.name, _manifest(archive, path), archive)


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        with archive.open(SCHEMA) as file:
            found = json.loads(file.read(_LONGEST_SCHEMA))
        if found["format"] != FORMAT:
            raise InputError(_foreign(path))
        if found["version"] > VERSION:
            raise InputError(
                f"Tệp “{path.name}” do phiên bản DX Desk mới hơn xuất ra. Hãy cài phiên bản mới "
                "rồi nạp lại."
            )
        tables = tuple(_table(one) for one in found["tables"])
        last = {str(name): int(seq) for name, seq in found["last_ids"].items()}
        schema, made, program = (str(found[key]) for key in ("schema", "made_at", "program"))
        return Manifest(schema, made, program, tables, last)
    except (
        *(KeyError, TypeError, ValueError, AttributeError, RecursionError),
        *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    ) as error:
        raise InputError(_foreign(path)) from error


def _table(found: Mapping[str, Any]) -> StoredTable:
    columns = tuple(
        StoredColumn(str(one["name"]), str(one["type"]), bool(one["nullable"]))
        for one in found["columns"]
    )
    if any(column.kind not in _KINDS for column in columns):
        raise ValueError
    return StoredTable(str(found["name"]), columns, int(found["rows"]))


def _foreign(path: Path) -> str:
    return (
        f"Tệp “{path.name}” không phải tệp toàn bộ dữ liệu của DX Desk, hoặc đã hỏng; hãy chọn tệp "
        ".zip do chương trình này xuất ra."
    )
