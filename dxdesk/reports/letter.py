"""An official letter with tables: its parts, the same on paper and for editing."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterTable:
    heads: tuple[tuple[str, int], ...]
    """(title, width in millimetres)"""
    rows: tuple[tuple[str, ...], ...]
    numbers_from: int | None = None
    """From this column on stand numbers: in the middle of their cells."""

    def centred(self, column: int) -> bool:
        return self.numbers_from is not None and column >= self.numbers_from


@dataclass(frozen=True, slots=True)
class Letter:
    """The letter's parts, the same on paper and for editing."""

    subject: str
    addressee: str
    opening: tuple[str, ...]
    parts: tuple[tuple[str, LetterTable], ...]
    closing: str
    kind: str = ""
    """`BÁO CÁO`: the kind stands above the subject; a letter (công văn) has none."""
    notes: tuple[str, ...] = ()
    """In small print below the tables."""


Parts = tuple[tuple[str, LetterTable], ...]


def numbered(parts: Iterable[tuple[str, LetterTable]]) -> Parts:
    """Titles of tables as `1. …`."""
    return tuple((f"{number}. {title}", table) for number, (title, table) in enumerate(parts, 1))
