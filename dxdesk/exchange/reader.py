"""Reading a register of dossiers from a file of any shape that provincial systems export."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from dxdesk.exchange.findings import Findings
from dxdesk.exchange.grid import Grid, refuse_too_long
from dxdesk.exchange.grids import open_grids
from dxdesk.exchange.layout import layout_without_head, looks_like_summary
from dxdesk.exchange.legacy import Modern, modern
from dxdesk.exchange.mapping import Mapping, Remembered, source_of
from dxdesk.exchange.no_list import no_list
from dxdesk.exchange.register import MappedColumn, Register, RegisterRow
from dxdesk.exchange.source import Source
from dxdesk.exchange.table import Table
from dxdesk.exchange.totals import dotted, stated_total, total_warnings

Progress = Callable[[int, int], None]


def read_register(
    source: Source, *, mappings: Sequence[Mapping] = (), progress: Progress | None = None
) -> Register:
    """Dossiers of *source*, whatever its format and shape.

    *mappings* say what columns mean where officers said it: for the headings that they name, and
    one without a head for a table that has none. *progress* is told (lines read, lines in all) now
    and then; what it raises ends the reading. NoListError when *source* holds no list of dossiers,
    InputError when it is damaged or locked; both name it.
    """
    return register_of(source.name, open_grids(source), mappings=mappings, progress=progress)


def register_of(
    name: str,
    grids: Iterable[Grid],
    *,
    mappings: Sequence[Mapping] = (),
    progress: Progress | None = None,
) -> Register:
    """`read_register` of *grids*."""
    findings = Findings()
    tables: list[tuple[Modern, Table]] = []
    meaning = Remembered(mappings)
    headless = next((layout_without_head(one) for one in mappings if not one.headed), None)
    before = 0
    for grid in grids:
        refuse_too_long(name, before + grid.height)
        made = modern(grid)
        step = _step(progress, before, before + grid.height)
        table = Table(made.grid, findings, meaning=meaning, step=step)
        table.read(without_head=headless)
        tables.append((made, table))
        before += grid.height
    if progress:
        progress(before, before)
    return _register(name, findings, tables)


def _step(progress: Progress | None, before: int, total: int) -> Callable[[int], None]:
    if progress is None:
        return lambda _: None
    return lambda line: progress(min(before + line, total), total)


def _register(name: str, findings: Findings, tables: list[tuple[Modern, Table]]) -> Register:
    read = [table for _, table in tables if table.reading]
    if not read or read[0].reading is None:
        raise no_list(name, [row for _, table in tables for row in table.unread])
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
            *_encoding_warnings(tables),
            *_sheet_warnings(tables),
            *_column_warnings(findings, layout.doubtful_channel),
            *findings.tally.sentences(),
        ),
        source=source_of(layout.headings),
        doubts=findings.tally.by_place(),
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


def _encoding_warnings(tables: list[tuple[Modern, Table]]) -> list[str]:
    told = [
        f"Tệp viết bằng mã cũ {encoding}, đã đổi sang Unicode; hãy xem lại vài dòng."
        for encoding in dict.fromkeys(
            made.grid.encoding for made, _ in tables if made.grid.encoding
        )
    ]
    for made, _ in tables:
        if made.turned:
            told.append(
                f"{dotted(made.turned)} ô viết bằng mã cũ {made.encoding}, đã đổi sang Unicode "
                f"(từ dòng {made.first}); hãy xem lại vài dòng."
            )
    return told


def _sheet_warnings(tables: list[tuple[Modern, Table]]) -> list[str]:
    told = []
    for grid, table in [(made.grid, table) for made, table in tables]:
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
