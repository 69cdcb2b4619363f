"""Numbers as Vietnamese texts write them: 3.449, 03, 99,96 %, 8/8."""

import re

from dxdesk.domain.figures import Rate

_DIGITS = r"(?:\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+(?=\s+ho so)|\d+)(?![\d_]|[.,]\d)"
WHOLE = rf"(?<![\d.,/_]){_DIGITS}"
OUT_OF = rf"(?<![\d.,_]){_DIGITS}"
"""The second number of 3.449/3.452."""
RATE = r"(?<![\d.,/_])(\d+(?:[.,]\d+)?)\s*(?:%|phan tram)"
BOUNDS = {
    "tren": "trên",
    "hon": "hơn",
    "gan": "gần",
    "khoang": "khoảng",
    "xap xi": "xấp xỉ",
    "duoi": "dưới",
    "toi thieu": "tối thiểu",
    "it nhat": "ít nhất",
    "toi da": "tối đa",
    "khong qua": "không quá",
    ">": ">",
    "<": "<",
    "≥": "≥",
    "≤": "≤",
    "~": "~",
}
ROUGHLY = rf"(?:({'|'.join(BOUNDS)})\s*)?"
"""A word that makes the share a bound: then only what the bound excludes is wrong."""
_AT_LEAST = {"tren", "hon", "toi thieu", "it nhat", ">", "≥"}
_AT_MOST = {"duoi", "gan", "toi da", "khong qua", "<", "≤"}
_LONGEST = 15
"""Digits; longer ones are no counts."""


def whole(digits: str) -> int | None:
    """The count that *digits* with their separators are."""
    bare = re.sub(r"[.,]", "", digits)
    return int(bare) if 0 < len(bare) <= _LONGEST else None


def percent(printed: str) -> str:
    """*printed* with a decimal comma, as Vietnamese writes it."""
    return printed.replace(".", ",")


def fits(rate: Rate, printed: str, bound: str = "") -> bool:
    """Whether *printed* is the share rounded half up to as many decimals as it has.

    100 % only when it is all, 0 % only when it is none (R17).
    """
    share = rate.value
    if share is None:
        return False
    integer, _, decimals = percent(printed).partition(",")
    if len(integer + decimals) > _LONGEST:
        return False
    scale: int = 100 * 10 ** len(decimals)
    shown = int(integer + decimals)
    if bound in _AT_LEAST:
        return bool(share * scale >= shown)
    if bound in _AT_MOST:
        return bool(share * scale <= shown)
    if bound:
        return True
    if f"{percent(printed)} %" == rate.shown:
        return True
    if (shown == scale and share != 1) or (shown == 0 and share != 0):
        return False
    rounded: int = (2 * rate.numerator * scale + rate.denominator) // (2 * rate.denominator)
    return shown == rounded
