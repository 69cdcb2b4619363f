"""The working calendar: a weekly timetable of half-day sessions plus dated exceptions (R1)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from dxdesk.domain.worktime import (
    MissingYearError,
    Session,
    WorkTime,
    minute_of,
    moment_of,
)
from dxdesk.errors import InputError

__all__ = [
    "DEFAULT_TIMETABLE",
    "WEEKDAYS",
    "DayException",
    "DayKind",
    "MissingYearError",
    "Session",
    "WorkingCalendar",
]

Timetable = tuple[tuple[Session, ...], ...]

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_OFFICE_DAY = (Session(time(7, 30), time(11, 30)), Session(time(13, 30), time(17, 30)))
DEFAULT_TIMETABLE: Timetable = (*(_OFFICE_DAY,) * 5, (), ())


class DayKind(StrEnum):
    """What makes a day differ from the weekly timetable."""

    HOLIDAY = "holiday"
    CLOSURE = "closure"
    MAKE_UP = "make_up"
    OTHER_HOURS = "other_hours"


_WHY = {
    DayKind.HOLIDAY: "nghỉ lễ: {}",
    DayKind.CLOSURE: "ngày nghỉ: {}",
    DayKind.MAKE_UP: "ngày làm bù: {}",
    DayKind.OTHER_HOURS: "ngày làm việc theo giờ riêng: {}",
}


@dataclass(frozen=True)
class DayException:
    """One dated exception. *verified*: the deciding document was seen, not only computed."""

    day: date
    kind: DayKind
    name: str
    source: str = ""
    verified: bool = True
    like_weekday: int | None = None
    """For a make-up day: whose sessions it has, Monday 0; None: the week's first working day."""
    sessions: tuple[Session, ...] = ()
    """For a day with other hours; on a make-up day they come before *like_weekday*."""

    def __post_init__(self) -> None:
        """Refuse what no day can be."""
        _check_sessions(self.sessions, f"ngày {self.day:%d/%m/%Y}")
        if self.kind is DayKind.OTHER_HOURS and not self.sessions:
            raise InputError(
                f"Lịch làm việc, ngày {self.day:%d/%m/%Y}: ngày có giờ làm việc riêng phải có "
                "ít nhất một buổi; nếu nghỉ cả ngày, hãy chọn loại ngày nghỉ."
            )
        if self.like_weekday is not None and self.like_weekday not in range(7):
            raise InputError(
                f"Lịch làm việc, ngày {self.day:%d/%m/%Y}: làm bù theo lịch của thứ nào phải là "
                f"một số từ 0 (thứ Hai) đến 6 (Chủ nhật), không phải {self.like_weekday}."
            )


@dataclass(frozen=True)
class WorkingCalendar:
    """Timetable (seven days, Monday first), exceptions by day, and the years that have data."""

    timetable: Timetable = DEFAULT_TIMETABLE
    exceptions: Mapping[date, DayException] = field(default_factory=dict, repr=False)
    years: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a timetable by which nothing could ever be counted."""
        if len(self.timetable) != len(WEEKDAYS):
            raise InputError("Lịch làm việc hằng tuần phải có đủ bảy ngày, từ thứ Hai.")
        if not any(self.timetable):
            raise InputError("Lịch làm việc hằng tuần phải có ít nhất một buổi làm việc.")
        for name, sessions in zip(WEEKDAYS, self.timetable, strict=True):
            _check_sessions(sessions, name)
        object.__setattr__(self, "exceptions", MappingProxyType(dict(self.exceptions)))

    def sessions(self, day: date) -> tuple[Session, ...]:
        """The sessions of *day*; `MissingYearError` for a year without holiday data (R4)."""
        if day.year not in self.years:
            raise MissingYearError(day.year)
        return self._sessions(day)

    def _sessions(self, day: date) -> tuple[Session, ...]:
        exception = self.exceptions.get(day)
        if exception is None:
            return self.timetable[day.weekday()]
        if exception.kind in {DayKind.HOLIDAY, DayKind.CLOSURE}:
            return ()
        if exception.sessions:
            return exception.sessions
        if exception.like_weekday is not None:
            return self.timetable[exception.like_weekday]
        return next(filter(None, self.timetable))

    def why(self, day: date) -> str:
        """Why *day* is worked or not, in words for the day-by-day account."""
        exception = self.exceptions.get(day)
        if exception is not None:
            text = _WHY[exception.kind].format(exception.name)
            return text if exception.verified else f"{text} (chưa đối chiếu văn bản)"
        if self.sessions(day):
            return "ngày làm việc"
        return f"{WEEKDAYS[day.weekday()]}, ngày nghỉ hằng tuần"

    def is_working(self, day: date) -> bool:
        """Whether *day* has any session."""
        return bool(self.sessions(day))

    def opening(self, day: date) -> datetime | None:
        """When *day* opens; None on a day off."""
        sessions = self.sessions(day)
        return datetime.combine(day, sessions[0].opens) if sessions else None

    def closing(self, day: date) -> datetime | None:
        """When *day* closes; None on a day off."""
        sessions = self.sessions(day)
        return datetime.combine(day, sessions[-1].closes) if sessions else None

    def next_working_day(self, day: date) -> date:
        """The first working day after *day*: near, so the years are not counted out for it."""
        after = day.toordinal() + 1
        while not self.sessions(date.fromordinal(after)):
            after += 1
        return date.fromordinal(after)

    def working_minutes_between(self, begin: datetime, end: datetime) -> int:
        """Working minutes from *begin* to *end*; negative when *end* comes first."""
        work = self.work_time(begin.year)
        if self.work_time(end.year) is not work:
            between = range(*sorted((begin.year, end.year)))
            raise MissingYearError(min(set(between) - self.years))
        return work.position(minute_of(end)) - work.position(minute_of(begin))

    def later(self, moment: datetime, minutes: int) -> datetime:
        """The moment when *minutes* of working time have passed since *moment*."""
        if minutes <= 0:
            return moment
        work = self.work_time(moment.year)
        return moment_of(work.at(work.position(minute_of(moment)) + minutes))

    def work_time(self, year: int) -> WorkTime:
        """The running count that holds *year* (and the years that adjoin it)."""
        work = self._runs.get(year)
        if work is None:
            raise MissingYearError(year)
        return work

    @cached_property
    def _runs(self) -> dict[int, WorkTime]:
        runs: dict[int, WorkTime] = {}
        for first, last in _stretches(self.years):
            work = WorkTime(first, last, self._sessions)
            runs.update(dict.fromkeys(range(first, last + 1), work))
        return runs


def _stretches(years: frozenset[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for year in sorted(years):
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found


def _check_sessions(sessions: tuple[Session, ...], where: str) -> None:
    last = None
    for session in sessions:
        if session.opens >= session.closes or (last is not None and session.opens < last):
            raise InputError(
                f"Lịch làm việc, {where}: giờ làm việc {session.opens:%H:%M}–"
                f"{session.closes:%H:%M} không hợp lệ; mỗi buổi phải bắt đầu trước khi kết thúc "
                "và không chồng lên buổi trước."
            )
        last = session.closes
