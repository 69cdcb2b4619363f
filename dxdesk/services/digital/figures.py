"""All figures of the ledgers over one period, for the digital-transformation report."""

from dxdesk.desk import Desk
from dxdesk.domain.digital import Digital
from dxdesk.domain.ledgers.paperwork import IN, OUT
from dxdesk.domain.period import Period
from dxdesk.services.digital import documents, duties, outreach, teams


def digital(desk: Desk, period: Period) -> Digital:
    return Digital(
        first=period.first,
        last=period.last,
        teams=teams.counts(desk, period),
        duties=duties.duty_counts(desk, period),
        outreach=outreach.counts(desk, period),
        incoming=documents.counts(desk, period, IN),
        outgoing=documents.counts(desk, period, OUT),
    )
