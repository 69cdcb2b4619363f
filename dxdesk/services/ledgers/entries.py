"""Entries of a ledger: read, added, changed, removed; each as one named action."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dxdesk.desk import Desk
from dxdesk.domain.ledgers import LEDGER_OF, Entry, Field, Kind, Ledger, Value
from dxdesk.domain.rights import Right
from dxdesk.domain.text import folded, place_key
from dxdesk.errors import DeskError, InputError
from dxdesk.services.ledgers import derived, reading, rules
from dxdesk.services.ledgers.links import Links, missing
from dxdesk.services.ledgers.tables import LINKED, TABLES, name_column

MOST_SHOWN = 3000


@dataclass(frozen=True, slots=True)
class Listing:
    entries: tuple[Entry, ...]
    total: int
    """How many there are, also those that are not shown."""


def listing(desk: Desk, key: str, *, text: str = "", most: int | None = MOST_SHOWN) -> Listing:
    """Entries whose shown texts hold every word of *text*, at most *most* of them."""
    ledger, words = LEDGER_OF[key], folded(text).split()
    with desk.reading() as session:
        links = Links(session)
        records = session.scalars(_in_order(ledger)).all()
        if words:
            records = [one for one in records if _holds(ledger, one, links, words)]
        shown = records if most is None else records[:most]
        notes = derived.notes(desk, session, key, shown)
        found = [entry_of(ledger, one, links, notes.get(one.id)) for one in shown]
    if not ledger.newest:
        found.sort(key=lambda one: place_key(one.texts[ledger.name]))
    return Listing(tuple(found), len(records))


def options(desk: Desk, key: str) -> tuple[str, ...]:
    """Names that a link to *key* may take."""
    with desk.reading() as session:
        return Links(session).options(key)


def add(desk: Desk, key: str, texts: Mapping[str, str]) -> int:
    """A new entry of what was typed; InputError begins with the title of the field at fault."""
    ledger = LEDGER_OF[key]
    with desk.act(f"Thêm {ledger.noun}", right=Right.RECORD) as session:
        values = read_texts(desk, session, ledger, texts)
        _claim(session, ledger, values)
        record = TABLES[key](**values)
        session.add(record)
        session.flush()
        found: int = record.id
        return found


def change(desk: Desk, key: str, entry_id: int, texts: Mapping[str, str]) -> None:
    ledger = LEDGER_OF[key]
    with desk.act(f"Sửa {ledger.noun}", right=Right.RECORD) as session:
        record = _record(session, ledger, entry_id)
        before = {field.column: getattr(record, field.column) for field in ledger.fields}
        values = read_texts(desk, session, ledger, texts)
        _claim(session, ledger, values, but=entry_id)
        if before == values:
            raise InputError("Chưa có gì thay đổi; hãy sửa một ô, hoặc bỏ qua.")
        for column, value in values.items():
            setattr(record, column, value)


def remove(desk: Desk, key: str, entry_id: int) -> None:
    """Taken out as entered by mistake; refused while others name it. Undo brings it back."""
    ledger = LEDGER_OF[key]
    with desk.act(f"Xóa {ledger.noun}", right=Right.RECORD) as session:
        record = _record(session, ledger, entry_id)
        for other, field, to in LINKED:
            column = getattr(TABLES[other.key], field.column)
            if to == key and session.scalar(select(column).where(column == entry_id).limit(1)):
                raise DeskError(
                    f"Chưa xóa được {ledger.noun}: còn dòng ở sổ “{other.title}” dùng đến. Hãy "
                    "ghi ngày kết thúc, hoặc xóa các dòng đó trước."
                )
        session.delete(record)


def _claim(
    session: Session, ledger: Ledger, values: Mapping[str, Value], *, but: int | None = None
) -> None:
    if rules.taken(session, ledger.key, values) not in {None, but}:
        raise InputError(
            f"Tháng: tháng {values['month']}/{values['year']} đã có {ledger.noun} này; hãy sửa "
            "dòng đó."
        )


def read_texts(
    desk: Desk, session: Session, ledger: Ledger, texts: Mapping[str, str]
) -> dict[str, Value]:
    """Values by column of what was typed, after the ledger's own rules."""
    links, year = Links(session), desk.now().year
    texts = links.completed(ledger, texts)
    values = {
        field.column: _value(field, texts.get(field.key, ""), links, year)
        for field in ledger.fields
    }
    rules.check(desk, session, ledger.key, values)
    return values


def _value(field: Field, text: str, links: Links, year: int) -> Value:
    if field.kind is not Kind.LINK:
        return reading.read(field, text, year=year)
    found = links.find(field, text)
    if found is None and text.strip():
        raise missing(field, text)
    return found


def entry_of(
    ledger: Ledger, record: Any, links: Links, notes: Mapping[str, str] | None = None
) -> Entry:
    values = {field.key: getattr(record, field.column) for field in ledger.fields}
    texts = {field.key: _shown(field, values[field.key], links) for field in ledger.fields}
    return Entry(record.id, values, texts, notes or {})


def _shown(field: Field, value: Value, links: Links) -> str:
    if field.kind is Kind.LINK:
        return links.names(field.to).get(value, "") if isinstance(value, int) else ""
    return reading.shown(field, value)


def _holds(ledger: Ledger, record: Any, links: Links, words: list[str]) -> bool:
    texts = entry_of(ledger, record, links).texts.values()
    inside = " ".join(map(folded, texts))
    return all(word in inside for word in words)


def _in_order(ledger: Ledger) -> Any:
    table = TABLES[ledger.key]
    if ledger.newest:
        return select(table).order_by(getattr(table, ledger.newest).desc(), table.id.desc())
    return select(table).order_by(getattr(table, name_column(ledger.key)), table.id)


def _record(session: Session, ledger: Ledger, entry_id: int) -> Any:
    record = session.get(TABLES[ledger.key], entry_id)
    if record is None:
        raise DeskError(f"Dòng này của sổ “{ledger.title}” không còn; hãy đọc lại dữ liệu (F5).")
    return record
