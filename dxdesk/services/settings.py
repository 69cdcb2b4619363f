"""What the ward chose: its headings and signers, timetable, days, and rules R3 and R10."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.actions import action_of
from db.models import ChangeRecord, DayRecord, SettingRecord
from dxdesk.calendar_data import due_rules, national_calendar
from dxdesk.desk import Desk
from dxdesk.domain.calendar import DEFAULT_TIMETABLE, DayException, DayKind, WorkingCalendar
from dxdesk.domain.calendar import Session as HalfDay
from dxdesk.domain.due import DueRules
from dxdesk.domain.late_cause import LateCauses
from dxdesk.domain.office import Office
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean
from dxdesk.errors import InputError
from dxdesk.late_causes import causes_from

_OFFICE = "office"
_TIMETABLE = "timetable"
LATE_CAUSES = "late_causes"
_MEMORY = "rules"
_DUE_RULES = ("minutes", "civil")


_REVISION = (
    select(ChangeRecord.id, ChangeRecord.action_id)
    .where(ChangeRecord.table_name.in_([SettingRecord.__tablename__, DayRecord.__tablename__]))
    .order_by(ChangeRecord.id.desc())
    .limit(1)
)


@dataclass(frozen=True)
class Rules:
    """The rules that due times and figures follow, read once per change of the settings."""

    office: Office
    calendar: WorkingCalendar
    due: DueRules
    causes: LateCauses
    """Of lateness."""
    revision: int


def office(desk: Desk) -> Office:
    with desk.reading() as session:
        return rules(desk, session).office


def rules_in_force(desk: Desk) -> Rules:
    with desk.reading() as session:
        return rules(desk, session)


def save_office(desk: Desk, chosen: Office) -> None:
    """Keep the ward's headings, signers and rules; later due times follow the new rules."""
    with desk.act("Sửa thông tin đơn vị", right=Right.OFFICE) as session:
        keep_office(session, chosen)


def keep_office(session: Session, chosen: Office) -> None:
    """`save_office` within a larger action."""
    if chosen.due_rule not in _DUE_RULES:
        raise InputError(
            f"Cách tính thời hạn “{chosen.due_rule}” không có: hãy chọn minutes hoặc civil."
        )
    put(session, _OFFICE, _plain(asdict(chosen)))


def save_timetable(desk: Desk, timetable: Iterable[Iterable[HalfDay]]) -> None:
    """Keep the week's sessions, Monday first; refuses what no week can be."""
    with desk.act("Sửa giờ làm việc hằng tuần", right=Right.OFFICE) as session:
        keep_timetable(session, timetable)


def keep_timetable(session: Session, timetable: Iterable[Iterable[HalfDay]]) -> None:
    """`save_timetable` within a larger action."""
    week = tuple(tuple(day) for day in timetable)
    WorkingCalendar(week)
    put(session, _TIMETABLE, [[[_clock(s.opens), _clock(s.closes)] for s in d] for d in week])


def save_day(desk: Desk, exception: DayException) -> None:
    """Add or change one day of the ward's own."""
    with desk.act(
        f"Sửa lịch làm việc ngày {exception.day:%d/%m/%Y}", right=Right.OFFICE
    ) as session:
        keep_day(session, exception)


def keep_day(session: Session, exception: DayException) -> None:
    """`save_day` within a larger action."""
    record = session.scalar(select(DayRecord).where(DayRecord.day == exception.day))
    if record is None:
        record = DayRecord(day=exception.day)
        session.add(record)
    record.kind = exception.kind.value
    record.name = clean(exception.name)
    record.source = clean(exception.source)
    record.like_weekday = exception.like_weekday
    record.sessions = json.dumps([[_clock(s.opens), _clock(s.closes)] for s in exception.sessions])


def drop_day(session: Session, day: date) -> None:
    """A day of the ward's own follows the common rule again."""
    record = session.scalar(select(DayRecord).where(DayRecord.day == day))
    if record is not None:
        session.delete(record)


def own_days(session: Session) -> dict[date, DayException]:
    """The ward's own days, which replace the country's on the same day."""
    return {record.day: _exception(record) for record in session.scalars(select(DayRecord))}


def rules(desk: Desk, session: Session) -> Rules:
    """The rules in force; computed anew only after the settings changed."""
    last = session.connection().execute(_REVISION).first()
    revision = 0 if last is None else last.id
    known = desk.memory.get(_MEMORY)
    if not isinstance(known, Rules) or known.revision != revision:
        known = _read(session, revision)
        own = action_of(session)
        if last is None or own is None or last.action_id != own:
            # Of this very action it could be rolled back, and its number given again.
            desk.memory[_MEMORY] = known
    return known


def _read(session: Session, revision: int) -> Rules:
    found = {r.name: json.loads(r.value) for r in session.scalars(select(SettingRecord))}
    chosen = _office(found.get(_OFFICE, {}))
    further = own_days(session).values()
    due = replace(
        due_rules(),
        count="civil" if chosen.due_rule == "civil" else "minutes",
        same_day_cutoff=chosen.same_day_cutoff,
    )
    calendar = national_calendar(_week(found.get(_TIMETABLE)), further=further)
    return Rules(chosen, calendar, due, causes_from(found.get(LATE_CAUSES, [])), revision)


def _office(found: dict[str, Any]) -> Office:
    values = {f.name: found[f.name] for f in fields(Office) if f.name in found}
    for name, value in values.items():
        if isinstance(value, list):
            values[name] = tuple(value)
    if "early_rule" in values:
        values["early_rule"] = EarlyRule(values["early_rule"])
    if "same_day_cutoff" in values:
        values["same_day_cutoff"] = time.fromisoformat(values["same_day_cutoff"])
    return Office(**values)


def _week(found: list[list[list[str]]] | None) -> tuple[tuple[HalfDay, ...], ...]:
    if found is None:
        return DEFAULT_TIMETABLE
    return tuple(_sessions(day) for day in found)


def _sessions(found: list[list[str]]) -> tuple[HalfDay, ...]:
    return tuple(HalfDay(time.fromisoformat(a), time.fromisoformat(b)) for a, b in found)


def _exception(record: DayRecord) -> DayException:
    return DayException(
        record.day,
        DayKind(record.kind),
        record.name,
        source=record.source,
        like_weekday=record.like_weekday,
        sessions=_sessions(json.loads(record.sessions or "[]")),
    )


def put(session: Session, name: str, value: object) -> None:
    """Keep one setting of the office, within an action."""
    record = session.scalar(select(SettingRecord).where(SettingRecord.name == name))
    if record is None:
        record = SettingRecord(name=name, value="")
        session.add(record)
    record.value = json.dumps(value, ensure_ascii=False, sort_keys=True)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: _kept(value) for name, value in values.items()}


def _kept(value: Any) -> Any:
    """Times as texts, texts in one form, lines without the empty ones."""
    match value:
        case time():
            return _clock(value)
        case EarlyRule():
            return value.value
        case str():
            return clean(value)
        case tuple():
            return [line for line in map(clean, value) if line]
        case _:
            return value


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"
