"""What was typed or pasted into one field → its value; InputError begins with the field's title."""

import re
from datetime import date

from dxdesk.domain.ids import phone_doubts
from dxdesk.domain.ledgers.field import Field, Kind, Value
from dxdesk.domain.text import clean, clean_lines, folded
from dxdesk.errors import InputError
from dxdesk.exchange.cells import UnreadableError, moment
from dxdesk.services.ledgers.choices import choices_of

_SHORT_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})", re.ASCII)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,9}", re.ASCII)
_TRUE = {"x", "co", "1", "true", "yes", "da", "roi"}
_FALSE = {"khong", "k", "0", "false", "no", "chua"}


def read(field: Field, text: str, *, year: int) -> Value:
    """The value of anything but a link; a day without a year is one of *year*."""
    text = clean_lines(text) if field.kind is Kind.LINES else clean(text)
    if not text and field.required:
        raise InputError(f"{field.title}: chưa nhập; ô này cần có.")
    if len(text) > field.most:
        raise InputError(f"{field.title}: dài quá {field.most} chữ; hãy viết gọn lại.")
    match field.kind:
        case Kind.DAY:
            return _day(field, text, year)
        case Kind.COUNT:
            return _count(field, text)
        case Kind.CHOICE:
            return _choice(field, text)
        case _:
            return text


def _day(field: Field, text: str, year: int) -> date | None:
    short = _SHORT_DAY.fullmatch(text)
    try:
        found = moment(f"{text}/{year}" if short else text)
    except UnreadableError as error:
        raise InputError(f"{field.title}: “{text[:40]}” {error}.") from error
    return None if found is None else found[0].date()


def _count(field: Field, text: str) -> int | None:
    if text in {"", "-", "—"}:
        return None
    if _NUMBER.fullmatch(text) is None:
        raise InputError(
            f"{field.title}: “{text[:40]}” không phải số nguyên; hãy gõ số, hoặc để trống nếu chưa "
            "có số."
        )
    return int(text.replace(".", ""))


def _choice(field: Field, text: str) -> str:
    choices = choices_of(field)
    wanted = folded(text)
    if not wanted:
        return ""
    for key, name in choices:
        if wanted in {folded(name), key.lower()}:
            return key
    keys = {key for key, _ in choices}
    if keys == {"", "yes", "no"} and wanted in _TRUE | _FALSE:
        return "yes" if wanted in _TRUE else "no"
    near = [key for key, name in choices if key and folded(name).startswith(wanted)]
    near = near or [key for key, name in choices if key and wanted in folded(name).split()]
    if len(near) == 1:
        return near[0]
    told = "; ".join(name for key, name in choices if key)
    raise InputError(f"{field.title}: không hiểu “{text[:40]}”; hãy dùng một trong: {told}.")


def doubts(field: Field, value: Value) -> tuple[str, ...]:
    """What looks wrong about a value that is kept all the same."""
    if field.key == "phone" and isinstance(value, str):
        return phone_doubts(value)
    return ()


def shown(field: Field, value: Value) -> str:
    """*value* as it is shown; links are shown by `Links`."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if field.kind is Kind.CHOICE:
        return next((name for key, name in choices_of(field) if key == value and key), "")
    return str(value)
