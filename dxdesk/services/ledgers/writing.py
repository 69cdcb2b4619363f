"""A ledger as a worksheet or CSV; phones only when asked for."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.ledgers import LEDGER_OF, Entry, Kind, Ledger
from dxdesk.domain.rights import Right
from dxdesk.reports.register_rows import Cell, Moment
from dxdesk.reports.table_files import TableColumn, TableFile, write_table
from dxdesk.reports.wording import committee_name, count_text
from dxdesk.services import settings
from dxdesk.services.ledgers import entries

_PER_CHARACTER = 8
"""Pixels of the window's columns for one character of a sheet's."""


def write(desk: Desk, key: str, path: Path, *, text: str = "", personal: bool = False) -> int:
    """Write the entries that hold *text* to .xlsx or .csv; how many."""
    ledger = LEDGER_OF[key]
    desk.require(Right.EXPORT, f"xuất sổ {ledger.title}")
    found = entries.listing(desk, key, text=text, most=None).entries
    office = settings.office(desk)
    table = TableFile(
        title=ledger.title,
        told=(
            f"{office.name or 'Đơn vị'}, {count_text(len(found))} dòng, ngày {desk.now():%d/%m/%Y}",
        ),
        author=committee_name(office),
        now=desk.now(),
        columns=_columns(ledger),
        rows=lambda: _rows(ledger, found),
        nothing="Chưa có dòng nào.",
    )
    who = "kèm" if personal else "không kèm"
    desk.note(f"Xuất {len(found)} dòng của sổ {ledger.title}, {who} số điện thoại")
    write_table(table, path, personal=personal)
    return len(found)


def _columns(ledger: Ledger) -> tuple[TableColumn, ...]:
    fields = (
        TableColumn(
            one.title,
            max(10, one.width // _PER_CHARACTER),
            personal=one.personal,
            summed=one.summed,
        )
        for one in ledger.fields
    )
    made = (TableColumn(title, width // _PER_CHARACTER) for _, title, width in ledger.derived)
    return (TableColumn("STT", 6), *fields, *made)


def _rows(ledger: Ledger, found: tuple[Entry, ...]) -> Iterator[list[Cell]]:
    for number, entry in enumerate(found, start=1):
        cells = [_cell(ledger, entry, one.key) for one in ledger.fields]
        yield [number, *cells, *(entry.notes.get(key, "") for key, _, _ in ledger.derived)]


def _cell(ledger: Ledger, entry: Entry, key: str) -> Cell:
    value, kind = entry.values[key], ledger.field(key).kind
    if kind is Kind.DAY and isinstance(value, date):
        return Moment(datetime.combine(value, time()), day_only=True)
    if kind is Kind.COUNT and isinstance(value, int):
        return value
    return entry.texts[key] or None
