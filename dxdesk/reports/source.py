"""What a report asks for. A report sees figures and dossiers, never where they are kept."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Protocol

from dxdesk.domain.closing import Member
from dxdesk.domain.dossier import Dossier, DossierLine
from dxdesk.domain.figures import Figures, Statistics
from dxdesk.domain.indicators.board import Board
from dxdesk.domain.office import Office
from dxdesk.domain.period import Period
from dxdesk.domain.report_settings import ReportSettings
from dxdesk.domain.service import ServiceStatistics


class ReportSource(Protocol):
    """Everything printed comes through here."""

    @property
    def office(self) -> Office: ...

    @property
    def now(self) -> datetime:
        """The moment of printing; one value for the whole report."""

    def statistics(self, period: Period, *, by: str = "field") -> Statistics: ...

    @property
    def settings(self) -> ReportSettings: ...

    @property
    def sentences(self) -> Mapping[str, str]:
        """The ward's own words in reports in prose, by the keys of the sentences."""

    def members(self, period: Period, *, by: str = "field") -> tuple[Member, ...]:
        """Every dossier behind `statistics`, with the numbers that count it."""

    def services(self, period: Period, *, by: str) -> ServiceStatistics: ...

    def behind(self, period: Period, *, by: str) -> tuple[Member, ...]:
        """Every dossier behind `services`."""

    def board(self, period: Period) -> Board:
        """The indicators of digital transformation at the end of *period*."""

    def work(self, period: Period) -> tuple[str, ...]:
        """What teams, outreach, documents and committee did, in sentences."""

    def late(self, period: Period) -> tuple[DossierLine, ...]:
        """Dossiers finished late in *period* or overdue at its as-of moment (R9, R13)."""

    def series(self, period: Period, months: int) -> tuple[tuple[Period, Figures], ...]:
        """The figures of that many calendar months up to *period*, oldest first."""

    def at_fault(self, period: Period) -> tuple[str, ...]:
        """Codes, or book numbers, of the dossiers that break an identity of R14."""

    def register(self, period: Period) -> Iterator[Dossier]:
        """Dossiers received in *period*, in the order of the book."""

    def count(self, period: Period) -> int:
        """Number of dossiers that `register` gives."""
