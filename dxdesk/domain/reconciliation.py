"""The ward's own log beside the portal's export for one period: values of the comparison."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from dxdesk.domain.period import Period


class Standing(StrEnum):
    ONLY_HERE = "only_here"
    ONLY_THERE = "only_there"
    DIFFERS = "differs"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    Standing.ONLY_HERE: "Chỉ có ở đơn vị",
    Standing.ONLY_THERE: "Chỉ có trên hệ thống",
    Standing.DIFFERS: "Có ở cả hai, khác nhau",
}


@dataclass(frozen=True, slots=True)
class FieldDifference:
    label: str
    here: str
    there: str
    personal: bool = False
    """An id number or phone: its values stay out of letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dossier that is not the same on both sides."""

    standing: Standing
    code: str
    """The official code, else the ward's book number, else the line of the file."""
    procedure: str
    owner: str
    received_at: datetime | None
    dossier_id: int | None
    line: int | None
    """The line of the file."""
    fields: tuple[FieldDifference, ...] = ()
    guess: bool = False
    """Matched by owner, procedure and day of receipt, because one side has no code."""
    lost: tuple[str, ...] = ()
    """Numbers that count it here and not there."""
    gained: tuple[str, ...] = ()
    """Numbers that count it there and not here."""


@dataclass(frozen=True, slots=True)
class FigureDifference:
    """One number of the period on both sides, and the entries that make the difference."""

    name: str
    here: int
    there: int
    lost: tuple[Entry, ...]
    gained: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    file: str
    period: Period
    as_of: datetime
    rows: int
    equal: int
    outside: int
    """Rows received outside the period that are nobody's here: not compared."""
    entries: tuple[Entry, ...]
    figures: tuple[FigureDifference, ...]
    unread: tuple[tuple[int, str], ...]
    """(line, reason) of rows that could not be read."""
    warnings: tuple[str, ...]

    def of(self, standing: Standing) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.standing is standing)
