"""Figures of the digital work. None: nobody noted it, which is not zero."""

from dataclasses import dataclass
from datetime import date

from dxdesk.domain.duty import DutyCounts
from dxdesk.domain.figures import Rate


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many hamlets have a team; as of one day."""

    hamlets: int
    covered: int
    without: tuple[str, ...]
    """Names of the hamlets that have none."""

    @property
    def rate(self) -> Rate:
        return Rate(self.covered, self.hamlets)


@dataclass(frozen=True, slots=True)
class TeamCounts:
    """Teams and members at the end of a period, and what the teams did in it."""

    teams: int
    members: int
    trained: int
    """Members with a day of training."""
    coverage: Coverage
    activities: int
    guided: int | None
    households: int | None
    uncounted: int
    """Activities without a number of persons: they are not in *guided*."""
    inactive: tuple[str, ...]
    """Teams without an activity in the period."""


@dataclass(frozen=True, slots=True)
class OutreachCounts:
    events: int
    reach: int | None
    uncounted: int
    by_form: tuple[tuple[str, int, int | None], ...]
    """Form, events, reach; forms without an event are left out."""


@dataclass(frozen=True, slots=True)
class DocumentCounts:
    """Documents of one direction; from the book, or from the month's totals where they stand."""

    total: int
    signed: int | None
    network: int | None
    late: int | None
    signed_base: int
    """Documents of which it is known whether they were signed."""
    network_base: int
    by_kind: tuple[tuple[str, int], ...] = ()

    @property
    def signed_rate(self) -> Rate:
        return Rate(self.signed or 0, self.signed_base)

    @property
    def network_rate(self) -> Rate:
        return Rate(self.network or 0, self.network_base)


@dataclass(frozen=True, slots=True)
class Part:
    """One row of a ledger behind a figure, and what it adds to it."""

    ledger: str
    name: str
    """What the row is called there."""
    told: str
    numerator: int
    denominator: int
    """0 with a numerator of 0: it is not known, so it counts nowhere."""


@dataclass(frozen=True, slots=True)
class FlagCount:
    """One thing that staff have: how many do, of how many it is known, who does not."""

    title: str
    having: int
    base: int
    unknown: int
    without: tuple[str, ...]

    @property
    def rate(self) -> Rate:
        return Rate(self.having, self.base)


@dataclass(frozen=True, slots=True)
class Digital:
    """Everything of one period, for the digital-transformation report."""

    first: date
    last: date
    teams: TeamCounts
    duties: DutyCounts
    outreach: OutreachCounts
    incoming: DocumentCounts
    outgoing: DocumentCounts
