"""A ledger: one list that the ward keeps about its digital work. Its fields are data.

Form, table, paste, import, export and the return to earlier values all read the same tuple, so a
further ledger costs its fields and its table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | date | None


class Kind(StrEnum):
    TEXT = "text"
    LINES = "lines"
    DAY = "day"
    COUNT = "count"
    """A whole number; an empty one is not known, which is not zero."""
    CHOICE = "choice"
    LINK = "link"
    """An entry of another ledger, or a hamlet."""


Choices: TypeAlias = tuple[tuple[str, str], ...]
YES, NO = "yes", "no"
YES_NO: Choices = (("", "Chưa rõ"), (YES, "Có"), (NO, "Không"))


@dataclass(frozen=True, slots=True)
class Field:
    key: str
    title: str
    kind: Kind = Kind.TEXT
    required: bool = False
    hint: str = ""
    also: tuple[str, ...] = ()
    """Other headings under which files of the office have it; accents do not matter."""
    choices: Choices = ()
    offers: str = ""
    """Name of a list under resources/ that gives the choices."""
    to: str = ""
    """Ledger that a link leads to."""
    otherwise: str = ""
    """Field whose text it takes when it is empty."""
    told_above: bool = False
    """A choice that the title above a pasted table may name for all its lines."""
    creates: bool = False
    """A pasted name that is not there yet is added to the ledger *to*."""
    personal: bool = False
    """A phone: leaves the program only when asked for."""
    kept: bool = False
    """Stays in the form for the next entry."""
    width: int = 130
    """Of its column; 0: not in the table."""
    most: int = 300
    """Letters."""
    summed: bool = False

    @property
    def column(self) -> str:
        """Where its table keeps it."""
        return f"{self.key}_id" if self.kind is Kind.LINK else self.key


@dataclass(frozen=True, slots=True)
class Ledger:
    key: str
    title: str
    noun: str
    """Of one entry, as in “Thêm …”."""
    fields: tuple[Field, ...]
    intro: str
    name: str = "name"
    """Field by which an entry is called; it is not personal."""
    newest: str = ""
    """Field of days by which the newest come first; none: in the order of names."""
    repeats: bool = False
    """After one entry the form opens for the next."""
    derived: tuple[tuple[str, str, int], ...] = ()
    """Columns of what follows from the entry: key, title, width."""
    fills_down: str = ""
    """Field whose empty cells, in what is pasted, mean the cell above."""

    def field(self, key: str) -> Field:
        return next(one for one in self.fields if one.key == key)


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    values: Mapping[str, Value]
    texts: Mapping[str, str] = field(repr=False)
    """Each value as it is shown: days as dd/MM/yyyy, links and choices by name."""
    notes: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What is derived of it, by column: the state of a task."""
