"""The one-page summary of a period, for the start page and the printed page alike."""

from dxdesk.desk import Desk
from dxdesk.domain.period import Period
from dxdesk.domain.summary import Summary, summarise
from dxdesk.services import reporting


def summary(desk: Desk, period: Period) -> Summary:
    """Five numbers, the worst dangers, the late dossiers of *period*."""
    source = reporting.source(desk)
    return summarise(source.statistics(period), source.late(period))
