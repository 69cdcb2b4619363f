"""Answers kept: a register says the same again and again."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
_MOST = 100_000


class Memo(dict[K, V]):
    """What *asked* says of each key, asked once: `memo[key]`. Full, it asks and keeps no more."""

    def __init__(self, asked: Callable[[K], V]) -> None:
        super().__init__()
        self.asked = asked

    def __missing__(self, key: K) -> V:
        said = self.asked(key)
        if len(self) < _MOST:
            self[key] = said
        return said
