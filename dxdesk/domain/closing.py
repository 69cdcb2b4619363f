"""A period that was closed, and what would differ if it were closed today (figures.md R20)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import NewType

from dxdesk.domain.dossier import DossierId, Event
from dxdesk.domain.figures import COUNT_NAMES, Figures, GroupFigures, Statistics
from dxdesk.domain.period import Period

ClosingId = NewType("ClosingId", int)
COMPARED = tuple(name for name in COUNT_NAMES if name != "stopped")
"""All numbers but one: a stop that has ended since leaves no trace in the row, and is no change."""


@dataclass(frozen=True, slots=True)
class Member:
    """One dossier behind the numbers of one group."""

    id: DossierId
    name: str
    """Its code, else its book number."""
    key: str
    group: str
    counts: frozenset[str]
    """Names of the numbers that count it."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Figures with every dossier behind them."""

    statistics: Statistics
    members: tuple[Member, ...]

    def behind(self, name: str, key: str | None = None) -> tuple[Member, ...]:
        """The dossiers of one number, of one group or in all."""
        return tuple(
            member
            for member in self.members
            if name in member.counts and (key is None or member.key == key)
        )


@dataclass(frozen=True, slots=True)
class Closing:
    """One report of one period, as it was closed."""

    id: ClosingId
    report: str
    period: Period
    as_of: datetime
    closed_at: datetime
    officer: str
    last_action: int
    files: tuple[str, ...]
    """Endings of the files that were kept: `pdf`, `xlsx`, `docx`, `correction.pdf`."""
    corrects: ClosingId | None = None
    corrected_by: ClosingId | None = None
    reason: str = ""

    @property
    def stands(self) -> bool:
        return self.corrected_by is None


@dataclass(frozen=True, slots=True)
class Moved:
    """One dossier that is counted otherwise than when the period was closed."""

    id: DossierId
    name: str
    old: Member | None
    new: Member | None
    actions: tuple[Event, ...] = ()
    """What officers did to it since, oldest first."""

    @property
    def lost(self) -> tuple[str, ...]:
        return _beyond(self.old, self.new)

    @property
    def gained(self) -> tuple[str, ...]:
        return _beyond(self.new, self.old)


def _beyond(one: Member | None, other: Member | None) -> tuple[str, ...]:
    """Numbers that count *one* and not *other*; all of them when the group is another one."""
    if one is None:
        return ()
    same = other is not None and other.key == one.key
    left = one.counts - other.counts if same and other is not None else one.counts
    return tuple(name for name in COMPARED if name in left)


def moved(old: Snapshot, new: Snapshot) -> tuple[Moved, ...]:
    """The dossiers that are counted otherwise, by their names."""
    before = {member.id: member for member in old.members}
    after = {member.id: member for member in new.members}
    found = [
        Moved(key, (after.get(key) or before[key]).name, before.get(key), after.get(key))
        for key in before.keys() | after.keys()
    ]
    changed = [each for each in found if each.lost or each.gained]
    return tuple(sorted(changed, key=lambda each: (each.name, each.id)))


def recounted(members: tuple[Member, ...]) -> Figures:
    """The figures that *members* make (R15)."""
    numbers: Mapping[str, int] = {
        field.name: sum(field.name in member.counts for member in members)
        for field in fields(Figures)
    }
    return Figures(**numbers)


@dataclass(frozen=True, slots=True)
class Change:
    """One number that differs."""

    name: str
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What a closed report would say today, and because of which dossiers."""

    closing: Closing
    old: Statistics
    new: Statistics
    moved: tuple[Moved, ...]

    @property
    def total(self) -> tuple[Change, ...]:
        return _changes(self.old.total, self.new.total)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Change, ...]], ...]:
        """Groups with their changed numbers, in the order of today's figures."""
        before = {group.key: group for group in self.old.groups}
        after = {group.key: group for group in self.new.groups}
        found = []
        for key in dict.fromkeys((*after, *before)):
            name = (after.get(key) or before[key]).name
            changes = _changes(_figures(before.get(key)), _figures(after.get(key)))
            if changes:
                found.append((name, changes))
        return tuple(found)


def _figures(group: GroupFigures | None) -> Figures:
    return Figures() if group is None else group.figures


def _changes(old: Figures, new: Figures) -> tuple[Change, ...]:
    return tuple(
        Change(name, getattr(old, name), getattr(new, name))
        for name in COMPARED
        if getattr(old, name) != getattr(new, name)
    )
