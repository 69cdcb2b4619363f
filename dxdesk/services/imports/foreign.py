"""Codes of another unit in a register: a whole file of the wrong ward, or a few strays."""

import re
from collections import Counter
from collections.abc import Sequence

from dxdesk.exchange.register import RegisterRow

_PREFIX = re.compile(r"(?:\d{3}\.\d{2}\.\d{2}\.)?([GH]\d{2}(?:\.\d+)*)-\d{6}-\d+", re.IGNORECASE)
_FEWEST = 20
_MOST_OF_ALL = 0.8
SHORT = "mã của đơn vị khác"
Place = tuple[str, int]
Strays = tuple[str, tuple[Place, ...]]


def foreign_places(rows: Sequence[RegisterRow], own: str) -> Strays:
    """(Prefix of this ward's codes, sheet and line of each row with another one).

    *own* is what the ward says about itself; without it, the prefix of nearly all rows.
    """
    prefixes = [found[1] if (found := _PREFIX.fullmatch(row.code)) else "" for row in rows]
    own = own.strip() or _usual(prefixes)
    if not own:
        return "", ()
    places = (
        (row.sheet, row.line)
        for row, prefix in zip(rows, prefixes, strict=True)
        if prefix and prefix != own
    )
    return own, tuple(places)


def foreign_warning(own: str, places: Sequence[Place]) -> str:
    return (
        f"{len(places)} hồ sơ có mã của đơn vị khác, không bắt đầu bằng {own} (dòng đầu tiên: "
        f"{places[0][1]}); vẫn nhập. Hãy xem có phải hồ sơ phi địa giới, hay lẫn tệp của đơn vị "
        "khác."
    )


def _usual(prefixes: Sequence[str]) -> str:
    counts = Counter(filter(None, prefixes))
    if not counts:
        return ""
    prefix, count = counts.most_common(1)[0]
    many = counts.total() >= _FEWEST and count >= _MOST_OF_ALL * counts.total()
    return prefix if many else ""
