"""Working minutes as one running count, so that no due time ever walks day by day (R4).

A `WorkTime` covers a run of years without a gap. Minutes are numbered from the first day of
the common calendar (`minute_of`); *position* is the number of working minutes before a moment.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from dxdesk.errors import DeskError

DAY = 1440


class MissingYearError(DeskError):
    """The calendar holds no holidays for a year that the count needs (R4)."""

    def __init__(self, year: int) -> None:
        """Name the *year* without data."""
        super().__init__(
            f"Lịch làm việc chưa có ngày nghỉ lễ của năm {year} nên không tính được: "
            f"hãy kiểm tra lại ngày đã nhập; ngày đúng thì cài bản mới có lịch năm {year}."
        )
        self.year = year


@dataclass(frozen=True, slots=True)
class Session:
    """A half-day (`buổi`) of work, to the minute."""

    opens: time
    closes: time


def minute_of(moment: datetime) -> int:
    """Minutes since day 0; seconds are cut, as every time here is to the minute."""
    return moment.toordinal() * DAY + moment.hour * 60 + moment.minute


def moment_of(minute: int) -> datetime:
    """The inverse of `minute_of`."""
    day, rest = divmod(minute, DAY)
    hour, left = divmod(rest, 60)
    on = date.fromordinal(day)
    return datetime(on.year, on.month, on.day, hour, left)


class WorkTime:
    """The sessions of the years *first* to *last*, counted once, looked up by bisection."""

    def __init__(
        self, first: int, last: int, sessions: Callable[[date], Iterable[Session]]
    ) -> None:
        """Count the minutes of `sessions(day)` for each day of the years."""
        self.last = last
        self._opens: list[int] = []
        self._closes: list[int] = []
        self._done: list[int] = []
        self._days: list[int] = []
        self._day_opens: list[int] = []
        self._day_closes: list[int] = []
        for day in range(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1):
            self._add(day, sessions(date.fromordinal(day)))

    def _add(self, day: int, sessions: Iterable[Session]) -> None:
        before = len(self._opens)
        done = self._done[-1] if self._done else 0
        for session in sessions:
            opens = day * DAY + session.opens.hour * 60 + session.opens.minute
            closes = day * DAY + session.closes.hour * 60 + session.closes.minute
            done += closes - opens
            self._opens.append(opens)
            self._closes.append(closes)
            self._done.append(done)
        if len(self._opens) > before:
            self._days.append(day)
            self._day_opens.append(self._opens[before])
            self._day_closes.append(self._closes[-1])

    def position(self, minute: int) -> int:
        """Working minutes before *minute*."""
        at = bisect_right(self._opens, minute) - 1
        if at < 0:
            return 0
        left = self._closes[at] - minute
        return self._done[at] - left if left > 0 else self._done[at]

    def at(self, position: int) -> int:
        """The minute when *position* is reached: the end of a session, not the next start (R3)."""
        at = bisect_left(self._done, position)
        if at == len(self._done):
            raise MissingYearError(self.last + 1)
        return self._closes[at] - self._done[at] + position

    def working_day(self, day: int, *, further: int = 0) -> int:
        """Ordinal of the first working day not before *day*, or the one *further* days on."""
        return self._days[self._index(day, further)]

    def opening(self, day: int) -> int:
        """Minute at which the first working day not before *day* opens."""
        return self._day_opens[self._index(day, 0)]

    def closing(self, day: int) -> int:
        """Minute at which the first working day not before *day* closes."""
        return self._day_closes[self._index(day, 0)]

    def _index(self, day: int, further: int) -> int:
        at = bisect_left(self._days, day) + further
        if at >= len(self._days):
            raise MissingYearError(self.last + 1)
        return at
