"""What an import would do to each row: add, change, leave, or set aside with a reason."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.models import DossierRecord
from db.whole_rows import WholeRows
from dxdesk.domain.calendar import MissingYearError
from dxdesk.domain.due import due_at
from dxdesk.exchange.quarantine import row_texts
from dxdesk.exchange.register import Quarantined, Register, RegisterRow
from dxdesk.services.imports.facts import (
    OwnFacts,
    clock_runs,
    notes_of,
    place_finish,
    shared_facts,
    shared_key,
)
from dxdesk.services.imports.names import Names, Procedure, RefusedError
from dxdesk.services.imports.removed import check_not_removed
from dxdesk.services.imports.verdict import Verdict
from dxdesk.services.rows import SET, derive_row, judge_row
from dxdesk.services.rules import Rules

_COLUMNS = tuple(c.name for c in DossierRecord.__table__.columns)
_STOP = ("stopped_since", "stop_kind", "stop_mode")
Key = tuple[Any, ...]
_NO_ARRIVAL = (
    "Tệp không ghi ngày tiếp nhận nên chỉ bổ sung được cho hồ sơ đã có, mà hồ sơ này chưa có."
)


@dataclass
class Plan:
    """Outcome of one block of rows; `verdicts`: one for each."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changed: list[tuple[int, dict[str, tuple[Any, Any]]]] = field(default_factory=list)
    same: int = 0
    quarantined: list[Quarantined] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    verdicts: list[Verdict] = field(default_factory=list)


@dataclass(frozen=True)
class Shared:
    """What many rows say alike, worked out once."""

    procedure: Procedure
    facts: dict[str, Any]
    start: dict[str, Any]
    """A new row with nothing but these facts."""


class Planner:
    """Plans block by block, so that a large file never stands in memory twice."""

    def __init__(
        self,
        book: Session,
        names: Names,
        register: Register,
        rules: Rules,
        now: datetime,
        *,
        writes: bool = True,
    ) -> None:
        """*book* is read only: rows are looked up in it while another session writes.

        What is not *writes* is planned for its verdicts: new rows go without keys of search.
        """
        self._whole_rows = WholeRows(book)
        self._derive = derive_row if writes else judge_row
        self._rules = rules
        self._now = now
        self._names = names
        self._columns = register.columns
        self._headings = {c.field: c.heading for c in register.columns if c.field}
        self._shared: dict[Key, Shared] = {}

    def plan(self, rows: Sequence[RegisterRow]) -> Plan:
        plan = Plan()
        known = self._known(rows)
        self._own = OwnFacts(rows, self._rules, self._now)
        for row in rows:
            try:
                plan.verdicts.append(self.place(plan, row, known))
            except RefusedError as refused:
                self._set_aside(plan, row, refused)
            except MissingYearError as missing:
                self._set_aside(plan, row, RefusedError("due", f"{missing.year}", str(missing)))
            else:
                if notes := notes_of(row):
                    plan.notes.update(notes)
        return plan

    def place(self, plan: Plan, row: RegisterRow, known: dict[Key, dict[str, Any]]) -> Verdict:
        shared, facts = self.told(row, known)
        old = known.get(key_of(row.code, shared.procedure.id, facts)) if known else None
        if old is None:
            if known and not row.code:
                bare = facts | {"owner_name": ""}
                check_not_removed(known.get(key_of("", shared.procedure.id, bare)))
            plan.new.append(self.fresh(facts, shared))
            return Verdict.NEW
        changes = self.changes(old, shared.facts | facts, runs=clock_runs(row))
        if changes:
            plan.changed.append((old["id"], changes))
            return Verdict.CHANGED
        plan.same += 1
        return Verdict.SAME

    def told(
        self, row: RegisterRow, known: dict[Key, dict[str, Any]]
    ) -> "tuple[Shared, dict[str, Any]]":
        """What *row* says: what it shares with many others, and what is its own.

        A row that names no procedure speaks of a dossier that is *known* by its code.
        """
        key = shared_key(row)
        old = None
        if not row.procedure_name and not row.procedure_code and row.code:
            old = known.get((row.code,))
            key = (*key, old and old["procedure_id"])
        shared = self._shared.get(key)
        if shared is None:
            shared = self._shared[key] = self._worked_out(row, old)
        return shared, self._own.of(row)

    def _worked_out(self, row: RegisterRow, old: dict[str, Any] | None) -> "Shared":
        names = self._names
        procedure = names.procedure(row) if old is None else names.by_id(old["procedure_id"])
        facts = shared_facts(row, procedure, names)
        if old is not None and not row.field_name:
            facts["field_id"] = old["field_id"]
        return Shared(procedure, facts, SET | facts)

    def fresh(self, facts: dict[str, Any], shared: "Shared") -> dict[str, Any]:
        """A new row, without what is blank: due by the catalogue's limit when no file says when."""
        received = facts.get("received_at")
        since = received or facts.get("submitted_at") or facts.get("declined_at")
        if since is None:
            raise RefusedError("received", "", _NO_ARRIVAL)
        limit = shared.procedure.limit_on(since.date())
        if limit is not None:
            facts["limit_kind"] = limit.kind.value
            facts["limit_amount"] = limit.amount
            if received is not None and "due_at" not in facts:
                facts["due_at"] = due_at(
                    received, limit, self._rules.calendar, rules=self._rules.due
                )
        place_finish(facts, facts.get("due_at"))
        row = shared.start | facts
        row["held_since"] = received
        return self._derive(row, self._rules.calendar)

    def changes(
        self, old: dict[str, Any], facts: dict[str, Any], *, runs: bool
    ) -> dict[str, tuple[Any, Any]]:
        """What the row says otherwise than the book; one that is void or bare is left alone."""
        if old["void_at"] is not None or old["data_removed_at"] is not None:
            return {}
        place_finish(facts, facts.get("due_at", old["due_at"]))
        if old["ending"] is not None:
            facts.pop("ending", None)
        if old["day_only"]:
            facts["day_only"] |= old["day_only"] & ~_stated(facts)
        news = {
            name: value for name, value in facts.items() if value is not None and value != old[name]
        }
        if runs and _stopped_by_import(old):
            news |= dict.fromkeys(_STOP)
        if not news:
            return {}
        spoken = derive_row(old | news, self._rules.calendar)
        return {
            name: (old[name], spoken[name])
            for name in _COLUMNS
            if name != "id" and old[name] != spoken[name]
        }

    def _known(self, rows: Sequence[RegisterRow]) -> dict[Key, dict[str, Any]]:
        """Dossiers of the book that *rows* may speak of: by code, else by owner and moment."""
        codes = [row.code for row in rows if row.code]
        moments = {row.received for row in rows if not row.code and row.received}
        days = {datetime.combine(moment, datetime.min.time()) for moment in moments}
        read = self._whole_rows.where
        found = read(DossierRecord.code.in_(_listed(codes))) if codes else []
        if days:
            first, last = min(days), max(days).replace(hour=23, minute=59)
            arrived = DossierRecord.arrived_at
            found += read(DossierRecord.code.is_(None), arrived.between(first, last))
        return {key_of(old["code"] or "", old["procedure_id"], old): old for old in found}

    def _set_aside(self, plan: Plan, row: RegisterRow, refused: RefusedError) -> None:
        heading = self._headings.get(refused.field) or self._headings.get("received", "")
        plan.verdicts.append(Verdict.ASIDE)
        plan.quarantined.append(
            Quarantined(
                line=row.line,
                column=heading,
                value=refused.value,
                reason=refused.reason,
                raw=row_texts(row, self._columns),
                sheet=row.sheet,
            )
        )


def _listed(codes: list[str]) -> Select[Any]:
    """*codes* as one value, so that the statement is the same for every block."""
    return select(func.json_each(json.dumps(codes)).table_valued("value").c.value)


def key_of(code: str, procedure_id: int, facts: dict[str, Any]) -> Key:
    if code:
        return (code,)
    return (procedure_id, facts.get("received_at"), facts.get("owner_name", ""))


def _stopped_by_import(old: dict[str, Any]) -> bool:
    """An import lets the clock stand from the arrival on (`NOTES`); an officer says from when."""
    arrived = old["received_at"] or old["submitted_at"]
    return old["stopped_since"] is not None and old["stopped_since"] == arrived


def _stated(facts: dict[str, Any]) -> int:
    """The day-only marks that *facts* decides anew."""
    marks = {"received_at": 1, "due_at": 2, "finished_at": 4, "returned_at": 8, "submitted_at": 16}
    return sum(bit for name, bit in marks.items() if name in facts)
