"""Drawing from weighted choices, fast enough for a million dossiers."""

from bisect import bisect
from collections.abc import Iterable
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Wheel(Generic[T]):
    """A wheel of fortune: each item comes up in proportion to its weight."""

    def __init__(self, weighted: Iterable[tuple[T, float]]) -> None:
        """*weighted*: items with weights of any sum; at least one weight is positive."""
        chosen = [(item, weight) for item, weight in weighted if weight > 0]
        self._items = [item for item, _weight in chosen]
        self._sums = list(accumulate(weight for _item, weight in chosen))
        self._total = self._sums[-1]

    def pick(self, rng: Random) -> T:
        return self._items[bisect(self._sums, rng.random() * self._total)]


def between(rng: Random, low: float, high: float) -> int:
    """A whole number from *low* to below *high*, all alike; cheaper than `randrange`."""
    return int(low + (high - low) * rng.random())
