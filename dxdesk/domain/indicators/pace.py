"""How many more are needed for a target, and how fast: per week and per hamlet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor

from dxdesk.domain.figures import Rate
from dxdesk.domain.indicators.kinds import Direction

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Pace:
    """What is left to do by the end of the target's year."""

    missing: int
    weeks: int
    """Weeks left, the running one counted whole."""

    @property
    def a_week(self) -> int | None:
        """At least so many each week; None when no week is left."""
        return ceil(Fraction(self.missing, self.weeks)) if self.weeks else None


def still_missing(rate: Rate, level: Fraction, direction: Direction = Direction.UP) -> int:
    """The least number that brings *rate* to *level* while its denominator stays."""
    if direction is Direction.DOWN:
        return max(0, rate.numerator - floor(level * rate.denominator))
    return max(0, ceil(level * rate.denominator) - rate.numerator)


def weeks_left(today: date, last: date) -> int:
    """Weeks that begin on *today* or later up to *last*; 0 when it is past."""
    return max(0, -(-((last - today).days + 1) // _WEEK))


def pace(rate: Rate, level: Fraction, today: date, year: int, direction: Direction) -> Pace:
    return Pace(still_missing(rate, level, direction), weeks_left(today, date(year, 12, 31)))


def shared_out(missing: int, weights: Sequence[int]) -> tuple[int, ...]:
    """*missing* divided in proportion to *weights*: whole numbers whose sum is exactly it.

    Without any weight each takes the same; what is left over goes to the largest remainders.
    """
    if not weights:
        return ()
    if not sum(weights):
        weights = [1] * len(weights)
    whole = sum(weights)
    parts = [divmod(missing * weight, whole) for weight in weights]
    left = missing - sum(part for part, _rest in parts)
    order = sorted(range(len(parts)), key=lambda at: (-parts[at][1], at))
    extra = set(order[:left])
    return tuple(part + (at in extra) for at, (part, _rest) in enumerate(parts))
