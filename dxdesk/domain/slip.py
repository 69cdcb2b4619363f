"""What is printed about dossiers beside reports: slips for the citizen, lists for the office."""

from dataclasses import dataclass, fields, replace
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


@dataclass(frozen=True, slots=True)
class SlipWording:
    """What the ward set on a slip itself; what is empty or 0 stands as the form has it."""

    heading: tuple[str, ...] = ()
    """The lines on the left of the head; the last one is bold."""
    signer: tuple[str, ...] = ()
    """Authority and post above the office's signature."""
    signer_name: str = ""
    footer: tuple[str, ...] = ()
    contact: str = ""
    """Whom the citizen asks, with the telephone number."""
    paper: str = ""
    copies: int = 0

    def over(self, other: "SlipWording") -> "SlipWording":
        """*other* wherever this one says nothing."""
        chosen = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        return replace(self, **chosen)
