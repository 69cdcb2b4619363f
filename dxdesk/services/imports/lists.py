"""Importing lists of the office: procedures, officers, hamlets; one file, one action, one undo."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import HamletRecord, OfficerRecord
from dxdesk.desk import Desk
from dxdesk.domain.rights import Right
from dxdesk.domain.text import folded
from dxdesk.exchange.lists import ListRow, ListTable, read_list
from dxdesk.exchange.source import Source
from dxdesk.services.imports.list_steps import Plan, Step
from dxdesk.services.imports.names import RefusedError
from dxdesk.services.imports.procedure_list import plan_procedures
from dxdesk.services.imports.verdict import Verdict

LONGEST = 2000


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One row of the list: what becomes of it, and which values change, or why it stays out."""

    line: int
    verdict: Verdict
    code: str
    name: str
    remark: str


@dataclass(frozen=True, slots=True)
class ListImport:
    file: str
    kind: str
    kind_name: str
    entries: tuple[ListEntry, ...]
    unused: tuple[str, ...]

    def count(self, verdict: Verdict) -> int:
        return sum(one.verdict is verdict for one in self.entries)

    @property
    def todo(self) -> int:
        return self.count(Verdict.NEW) + self.count(Verdict.CHANGED)


def preview_list(desk: Desk, source: Source) -> ListImport | None:
    """What importing the list in *source* would do; None when it is no list of the office."""
    table = read_list(source)
    if table is None:
        return None
    with desk.reading() as session:
        steps = _steps(session, table)
    return _result(table, steps)


RIGHT_OF_LIST = {
    "procedures": Right.OFFICE,
    "hamlets": Right.OFFICE,
    "officers": Right.PEOPLE,
}


def import_list(desk: Desk, source: Source) -> ListImport | None:
    """Import the list in *source* as one action; rows that cannot be taken stay out."""
    table = read_list(source)
    if table is None:
        return None
    found = preview_list(desk, source)
    if found is None or not found.todo:
        return found
    name = f"Nhập {table.kind.name.lower()} “{table.file}” ({len(table.rows)} dòng)"
    with desk.act(name, right=RIGHT_OF_LIST[table.kind.key]) as session:
        steps = _steps(session, table)
        for step in steps:
            step.write(session)
    return _result(table, steps)


def _steps(session: Session, table: ListTable) -> list[Step]:
    plan = _PLANS[table.kind.key](session)
    seen: dict[str, int] = {}
    return [_step(plan, row, seen) for row in table.rows]


def _step(plan: Plan, row: ListRow, seen: dict[str, int]) -> Step:
    name = row.values.get("code") or row.values.get("name", "")
    if any(len(text) > LONGEST for text in row.values.values()):
        return Step(Verdict.ASIDE, f"Có ô dài quá {LONGEST} chữ; hãy viết gọn lại.")
    first = seen.setdefault(folded(name), row.line)
    if first != row.line:
        return Step(Verdict.ASIDE, f"Trùng với dòng {first}.")
    try:
        return plan(row)
    except RefusedError as refused:
        return Step(Verdict.ASIDE, refused.reason)


def _officers(session: Session) -> Plan:
    titles = {one.name: one.title for one in session.scalars(select(OfficerRecord))}

    def plan(row: ListRow) -> Step:
        name, title = _named(row), row.values.get("title", "")
        if name not in titles:
            return Step(Verdict.NEW, write=lambda s: s.add(OfficerRecord(name=name, title=title)))
        if not title or title == titles[name]:
            return Step(Verdict.SAME)
        told = f"chức danh: {titles[name] or '—'} → {title}"
        return Step(Verdict.CHANGED, told, lambda s: _retitle(s, name, title))

    return plan


def _retitle(session: Session, name: str, title: str) -> None:
    session.scalars(select(OfficerRecord).where(OfficerRecord.name == name)).one().title = title


def _hamlets(session: Session) -> Plan:
    known = {folded(name) for name in session.scalars(select(HamletRecord.name))}

    def plan(row: ListRow) -> Step:
        name = _named(row)
        if folded(name) in known:
            return Step(Verdict.SAME)
        return Step(Verdict.NEW, write=lambda s: s.add(HamletRecord(name=name)))

    return plan


def _named(row: ListRow) -> str:
    name = row.values.get("name", "")
    if not name:
        raise RefusedError("name", "", "Dòng này không có tên.")
    return name


_PLANS = {"procedures": plan_procedures, "officers": _officers, "hamlets": _hamlets}


def _result(table: ListTable, steps: Sequence[Step]) -> ListImport:
    entries = tuple(
        ListEntry(
            row.line,
            step.verdict,
            row.values.get("code", ""),
            row.values.get("name", ""),
            step.remark,
        )
        for row, step in zip(table.rows, steps, strict=True)
    )
    return ListImport(table.file, table.kind.key, table.kind.name, entries, table.unused)
