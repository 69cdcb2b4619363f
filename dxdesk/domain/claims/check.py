"""Everything that can be wrong in a text, in the order in which it stands there."""

from dxdesk.domain.claims.counts import counts_of
from dxdesk.domain.claims.finding import Finding
from dxdesk.domain.claims.grids import without_tables
from dxdesk.domain.claims.prose import Prose, read_prose
from dxdesk.domain.claims.shares import share_findings
from dxdesk.domain.claims.sums import sum_findings
from dxdesk.domain.claims.tables import table_findings


def check_text(text: str | Prose) -> tuple[Finding, ...]:
    """What does not fit in *text*, in its order; tables have tabs between their cells."""
    prose = read_prose(text) if isinstance(text, str) else text
    running = without_tables(prose)
    counts = counts_of(running)
    found = [
        *share_findings(running, counts),
        *sum_findings(running, counts),
        *table_findings(prose),
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.kind)))
