"""Points for an indicator, by formulas that are data: a/b × maximum, full marks at, steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class FormulaKind(StrEnum):
    RATIO = "ratio"
    """maximum × share."""
    FULL_AT = "full_at"
    """maximum × share ÷ full_at, at most the maximum."""
    STEPS = "steps"
    """The points of the highest threshold that is reached."""


@dataclass(frozen=True, slots=True)
class Formula:
    kind: FormulaKind
    maximum: Fraction
    full_at: Fraction = Fraction(1)
    steps: tuple[tuple[Fraction, Fraction], ...] = ()
    """(threshold, points), thresholds ascending."""

    def points(self, share: Fraction) -> Fraction:
        """Exact points, between 0 and the maximum."""
        match self.kind:
            case FormulaKind.RATIO:
                found = self.maximum * share
            case FormulaKind.FULL_AT:
                found = self.maximum * share / self.full_at
            case FormulaKind.STEPS:
                found = max((p for least, p in self.steps if share >= least), default=Fraction(0))
        return max(Fraction(0), min(found, self.maximum))


@dataclass(frozen=True, slots=True)
class Score:
    """The points that are known, of the maximum that they could have been, and what is open."""

    points: Fraction
    of: Fraction
    missing: Fraction
    """The maximum of the indicators that have no number: neither won nor lost."""

    @property
    def maximum(self) -> Fraction:
        return self.of + self.missing


def total(parts: Iterable[tuple[Formula, Fraction | None]]) -> Score:
    """*parts*: a formula and the share, None where it is missing."""
    points = of = missing = Fraction(0)
    for formula, share in parts:
        if share is None:
            missing += formula.maximum
        else:
            points += formula.points(share)
            of += formula.maximum
    return Score(points, of, missing)


def points_text(points: Fraction) -> str:
    """`17,36`: two decimals rounded half up, none where there are none."""
    hundredths = (points.numerator * 200 + points.denominator) // (points.denominator * 2)
    whole, part = divmod(hundredths, 100)
    return f"{whole},{part:02}" if part else str(whole)
