"""Filling in a person from a card or from the book, without losing what was typed."""

from dataclasses import dataclass, fields

from dxdesk.domain.dossier import Person

_PARTS = tuple(one.name for one in fields(Person))


@dataclass(frozen=True, slots=True)
class Overwrite:
    """A value that would be replaced."""

    part: str
    """A field of `Person`."""
    old: str
    new: str


def overwrites(current: Person, new: Person) -> tuple[Overwrite, ...]:
    """What of *current* filling in *new* would replace; an empty new value replaces nothing."""
    pairs = ((part, getattr(current, part), getattr(new, part)) for part in _PARTS)
    return tuple(Overwrite(*one) for one in pairs if one[1] and one[2] and one[1] != one[2])


def filled(current: Person, new: Person, *, replacing: bool) -> Person:
    """*current* with what is known of *new*; what was typed stays unless *replacing*."""
    first, second = (new, current) if replacing else (current, new)
    return Person(*(getattr(first, part) or getattr(second, part) for part in _PARTS))
