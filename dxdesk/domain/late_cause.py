"""Why a dossier is late: one of a list that law and ward may lengthen; what was chosen stays."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

CauseNumber = NewType("CauseNumber", int)
"""What a dossier keeps of its cause."""
FIRST_OWN = 1000
"""The ward's own causes have numbers from here on."""
GONE = "Nguyên nhân không còn trong danh mục"


@dataclass(frozen=True, slots=True)
class LateCause:
    number: CauseNumber
    label: str
    applies_from: date = date.min
    applies_to: date | None = None
    rest: bool = False
    """Whatever no other cause names: stands last on lists."""

    @property
    def own(self) -> bool:
        """Whether the ward added it."""
        return self.number >= FIRST_OWN

    def offered(self, on: date) -> bool:
        return self.applies_from <= on and (self.applies_to is None or on <= self.applies_to)


@dataclass(frozen=True, slots=True)
class LateCauses:
    """Every cause that a dossier of any time may have."""

    known: tuple[LateCause, ...]

    def of(self, number: int | None) -> LateCause | None:
        """The cause *number*; one whose addition was undone is called so."""
        if number is None:
            return None
        found = next((one for one in self.known if one.number == number), None)
        return found or LateCause(CauseNumber(number), GONE)

    def offered(self, on: date) -> tuple[LateCause, ...]:
        """What officers choose from on that day."""
        return tuple(one for one in self.known if one.offered(on))
