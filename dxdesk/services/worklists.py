"""Today's work in six numbers; each opens its list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from db import worklists
from dxdesk.desk import Desk
from dxdesk.domain.query import Worklist
from dxdesk.domain.today import today_at
from dxdesk.services.rules import rules_asked


@dataclass(frozen=True, slots=True)
class WorkCounts:
    as_of: datetime
    numbers: Mapping[Worklist, int]
    empty: bool
    """No dossier at all: a new database."""


def counts(desk: Desk) -> WorkCounts:
    with desk.asking() as ask:
        current = rules_asked(desk, ask)
        day = today_at(desk.now(), current.calendar, current.office.early_rule)
        numbers = worklists.counted(ask, day)
        return WorkCounts(day.now, numbers, empty=worklists.is_empty(ask))
