"""Today's work in six numbers; each opens its list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from db import listing
from dxdesk.desk import Desk
from dxdesk.domain.query import Worklist
from dxdesk.services.listing import today


@dataclass(frozen=True, slots=True)
class WorkCounts:
    as_of: datetime
    numbers: Mapping[Worklist, int]
    empty: bool
    """No dossier at all: a new database."""


def counts(desk: Desk) -> WorkCounts:
    with desk.reading() as session:
        day = today(desk, session)
        numbers = {work: listing.count(session, work, day) for work in Worklist}
        return WorkCounts(day.now, numbers, empty=listing.is_empty(session))
