"""What draws the rows of the sample ward's ledgers has: the last day and one source of chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]
Rows: TypeAlias = list[Row]


@dataclass(frozen=True, slots=True)
class Draw:
    until: date
    rng: Random

    def tables(self) -> Iterator[tuple[str, Rows]]:
        raise NotImplementedError

    def _ago(self, days: int) -> date:
        return self.until - timedelta(days=days)
