"""What is printed about dossiers beside reports: slips for the citizen, lists for the office."""

from dataclasses import dataclass
from datetime import datetime

from dxdesk.domain.dossier import Dossier
from dxdesk.domain.paper import HandedPaper
from dxdesk.domain.state import StopKind


@dataclass(frozen=True, slots=True)
class Pause:
    """One time in which the clock stood still (R5)."""

    kind: StopKind
    stopped_at: datetime
    resumed_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Apology:
    """A new appointment and the due time that it could not keep (R7)."""

    at: datetime
    due_at: datetime | None
    promised_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Move:
    """The dossier went from one officer to another."""

    at: datetime
    giver: str
    taker: str


@dataclass(frozen=True, slots=True)
class SlipSubject:
    """One dossier with everything that a slip may say about it."""

    dossier: Dossier
    papers: tuple[HandedPaper, ...] = ()
    pauses: tuple[Pause, ...] = ()
    apologies: tuple[Apology, ...] = ()
    moves: tuple[Move, ...] = ()
    printed: int = 0
    """How often this slip was printed before; more than never: it is a reprint."""
