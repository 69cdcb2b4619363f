"""What an import would do, row by row, before anything is written."""

from collections.abc import Callable, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from dxdesk.desk import Desk
from dxdesk.domain.reconciliation import FieldDifference
from dxdesk.exchange.mapping import Mapping
from dxdesk.exchange.register import Quarantined, Register, RegisterRow, SkippedLine
from dxdesk.exchange.source import Source
from dxdesk.services.differences import Labels, told
from dxdesk.services.imports.collecting import collecting_later
from dxdesk.services.imports.foreign import SHORT, Place
from dxdesk.services.imports.names import Names
from dxdesk.services.imports.plan import Plan, Planner
from dxdesk.services.imports.run import (
    ImportResult,
    Progress,
    Tally,
    Watch,
    plans,
    read,
    result,
    strays,
)
from dxdesk.services.imports.verdict import Verdict
from dxdesk.services.imports.waiting import news_among
from dxdesk.services.settings import rules


@dataclass(frozen=True, slots=True)
class Change:
    """A value of a dossier that would be another one."""

    row: RegisterRow
    value: FieldDifference


class Line(NamedTuple):
    """One line of the file: a dossier with its verdict, or None and why it is passed over.

    `sheet` is empty in a file with one sheet. A tuple, because large files make so many of them.
    """

    sheet: str
    line: int
    verdict: Verdict | None
    row: RegisterRow | None
    text: str
    """What stands there, of a line that is no dossier in the book's sense."""
    remark: str


@dataclass(frozen=True, slots=True)
class Preview:
    """`lines` has every line of the file that holds something, in its order."""

    result: ImportResult
    register: Register
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]


@collecting_later()
def preview(
    desk: Desk,
    source: Source,
    *,
    mapping: Mapping | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Preview:
    """What importing *source* would do; nothing is written."""
    watch = Watch(progress, cancelled)
    register = read(desk, source, mapping, watch)
    tally = Tally()
    verdicts: list[Verdict] = []
    changes: list[Change] = []
    with desk.reading() as book:
        labels = Labels(book)
        names = Names(book, adds=False)
        planner = Planner(book, names, register, rules(desk, book), desk.now(), writes=False)
        for plan in plans(planner, register.rows, watch):
            start = len(verdicts)
            verdicts += plan.verdicts
            changes += _changes(register.rows[start : len(verdicts)], plan, labels)
            tally.add(plan)
        left_out = [*register.quarantined, *tally.quarantined]
        unkept = len(news_among(book, left_out, register.columns))
    foreign = strays(desk, register)
    found = result(register, tally, foreign, unkept=unkept)
    remarks = _remarks(register, foreign[1], found)
    return Preview(found, register, _lines(register, verdicts, remarks), tuple(changes))


def _changes(rows: Sequence[RegisterRow], plan: Plan, labels: Labels) -> list[Change]:
    changed = (
        row for row, verdict in zip(rows, plan.verdicts, strict=True) if verdict is Verdict.CHANGED
    )
    return [
        Change(row, value)
        for row, (_id, values) in zip(changed, plan.changed, strict=True)
        for value in told(values, labels)
    ]


def _lines(
    register: Register, verdicts: list[Verdict], remarks: Map[Place, str]
) -> tuple[Line, ...]:
    sheets = _sheets(register)
    rows = (
        Line(sheets[row.sheet], row.line, verdict, row, "", remarks.get((row.sheet, row.line), ""))
        for row, verdict in zip(register.rows, verdicts, strict=True)
    )
    aside = (
        Line(sheets[one.sheet], one.line, Verdict.ASIDE, None, _joined(one.raw), one.reason)
        for one in register.quarantined
    )
    passed = (
        Line(sheets[one.sheet], one.line, None, None, one.text, one.kind.label)
        for one in register.skipped
    )
    order = {sheet: at for at, sheet in enumerate(sheets.values())}
    in_order = sorted(chain(rows, aside, passed), key=lambda one: (order[one.sheet], one.line))
    return tuple(in_order)


def _sheets(register: Register) -> dict[str, str]:
    """How each sheet is named in a line: not at all when there is only one."""
    every: tuple[RegisterRow | Quarantined | SkippedLine, ...]
    every = (*register.rows, *register.quarantined, *register.skipped)
    found = dict.fromkeys(one.sheet for one in every)
    return {sheet: sheet if len(found) > 1 else "" for sheet in found}


def _joined(texts: Sequence[str]) -> str:
    return " · ".join(filter(None, texts))


def _remarks(register: Register, foreign: Sequence[Place], found: ImportResult) -> dict[Place, str]:
    doubts = dict(register.doubts)
    for place in foreign:
        doubts[place] = (*doubts.get(place, ()), SHORT)
    remarks = {place: "; ".join(texts) for place, texts in doubts.items()}
    return remarks | {(one.sheet, one.line): one.reason for one in found.quarantined}
