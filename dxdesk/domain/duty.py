"""Where a task or a document with a deadline stands: derived from its days, never set."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dxdesk.domain.calendar import MissingYearError, WorkingCalendar

SOON_DAYS = 3
"""Working days before the deadline from which a task is called near."""


class DutyState(StrEnum):
    OPEN = "open"
    SOON = "soon"
    OVERDUE = "overdue"
    DONE = "done"
    DONE_LATE = "done_late"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    DutyState.OPEN: "Đang thực hiện",
    DutyState.SOON: "Sắp đến hạn",
    DutyState.OVERDUE: "Quá hạn, chưa xong",
    DutyState.DONE: "Hoàn thành",
    DutyState.DONE_LATE: "Hoàn thành sau hạn",
}


@dataclass(frozen=True, slots=True)
class DutyCounts:
    """How many stand where; *without_deadline* are among the open or done."""

    total: int = 0
    open: int = 0
    soon: int = 0
    overdue: int = 0
    done: int = 0
    done_late: int = 0


def last_day(due: date, calendar: WorkingCalendar) -> date:
    """The day at whose end the deadline passes: a day off gives way to the next working day.

    Civil Code art. 148. Without a calendar of that year the day itself.
    """
    try:
        return due if calendar.is_working(due) else calendar.next_working_day(due)
    except MissingYearError:
        return due


def state_of(
    due: date | None, done: date | None, *, today: date, calendar: WorkingCalendar
) -> DutyState:
    """The state at the end of *today*; done later than that is not done yet."""
    last = None if due is None else last_day(due, calendar)
    if done is not None and done <= today:
        return DutyState.DONE_LATE if last is not None and done > last else DutyState.DONE
    if last is None:
        return DutyState.OPEN
    if today > last:
        return DutyState.OVERDUE
    return DutyState.SOON if last <= _ahead(today, calendar) else DutyState.OPEN


def _ahead(today: date, calendar: WorkingCalendar) -> date:
    day = today
    try:
        for _ in range(SOON_DAYS):
            day = calendar.next_working_day(day)
    except MissingYearError:
        return today
    return day
