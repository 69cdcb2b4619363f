"""When a dossier is due (figures.md R2–R4): the limits and the counting.

Receipt and due time are civil times to the minute; one working day is always eight hours.
"""

import math
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Literal

from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.worktime import DAY, WorkTime, minute_of, moment_of
from dxdesk.errors import InputError

DAY_MINUTES = 480
_HALF = 0.5


class LimitKind(StrEnum):
    """What a limit counts (R3)."""

    WORKING_DAYS = "working_days"
    WORKING_HOURS = "working_hours"
    CALENDAR_DAYS = "calendar_days"
    SAME_DAY = "same_day"


_UNIT = {
    LimitKind.WORKING_DAYS: "ngày làm việc",
    LimitKind.WORKING_HOURS: "giờ làm việc",
    LimitKind.CALENDAR_DAYS: "ngày",
}
_STEP = {  # the fraction of the unit that a limit may be a multiple of
    LimitKind.WORKING_DAYS: (2, "bội số của 0,5 (ví dụ 0,5; 1; 2,5)"),
    LimitKind.WORKING_HOURS: (60, "tròn phút (ví dụ 4; 8; 1,5)"),
    LimitKind.CALENDAR_DAYS: (1, "số nguyên (ví dụ 10; 15)"),
}
_KIND_WORDS = {kind.value: kind for kind in LimitKind} | {
    "days": LimitKind.WORKING_DAYS,
    "hours": LimitKind.WORKING_HOURS,
}


def _shown(amount: float) -> str:
    return f"{amount:.10g}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Limit:
    """The time allowed for a dossier. A same-day limit has the amount 1 and no other."""

    kind: LimitKind
    amount: float = 1

    def __post_init__(self) -> None:
        """Refuse amounts that cannot be counted."""
        if self.kind is LimitKind.SAME_DAY:
            object.__setattr__(self, "amount", 1)
            return
        step, expected = _STEP[self.kind]
        amount = self.amount
        if not (math.isfinite(amount) and amount > 0 and _is_whole(amount * step)):
            raise InputError(
                f"Thời hạn giải quyết {_shown(amount)} {_UNIT[self.kind]} không hợp lệ: "
                f"phải lớn hơn 0 và là {expected}."
            )

    @property
    def minutes(self) -> int:
        """Working minutes; 0 for the limits that are not counted in them."""
        if self.kind is LimitKind.WORKING_DAYS:
            return round(self.amount * DAY_MINUTES)
        if self.kind is LimitKind.WORKING_HOURS:
            return round(self.amount * 60)
        return 0

    @property
    def text(self) -> str:
        """As on a receipt: `5 ngày làm việc`, `0,5 ngày làm việc`, `trong ngày`."""
        if self.kind is LimitKind.SAME_DAY:
            return "trong ngày"
        return f"{_shown(self.amount)} {_UNIT[self.kind]}"


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) < 1e-6  # noqa: PLR2004 - a third of an hour is no exact float


def limit_from(kind: str, amount: object = None) -> Limit:
    """A limit from words and cells: `working-days`, `5`; `hours`, `"0,5"`; `same_day`.

    `InputError` when the kind is unknown or the amount is no number that the kind can have.
    """
    known = _KIND_WORDS.get(kind.strip().casefold().replace("-", "_"))
    if known is None:
        raise InputError(
            f"Loại thời hạn “{kind}” không có: hãy dùng một trong working_days (ngày làm việc), "
            "working_hours (giờ làm việc), calendar_days (ngày), same_day (trong ngày)."
        )
    if known is LimitKind.SAME_DAY:
        return Limit(known)
    return Limit(known, _number(amount))


def _number(amount: object) -> float:
    if isinstance(amount, int | float) and not isinstance(amount, bool):
        try:
            return float(amount)
        except OverflowError:
            pass
    elif isinstance(amount, str):
        try:
            return float(amount.strip().replace(",", "."))
        except ValueError:
            pass
    raise InputError(
        f"Thời hạn giải quyết: số lượng “{amount}” không phải là số; "
        "hãy nhập một số lớn hơn 0, ví dụ 5 hoặc 0,5."
    )


@dataclass(frozen=True)
class DueRules:
    """The ward's choices in counting; the defaults and their sources: resources/calendar."""

    count: Literal["minutes", "civil"] = "minutes"
    same_day_cutoff: time = time(15, 0)
    acceptance_hours: float = 8

    def __post_init__(self) -> None:
        """Refuse a rule that does not exist."""
        if self.count not in {"minutes", "civil"}:
            raise InputError(
                f"Cách tính thời hạn “{self.count}” không có: hãy chọn minutes (tính theo phút "
                "làm việc) hoặc civil (theo Điều 147 Bộ luật Dân sự)."
            )


def due_at(
    received: datetime,
    limit: Limit,
    calendar: WorkingCalendar,
    *,
    rules: DueRules = DueRules(),
) -> datetime:
    """The due time of a dossier received at *received* (R3); seconds are cut.

    `MissingYearError` when the count leaves the years that have holiday data (R4).
    """
    work = calendar.work_time(received.year)
    if limit.kind is LimitKind.SAME_DAY:
        return moment_of(_same_day(received, work, rules))
    if limit.kind is LimitKind.CALENDAR_DAYS:
        return moment_of(work.closing(received.toordinal() + round(limit.amount)))
    if limit.kind is LimitKind.WORKING_DAYS and rules.count == "civil":
        return _civil(received, limit, calendar)
    return moment_of(work.at(work.position(minute_of(received)) + limit.minutes))


def _same_day(received: datetime, work: WorkTime, rules: DueRules) -> int:
    today = received.toordinal()
    closing = work.closing(today)
    if closing // DAY == today and not (
        received.time() > rules.same_day_cutoff or minute_of(received) > closing
    ):
        return closing
    return work.closing(today + 1)


def _civil(received: datetime, limit: Limit, calendar: WorkingCalendar) -> datetime:
    """The receipt's day does not count (Civil Code art. 147); a half day is the first session."""
    work = calendar.work_time(received.year)
    day = work.working_day(received.toordinal(), further=math.ceil(limit.amount))
    if limit.amount % 1 == _HALF:
        on = moment_of(day * DAY)
        return datetime.combine(on, calendar.sessions(on.date())[0].closes)
    return moment_of(work.closing(day))


def span_text(minutes: int) -> str:
    """Working minutes in words: `2 ngày 3 giờ 15 phút làm việc`; a day has eight hours (R2)."""
    days, rest = divmod(minutes, DAY_MINUTES)
    hours, left = divmod(rest, 60)
    parts = [
        f"{number} {unit}"
        for number, unit in ((days, "ngày"), (hours, "giờ"), (left, "phút"))
        if number
    ]
    return f"{' '.join(parts) or '0 phút'} làm việc"
