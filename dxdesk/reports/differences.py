"""The largest causes of a difference, in sentences and as rows that add up to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from dxdesk.domain.causes import Part, count_parts, largest, rate_parts
from dxdesk.domain.figures import Figures, GroupFigures, Rate, Statistics
from dxdesk.reports.comparison import ROWS, Basis, CountRow, RateRow
from dxdesk.reports.wording import SMALL, capitalised, count_text, points_text

NAMED = 3
OTHERS = "các lĩnh vực khác"
EXPLAINED = tuple(ROWS[at] for at in (0, 2, 4, 3))
"""Received, resolved, late, and the share that was in time."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One number or rate that differs, and the fields that make it differ."""

    row: CountRow | RateRow
    whole: Fraction
    parts: tuple[Part, ...]

    def amount(self, change: Fraction) -> str:
        """Without its sign: `34 hồ sơ`, `1,25 điểm phần trăm`."""
        if isinstance(self.row, CountRow):
            return f"{count_text(abs(change).numerator)} hồ sơ"
        return f"{points_text(change)} điểm phần trăm"


def differences(now: Statistics, basis: Basis) -> list[Difference]:
    """What differs from *basis*; numbers too small for a trend are left out."""
    if basis.obstacle:
        return []
    found = (_difference(row, now.groups, basis.groups) for row in EXPLAINED)
    return [each for each in found if each is not None and each.whole]


def _difference(
    row: CountRow | RateRow, now: Sequence[GroupFigures], base: Sequence[GroupFigures]
) -> Difference | None:
    later, earlier = _total(now), _total(base)
    if isinstance(row, CountRow):
        if max(row.of(later), row.of(earlier)) < SMALL:
            return None
        whole = Fraction(row.of(later) - row.of(earlier))
        return Difference(row, whole, count_parts(now, base, row.of))
    return _rate_difference(row, now, base, row.of(later), row.of(earlier))


def _rate_difference(
    row: RateRow,
    now: Sequence[GroupFigures],
    base: Sequence[GroupFigures],
    later: Rate,
    earlier: Rate,
) -> Difference | None:
    if min(later.denominator, earlier.denominator) < SMALL:
        return None
    assert later.value is not None  # noqa: S101 - the denominators are not zero
    assert earlier.value is not None  # noqa: S101 - as above
    return Difference(row, later.value - earlier.value, rate_parts(now, base, row.of))


def _total(groups: Sequence[GroupFigures]) -> Figures:
    return sum((group.figures for group in groups), Figures())


def causes_text(now: Statistics, basis: Basis) -> str:
    """The causes of each difference from *basis*, a line for one; empty: none is worth telling."""
    worth = (each for each in differences(now, basis) if _dossiers(each, now.total) >= SMALL)
    return "\n".join(f"- {capitalised(_said(each))}" for each in worth)


def _dossiers(found: Difference, now: Figures) -> Fraction:
    """How many dossiers of the later period make the difference."""
    if isinstance(found.row, CountRow):
        return abs(found.whole)
    return abs(found.whole) * found.row.of(now).denominator


def _said(found: Difference) -> str:
    named, rest = largest(found.parts, NAMED)
    moves = [(part.name, part.change) for part in named] + ([(OTHERS, rest)] if rest else [])
    up, down = ("tăng", "giảm") if isinstance(found.row, CountRow) else ("làm tăng", "làm giảm")
    parts = [f"{name} {up if by > 0 else down} {found.amount(by)}" for name, by in moves]
    whole = f"{'tăng' if found.whole > 0 else 'giảm'} {found.amount(found.whole)}"
    return f"{found.row.noun} {whole}, trong đó: {'; '.join(parts)}."
