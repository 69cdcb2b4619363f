"""The rules in force, read in plain SQL: today's work is counted before SQLAlchemy is there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, time
from typing import Any

from db.asking import Ask
from dxdesk.calendar_data import due_rules, national_calendar
from dxdesk.desk import Desk
from dxdesk.domain.calendar import (
    DEFAULT_TIMETABLE,
    DayException,
    DayKind,
    Session,
    WorkingCalendar,
)
from dxdesk.domain.due import DueRules
from dxdesk.domain.late_cause import LateCauses
from dxdesk.domain.office import Office
from dxdesk.domain.outcome import EarlyRule
from dxdesk.late_causes import causes_from

OFFICE = "office"
TIMETABLE = "timetable"
LATE_CAUSES = "late_causes"
_MEMORY = "rules"
_REVISION = (
    "SELECT id, action_id FROM change WHERE table_name IN ('setting', 'day') "
    "ORDER BY id DESC LIMIT 1"
)
_SETTINGS = "SELECT name, value FROM setting"
_DAYS = "SELECT day, kind, name, source, like_weekday, sessions FROM day"


@dataclass(frozen=True)
class Rules:
    """The rules that due times and figures follow, read once per change of the settings."""

    office: Office
    calendar: WorkingCalendar
    due: DueRules
    causes: LateCauses
    """Of lateness."""
    revision: int


def rules_asked(desk: Desk, ask: Ask, *, own: int | None = None) -> Rules:
    """The rules in force; computed anew only after the settings changed.

    *own*: the action within which it is asked.
    """
    last = next(iter(ask(_REVISION)), None)
    revision, changed_by = last or (0, None)
    known = desk.memory.get(_MEMORY)
    if not isinstance(known, Rules) or known.revision != revision:
        known = _read(ask, revision)
        if own is None or changed_by != own:
            # Of this very action it could be rolled back, and its number given again.
            desk.memory[_MEMORY] = known
    return known


def own_days_asked(ask: Ask) -> dict[date, DayException]:
    """The ward's own days, which replace the country's on the same day."""
    found = (_exception(*row) for row in ask(_DAYS))
    return {one.day: one for one in found}


def _read(ask: Ask, revision: int) -> Rules:
    found = {name: json.loads(value) for name, value in ask(_SETTINGS)}
    chosen = _office(found.get(OFFICE, {}))
    due = replace(
        due_rules(),
        count="civil" if chosen.due_rule == "civil" else "minutes",
        same_day_cutoff=chosen.same_day_cutoff,
    )
    further = own_days_asked(ask).values()
    calendar = national_calendar(_week(found.get(TIMETABLE)), further=further)
    return Rules(chosen, calendar, due, causes_from(found.get(LATE_CAUSES, [])), revision)


def _office(found: Mapping[str, Any]) -> Office:
    values = {f.name: found[f.name] for f in fields(Office) if f.name in found}
    for name, value in values.items():
        if isinstance(value, list):
            values[name] = tuple(value)
    if "early_rule" in values:
        values["early_rule"] = EarlyRule(values["early_rule"])
    if "same_day_cutoff" in values:
        values["same_day_cutoff"] = time.fromisoformat(values["same_day_cutoff"])
    return Office(**values)


def _week(found: list[list[list[str]]] | None) -> tuple[tuple[Session, ...], ...]:
    if found is None:
        return DEFAULT_TIMETABLE
    return tuple(_sessions(day) for day in found)


def _sessions(found: list[list[str]]) -> tuple[Session, ...]:
    return tuple(Session(time.fromisoformat(a), time.fromisoformat(b)) for a, b in found)


def _exception(
    day: str, kind: str, name: str, source: str, like_weekday: int | None, sessions: str
) -> DayException:
    return DayException(
        date.fromisoformat(day),
        DayKind(kind),
        name,
        source=source,
        like_weekday=like_weekday,
        sessions=_sessions(json.loads(sessions or "[]")),
    )
