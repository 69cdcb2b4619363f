"""The national calendar that ships as data (resources/calendar): statutory days, decisions, rules.

Every file is read at a door that trusts nothing: a damaged one is an error that names it.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar

from dxdesk.domain.calendar import (
    DEFAULT_TIMETABLE,
    WEEKDAYS,
    DayException,
    DayKind,
    Timetable,
    WorkingCalendar,
)
from dxdesk.domain.due import DueRules
from dxdesk.errors import DeskError
from dxdesk.paths import RESOURCES

FOLDER = RESOURCES / "calendar"
_T = TypeVar("_T")
_STATUTE = "Bộ luật Lao động 2019, Điều 111, 112"


@dataclass(frozen=True)
class NationalDays:
    """The country's exceptions and the years for which they are complete."""

    exceptions: Mapping[date, DayException]
    years: frozenset[int]


def national_days(folder: Path = FOLDER) -> NationalDays:
    """Holidays, compensatory days, swaps and make-up days from the files in *folder*.

    A day of a year that the government has not announced, or whose document was not seen, has
    `verified` False. `DeskError` naming the file when one is missing or wrong.
    """
    statutory = _read(folder / "statutory.json", _years_of)
    decisions = _read(folder / "decisions.json", lambda found: _Decisions(found, statutory))
    days: dict[date, DayException] = {}
    for table in statutory.values():
        days.update((day, decisions.statutory(day, name)) for day, name in table.items())
    for day in decisions.worked:
        days.pop(day, None)
    days.update((one.day, one) for one in decisions.exceptions)
    return NationalDays(days, frozenset(statutory))


def national_calendar(
    timetable: Timetable = DEFAULT_TIMETABLE, *, further: Iterable[DayException] = ()
) -> WorkingCalendar:
    """The calendar of an office: its *timetable*, the country's days, its own *further* days.

    A further day replaces the country's exception on that day.
    """
    national = national_days()
    days = {**national.exceptions, **{one.day: one for one in further}}
    return WorkingCalendar(timetable, days, national.years)


def due_rules(folder: Path = FOLDER) -> DueRules:
    """The counting rules as published (rules.json); the ward's own choices replace them."""
    return _read(folder / "rules.json", _rules_of)


class _Decisions:
    """decisions.json: what the government decided, over what the statute alone gives."""

    def __init__(self, found: Mapping[str, Any], statutory: Mapping[int, object]) -> None:
        self._years = {int(year): dict(one) for year, one in found["years"].items()}
        if strays := set(self._years) - set(statutory):
            raise ValueError(f"years without statutory days: {sorted(strays)}")
        self.worked = tuple(date.fromisoformat(one["day"]) for one in found["worked"])
        self.exceptions = (*map(_day_of, found["days"]), *_swapped(found["swaps"]))
        days = [one.day for one in self.exceptions]
        if len(set(days)) != len(days):
            raise ValueError("a day is decided twice")

    def statutory(self, day: date, name: str) -> DayException:
        year = self._years.get(day.year, {"announced": False, "source": "tính theo luật"})
        verified = year["announced"] and day.isoformat() not in year.get("open", ())
        source = f"{_STATUTE}; {year['source']}"
        return DayException(day, DayKind.HOLIDAY, name, source=source, verified=verified)


def _day_of(one: Mapping[str, Any]) -> DayException:
    return DayException(
        date.fromisoformat(one["day"]),
        DayKind(one["kind"]),
        one["name"],
        source=one["source"],
        verified=one["verified"],
    )


def _swapped(swaps: Iterable[Mapping[str, Any]]) -> Iterator[DayException]:
    for one in swaps:
        off, worked = date.fromisoformat(one["off"]), date.fromisoformat(one["worked"])
        known: dict[str, Any] = {"source": one["source"], "verified": one["verified"]}
        name = f"hoán đổi, làm bù {_named(worked)}"
        yield DayException(off, DayKind.CLOSURE, name, **known)
        name = f"thay cho {_named(off)}"
        yield DayException(worked, DayKind.MAKE_UP, name, like_weekday=off.weekday(), **known)


def _named(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def _years_of(found: Mapping[str, Any]) -> dict[int, dict[date, str]]:
    years = {
        int(year): {date.fromisoformat(day): str(name) for day, name in days.items()}
        for year, days in found["years"].items()
    }
    for year, days in years.items():
        if not days or any(day.year != year for day in days):
            raise ValueError(f"year {year} has no days or days of another year")
    return years


def _rules_of(found: Mapping[str, Any]) -> DueRules:
    return DueRules(
        same_day_cutoff=time.fromisoformat(found["same_day_cutoff"]["value"]),
        acceptance_hours=float(found["acceptance_hours"]["value"]),
    )


def _read(path: Path, build: Callable[[Mapping[str, Any]], _T]) -> _T:
    try:
        return build(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise DeskError(
            f"Không đọc được tệp lịch nghỉ lễ {path.name}: hãy cài lại chương trình."
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DeskError(
            f"Tệp lịch nghỉ lễ {path.name} không đúng định dạng: hãy cài lại chương trình, "
            "hoặc sửa lại tệp nếu vừa thay đổi."
        ) from error
