"""Rows that were left out, mended by an officer: looked at again, then taken in as one action."""

import json
from collections.abc import Mapping as Map
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy.orm import Session

from db.models import WaitingRowRecord
from dxdesk.desk import Desk
from dxdesk.domain.rights import Right
from dxdesk.exchange.grid import Grid
from dxdesk.exchange.mapping import Mapping
from dxdesk.exchange.reader import register_of
from dxdesk.exchange.register import Quarantined, Register
from dxdesk.services.imports.names import Names
from dxdesk.services.imports.plan import Plan, Planner
from dxdesk.services.imports.run import Tally, write
from dxdesk.services.imports.verdict import Verdict
from dxdesk.services.imports.waiting import WaitingRow, remove
from dxdesk.services.settings import rules

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """What a mended row would be; `reason` says what is still wrong with one that stays out."""

    verdict: Verdict
    column: str = ""
    value: str = ""
    reason: str = ""


class _NothingToTakeError(Exception):
    """Ends an action in which no row can be taken in or was changed."""


def check_mended(
    desk: Desk, rows: Sequence[WaitingRow], texts: Map[int, Texts]
) -> dict[int, Mended]:
    """What each of *rows* would be with the cells of *texts*; nothing is written."""
    found: dict[int, Mended] = {}
    with desk.reading() as book:
        for group in _alike(rows):
            register = _read(group, texts)
            names = Names(book, adds=False)
            planner = Planner(book, names, register, rules(desk, book), desk.now())
            found |= _judged(group, register, planner.plan(register.rows))
    return found


def take_in_mended(desk: Desk, rows: Sequence[WaitingRow], texts: Map[int, Texts]) -> Tally:
    """Take in what can be taken in, as one action; the others keep what was mended in them."""
    tally = Tally()
    with (
        suppress(_NothingToTakeError),
        desk.act(f"Nhập {len(rows)} dòng lỗi đã sửa", right=Right.IMPORT) as session,
        desk.reading() as book,
    ):
        kept = 0
        for group in _alike(rows):
            register = _read(group, texts)
            names = Names(session, adds=True)
            names.learn(register.rows)
            plan = Planner(book, names, register, rules(desk, book), desk.now()).plan(register.rows)
            tally.add(plan)
            judged = _judged(group, register, plan)
            write(session, plan)
            remove(
                session, [key for key, one in judged.items() if one.verdict is not Verdict.ASIDE]
            )
            kept += _keep(session, judged, texts)
        if not tally.new + tally.changed + tally.same + kept:
            raise _NothingToTakeError
    return tally


def _alike(rows: Sequence[WaitingRow]) -> list[list[WaitingRow]]:
    """Rows with the same columns, which are read as one table."""
    in_order = sorted(rows, key=lambda one: (str(one.columns), one.id))
    return [list(group) for _, group in groupby(in_order, key=lambda one: one.columns)]


def _read(rows: Sequence[WaitingRow], texts: Map[int, Texts]) -> Register:
    """The register of *rows* alone; line 1 is the first of them."""
    columns = rows[0].columns
    cells = [list(texts.get(one.id, one.texts))[: len(columns)] for one in rows]
    grid = Grid("", iter(cells), len(cells))
    mapping = Mapping(columns, headed=False)
    return register_of(rows[0].file, [grid], mappings=[mapping])


def _judged(rows: Sequence[WaitingRow], register: Register, plan: Plan) -> dict[int, Mended]:
    refused = {one.line: one for one in (*register.quarantined, *plan.quarantined)}
    verdicts = {
        row.line: verdict for row, verdict in zip(register.rows, plan.verdicts, strict=True)
    }
    return {
        row.id: _mended(refused.get(line), verdicts.get(line))
        for line, row in enumerate(rows, start=1)
    }


def _mended(refused: Quarantined | None, verdict: Verdict | None) -> Mended:
    if refused is not None:
        return Mended(Verdict.ASIDE, refused.column, refused.value, refused.reason)
    if verdict is None:
        return Mended(
            Verdict.ASIDE, reason="Dòng này không còn là một hồ sơ; hãy ghi lại mã hồ sơ."
        )
    return Mended(verdict)


def _keep(session: Session, judged: Map[int, Mended], texts: Map[int, Texts]) -> int:
    """Keep what was mended in rows that stay out; returns in how many."""
    kept = 0
    for key, one in judged.items():
        record = session.get(WaitingRowRecord, key)
        if one.verdict is not Verdict.ASIDE or record is None:
            continue
        told = json.dumps(texts[key], ensure_ascii=False) if key in texts else record.texts
        if told != record.texts:
            record.texts = told
            record.column, record.value, record.reason = one.column, one.value, one.reason
            kept += 1
    return kept
