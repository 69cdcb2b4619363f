"""Wards like those of published reports: their numbers are data (resources/wards), read here.

Dossiers are invented so that the counts come out exactly; what a report only asserts is kept as it
was reported.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from fractions import Fraction
from random import Random
from typing import Any

from dxdesk.demo.digital_draw import Row
from dxdesk.demo.like_work import Work, work_of
from dxdesk.demo.people import People
from dxdesk.demo.sheet import Sheet, Ward
from dxdesk.demo.times import Times
from dxdesk.demo.ward import Kind
from dxdesk.domain.channel import Channel
from dxdesk.domain.due import Limit, LimitKind, due_at
from dxdesk.domain.indicators.kinds import Base
from dxdesk.domain.office import Office
from dxdesk.domain.period import Period
from dxdesk.domain.state import Ending
from dxdesk.domain.worktime import DAY, minute_of, moment_of
from dxdesk.errors import InputError
from dxdesk.paths import RESOURCES

FOLDER = RESOURCES / "wards"
_LIMIT = Limit(LimitKind.WORKING_DAYS, 5)
_LONG = Limit(LimitKind.WORKING_DAYS, 30)
_SETTLED = 24
"""Days before the end from which what came in is still pending: nothing else ends in time."""
_WORKING_DAY = 480


@dataclass(frozen=True, slots=True)
class Counts:
    """Dossiers of the period; what is neither early, on time nor late is pending."""

    received: int = 0
    online: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0


@dataclass(frozen=True, slots=True)
class Reported:
    code: str
    text: str
    base: Base | None
    """None: that of the indicator."""
    note: str


@dataclass(frozen=True, slots=True)
class Likeness:
    key: str
    office: Office
    period: Period
    source: str
    hamlets: tuple[str, ...]
    counts: Counts
    targets: tuple[tuple[str, Fraction], ...]
    values: tuple[Reported, ...]
    remarks: Mapping[str, str]
    counted: tuple[str, ...]
    """Codes of the indicators whose number its ledgers give."""
    until: date
    """The day on which the ward stands: the period's last, or later."""
    work: Work
    rows: Mapping[str, tuple[Row, ...]]
    """Rows of ledgers as they stand in its file."""


def likenesses() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def likeness(key: str) -> Likeness:
    if key not in likenesses():
        raise InputError(f"Không có mẫu “{key}”; hãy chọn một trong: {', '.join(likenesses())}.")
    data = tomllib.loads((FOLDER / f"{key}.toml").read_text(encoding="utf-8"))
    hamlets = data["hamlets"]
    return Likeness(
        key,
        Office(**data["office"]),
        Period(data["first"], data["last"]),
        data["source"],
        tuple(f"{hamlets['name']} {number}" for number in range(1, hamlets["count"] + 1)),
        Counts(**data.get("dossiers", {})),
        tuple((code, Fraction(level)) for code, level in data.get("targets", {}).items()),
        tuple(_reported(one) for one in data["values"]),
        data.get("remarks", {}),
        tuple(data.get("counted", ())),
        data.get("until", data["last"]),
        work_of(data.get("work", {})),
        {ledger: tuple(rows) for ledger, rows in data.get("rows", {}).items()},
    )


def _reported(data: Mapping[str, Any]) -> Reported:
    base = Base(data["base"]) if "base" in data else None
    return Reported(data["code"], data["text"], base, data.get("note", ""))


def sheets(like: Likeness, ward: Ward, times: Times, kinds: tuple[Kind, ...]) -> Iterator[Sheet]:
    """As many dossiers as the counts say, in order of arrival; the same each time."""
    counts, rng = like.counts, Random(like.key)
    people = People(rng)
    fates = ["early"] * counts.early + ["on_time"] * counts.on_time + ["late"] * counts.late
    rng.shuffle(fates)
    fates += ["pending"] * (counts.received - len(fates))
    online = [number < counts.online for number in range(counts.received)]
    rng.shuffle(online)
    done = counts.early + counts.on_time + counts.late
    for number, (fate, is_online) in enumerate(zip(fates, online, strict=True)):
        share = number / done if number < done else (number - done) / max(1, len(fates) - done)
        begin = _arrival(like.period, share, times, pending=fate == "pending")
        kind = kinds[number % len(kinds)]
        place = number % len(ward.hamlets)
        person = people.someone()
        sheet = Sheet(
            procedure_id=kind.procedure_id,
            field_id=kind.field_id,
            unit_id=ward.units[0],
            hamlet_id=ward.hamlets[place],
            officer_id=ward.clerks[number % len(ward.clerks)],
            channel=_channel(is_online, number),
            owner_name=person.name,
            owner_id_no=person.id_no,
            owner_phone=person.phone,
            owner_address=f"{like.hamlets[place]}, {like.office.name}",
            limit=_LONG if fate == "pending" else _LIMIT,
        )
        _play(sheet, begin, fate, times)
        yield sheet


def _channel(is_online: bool, number: int) -> Channel:  # noqa: FBT001 - drawn, not chosen
    if not is_online:
        return Channel.IN_PERSON
    return Channel.ONLINE_FULL if number % 2 else Channel.ONLINE_PARTIAL


def _arrival(period: Period, share: float, times: Times, *, pending: bool) -> int:
    """A working minute of the part of the period in which this one came."""
    days = (period.last - period.first).days
    first, span = (days - _SETTLED + 10, 10) if pending else (0, days - _SETTLED)
    day = period.first.toordinal() + first + int(share * span)
    return times.later(times.opening(day * DAY), 60)


def _play(sheet: Sheet, begin: int, fate: str, times: Times) -> None:
    sheet.received_at = moment_of(begin)
    sheet.received_by_id = sheet.officer_id
    if sheet.channel.is_online:
        sheet.submitted_at = sheet.received_at
    limit = sheet.limit or _LIMIT
    sheet.due_at = due_at(sheet.received_at, limit, times.calendar, rules=times.rules)
    sheet.processing_since = sheet.held_since = sheet.received_at
    due = minute_of(sheet.due_at)
    ended = {
        "early": times.later(begin, _WORKING_DAY),
        "on_time": due,
        "late": times.later(due, _WORKING_DAY),
    }.get(fate)
    if ended is not None:
        sheet.finished_at = sheet.returned_at = moment_of(ended)
        sheet.ending = Ending.RESULT
        sheet.returned_to = sheet.owner_name


def end_of(like: Likeness) -> datetime:
    """The afternoon of the last day: when the sample is made."""
    return datetime.combine(like.until, time(17, 30))
