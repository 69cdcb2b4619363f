"""A book of some thousand random dossiers, and lists of them found anew in plain Python."""

import random
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select

from db.models import DossierRecord, FieldRecord, HamletRecord, OfficerRecord, ProcedureRecord
from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.outcome import LATE, EarlyRule, outcome_name
from dxdesk.domain.query import Lateness, Order, Query, Worklist
from dxdesk.domain.state import OPEN_STATES, Ending, State, StopKind
from dxdesk.domain.text import clean, folded, person_sort_key, sort_key
from dxdesk.services.rows import BLANK, Row, add_rows, derive_row
from dxdesk.services.settings import rules_in_force

FIRST = datetime(2026, 1, 5, 8)
NAMES = (
    *("Nguyễn Văn An", "Nguyễn Thị Ân", "Đặng Đình Đức", "Trần Ái", "Lê Ba", "Vũ O", "Ngô Ý"),
    *("Công ty 100% _vốn_", 'Hợp tác xã "Sen" OR 1', "Tổ | hợp", "A*B (NEAR)", "X\\Y/Z'", "Phạm"),
)


def fill(desk: Desk, count: int, *, seed: int = 1, in_order: bool = False) -> None:
    """Random dossiers in every state; nearly all of them are named Nguyễn or nearly so.

    *in_order*: entered as they came, but for every fortieth, which was entered long before.
    """
    draw = random.Random(seed)
    calendar = rules_in_force(desk).calendar
    with desk.act("Nhập") as session:
        session.add_all(OfficerRecord(name=f"Cán bộ {n}") for n in ("Đức", "Ân", "Anh", "Ích"))
        session.add_all(HamletRecord(name=f"Khu phố {n}") for n in range(6))
        session.flush()
        rows = [derive_row(_row(draw, n), calendar) for n in range(count)]
        if in_order:
            rows.sort(key=lambda row: row["received_at"] or row["submitted_at"])
            rows = rows[::40] + [row for at, row in enumerate(rows) if at % 40]
        add_rows(session, rows)


def _row(draw: random.Random, number: int) -> Row:
    came = FIRST + timedelta(minutes=draw.randrange(60 * 24 * 200) // 7 * 7)
    row = BLANK | {
        "code": f"H99.12-26{came:%m%d}-{number:04}" if draw.random() < 0.7 else None,
        "procedure_id": draw.randint(1, 30),
        "field_id": draw.randint(1, 3),
        "hamlet_id": draw.choice([None, 1, 2, 3, 4, 5, 6]),
        "officer_id": draw.choice([None, 1, 2, 3, 4, 5]),
        "channel": draw.choice(list(Channel)),
        "owner_name": draw.choice(NAMES) if draw.random() < 0.15 else "Nguyễn Văn An",
        "owner_phone": f"09{draw.randrange(10**8):08}",
        "received_at": came,
        "due_at": came + timedelta(minutes=draw.randrange(60 * 24 * 20)),
        "note": "",
    }
    _SHAPES[draw.choice(sorted(_SHAPES))](draw, row)
    return row


def _end(draw: random.Random, row: Row) -> None:
    row["finished_at"] = row["received_at"] + timedelta(minutes=draw.randrange(60 * 24 * 30))
    row["ending"] = draw.choice(list(Ending))
    if draw.random() < 0.5:
        row["returned_at"] = row["finished_at"]


def _void(draw: random.Random, row: Row) -> None:
    if draw.random() < 0.5:
        _end(draw, row)
    row["void_at"] = row["received_at"]


def _wait(draw: random.Random, row: Row) -> None:
    row["stopped_since"] = row["received_at"] + timedelta(minutes=draw.randrange(60 * 24 * 20))
    row["stop_kind"] = draw.choice(list(StopKind))


def _submit(draw: random.Random, row: Row) -> None:
    row["submitted_at"], row["received_at"], row["due_at"] = row["received_at"], None, None
    if draw.random() < 0.3:
        row["declined_at"] = row["submitted_at"]


def _run(draw: random.Random, row: Row) -> None:
    if draw.random() < 0.2:
        row["due_at"] = None


_SHAPES = {"end": _end, "late": _end, "void": _void, "wait": _wait, "submit": _submit, "run": _run}


def everything(desk: Desk) -> list[Any]:
    columns = DossierRecord.__table__.columns
    with desk.reading() as session:
        found = [SimpleNamespace(**row) for row in session.execute(select(*columns)).mappings()]
        for name, kind, key in _NAMED:
            ids = session.execute(select(kind.id, kind.name)).all()
            in_order = sorted((key(row[1]), row[0]) for row in ids)
            ranks: dict[int | None, int] = {row_id: at for at, (_, row_id) in enumerate(in_order)}
            for record in found:
                setattr(record, f"{name}_rank", ranks.get(getattr(record, f"{name}_id")))
        return found


_NAMED: tuple[tuple[str, Any, Any], ...] = (
    ("procedure", ProcedureRecord, sort_key),
    ("field", FieldRecord, sort_key),
    ("officer", OfficerRecord, person_sort_key),
)


_KEYS: dict[Order, tuple[str, ...]] = {
    Order.RECEIVED: ("arrived_at",),
    Order.DUE: ("due_at",),
    Order.FINISHED: ("finished_at",),
    Order.RETURNED: ("returned_at",),
    Order.HELD: ("held_since",),
    Order.OWNER: ("owner_sort",),
    Order.PHONE: ("owner_phone",),
    Order.CODE: ("code",),
    Order.BOOK: ("book_year", "book_number"),
    Order.PROCEDURE: ("procedure_rank", "arrived_at"),
    Order.FIELD: ("field_rank", "arrived_at"),
    Order.OFFICER: ("officer_rank", "arrived_at"),
    Order.STATE: ("state", "arrived_at"),
    Order.CHANNEL: ("channel", "arrived_at"),
}


@dataclass(frozen=True)
class Today:
    """What "now" means, read once."""

    now: datetime
    tomorrow: date
    rule: EarlyRule


def today(desk: Desk) -> Today:
    rules = rules_in_force(desk)
    now = desk.now()
    return Today(now, rules.calendar.next_working_day(now.date()), rules.office.early_rule)


def listed(records: list[Any], query: Query, day: Today) -> list[int]:
    """Ids of *query* in its order; what is not known comes first going up, last going down."""
    found = [record for record in records if _fits(record, query, day)]
    names = (*_KEYS[query.order], "id")
    found.sort(
        key=lambda r: [
            ((v := getattr(r, n)) is not None, v if v is not None else 0) for n in names
        ],
        reverse=query.descending,
    )
    return [record.id for record in found]


def _words(text: str) -> list[str]:
    return [word for word in folded(clean(text)).split() if word.strip("|")]


def _fits(record: Any, query: Query, day: Today) -> bool:
    wanted = {
        "field_id": query.field_id,
        "procedure_id": query.procedure_id,
        "officer_id": query.officer_id,
        "hamlet_id": query.hamlet_id,
    }
    return (
        all(
            value is None or getattr(record, name) == (value or None)
            for name, value in wanted.items()
        )
        and all(word in record.search_text for word in _words(query.text))
        and (not query.states or record.state in query.states)
        and (not query.channels or record.channel in query.channels)
        and (query.first is None or record.arrived_at.date() >= query.first)
        and (query.last is None or record.arrived_at.date() <= query.last)
        and (query.lateness is None or _lateness(record, query.lateness, day))
        and (query.work is None or _work(record, query.work, day))
    )


def _overdue(record: Any, now: datetime) -> bool:
    return (
        record.state in OPEN_STATES
        and record.due_at is not None
        and record.due_at < now
        and (record.stopped_since is None or record.stopped_since > record.due_at)
    )


def _lateness(record: Any, wanted: Lateness, day: Today) -> bool:
    if wanted is Lateness.OVERDUE:
        return _overdue(record, day.now)
    if record.state is State.VOID or record.outcome is None:
        return False
    if wanted is Lateness.LATE:
        return bool(record.outcome == LATE)
    return outcome_name(record.outcome, day.rule) == wanted.value


def _work(record: Any, wanted: Worklist, day: Today) -> bool:
    now = day.now
    running = record.state in {State.ACCEPTED, State.PROCESSING} and record.due_at is not None
    last = datetime.combine(now, time(23, 59))
    match wanted:
        case Worklist.DUE_TODAY:
            return running and now <= record.due_at <= last
        case Worklist.DUE_TOMORROW:
            return running and last < record.due_at <= datetime.combine(day.tomorrow, time(23, 59))
        case Worklist.OVERDUE:
            return _overdue(record, now)
        case Worklist.TO_ACCEPT:
            return bool(record.state is State.AWAITING_ACCEPTANCE)
        case Worklist.AWAITING_APPLICANT:
            return record.state in {State.AWAITING_SUPPLEMENT, State.AWAITING_PAYMENT}
        case Worklist.AWAITING_PICKUP:
            return bool(record.state is State.FINISHED)
