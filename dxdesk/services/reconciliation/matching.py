"""Rows of the portal's export beside the dossiers of the book: which is which, what differs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from dxdesk.domain.dossier import DayOnly
from dxdesk.domain.text import folded
from dxdesk.exchange.register import RegisterRow
from dxdesk.services.imports.facts import clock_runs
from dxdesk.services.imports.plan import Key, Plan, Planner, key_of
from dxdesk.services.imports.verdict import Verdict
from dxdesk.services.rows import BLANK

Row = dict[str, Any]
_BY_DAY = {
    "received_at": int(DayOnly.RECEIVED),
    "due_at": int(DayOnly.DUE),
    "finished_at": int(DayOnly.FINISHED),
    "returned_at": int(DayOnly.RETURNED),
    "submitted_at": int(DayOnly.SUBMITTED),
}


@dataclass
class Pair:
    """A dossier of the book and the export's version of it, whole rows of the same id."""

    here: Row
    there: Row
    line: int
    guess: bool = False


@dataclass
class Matched:
    """What matching found; `alone` are rows that no dossier of the book answers to."""

    equal: set[int] = field(default_factory=set)
    pairs: list[Pair] = field(default_factory=list)
    alone: list[tuple[Row, int]] = field(default_factory=list)

    @property
    def known(self) -> set[int]:
        return self.equal | {pair.here["id"] for pair in self.pairs}


class Matcher(Planner):
    """Plans like an import, but keeps which dossier each row is; a day known alone is a day."""

    def matched(self, rows: Sequence[RegisterRow], found: Matched) -> Plan:
        self._found = found
        return self.plan(rows)

    def place(self, plan: Plan, row: RegisterRow, known: dict[Key, Row]) -> Verdict:  # noqa: ARG002 - Planner's signature
        shared, facts = self.told(row, known)
        old = known.get(key_of(row.code, shared.procedure.id, facts))
        if old is None:
            self._found.alone.append((BLANK | self.fresh(facts, shared), row.line))
            return Verdict.NEW
        self._compare(old, shared.facts | facts, row.line, runs=clock_runs(row))
        return Verdict.SAME

    def _compare(self, old: Row, facts: Row, line: int, *, runs: bool) -> None:
        _same_days(facts, old)
        alive = old if old["void_at"] is None else old | {"void_at": None}
        changes = self.changes(alive, facts, runs=runs)
        if changes or alive is not old:
            there = alive | {name: new for name, (_old, new) in changes.items()}
            self._found.pairs.append(Pair(old, there, line))
        else:
            self._found.equal.add(old["id"])

    def guess(self, here: Sequence[Row]) -> None:
        """Match what is left by owner, procedure and day where one side has no code."""
        mine, theirs = defaultdict(list), defaultdict(list)
        for row in here:
            mine[_person_and_day(row)].append(row)
        for row, line in self._found.alone:
            theirs[_person_and_day(row)].append((row, line))
        taken = set()
        for key, rows in theirs.items():
            if len(rows) != 1 or len(mine.get(key, ())) != 1 or not key[0]:
                continue  # two of one name on one day: nobody can tell which is which
            (old,), ((row, line),) = mine[key], rows
            if not (old["code"] and row["code"]):
                taken.add(line)
                self._found.pairs.append(Pair(old, _version(old, row), line, guess=True))
        self._found.alone = [one for one in self._found.alone if one[1] not in taken]


def _person_and_day(row: Row) -> tuple[str, int, object]:
    at = row["received_at"] or row["submitted_at"]
    return folded(row["owner_name"] or ""), row["procedure_id"], at.date() if at else None


def _version(old: Row, row: Row) -> Row:
    """What *row* says of *old*; what it does not say stays."""
    said = {
        name: value
        for name, value in row.items()
        if value not in (None, "") and name not in {"id", "book_year", "book_number"}
    }
    _same_days(said, old)
    return {**old, **said, "void_at": None}


def _same_days(facts: Row, old: Row) -> None:
    """A moment that the export knows by its date only is the same on the same date."""
    if not facts.get("day_only"):
        return
    for name, flag in _BY_DAY.items():
        there, here = facts.get(name), old[name]
        by_day = (facts.get("day_only") or 0) & flag
        if by_day and isinstance(there, datetime) and here and there.date() == here.date():
            facts[name] = here
            facts["day_only"] = facts["day_only"] & ~flag | (old["day_only"] & flag)
