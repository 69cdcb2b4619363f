"""What the report on procedures says, gathered and checked before a word is written."""

from dataclasses import dataclass
from datetime import datetime

from dxdesk.domain.closing import Member
from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.figures import Figures, Statistics
from dxdesk.domain.office import Office
from dxdesk.domain.period import Period
from dxdesk.reports.checks import ensure_identities, ensure_late_list
from dxdesk.reports.comparison import Basis, bases
from dxdesk.reports.prose.template import Template, template
from dxdesk.reports.source import ReportSource

CHART_MONTHS = 13


@dataclass(frozen=True, slots=True)
class Facts:
    office: Office
    now: datetime
    statistics: Statistics
    bases: tuple[Basis, ...]
    late: tuple[DossierLine, ...]
    series: tuple[tuple[Period, Figures], ...]
    members: tuple[Member, ...]
    template: Template

    @property
    def period(self) -> Period:
        return self.statistics.period

    @property
    def as_of(self) -> datetime:
        return self.statistics.as_of

    @property
    def running(self) -> bool:
        """Whether the period has not ended."""
        return self.as_of < self.period.end

    @property
    def subject(self) -> str:
        return f"Tình hình, kết quả giải quyết thủ tục hành chính {self.period.label}"


def gather(source: ReportSource, period: Period) -> Facts:
    """The facts of *period*. Raises DeskError when the figures contradict each other."""
    statistics = source.statistics(period)
    ensure_identities(source, statistics)
    late = source.late(period)
    ensure_late_list(statistics, len(late))
    return Facts(
        office=source.office,
        now=source.now,
        statistics=statistics,
        bases=bases(source, period),
        late=tuple(sorted(late, key=lambda line: (line.due_at or datetime.max, line.book))),
        series=source.series(period, CHART_MONTHS),
        members=source.members(period),
        template=template("procedures", period.last).worded(source.sentences),
    )
