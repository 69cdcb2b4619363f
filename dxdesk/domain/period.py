"""Reporting periods (figures.md R12, R13): calendar, statutory cut-off, any range."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dxdesk.errors import InputError

_ROMAN = ("I", "II", "III", "IV")
STATUTORY_DAY = 15
LAST_CUT_DAY = 28
"""A day that every month has."""


class CutOff(StrEnum):
    CALENDAR = "calendar"
    STATUTORY = "statutory"
    """From the 15th of the month before to the 14th (Nghị định 09/2019/NĐ-CP, law.md §4.3)."""
    OWN = "own"
    """The ward's own day instead of the 15th."""


class PeriodKind(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Period:
    """Two dates, both inclusive."""

    first: date
    last: date
    kind: PeriodKind = PeriodKind.RANGE
    cut_off: CutOff = CutOff.CALENDAR
    cut_day: int = STATUTORY_DAY
    """The day of the month before on which a period begins that is no calendar one."""

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise InputError(
                f"Kỳ báo cáo: ngày đầu {self.first:%d/%m/%Y} sau ngày cuối {self.last:%d/%m/%Y}; "
                "hãy đổi lại thứ tự hai ngày."
            )

    @property
    def start(self) -> datetime:
        return datetime.combine(self.first, time.min)

    @property
    def end(self) -> datetime:
        """The last minute."""
        return datetime.combine(self.last, time(23, 59))

    def as_of(self, now: datetime) -> datetime:
        """R13: the last minute, or *now* while the period still runs."""
        return min(self.end, now.replace(second=0, microsecond=0))

    @property
    def label(self) -> str:
        """`tháng 4 năm 2026`, `quý II năm 2026`, `từ ngày … đến ngày …`."""
        named = self.last
        match self.kind:
            case PeriodKind.DAY:
                return f"ngày {named:%d/%m/%Y}"
            case PeriodKind.WEEK:
                iso_year, number, _ = self.first.isocalendar()
                return f"tuần {number} năm {iso_year}"
            case PeriodKind.MONTH:
                return f"tháng {named.month} năm {named.year}"
            case PeriodKind.QUARTER:
                return f"quý {_ROMAN[(named.month - 1) // 3]} năm {named.year}"
            case PeriodKind.HALF_YEAR:
                return f"6 tháng {'đầu' if named.month <= 6 else 'cuối'} năm {named.year}"  # noqa: PLR2004 - month of June
            case PeriodKind.NINE_MONTHS:
                return f"9 tháng đầu năm {named.year}"
            case PeriodKind.YEAR:
                return f"năm {named.year}"
            case _:
                return self.range_label

    @property
    def range_label(self) -> str:
        return f"từ ngày {self.first:%d/%m/%Y} đến ngày {self.last:%d/%m/%Y}"

    def previous(self) -> "Period":
        """The period of the same kind just before."""
        months = _MONTHS.get(self.kind)
        if months is None:
            length = self.last - self.first
            last = self.first - timedelta(days=1)
            return replace(self, first=last - length, last=last)
        if self.kind is PeriodKind.NINE_MONTHS:
            return self.last_year()
        end = _shift_month(self.last.replace(day=1), -months)
        return self._named(end.year, end.month)

    def last_year(self) -> "Period":
        """The same period one year earlier."""
        if self.kind in _MONTHS:
            return self._named(self.last.year - 1, self.last.month)
        if self.kind is PeriodKind.WEEK:
            return self._week_last_year()
        return replace(self, first=_year_back(self.first), last=_year_back(self.last))

    def _named(self, year: int, last_month: int) -> "Period":
        return _period(self.kind, year, last_month, self.cut_off, self.cut_day)

    def _week_last_year(self) -> "Period":
        """The week of the same number; of a week 53 the last one."""
        iso_year, number, _ = self.first.isocalendar()
        return week(date.fromisocalendar(iso_year - 1, min(number, weeks_in(iso_year - 1)), 1))


_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}


def _year_back(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def _shift_month(first: date, months: int) -> date:
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _period(kind: PeriodKind, year: int, last_month: int, cut_off: CutOff, cut_day: int) -> Period:
    begin = _shift_month(date(year, last_month, 1), 1 - _MONTHS[kind])
    last = date(year, last_month, monthrange(year, last_month)[1])
    if cut_off is CutOff.CALENDAR:
        return Period(begin, last, kind, cut_off)
    day = STATUTORY_DAY if cut_off is CutOff.STATUTORY else _cut_day(cut_day)
    begin = _shift_month(begin, -1).replace(day=day)
    return Period(begin, last.replace(day=day - 1), kind, cut_off, day)


def _cut_day(day: int) -> int:
    if not 2 <= day <= LAST_CUT_DAY:  # noqa: PLR2004 - from the 1st on it is the calendar month
        raise InputError(f"Ngày bắt đầu kỳ: hãy chọn từ 2 đến {LAST_CUT_DAY}, không phải {day}.")
    return day


def month(
    year: int, number: int, *, cut_off: CutOff = CutOff.CALENDAR, cut_day: int = STATUTORY_DAY
) -> Period:
    return _period(PeriodKind.MONTH, year, number, cut_off, cut_day)


def quarter(
    year: int, number: int, *, cut_off: CutOff = CutOff.CALENDAR, cut_day: int = STATUTORY_DAY
) -> Period:
    return _period(PeriodKind.QUARTER, year, 3 * number, cut_off, cut_day)


def half_year(
    year: int, number: int, *, cut_off: CutOff = CutOff.CALENDAR, cut_day: int = STATUTORY_DAY
) -> Period:
    return _period(PeriodKind.HALF_YEAR, year, 6 * number, cut_off, cut_day)


def nine_months(
    year: int, *, cut_off: CutOff = CutOff.CALENDAR, cut_day: int = STATUTORY_DAY
) -> Period:
    return _period(PeriodKind.NINE_MONTHS, year, 9, cut_off, cut_day)


def year(number: int, *, cut_off: CutOff = CutOff.CALENDAR, cut_day: int = STATUTORY_DAY) -> Period:
    return _period(PeriodKind.YEAR, number, 12, cut_off, cut_day)


def week(day: date) -> Period:
    """The week of *day*, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), PeriodKind.WEEK)


def weeks_in(year: int) -> int:
    """52 or 53: the weeks that begin in *year* by ISO 8601."""
    return date(year, 12, 28).isocalendar().week
