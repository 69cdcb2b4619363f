"""Reporting periods (figures.md R12, R13): calendar, statutory cut-off, any range."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dxdesk.errors import InputError

_ROMAN = ("I", "II", "III", "IV")


class CutOff(StrEnum):
    CALENDAR = "calendar"
    STATUTORY = "statutory"
    """From the 15th of the month before to the 14th (Nghị định 09/2019/NĐ-CP, law.md §4.3)."""


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
            return Period(last - length, last, self.kind, self.cut_off)
        if self.kind is PeriodKind.NINE_MONTHS:
            return self.last_year()
        end = _shift_month(self.last.replace(day=1), -months)
        return _period(self.kind, end.year, end.month, self.cut_off)

    def last_year(self) -> "Period":
        """The same period one year earlier."""
        if self.kind in _MONTHS:
            return _period(self.kind, self.last.year - 1, self.last.month, self.cut_off)
        return Period(_year_back(self.first), _year_back(self.last), self.kind, self.cut_off)


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


def _period(kind: PeriodKind, year: int, last_month: int, cut_off: CutOff) -> Period:
    begin = _shift_month(date(year, last_month, 1), 1 - _MONTHS[kind])
    if cut_off is CutOff.STATUTORY:
        return Period(
            _shift_month(begin, -1).replace(day=15), date(year, last_month, 14), kind, cut_off
        )
    return Period(begin, date(year, last_month, monthrange(year, last_month)[1]), kind, cut_off)


def month(year: int, number: int, *, cut_off: CutOff = CutOff.CALENDAR) -> Period:
    return _period(PeriodKind.MONTH, year, number, cut_off)


def quarter(year: int, number: int, *, cut_off: CutOff = CutOff.CALENDAR) -> Period:
    return _period(PeriodKind.QUARTER, year, 3 * number, cut_off)


def half_year(year: int, number: int, *, cut_off: CutOff = CutOff.CALENDAR) -> Period:
    return _period(PeriodKind.HALF_YEAR, year, 6 * number, cut_off)


def nine_months(year: int, *, cut_off: CutOff = CutOff.CALENDAR) -> Period:
    return _period(PeriodKind.NINE_MONTHS, year, 9, cut_off)


def year(number: int, *, cut_off: CutOff = CutOff.CALENDAR) -> Period:
    return _period(PeriodKind.YEAR, number, 12, cut_off)


def week(day: date) -> Period:
    """The week of *day*, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), PeriodKind.WEEK)
