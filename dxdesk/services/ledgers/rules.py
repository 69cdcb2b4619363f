"""What must hold between the fields of an entry, and what is worked out of them when it is kept."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dxdesk.desk import Desk
from dxdesk.domain.due import Limit, LimitKind, due_at
from dxdesk.domain.ledgers import LEDGER_OF
from dxdesk.domain.ledgers.field import Value
from dxdesk.errors import InputError
from dxdesk.services import settings
from dxdesk.services.ledgers.tables import TABLES

SPANS: Mapping[str, tuple[str, str]] = {
    "teams": ("decided_on", "ended_on"),
    "members": ("since", "until"),
    "committee": ("since", "until"),
    "campaigns": ("first_on", "last_on"),
    "pilots": ("first_on", "last_on"),
    "groups": ("opened_on", "closed_on"),
    "systems": ("since", "until"),
    "accesses": ("since", "until"),
}
"""Fields of which the second day never lies before the first."""
PAST: Mapping[str, tuple[str, ...]] = {
    "activities": ("day",),
    "events": ("day",),
    "tallies": ("day",),
    "duties": ("done_on",),
    "documents": ("booked_on", "done_on"),
    "returns": ("returned_on",),
}
"""Days on which something was done: never after today."""
MONTHLY = {"returns": ("team_id",), "document_months": ("direction", "kind")}
"""Of one month, one entry for each of these."""
MONTHS = range(1, 13)
YEARS = range(2000, 2101)
PARTS = ("signed", "network", "late")


def check(desk: Desk, session: Session, key: str, values: dict[str, Value]) -> None:
    """Raise InputError, naming the field, for what cannot be; fill in what follows."""
    _spans(key, values)
    for name in PAST.get(key, ()):
        value = values.get(name)
        if isinstance(value, date) and value > desk.now().date():
            raise InputError(
                f"{_title(key, name)}: {value:%d/%m/%Y} ở tương lai; hãy ghi ngày đã làm."
            )
    if key in MONTHLY:
        _month(key, values)
    own = _OWN.get(key)
    if own is not None:
        own(desk, session, values)


def taken(session: Session, key: str, values: Mapping[str, Value]) -> int | None:
    """The entry of the same month and team (or kind), where a ledger has one a month."""
    if key not in MONTHLY:
        return None
    table = TABLES[key]
    wanted = [getattr(table, c) == values[c] for c in ("year", "month", *MONTHLY[key])]
    found: int | None = session.scalar(select(table.id).where(*wanted))
    return found


def _spans(key: str, values: Mapping[str, Value]) -> None:
    first, last = (values.get(name) for name in SPANS.get(key, ("", "")))
    if isinstance(first, date) and isinstance(last, date) and last < first:
        raise InputError(
            f"{_title(key, SPANS[key][1])}: {last:%d/%m/%Y} trước ngày bắt đầu {first:%d/%m/%Y}."
        )


def _month(key: str, values: Mapping[str, Value]) -> None:
    for name, allowed in (("year", YEARS), ("month", MONTHS)):
        if values[name] not in allowed:
            raise InputError(
                f"{_title(key, name)}: phải từ {allowed.start} đến {allowed.stop - 1}."
            )


def _title(key: str, name: str) -> str:
    return LEDGER_OF[key].field(name).title


def _duty(desk: Desk, session: Session, values: dict[str, Value]) -> None:
    """A limit in working days becomes the day on which it ends, by the ward's calendar."""
    days, given = values["working_days"], values["given_on"]
    if isinstance(days, int) and isinstance(given, date) and values["due_on"] is None:
        rules = settings.rules(desk, session)
        begun = datetime.combine(given, time(23, 59))  # the day itself does not count
        limit = Limit(LimitKind.WORKING_DAYS, days)
        values["due_on"] = due_at(begun, limit, rules.calendar, rules=rules.due).date()
    due = values["due_on"]
    if isinstance(due, date) and isinstance(given, date) and due < given:
        raise InputError(f"Hạn hoàn thành: {due:%d/%m/%Y} trước ngày giao {given:%d/%m/%Y}.")


def _tally(_desk: Desk, session: Session, values: dict[str, Value]) -> None:
    campaign: Any = session.get(TABLES["campaigns"], values["campaign_id"])
    day = values["day"]
    if isinstance(day, date) and not campaign.first_on <= day <= campaign.last_on:
        raise InputError(
            f"Ngày: {day:%d/%m/%Y} ngoài chiến dịch "
            f"({campaign.first_on:%d/%m/%Y} – {campaign.last_on:%d/%m/%Y})."
        )


def _totals(_desk: Desk, _session: Session, values: dict[str, Value]) -> None:
    total = values["total"]
    for name in PARTS:
        part = values[name]
        if isinstance(part, int) and isinstance(total, int) and part > total:
            raise InputError(
                f"{_title('document_months', name)}: {part} nhiều hơn tổng số {total}."
            )


_OWN: Mapping[str, Callable[[Desk, Session, dict[str, Value]], None]] = {
    "duties": _duty,
    "tallies": _tally,
    "document_months": _totals,
}
