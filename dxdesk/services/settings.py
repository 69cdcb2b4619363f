"""What the ward chose: its headings and signers, timetable, days, and rules R3 and R10."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.actions import action_of
from db.models import DayRecord, SettingRecord
from db.sessions import asked_by
from dxdesk.desk import Desk
from dxdesk.domain.calendar import DayException, WorkingCalendar
from dxdesk.domain.calendar import Session as HalfDay
from dxdesk.domain.office import Office
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean
from dxdesk.errors import InputError
from dxdesk.services.rules import OFFICE, TIMETABLE, Rules, own_days_asked, rules_asked

_DUE_RULES = ("minutes", "civil")


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
    put(session, OFFICE, _plain(asdict(chosen)))


def save_timetable(desk: Desk, timetable: Iterable[Iterable[HalfDay]]) -> None:
    """Keep the week's sessions, Monday first; refuses what no week can be."""
    with desk.act("Sửa giờ làm việc hằng tuần", right=Right.OFFICE) as session:
        keep_timetable(session, timetable)


def keep_timetable(session: Session, timetable: Iterable[Iterable[HalfDay]]) -> None:
    """`save_timetable` within a larger action."""
    week = tuple(tuple(day) for day in timetable)
    WorkingCalendar(week)
    put(session, TIMETABLE, [[[_clock(s.opens), _clock(s.closes)] for s in d] for d in week])


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
    return own_days_asked(asked_by(session))


def rules(desk: Desk, session: Session) -> Rules:
    """The rules in force; computed anew only after the settings changed."""
    return rules_asked(desk, asked_by(session), own=action_of(session))


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
