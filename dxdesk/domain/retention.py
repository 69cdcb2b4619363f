"""How long the personal data of a dossier is kept: counted from the moment the dossier ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dxdesk.domain.dossier import DossierId
from dxdesk.domain.state import State

OVER = frozenset(
    {
        *(State.RETURNED, State.WITHDRAWN, State.STOPPED, State.CLOSED),
        *(State.DECLINED, State.VOID),
    }
)
"""Nothing more happens to such a dossier. A result that waits at the desk is not over."""
MOST_YEARS = 100
FOR_EVER = "Vĩnh viễn"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that ships with the program; it removes nothing."""

    key: str
    title: str
    years: int | None
    document: str
    in_force: date
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Term:
    """How long the ward keeps data, and by which document; `years` None: for ever."""

    years: int | None
    document: str
    decided_on: date

    @property
    def label(self) -> str:
        return FOR_EVER if self.years is None else f"{self.years} năm"


@dataclass(frozen=True, slots=True)
class Terms:
    """The ward's terms: a procedure's own goes before its field's, that before the common one."""

    common: Term | None = None
    fields: Mapping[int, Term] = field(default_factory=dict)
    procedures: Mapping[int, Term] = field(default_factory=dict)

    def of(self, procedure_id: int, field_id: int) -> Term | None:
        """None: the ward has set none, and nothing is ever due."""
        return self.procedures.get(procedure_id) or self.fields.get(field_id) or self.common


@dataclass(frozen=True, slots=True)
class Kept:
    """One ended dossier with the day on which its term ends."""

    id: DossierId
    name: str
    procedure: str
    state: State
    ended_at: datetime
    term: str
    due_at: datetime
    held: str = ""
    """Why it is held back; empty: it is not."""


def due_after(ended: datetime, years: int) -> datetime:
    """*years* later; the 29th of February ends on the 1st of March."""
    try:
        return ended.replace(year=ended.year + years)
    except ValueError:
        return ended.replace(year=ended.year + years, month=3, day=1)


def latest_end(now: datetime, years: int) -> datetime:
    """Whatever ended at this moment or before is past a term of *years* at *now*."""
    try:
        return now.replace(year=now.year - years)
    except ValueError:
        return now.replace(year=now.year - years, day=28)
