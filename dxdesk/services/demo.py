"""The sample ward: a believable ward in an empty database, as one action."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from datetime import date, datetime, time
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import bulk, listing
from db.actions import blanks
from db.models import (
    ApologyRecord,
    FieldRecord,
    HamletRecord,
    OfficerRecord,
    ProcedureRecord,
    StopRecord,
)
from dxdesk.demo.digital import digital_work
from dxdesk.demo.digital_draw import Rows
from dxdesk.demo.sample import sheets
from dxdesk.demo.sheet import Apology, Sheet, Stop, Ward
from dxdesk.demo.times import Times
from dxdesk.demo.ward import CLERKS, HAMLETS, OFFICE, UNITS, Kind
from dxdesk.desk import Desk
from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.ledgers import LEDGER_OF, Field
from dxdesk.domain.rights import Right
from dxdesk.errors import DeskError, InputError
from dxdesk.services.access.mode import Mode, keep_mode
from dxdesk.services.catalogue import limit_of, unit_named
from dxdesk.services.ledgers.tables import HAMLETS as HAMLETS_KEY
from dxdesk.services.ledgers.tables import TABLES
from dxdesk.services.rows import Row, add_rows, derive_row
from dxdesk.services.settings import keep_office, rules

NAME = "Tạo phường mẫu"
_PRESENT = time(10, 0)
_CHUNK = 2000
_FREE = ("Miễn phí", "Không")


def make(
    desk: Desk,
    *,
    dossiers: int = 3000,
    seed: int = 1,
    until: date,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Fill an empty database with the ward as it stands in the forenoon of *until*.

    The same number, seed and day give the same rows. DeskError when the book already holds
    dossiers or *until* lies ahead, MissingYearError when the calendar does not reach (R4).
    """
    _check(desk, dossiers, until)
    end = min(datetime.combine(until, _PRESENT), desk.now())
    with desk.database.action(NAME, officer_id=desk.officer, at=end) as session:
        if not listing.is_empty(session):
            raise DeskError(
                "Sổ đã có hồ sơ nên không tạo phường mẫu ở đây; hãy chọn một cơ sở dữ liệu mới."
            )
        keep_office(session, OFFICE)
        keep_mode(session, Mode.ALONE)
        ward = sample_ward(session)
        current = rules(desk, session)
        times = Times.at(end, current.calendar, current.due)
        drawn = sheets(ward, times, count=dossiers, seed=seed)
        for done in write_sheets(session, drawn, current.calendar):
            if progress is not None:
                progress(done, dossiers)
        bulk.settle_search(session)
        write_ledgers(session, ward.hamlets, digital_work(until, seed))


def _check(desk: Desk, dossiers: int, until: date) -> None:
    if dossiers < 1:
        raise InputError(f"Số hồ sơ: phải từ 1 trở lên, không phải {dossiers}.")
    if until > desk.now().date():
        raise InputError(f"Ngày cuối {until:%d/%m/%Y} ở tương lai; hãy chọn hôm nay hoặc trước đó.")
    desk.require(Right.KEEP, NAME)


def write_ledgers(
    session: Session, hamlets: Sequence[int], rows_of: Iterable[tuple[str, Rows]]
) -> None:
    """The digital work; what is drawn is linked by places, from 1."""
    ids: dict[str, Sequence[int]] = {HAMLETS_KEY: hamlets}
    for key, drawn in rows_of:
        kind = TABLES[key]
        blank, first = blanks(kind.__tablename__), bulk.next_id(session, kind.__tablename__)
        ids[key] = range(first, first + len(drawn))
        links = [one for one in LEDGER_OF[key].fields if one.to]
        rows = [
            {**blank, **row, "id": row_id} | _linked(row, links, ids)
            for row_id, row in zip(ids[key], drawn, strict=True)
        ]
        bulk.insert_rows(session, kind, rows)


def _linked(row: Row, links: list[Field], ids: dict[str, Sequence[int]]) -> Row:
    """The links of *row* as ids, not as places from 1."""
    named = {one.column: (row.get(one.column), ids.get(one.to, ())) for one in links}
    return {name: None if at is None else those[at - 1] for name, (at, those) in named.items()}


def sample_ward(session: Session) -> Ward:
    """The sample's people and places with their ids, written where they are not there yet."""
    clerks = tuple(_officer(session, clerk.name, clerk.title) for clerk in CLERKS)
    hamlets = tuple(_hamlet(session, name) for name in HAMLETS)
    units = tuple(unit_named(session, name) for name, _share in UNITS)
    fields = {record.id: record.name for record in session.scalars(select(FieldRecord))}
    found = session.scalars(select(ProcedureRecord).order_by(ProcedureRecord.id))
    kinds = tuple(_kind(record, fields[record.field_id]) for record in found)
    if not kinds:
        raise DeskError("Danh mục thủ tục đang trống; hãy nhập danh mục trước khi tạo phường mẫu.")
    return Ward(kinds, clerks, hamlets, units)


def _kind(record: ProcedureRecord, field: str) -> Kind:
    return Kind(
        procedure_id=record.id,
        field_id=record.field_id,
        code=record.code,
        field=field,
        limit=limit_of(record),
        level=record.level_text,
        free=record.fee_text.startswith(_FREE),
    )


def _officer(session: Session, name: str, title: str) -> int:
    found = session.scalar(select(OfficerRecord.id).where(OfficerRecord.name == name))
    return found or _added(session, OfficerRecord(name=name, title=title))


def _hamlet(session: Session, name: str) -> int:
    found = session.scalar(select(HamletRecord.id).where(HamletRecord.name == name))
    return found or _added(session, HamletRecord(name=name))


def _added(session: Session, record: OfficerRecord | HamletRecord) -> int:
    session.add(record)
    session.flush()
    return record.id


def write_sheets(
    session: Session, drawn: Iterator[Sheet], calendar: WorkingCalendar
) -> Iterator[int]:
    """Write what is drawn, each part while the next one is drawn; tells how many are done."""
    done = 0
    yield done
    with ThreadPoolExecutor(max_workers=1) as writer:
        writing: Future[int] | None = None
        while chunk := list(islice(drawn, _CHUNK)):
            rows = [derive_row(sheet.row(), calendar) for sheet in chunk]
            if writing is not None:
                yield (done := done + writing.result())
            writing = writer.submit(_write_part, session, rows, chunk)
        if writing is not None:
            yield done + writing.result()


def _write_part(session: Session, rows: list[Row], chunk: list[Sheet]) -> int:
    add_rows(session, rows)
    ids = [row["id"] for row in rows]
    _add_to(session, StopRecord, zip(ids, (sheet.stops for sheet in chunk), strict=True))
    _add_to(session, ApologyRecord, zip(ids, (sheet.apologies for sheet in chunk), strict=True))
    return len(rows)


def _add_to(
    session: Session,
    kind: type[StopRecord | ApologyRecord],
    found: Iterable[tuple[int, Sequence[Stop | Apology]]],
) -> None:
    """What belongs to dossiers, given by their ids, as rows of its own table."""
    values = [(dossier_id, one) for dossier_id, those in found for one in those]
    first = bulk.next_id(session, kind.__tablename__)
    rows = [
        {"id": row_id, "dossier_id": dossier_id} | asdict(one)
        for row_id, (dossier_id, one) in enumerate(values, start=first)
    ]
    bulk.insert_rows(session, kind, rows)
