"""One cell of a file → a value. Nothing here guesses: what cannot be read is `UnreadableError`."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeAlias

from dxdesk.domain.text import clean, folded

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta

FIRST_YEAR, LAST_YEAR = 2000, 2100
_EPOCH = datetime(1899, 12, 30)
_SERIALS = (36526, 73415)  # 1/1/2000 … 31/12/2100 as Excel counts days
_NOTHING = frozenset({"", "-", "--", "—", "–", "…", "...", "null", "none", "n/a", "chua co"})
_EXPECTED = "cần dạng ngày/tháng/năm, ví dụ 23/02/2026 08:30"
_CLOCK = (
    r"(\d{1,2})(?::|h|g| giờ ?)(\d{1,2})?(?::(\d{1,2})(?:[.,]\d+)?)?(?: phút)?\s*(sa|ch|am|pm)?"
)
_DAY = r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
_DAY_FIRST = re.compile(rf"{_DAY}(?:[ ,t-]+{_CLOCK})?", re.ASCII)
_CLOCK_FIRST = re.compile(rf"{_CLOCK}[ ,-]+(?:ngày )?{_DAY}", re.ASCII)
_ISO = re.compile(
    rf"(\d{{4}})[/-](\d{{1,2}})[/-](\d{{1,2}})(?:[ t]+{_CLOCK}(z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_SPELLED = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", re.ASCII)
_SERIAL_TEXT = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)
_AMOUNT = re.compile(
    r"(\d{1,3}(?:[.,]\d{3})+|\d{1,12})(?:[.,]0{1,2})? ?(?:d|dong|vnd)?\.?", re.ASCII
)
_COUNT = re.compile(r"(\d{1,6})(?!\S)", re.ASCII)
_LOCAL = timedelta(hours=7)
_USUAL = len("23/02/2026 08:30")
_NO_FEE = 10**12
_NOON, _MONTHS = 12, 12
_iso = datetime.fromisoformat


class UnreadableError(ValueError):
    """A cell that cannot be understood; its text is the reason in Vietnamese, without the value."""


def cell_text(cell: Cell) -> str:
    """*cell* as an officer would read it; a whole number without `.0`, a date as dd/MM/yyyy."""
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.strftime("%d/%m/%Y %H:%M")
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    return str(cell)


def moment(cell: Cell) -> tuple[datetime, bool] | None:
    """(Moment to the minute, is only its day known?), or None for an empty cell.

    Text is read as day/month/year and never the other way round; year/month/day with four digits
    first; Excel serial numbers of 2000–2100. Seconds are cut. Midnight means that only the day is
    known: offices do not work at 00:00 and exports write it for a missing time.
    """
    if isinstance(cell, str):
        if len(cell) == _USUAL and cell[2] == cell[5] == "/" and cell[13] == ":":
            try:
                value = _iso(f"{cell[6:10]}-{cell[3:5]}-{cell[:2]}T{cell[11:]}")
            except ValueError:
                return _read_text(cell)
            if cell[10] == " " and FIRST_YEAR <= value.year <= LAST_YEAR:
                return value, not (value.hour or value.minute)
        return _read_text(cell)
    if isinstance(cell, datetime):
        return _checked(cell)
    if isinstance(cell, date):
        return _checked(datetime(cell.year, cell.month, cell.day))
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _moment_of_serial(float(cell))
    raise UnreadableError(f"không phải ngày; {_EXPECTED}")


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableError(f"năm {year} nằm ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}; {_EXPECTED}")


def _checked(value: datetime) -> tuple[datetime, bool]:
    _check_year(value.year)
    if value.microsecond:
        value += timedelta(milliseconds=500)
    value = value.replace(second=0, microsecond=0, tzinfo=None)
    return value, not (value.hour or value.minute)


def _moment_of_serial(serial: float) -> tuple[datetime, bool]:
    first, last = _SERIALS
    if not first <= serial < last + 1:
        raise UnreadableError(f"là một con số, không phải ngày; {_EXPECTED}")
    return _checked(_EPOCH + timedelta(seconds=round(serial * 86400)))


@lru_cache(maxsize=4096)
def _read_text(text: str) -> tuple[datetime, bool] | None:
    text = clean(text).lower()
    if folded(text) in _NOTHING:
        return None
    text = _SPELLED.sub(r"\1/\2/\3", text).removeprefix("ngày ")
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year, *clock = found.groups()
        zone = None
    elif found := _CLOCK_FIRST.fullmatch(text):
        *clock, day, month, year = found.groups()
        zone = None
    elif found := _ISO.fullmatch(text):
        year, month, day, *clock, zone = found.groups()
    elif _SERIAL_TEXT.fullmatch(text):
        return _moment_of_serial(float(text.replace(",", ".")))
    else:
        raise UnreadableError(f"không phải ngày; {_EXPECTED}")
    value = datetime.combine(_date(int(year), int(month), int(day)), _time_of(clock))
    return _checked(value - _offset(zone))


def _date(year: int, month: int, day: int) -> date:
    if month > _MONTHS >= day:
        raise UnreadableError(
            f"không có tháng {month}, có thể ngày và tháng đã bị đổi chỗ; {_EXPECTED}"
        )
    _check_year(year)
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableError(f"ngày này không có trong lịch; {_EXPECTED}") from None


def _time_of(parts: list[str | None]) -> time:
    hour, minute, _second, half = parts
    if hour is None:
        return time()
    number = int(hour)
    if half in {"ch", "pm"} and number < _NOON:
        number += 12
    elif half in {"sa", "am"} and number == _NOON:
        number = 0
    try:
        return time(number, int(minute or 0))
    except ValueError:
        raise UnreadableError(f"giờ này không có; {_EXPECTED}") from None


def _offset(zone: str | None) -> timedelta:
    """What to take away so that a time of *zone* becomes civil time of Viet Nam."""
    if not zone:
        return timedelta()
    if zone == "z":
        return -_LOCAL
    sign = -1 if zone[0] == "-" else 1
    return sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:])) - _LOCAL


def amount(cell: Cell) -> int | None:
    """Đồng; None when empty or not one plain amount; "miễn phí" and "không thu" are 0."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return round(cell) if 0 <= cell < _NO_FEE else None
    text = folded(cell_text(cell))
    if text in {"mien phi", "khong thu", "khong thu phi", "mien", "khong"}:
        return 0
    found = re.fullmatch(
        r"(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]0{1,2})? ?(?:d|dong|vnd|vnđ)?\.?", text
    )
    return int(re.sub(r"[.,]", "", found[1])) if found else None


@lru_cache(maxsize=1024)
def whole_number(cell: Cell) -> int | None:
    """A count such as the number of copies; None when the cell holds none."""
    found = _COUNT.match(cell_text(cell))
    return int(found[1]) if found else None
