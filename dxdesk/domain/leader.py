"""One page for the leader, readable in a minute: this month, what threatens, what is late."""

from dataclasses import dataclass
from datetime import datetime

from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.figures import Figures
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import Period
from dxdesk.domain.query import CountFilter, Order, Query, Worklist


@dataclass(frozen=True, slots=True)
class Danger:
    """One thing that needs the leader today; *query* lists the dossiers it speaks of."""

    text: str
    query: Query


@dataclass(frozen=True, slots=True)
class LateDossier:
    line: DossierLine
    late: int | None
    """Working minutes since the due time; None when the calendar does not reach that far."""
    why: str
    """As an officer wrote it; empty when nobody did."""


@dataclass(frozen=True, slots=True)
class LeaderPage:
    period: Period
    as_of: datetime
    early_rule: EarlyRule
    figures: Figures
    previous: Figures
    """The whole month before."""
    dangers: tuple[Danger, ...]
    late: tuple[LateDossier, ...]
    """The longest overdue first."""
    overdue: int
    """How many are overdue now; `late` may hold fewer."""

    def list_of(self, name: str) -> Query:
        """The list of exactly the dossiers that one of the figures counts (R15)."""
        return Query(count=CountFilter(name, self.period, self.as_of, self.early_rule))

    @property
    def all_late(self) -> Query:
        return Query(work=Worklist.OVERDUE, order=Order.DUE, descending=False)
