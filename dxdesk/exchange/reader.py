"""Reading a register of dossiers from a file of any shape that provincial systems export."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from dxdesk.errors import InputError
from dxdesk.exchange.cells import cell_text
from dxdesk.exchange.findings import Findings
from dxdesk.exchange.grid import Grid
from dxdesk.exchange.grids import open_grids
from dxdesk.exchange.headings import field_of
from dxdesk.exchange.layout import Row, looks_like_summary
from dxdesk.exchange.register import MappedColumn, Register, RegisterRow
from dxdesk.exchange.table import Table
from dxdesk.exchange.totals import stated_total, total_warnings

Progress = Callable[[int, int], None]
_FEWEST_KNOWN = 2
_SHOWN = 4


def read_register(path: Path, *, progress: Progress | None = None) -> Register:
    """Dossiers of the file *path*, whatever its format and shape.

    *progress* is told (lines read, lines in all) now and then; what it raises ends the reading.
    InputError with the file's name when the file is damaged, locked, or holds no list of dossiers.
    """
    findings = Findings()
    tables: list[tuple[Grid, Table]] = []
    before = 0
    for grid in open_grids(path):
        table = Table(grid, findings, step=_step(progress, before, before + grid.height))
        table.read()
        tables.append((grid, table))
        before += grid.height
    if progress:
        progress(before, before)
    return _register(path.name, findings, tables)


def _step(progress: Progress | None, before: int, total: int) -> Callable[[int], None]:
    if progress is None:
        return lambda _: None
    return lambda line: progress(min(before + line, total), total)


def _register(name: str, findings: Findings, tables: list[tuple[Grid, Table]]) -> Register:
    read = [table for _, table in tables if table.reading]
    if not read or read[0].reading is None:
        raise InputError(_no_list(name, [row for _, table in tables for row in table.unread]))
    layout = read[0].reading.layout
    stated = stated_total([(table.count, table.stated) for table in read])
    rows = tuple(findings.rows)
    return Register(
        file=name,
        shape=layout.shape.key,
        shape_name=layout.shape.name,
        columns=_columns(findings, rows),
        rows=rows,
        skipped=tuple(findings.skipped),
        quarantined=tuple(findings.quarantined),
        stated_total=stated,
        warnings=(
            *total_warnings(findings.count, stated, pages=[table.count for table in read]),
            *_sheet_warnings(tables),
            *_column_warnings(findings, layout.doubtful_channel),
            *findings.tally.sentences(),
        ),
    )


def _columns(findings: Findings, rows: Sequence[RegisterRow]) -> tuple[MappedColumn, ...]:
    """Columns as used: the content is the procedure where nothing else names one."""
    columns = tuple(findings.columns.all)
    fields = {column.field for column in columns}
    if fields & {"procedure_name", "procedure_code"} or any(row.content for row in rows):
        return columns
    return tuple(
        replace(column, field="procedure_name") if column.field == "content" else column
        for column in columns
    )


def _sheet_warnings(tables: list[tuple[Grid, Table]]) -> list[str]:
    told = []
    for grid, table in tables:
        if table.reading and grid.hidden:
            told.append(f"Trang tính ẩn “{grid.name}” cũng đã được đọc.")
        elif table.reading is None and table.unread:
            what = (
                "là bảng tổng hợp số liệu"
                if looks_like_summary(table.unread)
                else "không có dòng tiêu đề nhận ra được"
            )
            told.append(f"Trang tính “{grid.name}” {what}, đã bỏ qua ({grid.height} dòng).")
    return told


def _column_warnings(findings: Findings, doubtful_channel: str) -> list[str]:
    told = []
    fields = {column.field for column in findings.columns.all}
    if not findings.count:
        told.append("Tệp có dòng tiêu đề nhưng không có hồ sơ nào.")
    if "code" not in fields:
        told.append("Tệp không có cột mã hồ sơ.")
    if not fields & {"received", "submitted"}:
        told.append(
            "Tệp không có cột ngày tiếp nhận: chỉ bổ sung được cho hồ sơ đã có trong chương trình."
        )
    if doubtful_channel:
        told.append(
            f"Cột “{doubtful_channel}” được hiểu là hình thức nộp hồ sơ, không phải hình thức "
            "nhận kết quả. Hãy kiểm tra lại."
        )
    return told


def _no_list(name: str, rows: list[Row]) -> str:
    if looks_like_summary(rows):
        return (
            f"Tệp “{name}” là bảng tổng hợp số liệu, không phải danh sách hồ sơ. Hãy xuất sổ theo "
            "dõi hoặc danh sách hồ sơ từ hệ thống rồi nhập tệp đó."
        )
    seen: list[str] = max((_known(row) for row in rows), key=len, default=[])
    if len(seen) >= _FEWEST_KNOWN:
        heads = ", ".join(f"“{text}”" for text in seen[:_SHOWN])
        return (
            f"Tệp “{name}” có các cột {heads} nhưng thiếu cột “Mã hồ sơ” (hoặc tên thủ tục, "
            "người nộp và ngày tiếp nhận), nên không nhận ra từng hồ sơ. Hãy thêm cột còn thiếu."
        )
    return (
        f"Không tìm thấy danh sách hồ sơ trong tệp “{name}”: không có dòng tiêu đề nào gồm "
        "“Mã hồ sơ” và các cột như “Chủ hồ sơ”, “Ngày tiếp nhận”. "
        "Hãy xuất lại danh sách hồ sơ từ hệ thống."
    )


def _known(row: Row) -> list[str]:
    """Headings in *row*; texts of this list are headings, never values."""
    return [text for cell in row if field_of((text := cell_text(cell),))]
