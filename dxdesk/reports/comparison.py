"""One period beside an earlier one: absolute change, percentage points, small numbers."""

from collections.abc import Callable
from dataclasses import dataclass

from dxdesk.domain.figures import Figures, GroupFigures, Rate, Statistics
from dxdesk.domain.period import Period
from dxdesk.reports.source import ReportSource
from dxdesk.reports.wording import (
    FEW_MARK,
    NOTHING,
    SMALL,
    SMALL_NUMBER,
    capitalised,
    count_text,
    dossiers,
    percent_text,
    points_text,
    rate_text,
)


@dataclass(frozen=True, slots=True)
class Basis:
    """An earlier period to compare with, or why it cannot be compared."""

    period: Period
    figures: Figures
    obstacle: str = ""
    groups: tuple[GroupFigures, ...] = ()
    """The fields behind *figures*."""

    @property
    def name(self) -> str:
        return self.period.label


@dataclass(frozen=True, slots=True)
class CountRow:
    """A number of dossiers that is compared. *noun* stands in sentences."""

    label: str
    noun: str
    of: Callable[[Figures], int]


@dataclass(frozen=True, slots=True)
class RateRow:
    label: str
    noun: str
    of: Callable[[Figures], Rate]
    base: str
    """What the denominator counts."""


ROWS: tuple[CountRow | RateRow, ...] = (
    CountRow("Hồ sơ tiếp nhận trong kỳ", "số hồ sơ tiếp nhận", lambda f: f.received),
    RateRow(
        "Tỷ lệ tiếp nhận trực tuyến",
        "tỷ lệ hồ sơ trực tuyến",
        lambda f: f.rates.online,
        "hồ sơ tiếp nhận",
    ),
    CountRow("Hồ sơ đã giải quyết", "số hồ sơ đã giải quyết", lambda f: f.resolved),
    RateRow(
        "Tỷ lệ đúng và trước hạn",
        "tỷ lệ giải quyết đúng và trước hạn",
        lambda f: f.rates.on_time,
        "hồ sơ đã giải quyết",
    ),
    CountRow("Hồ sơ giải quyết quá hạn", "số hồ sơ giải quyết quá hạn", lambda f: f.late),
    CountRow("Hồ sơ đang giải quyết", "số hồ sơ đang giải quyết", lambda f: f.pending),
    RateRow(
        "Tỷ lệ quá hạn trong số đang giải quyết",
        "tỷ lệ quá hạn trong số đang giải quyết",
        lambda f: f.rates.overdue,
        "hồ sơ đang giải quyết",
    ),
)


def bases(source: ReportSource, period: Period) -> tuple[Basis, ...]:
    """The period before and the same one a year earlier; once when they are the same."""
    found = dict.fromkeys((period.previous(), period.last_year()))
    return tuple(_basis(source.statistics(each)) for each in found)


def _basis(found: Statistics) -> Basis:
    obstacle = ""
    if found.total == Figures():
        obstacle = "chưa có số liệu của kỳ này trong sổ"
    elif found.total.broken_identities():
        obstacle = "số liệu của kỳ này chưa khớp, cần rà soát hồ sơ cũ"
    return Basis(found.period, found.total, obstacle, found.groups)


def count_change(now: int, base: int) -> str:
    """For a table cell: `tăng 34 (2,83 %)`; no share of a base that is zero or small."""
    if now == base:
        return "không đổi" if now else NOTHING
    change = f"{_direction(now - base)} {count_text(abs(now - base))}"
    if base == 0:
        return f"{change} ({NOTHING})"
    if base < SMALL:
        return f"{change}{FEW_MARK}"
    return f"{change} ({percent_text(Rate(abs(now - base), base))})"


def rate_change(now: Rate, base: Rate) -> str:
    """For a table cell: `tăng 1,25 điểm %`."""
    if now.value is None or base.value is None:
        return NOTHING
    mark = FEW_MARK if _few(now, base) else ""
    if now.value == base.value:
        return f"không đổi{mark}"
    points = now.value - base.value
    return f"{_direction(points.numerator)} {points_text(points)} điểm %{mark}"


def sentence(row: CountRow | RateRow, now: Figures, basis: Basis) -> str:
    """A clause such as `số hồ sơ tiếp nhận tăng 34 hồ sơ, từ 1.200 lên 1.234 (2,83 %)`."""
    if isinstance(row, CountRow):
        return _count_sentence(row.noun, row.of(now), row.of(basis.figures))
    return _rate_sentence(row, row.of(now), row.of(basis.figures))


def _count_sentence(noun: str, now: int, base: int) -> str:
    thing = noun.removeprefix("số ")
    if now == base == 0:
        return f"cả hai kỳ đều không phát sinh {thing}"
    if now == base:
        return f"{noun} không đổi ({dossiers(now)})"
    if base == 0:
        return f"{noun} là {dossiers(now)} (kỳ so sánh không phát sinh)"
    more = now > base
    share = SMALL_NUMBER if base < SMALL else percent_text(Rate(abs(now - base), base))
    return (
        f"{noun} {_direction(now - base)} {dossiers(abs(now - base))}, từ {count_text(base)} "
        f"{'lên' if more else 'xuống'} {count_text(now)} ({share})"
    )


def _rate_sentence(row: RateRow, now: Rate, base: Rate) -> str:
    if now.value is None or base.value is None:
        which = "kỳ báo cáo" if now.value is None else "kỳ so sánh"
        return f"{row.noun} không so sánh được vì {which} không phát sinh {row.base}"
    small = f" ({SMALL_NUMBER})" if _few(now, base) else ""
    later, earlier = (rate_text(rate, marked=not small) for rate in (now, base))
    if now.value == base.value:
        return f"{row.noun} không đổi, {later} so với {earlier}{small}"
    points = now.value - base.value
    return (
        f"{row.noun} {_direction(points.numerator)} {points_text(points)} điểm phần trăm, từ "
        f"{earlier} {'lên' if points > 0 else 'xuống'} {later}{small}"
    )


def _direction(change: int) -> str:
    return "tăng" if change > 0 else "giảm"


def _few(now: Rate, base: Rate) -> bool:
    return min(now.denominator, base.denominator) < SMALL


def against(now: Figures, basis: Basis) -> str:
    """The whole sentence about *basis*."""
    if basis.obstacle:
        return f"Không so sánh với {basis.name}: {basis.obstacle}."
    clauses = "; ".join(sentence(row, now, basis) for row in ROWS[:5])
    return capitalised(f"so với {basis.name}: {clauses}.")
