"""Numbers and limits as officers type them, read when the form is saved or previewed."""

import re

from dxdesk.domain.due import Limit, LimitKind
from dxdesk.domain.text import clean, folded
from dxdesk.errors import InputError

_GROUPED = re.compile(r"\d{1,3}(?:[. ]\d{3})+|\d+")
_LIMIT = re.compile(r"(?P<amount>\d+(?:[.,]\d+)?)\s*(?P<unit>\D*)")
_SAME_DAY = frozenset({"trong ngay", "ngay"})
_UNITS = {
    "": LimitKind.WORKING_DAYS,
    "ngay": LimitKind.WORKING_DAYS,
    "ngay lam viec": LimitKind.WORKING_DAYS,
    "ngay lich": LimitKind.CALENDAR_DAYS,
    "gio": LimitKind.WORKING_HOURS,
    "gio lam viec": LimitKind.WORKING_HOURS,
}


def parse_count(text: str, *, field: str) -> int:
    """A whole number; `1.500` and `1 500` are grouped thousands."""
    text = clean(text)
    if not _GROUPED.fullmatch(text):
        raise InputError(f"{field}: “{text}” không phải là số; hãy nhập một số nguyên, ví dụ 1.")
    return int(re.sub(r"\D", "", text))


def parse_money(text: str, *, field: str) -> int | None:
    """Đồng; None when empty: a fee that nobody stated is not a fee of 0."""
    text = re.sub(r"\s*(?:đồng|đ|vnđ|vnd|₫)$", "", clean(text).casefold())
    if not text:
        return None
    if text == "miễn phí":
        return 0
    if not _GROUPED.fullmatch(text):
        raise InputError(
            f"{field}: “{text}” không phải là số tiền; hãy nhập số đồng, ví dụ 8.000; "
            "không thu thì nhập 0."
        )
    return int(re.sub(r"\D", "", text))


def money_text(amount: int | None) -> str:
    if amount is None:
        return ""
    return f"{amount:,} đồng".replace(",", ".") if amount else "Không thu"


def parse_limit(text: str, *, field: str) -> Limit | None:
    """`5` and `5 ngày` are working days, `10 ngày lịch` calendar days, `8 giờ`, `trong ngày`."""
    text = clean(text)
    if not text:
        return None
    if folded(text) in _SAME_DAY:
        return Limit(LimitKind.SAME_DAY)
    found = _LIMIT.fullmatch(text)
    kind = None if found is None else _UNITS.get(folded(found["unit"]))
    if found is None or kind is None:
        raise InputError(
            f"{field}: “{text}” chưa đọc được; hãy nhập như 5, 5 ngày, 8 giờ, 10 ngày lịch "
            "hoặc trong ngày."
        )
    return Limit(kind, float(found["amount"].replace(",", ".")))
