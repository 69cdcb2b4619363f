"""Where a difference between two periods comes from: one exact part for each group (R15, R16)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from dxdesk.domain.figures import Figures, GroupFigures, Rate


@dataclass(frozen=True, slots=True)
class Part:
    """What one group adds to the difference; the parts of all groups add up to the whole."""

    key: str
    name: str
    change: Fraction


def count_parts(
    now: Sequence[GroupFigures], base: Sequence[GroupFigures], of: Callable[[Figures], int]
) -> tuple[Part, ...]:
    """The parts of a number's difference: each group's own difference, the largest first."""
    return _parts(now, base, lambda new, old: Fraction(of(new) - of(old)))


def rate_parts(
    now: Sequence[GroupFigures], base: Sequence[GroupFigures], of: Callable[[Figures], Rate]
) -> tuple[Part, ...]:
    """The parts of a rate's difference; none when one of the two rates does not exist.

    A group counts by what it has above or below the earlier rate of all: n − r·d, over the whole
    denominator. So a group that grew while doing as well as all did before adds nothing, and the
    parts add up exactly, for Σ(n − r·d)/D is the later rate less r, and of the earlier period 0.
    """
    later = of(sum((group.figures for group in now), Figures()))
    earlier = of(sum((group.figures for group in base), Figures()))
    common = earlier.value
    if common is None or later.value is None:
        return ()

    def above(rate: Rate, whole: int) -> Fraction:
        return (rate.numerator - common * rate.denominator) / whole

    return _parts(
        now,
        base,
        lambda new, old: above(of(new), later.denominator) - above(of(old), earlier.denominator),
    )


def _parts(
    now: Sequence[GroupFigures],
    base: Sequence[GroupFigures],
    change: Callable[[Figures, Figures], Fraction],
) -> tuple[Part, ...]:
    names = {group.key: group.name for group in (*base, *now)}
    later = {group.key: group.figures for group in now}
    earlier = {group.key: group.figures for group in base}
    found = [
        Part(key, name, change(later.get(key, Figures()), earlier.get(key, Figures())))
        for key, name in names.items()
    ]
    return tuple(sorted(found, key=lambda part: (-abs(part.change), part.name, part.key)))


def largest(parts: Sequence[Part], most: int) -> tuple[tuple[Part, ...], Fraction]:
    """At most *most* parts that are not zero, and what all others add together."""
    named = tuple(part for part in parts[:most] if part.change)
    return named, sum((part.change for part in parts[len(named) :]), Fraction(0))
