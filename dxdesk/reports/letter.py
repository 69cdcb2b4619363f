"""An official letter with tables: its parts, the same on paper and for editing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterTable:
    heads: tuple[tuple[str, int], ...]
    """(title, width in millimetres)"""
    rows: tuple[tuple[str, ...], ...]


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
