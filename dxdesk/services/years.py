"""The calendar of one year as the office sees it, and whether next year's is known."""

from dataclasses import dataclass

from dxdesk.calendar_data import national_days
from dxdesk.desk import Desk
from dxdesk.domain.calendar import DayException, WorkingCalendar
from dxdesk.services.settings import own_days, rules

WARN_FROM_MONTH = 10
"""From October on dossiers come in that are due next year."""


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One day that differs from the week's timetable."""

    exception: DayException
    own: bool
    """Entered by the ward; otherwise of the country."""


@dataclass(frozen=True)
class Year:
    number: int
    calendar: WorkingCalendar
    special: tuple[SpecialDay, ...]
    known: bool
    """The holidays of this year are in the program."""
    provisional: int
    """How many of its days no document has confirmed yet."""


@dataclass(frozen=True, slots=True)
class CalendarWarning:
    year: int
    text: str


def year_of(desk: Desk, number: int) -> Year:
    with desk.reading() as session:
        calendar = rules(desk, session).calendar
        own = set(own_days(session))
    special = tuple(
        SpecialDay(one, day in own)
        for day, one in sorted(calendar.exceptions.items())
        if day.year == number
    )
    provisional = sum(not one.exception.verified for one in special)
    return Year(number, calendar, special, number in calendar.years, provisional)


def calendar_warning(desk: Desk) -> CalendarWarning | None:
    """What to do about next year's holidays; None while there is nothing to do.

    For the start page: missing holidays are told at any time, unconfirmed ones from October on.
    """
    today = desk.now().date()
    year = today.year + 1
    if year not in national_days().years:
        return CalendarWarning(
            year,
            f"Chưa có ngày nghỉ lễ năm {year}: hồ sơ hẹn trả sang năm {year} sẽ không tính được. "
            "Hãy cài bản mới có lịch năm đó.",
        )
    if today.month < WARN_FROM_MONTH or _confirmed(desk, year):
        return None
    return CalendarWarning(
        year,
        f"Ngày nghỉ lễ năm {year} mới tính theo luật, chưa đối chiếu văn bản. Khi có thông báo "
        "nghỉ Tết và Quốc khánh, hãy kiểm tra lịch ở trang Danh mục.",
    )


def _confirmed(desk: Desk, year: int) -> bool:
    """Every holiday of *year* has its document, or the ward entered the day itself."""
    return not any(
        not one.exception.verified and not one.own for one in year_of(desk, year).special
    )
