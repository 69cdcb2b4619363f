"""The board: every indicator with its target, its number, the program's own, and how it stands."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.kinds import Base, Indicator, Pillar, Target
from dxdesk.domain.indicators.pace import Pace
from dxdesk.domain.indicators.scoring import Score
from dxdesk.domain.indicators.standing import Gap, Grade, Standing
from dxdesk.domain.indicators.value import Value
from dxdesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class Own:
    """What the program's own records say; no *amount*: nothing is noted there (unknown)."""

    amount: Amount | None
    base: Base
    lists: str = ""
    """The number of dossiers whose list is behind it; empty: rows of ledgers are."""
    note: str = ""
    """What an officer must know of it."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value in the course of an indicator; no share: missing, a gap in the line."""

    period: Period
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class BoardRow:
    indicator: Indicator
    target: Target | None
    value: Value | None
    """The newest typed value of the year up to the period's end."""
    own: Own | None
    standing: Standing
    gap: Gap | None = None
    pace: Pace | None = None
    course: tuple[Point, ...] = ()
    """Values on the base of today's, oldest first."""

    @property
    def amount(self) -> Amount | None:
        """What is judged: the typed value, else the program's own."""
        if self.value is not None:
            return self.value.amount
        return None if self.own is None else self.own.amount

    @property
    def base(self) -> Base:
        """Of what is judged; of a number that is missing, that of the target."""
        if self.value is not None:
            return self.value.base
        if self.own is not None:
            return self.own.base
        return self.indicator.plan.base if self.target is None else self.target.base

    def late(self, period: Period) -> bool:
        """The number shown is of an earlier period."""
        return self.value is not None and self.value.period.last < period.last

    @property
    def trend(self) -> int:
        """1 up, -1 down, 0 level or unknown: the last two points."""
        shares = [point.share for point in self.course[-2:]]
        if len(shares) < 2 or shares[0] is None or shares[1] is None:  # noqa: PLR2004 - two points
            return 0
        return (shares[1] > shares[0]) - (shares[1] < shares[0])


@dataclass(frozen=True, slots=True)
class Board:
    period: Period
    as_of: datetime
    rows: tuple[BoardRow, ...]
    scores: tuple[tuple[str, Score], ...] = ()
    """Points by scoring set."""
    hamlets: int = 0
    """Hamlets in use, among which what is missing is shared out."""
    remarks: Mapping[str, str] | None = None
    set_labels: tuple[str, ...] = ()
    """Versions of the definitions behind the rows."""
    unverified: tuple[str, ...] = ()
    """Those of them that were not compared with what was published."""

    def of(self, pillar: Pillar) -> tuple[BoardRow, ...]:
        return tuple(row for row in self.rows if row.indicator.plan.pillar is pillar)

    def grades(self, pillar: Pillar | None = None) -> Counter[Grade]:
        rows = self.rows if pillar is None else self.of(pillar)
        return Counter(row.standing.grade for row in rows)

    @property
    def unproven(self) -> tuple[BoardRow, ...]:
        """Typed values without a document or a file."""
        return tuple(row for row in self.rows if row.value is not None and not row.value.proven)
