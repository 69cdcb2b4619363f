"""The period that a command is about: month, quarter, year, or two dates."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from dxdesk.cli.call import Call
from dxdesk.cli.values import DAY, Value, key
from dxdesk.cli.words import WrongUsageError
from dxdesk.domain import period
from dxdesk.domain.period import CutOff, Period, PeriodKind
from dxdesk.errors import InputError

Command = Callable[..., Any]
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_ONE_PERIOD = "Kỳ: hãy ghi đúng một trong --month, --quarter, --year, hoặc --from cùng --to."


@dataclass(frozen=True, slots=True)
class _Named:
    kind: PeriodKind
    year: int
    number: int = 1


def _year(text: str, of: str, example: str) -> int:
    if not (len(text) == 4 and text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR):  # noqa: PLR2004 - digits of a year
        raise InputError(f"“{of}” không đúng; hãy ghi theo mẫu {example}.")
    return int(text)


def _month(text: str) -> _Named:
    year, _, number = text.partition("-")
    found = _Named(PeriodKind.MONTH, _year(year, text, "2026-04"), _within(number, 12))
    if not found.number:
        raise InputError(
            f"“{text}” không phải tháng; hãy ghi theo mẫu 2026-04, tháng từ 01 đến 12."
        )
    return found


def _quarter(text: str) -> _Named:
    year, _, number = text.upper().partition("-Q")
    found = _Named(PeriodKind.QUARTER, _year(year, text, "2026-Q2"), _within(number, 4))
    if not found.number:
        raise InputError(f"“{text}” không phải quý; hãy ghi theo mẫu 2026-Q2, quý từ Q1 đến Q4.")
    return found


def _within(number: str, most: int) -> int:
    """The number, or 0 when it is none of 1 … *most*."""
    return int(number) if number.isdecimal() and 1 <= int(number) <= most else 0


_RANGE = (
    click.option("--from", "first", type=DAY, help="Ngày đầu, ví dụ 2026-04-01."),
    click.option("--to", "last", type=DAY, help="Ngày cuối, tính cả ngày này."),
)
_PERIOD = (
    click.option("--month", "named", type=Value("NĂM-THÁNG", _month), help="Tháng: 2026-04."),
    click.option("--quarter", type=Value("NĂM-QUÝ", _quarter), help="Quý: 2026-Q2."),
    click.option(
        "--year",
        type=Value("NĂM", lambda text: _Named(PeriodKind.YEAR, _year(text, text, "2026"))),
        help="Năm: 2026.",
    ),
    *_RANGE,
    click.option(
        "--cut-off",
        type=key("MỐC", tuple(CutOff)),
        default=CutOff.CALENDAR.value,
        help="calendar: theo tháng dương lịch; statutory: ngày 15 tháng trước đến ngày 14.",
    ),
)


def range_options(command: Command) -> Command:
    for option in reversed(_RANGE):
        command = option(command)
    return command


def period_options(command: Command) -> Command:
    for option in reversed(_PERIOD):
        command = option(command)
    return command


def range_of(first: date | None, last: date | None) -> Period:
    if first is None or last is None:
        raise WrongUsageError(
            "Kỳ: hãy ghi cả --from và --to, ví dụ --from 2026-04-01 --to 2026-04-30."
        )
    return Period(first, last)


def period_of(asked: dict[str, Any]) -> Period:
    """The one period among the values of `period_options`; they are taken out of *asked*."""
    named = [one for name in ("named", "quarter", "year") if (one := asked.pop(name)) is not None]
    first, last = asked.pop("first"), asked.pop("last")
    cut_off = CutOff(asked.pop("cut_off"))
    if len(named) + (first is not None or last is not None) != 1:
        raise WrongUsageError(_ONE_PERIOD)
    if not named:
        return range_of(first, last)
    [one] = named
    match one.kind:
        case PeriodKind.MONTH:
            return period.month(one.year, one.number, cut_off=cut_off)
        case PeriodKind.QUARTER:
            return period.quarter(one.year, one.number, cut_off=cut_off)
        case _:
            return period.year(one.year, cut_off=cut_off)


def begun(call: Call, asked: Period) -> Period:
    """*asked*, which must not lie wholly ahead: nothing is counted before it begins."""
    if asked.start > call.outside.clock():
        raise InputError(
            f"Kỳ {asked.label} chưa bắt đầu (ngày đầu {asked.first:%d/%m/%Y}) nên chưa có số liệu; "
            "hãy chọn kỳ khác hoặc kiểm tra ngày giờ của máy."
        )
    return asked
