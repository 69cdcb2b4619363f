"""Working time in whole minutes, and the present moment beyond which nothing has happened."""

from dataclasses import dataclass
from datetime import datetime

from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.due import DueRules
from dxdesk.domain.worktime import DAY, WorkTime, minute_of


@dataclass(frozen=True)
class Times:
    calendar: WorkingCalendar
    work: WorkTime
    rules: DueRules
    end: int
    """The present, as `worktime.minute_of`."""

    @classmethod
    def at(cls, present: datetime, calendar: WorkingCalendar, rules: DueRules) -> "Times":
        return cls(calendar, calendar.work_time(present.year), rules, minute_of(present))

    def later(self, minute: int, worked: int) -> int:
        """The minute when *worked* minutes of working time have passed since *minute*."""
        return self.work.at(self.work.position(minute) + worked) if worked > 0 else minute

    def before(self, minute: int, worked: int) -> int:
        """The minute since which *worked* minutes of working time have passed at *minute*."""
        return self.work.at(self.work.position(minute) - worked)

    def between(self, first: int, last: int) -> int:
        """Working minutes from *first* to *last*."""
        return self.work.position(last) - self.work.position(first)

    def opening(self, minute: int) -> int:
        """When the day of *minute* opens; on a day off, the next working day."""
        return self.work.opening(minute // DAY)
