"""Moments as officers write them: dd/MM/yyyy HH:mm, 24 hours, whatever the system's locale."""

import re
from datetime import date, datetime, time

from dxdesk.domain.text import clean
from dxdesk.errors import InputError

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DAY = r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})(?:[/.\-](?P<year>\d{4}|\d{2}))?"
_TIME = r"(?P<hour>\d{1,2})\s*[:hHgG]\s*(?P<minute>\d{2})?"
_MOMENT = re.compile(rf"{_DAY}(?:\s+{_TIME})?")
_TIME_ONLY = re.compile(_TIME)
_TIME_FIRST = re.compile(rf"{_TIME}\s+{_DAY}")
_CENTURY = 2000


def day_text(moment: date | None) -> str:
    return "" if moment is None else f"{moment:%d/%m/%Y}"


def moment_text(moment: datetime | None, *, day_only: bool = False) -> str:
    """`05/06/2026 16:30`; only the day when no more is known (R8); empty when unknown."""
    if moment is None:
        return ""
    return f"{moment:%d/%m/%Y}" if day_only else f"{moment:%d/%m/%Y %H:%M}"


def weekday_text(day: date) -> str:
    """`thứ Sáu 05/06/2026`."""
    return f"{_WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def appointment_text(moment: datetime) -> str:
    """`16:30 thứ Sáu 05/06/2026`, as it is told to the citizen."""
    return f"{moment:%H:%M} {weekday_text(moment)}"


def parse_moment(text: str, *, field: str, now: datetime) -> datetime | None:
    """The moment in *text*, None when empty.

    Takes `5/6/2026 16:30`, `05/06 16h30` (this year), `16:30` (today). InputError names *field*.
    """
    text = clean(text)
    if not text:
        return None
    if found := _TIME_ONLY.fullmatch(text):
        return datetime.combine(now.date(), _time(found, text, field))
    found = _MOMENT.fullmatch(text) or _TIME_FIRST.fullmatch(text)
    if found is None:
        raise _unreadable(text, field)
    if found["hour"] is None:
        raise InputError(
            f"{field}: “{text}” thiếu giờ; hãy nhập dạng ngày/tháng/năm giờ:phút, "
            f"ví dụ {_example(now)}."
        )
    return datetime.combine(_day(found, text, field, now.year), _time(found, text, field))


def parse_day(text: str, *, field: str, now: datetime) -> date | None:
    """The day in *text*, None when empty: `5/6/2026`, `05/06` (this year)."""
    text = clean(text)
    if not text:
        return None
    found = re.fullmatch(_DAY, text)
    if found is None:
        raise InputError(
            f"{field}: “{text}” không phải là ngày; hãy nhập dạng ngày/tháng/năm, "
            f"ví dụ {now:%d/%m/%Y}."
        )
    return _day(found, text, field, now.year)


def _day(found: re.Match[str], text: str, field: str, this_year: int) -> date:
    year = int(found["year"] or this_year)
    try:
        return date(
            year if year >= 100 else _CENTURY + year,  # noqa: PLR2004 - two digits were typed
            int(found["month"]),
            int(found["day"]),
        )
    except ValueError:
        raise InputError(
            f"{field}: “{text}” không có trong lịch; hãy kiểm tra lại ngày và tháng."
        ) from None


def _time(found: re.Match[str], text: str, field: str) -> time:
    try:
        return time(int(found["hour"]), int(found["minute"] or 0))
    except ValueError:
        raise InputError(
            f"{field}: “{text}” có giờ không đúng; giờ từ 0 đến 23, phút từ 00 đến 59."
        ) from None


def _unreadable(text: str, field: str) -> InputError:
    return InputError(
        f"{field}: “{text}” không phải là thời điểm; hãy nhập dạng ngày/tháng/năm giờ:phút, "
        "ví dụ 05/06/2026 16:30."
    )


def _example(now: datetime) -> str:
    return f"{now:%d/%m/%Y} 16:30"
