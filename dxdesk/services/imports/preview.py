"""What an import would do, row by row, before anything is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dxdesk.desk import Desk
from dxdesk.domain.reconciliation import FieldDifference
from dxdesk.exchange.mapping import Mapping
from dxdesk.exchange.register import Quarantined, Register, RegisterRow, SkippedLine
from dxdesk.exchange.source import Source
from dxdesk.services.differences import Labels, told
from dxdesk.services.imports.collecting import collecting_later
from dxdesk.services.imports.foreign import SHORT, Place, foreign_places
from dxdesk.services.imports.names import Names
from dxdesk.services.imports.plan import Plan, Planner, Verdict
from dxdesk.services.imports.run import (
    ImportResult,
    Progress,
    Tally,
    Watch,
    plans,
    read,
    result,
)
from dxdesk.services.imports.waiting import news_among
from dxdesk.services.settings import office, rules


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
        planner = Planner(book, Names(book, adds=False), register, rules(desk, book), desk.now())
        for plan in plans(planner, register.rows, watch):
            start = len(verdicts)
            verdicts += plan.verdicts
            changes += _changes(register.rows[start : len(verdicts)], plan, labels)
            tally.add(plan)
        left_out = [*register.quarantined, *tally.quarantined]
        unkept = len(news_among(book, left_out, register.columns))
    strays = foreign_places(register.rows, office(desk).code_prefix)
    found = result(register, tally, strays, unkept=unkept)
    return Preview(found, register, _lines(register, found, verdicts, strays[1]), tuple(changes))


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
    register: Register, found: ImportResult, verdicts: list[Verdict], strays: Sequence[Place]
) -> tuple[Line, ...]:
    every: tuple[RegisterRow | Quarantined | SkippedLine, ...]
    every = (*register.rows, *register.quarantined, *register.skipped)
    sheets = {one.sheet: "" for one in every}
    if len(sheets) > 1:
        sheets = {sheet: sheet for sheet in sheets}
    remarks = _remarks(register, strays)
    remarks |= {(one.sheet, one.line): one.reason for one in found.quarantined}
    lines = [
        Line(sheets[row.sheet], row.line, verdict, row, "", remarks.get((row.sheet, row.line), ""))
        for row, verdict in zip(register.rows, verdicts, strict=True)
    ]
    lines += [
        Line(
            sheets[one.sheet],
            one.line,
            Verdict.ASIDE,
            None,
            " · ".join(filter(None, one.raw)),
            one.reason,
        )
        for one in register.quarantined
    ]
    lines += [
        Line(sheets[one.sheet], one.line, None, None, one.text, one.kind.label)
        for one in register.skipped
    ]
    order = {sheet: at for at, sheet in enumerate(sheets.values())}
    lines.sort(key=lambda one: (order[one.sheet], one.line))
    return tuple(lines)


def _remarks(register: Register, strays: Sequence[Place]) -> dict[Place, str]:
    found = dict(register.doubts)
    for place in strays:
        found[place] = (*found.get(place, ()), SHORT)
    return {place: "; ".join(texts) for place, texts in found.items()}
