"""Statutory days off of Viet Nam as the `holidays` library computes them.

The library takes most of a second to import, so the program never asks it while it runs: the
years that ship are in resources/calendar/statutory.json, which a test compares with this module.
"""

import re
from collections.abc import Iterator
from datetime import date

_SWAP = "Ngày nghỉ (thay cho"  # swaps are dated decisions: resources/calendar/decisions.json
_NAMES = (
    (re.compile(r"^29 Tết$|^Mùng (?:năm|sáu) Tết Nguyên Đán$"), "Kỳ nghỉ Tết Nguyên đán"),
    (re.compile("Nguyên Đán"), "Nguyên đán"),
    (re.compile("^Ngày Giỗ Tổ"), "Giỗ Tổ"),
)


def statutory_days(year: int) -> dict[date, str]:
    """The days off of *year* by the Labour Code (art. 111, 112) and their names.

    Lunar days by the Vietnamese calendar; compensatory days included; swaps left out. Which
    days make up Tết and National Day is decided yearly: before that it is an estimate.
    """
    from holidays.countries.vietnam import Vietnam

    found = Vietnam(years=year, language="vi")  # type: ignore[no-untyped-call]
    return dict(sorted(_named(found)))


def _named(found: dict[date, str]) -> Iterator[tuple[date, str]]:
    for day, name in found.items():
        if name.startswith(_SWAP):
            continue
        text = name
        for pattern, words in _NAMES:
            text = pattern.sub(words, text)
        yield day, text
