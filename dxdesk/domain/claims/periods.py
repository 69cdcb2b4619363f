"""The period that a text speaks of, where it is named for certain."""

import re
from collections.abc import Callable
from datetime import date

from dxdesk.domain import period
from dxdesk.domain.claims.prose import Prose
from dxdesk.domain.period import Period
from dxdesk.errors import InputError

_YEAR = r"(?:\s+nam\s+|\s*[/-]\s*)(20\d\d)\b"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_COMPARED = re.compile(r"so voi[^.;\n]*")
_DAY = r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
_HALF, _NINE, _LAST = 6, 9, 12


def _range(words: tuple[str, ...]) -> Period:
    return Period(_day(words[:3]), _day(words[3:]))


def _day(words: tuple[str, ...]) -> date:
    day, month, year = map(int, words)
    return date(year, month, day)


def _months(words: tuple[str, ...]) -> Period:
    number, which, year = int(words[0]), words[1], int(words[2])
    if number == _HALF:
        return period.half_year(year, 1 if which == "dau" else 2)
    if number == _NINE and which == "dau":
        return period.nine_months(year)
    if which == "dau":
        return Period(date(year, 1, 1), period.month(year, number).last)
    return Period(date(year, _LAST + 1 - number, 1), date(year, _LAST, 31))


_NAMED: tuple[tuple[re.Pattern[str], Callable[[tuple[str, ...]], Period]], ...] = (
    (re.compile(rf"tu (?:ngay )?{_DAY},? den (?:het )?(?:ngay )?{_DAY}"), _range),
    (re.compile(rf"\b(\d{{1,2}}) thang (dau|cuoi){_YEAR}"), _months),
    (
        re.compile(rf"\bquy\s+(iv|i{{1,3}}|[1-4]){_YEAR}"),
        lambda w: period.quarter(int(w[1]), _QUARTERS.get(w[0]) or int(w[0])),
    ),
    (re.compile(rf"\bthang\s+(\d{{1,2}}){_YEAR}"), lambda w: period.month(int(w[1]), int(w[0]))),
    (re.compile(r"(?<!dau )(?<!cuoi )\bnam\s+(20\d\d)\b"), lambda w: period.year(int(w[0]))),
)
_TO_NOW = re.compile(r"tu dau nam[^.;\n]*")


def periods_of(prose: Prose) -> tuple[tuple[int, Period], ...]:
    """(place, period) in the order of the text. What is only compared with is left out."""
    plain = prose.unmasked.lower()
    for skipped in (_COMPARED, _TO_NOW):
        plain = skipped.sub(lambda found: "_" * len(found[0]), plain)
    found: list[tuple[int, Period]] = []
    for pattern, read in _NAMED:
        for match in pattern.finditer(plain):
            try:
                found.append((match.start(), read(match.groups())))
            except (ValueError, InputError):
                continue  # 31/02, tháng 13
        plain = pattern.sub(lambda match: "_" * len(match[0]), plain)
    return tuple(sorted(found, key=lambda pair: pair[0]))
