"""Forms of the calendar: one day or a run of days, and the week's hours."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from dxdesk.domain.calendar import (
    WEEKDAYS,
    DayException,
    DayKind,
    Session,
    Timetable,
    WorkingCalendar,
)
from dxdesk.domain.text import clean
from dxdesk.errors import InputError
from dxdesk.services.calendar_change import CalendarChange
from ui.dossiers.form import FieldKind, FormField
from ui.dossiers.moments import day_text, parse_day

MOST_DAYS = 366
_KINDS = (
    (DayKind.CLOSURE, "Nghỉ (đóng cửa, mưa bão, mất điện, nghỉ bù)"),
    (DayKind.HOLIDAY, "Nghỉ lễ, Tết"),
    (DayKind.MAKE_UP, "Làm bù"),
    (DayKind.OTHER_HOURS, "Làm việc theo giờ riêng (giờ mùa hè, mùa đông)"),
)
_SESSION = re.compile(r"(\d{1,2})[:hg.](\d{2})?\s*(?:-|–|đến)\s*(\d{1,2})[:hg.](\d{2})?")
_HOURS_HINT = "Ví dụ 07:30-11:30, 13:30-17:30"
_FIRST, _LAST, _NAME, _HOURS = "Từ ngày", "Đến ngày", "Lý do", "Giờ làm việc"


def day_fields(day: date, known: DayException | None) -> tuple[FormField, ...]:
    kind = known.kind if known else DayKind.CLOSURE
    like = known.like_weekday if known else None
    weekdays = (
        ("", "Như ngày làm việc đầu tuần"),
        *((str(at), f"Lịch của {name}") for at, name in enumerate(WEEKDAYS)),
    )
    return (
        FormField("first", _FIRST, value=day_text(day)),
        FormField("last", _LAST, hint="Để trống: chỉ một ngày"),
        FormField(
            "kind",
            "Loại ngày",
            kind=FieldKind.CHOICE,
            value=kind.value,
            choices=tuple((one.value, text) for one, text in _KINDS),
        ),
        FormField("name", _NAME, value=known.name if known else "", hint="Ví dụ: mất điện"),
        FormField("source", "Số văn bản", value=known.source if known else ""),
        FormField(
            "like",
            "Làm bù theo",
            kind=FieldKind.CHOICE,
            value="" if like is None else str(like),
            choices=weekdays,
        ),
        FormField(
            "hours", _HOURS, value=hours_text(known.sessions) if known else "", hint=_HOURS_HINT
        ),
    )


def read_days(values: dict[str, str], calendar: WorkingCalendar, now: datetime) -> CalendarChange:
    """The days that were typed; InputError names the field that cannot be."""
    first = parse_day(values["first"], field=_FIRST, now=now)
    if first is None:
        raise InputError(f"{_FIRST}: chưa nhập; hãy nhập ngày, ví dụ {now:%d/%m/%Y}.")
    last = parse_day(values["last"], field=_LAST, now=now) or first
    if not first <= last < first + timedelta(days=MOST_DAYS):
        raise InputError(f"{_LAST}: phải từ {first:%d/%m/%Y} và trong vòng một năm; hãy nhập lại.")
    if not values["name"]:
        raise InputError(f"{_NAME}: chưa nhập; hãy ghi vì sao ngày này khác lịch hằng tuần.")
    days = tuple(_days(values, first, last, calendar))
    if not days:
        raise InputError(f"{_FIRST}: trong khoảng này không có ngày làm việc nào để đổi giờ.")
    until = f" đến {last:%d/%m/%Y}" if last != first else ""
    name = f"Sửa lịch làm việc ngày {first:%d/%m/%Y}{until}: {values['name']}"
    return CalendarChange(name, days=days)


def _days(
    values: dict[str, str], first: date, last: date, calendar: WorkingCalendar
) -> Iterator[DayException]:
    kind = DayKind(values["kind"])
    sessions = parse_hours(values["hours"], _HOURS) if kind is DayKind.OTHER_HOURS else ()
    if kind is DayKind.OTHER_HOURS and not sessions:
        raise InputError(f"{_HOURS}: chưa nhập; {_HOURS_HINT[:1].lower()}{_HOURS_HINT[1:]}.")
    like = int(values["like"]) if kind is DayKind.MAKE_UP and values["like"] else None
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        if kind is DayKind.OTHER_HOURS and last != first and not calendar.is_working(day):
            continue  # hours of a season leave days off as they are
        yield DayException(
            day,
            kind,
            values["name"],
            source=values["source"],
            like_weekday=like,
            sessions=sessions,
        )


def week_fields(week: Timetable) -> tuple[FormField, ...]:
    hint = f"{_HOURS_HINT}; để trống: nghỉ"
    return tuple(
        FormField(str(at), _weekday(at), value=hours_text(week[at]), hint=hint)
        for at in range(len(WEEKDAYS))
    )


def read_week(values: dict[str, str]) -> CalendarChange:
    week = tuple(parse_hours(values[str(at)], _weekday(at)) for at in range(len(WEEKDAYS)))
    WorkingCalendar(week)
    return CalendarChange("Sửa giờ làm việc hằng tuần", timetable=week)


def _weekday(at: int) -> str:
    return WEEKDAYS[at][:1].upper() + WEEKDAYS[at][1:]


def hours_text(sessions: tuple[Session, ...]) -> str:
    return ", ".join(f"{one.opens:%H:%M}-{one.closes:%H:%M}" for one in sessions)


def parse_hours(text: str, field: str) -> tuple[Session, ...]:
    """`07:30-11:30, 13h30 - 17h30`; empty for a day off."""
    parts = [part for part in re.split(r"[,;\n]", clean(text)) if part.strip()]
    return tuple(_session(part.strip(), field) for part in parts)


def _session(text: str, field: str) -> Session:
    found = _SESSION.fullmatch(text)
    if found is None:
        raise _no_session(text, field)
    try:
        first, last = (time(int(found[at]), int(found[at + 1] or 0)) for at in (1, 3))
    except ValueError:
        raise _no_session(text, field) from None
    if first >= last:
        raise InputError(f"{field}: buổi {text} phải bắt đầu trước khi kết thúc; hãy nhập lại.")
    return Session(first, last)


def _no_session(text: str, field: str) -> InputError:
    return InputError(
        f"{field}: “{text}” không phải là một buổi; hãy nhập giờ mở và giờ đóng, ví dụ 07:30-11:30."
    )
