"""How many dossiers stand on each work list, in plain SQL.

Which ones is said once, in `db.filters.work_filter`; these are its conditions as SQLAlchemy
compiles them, so that the start page need not wait for it (tests/db/test_worklists.py compares).
"""

from collections.abc import Mapping

from db.asking import Ask
from db.moments import minutes_of
from dxdesk.domain.query import Worklist
from dxdesk.domain.today import Today

_RUNNING = "+state IN (3, 4)"
CONDITIONS: Mapping[Worklist, str] = {
    Worklist.TO_ACCEPT: "state = 1",
    Worklist.DUE_TODAY: f"{_RUNNING} AND due_at BETWEEN :now AND :today_ends",
    Worklist.DUE_TOMORROW: f"{_RUNNING} AND due_at BETWEEN :tomorrow_begins AND :tomorrow_ends",
    Worklist.OVERDUE: (
        "long_running = 1 AND void_at IS NULL AND received_at IS NOT NULL AND finished_at IS NULL "
        "AND +due_at < :now AND (+stopped_since IS NULL OR +stopped_since > +due_at)"
    ),
    Worklist.AWAITING_APPLICANT: "state IN (5, 6)",
    Worklist.AWAITING_PICKUP: "state = 8",
}
_COUNT = "SELECT count(*) FROM dossier"
_MOMENTS = ("now", "today_ends", "tomorrow_begins", "tomorrow_ends")


def counted(ask: Ask, today: Today) -> dict[Worklist, int]:
    """The number of dossiers of each work list at the moment of *today*."""
    counts = (f"({_COUNT} WHERE {one})" for one in CONDITIONS.values())
    moments = {name: minutes_of(getattr(today, name)) for name in _MOMENTS}
    (numbers,) = ask(f"SELECT {', '.join(counts)}", moments)
    return dict(zip(CONDITIONS, numbers, strict=True))


def is_empty(ask: Ask) -> bool:
    """Whether the book has no dossier yet."""
    return not ask("SELECT 1 FROM dossier LIMIT 1")
