"""Wards side by side as a list: one row an indicator, one column a ward."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from dxdesk.domain.indicators.amount import amount_text
from dxdesk.domain.indicators.kinds import Base, Unit
from dxdesk.domain.package import Cell, ComparedRow, Comparison
from dxdesk.domain.period import Period
from dxdesk.reports.table_files import TableColumn, TableFile, write_table
from dxdesk.reports.wording import NOTHING, fraction_text

_HEADS = (("Mã", 10), ("Chỉ tiêu", 44), ("Tính trên", 28), ("Chung", 26), ("Số đơn vị", 12))


def write_wards(found: Comparison, period: Period, path: Path, *, now: datetime) -> None:
    """The comparison as .xlsx or .csv."""
    heads = (*_HEADS, *((ward, 22) for ward in found.wards))
    table = TableFile(
        title=f"So sánh các đơn vị {period.label}",
        told=tuple(told(found)),
        author="",
        now=now,
        columns=tuple(TableColumn(title, width) for title, width in heads),
        rows=lambda: (tuple(_texts(row)) for row in found.rows),
        frozen=2,
        told_in_csv=True,
    )
    write_table(table, path)


def told(found: Comparison) -> Iterator[str]:
    """What a reader must know before the rows."""
    yield f"Có số liệu: {len(found.wards)} đơn vị."
    if found.missing:
        yield f"Chưa gửi, không tính là 0 ({len(found.missing)}): {'; '.join(found.missing)}."
    yield from found.refused
    received = dict(found.figures).get("received", 0)
    yield f"Hồ sơ tiếp nhận của {found.figure_wards} đơn vị cùng quy tắc: {received}."


def _texts(row: ComparedRow) -> Iterator[str]:
    total = row.total
    known = total is not None and total.value is not None
    yield row.code
    yield row.name
    yield Base(row.base).label
    yield f"{total.shown} ({fraction_text(total)})" if total is not None and known else NOTHING
    yield str(row.counted)
    for cell in row.cells:
        yield cell_text(cell, Unit.SHARE if row.base else Unit.COUNT)


def cell_text(cell: Cell, unit: Unit) -> str:
    shown = "" if cell.amount is None else amount_text(cell.amount, unit)
    return ": ".join(filter(None, (shown, cell.why)))
