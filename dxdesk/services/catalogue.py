"""The lists that intake and imports choose from; the starter catalogue ships as data."""

import csv
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.models import (
    DossierRecord,
    FieldRecord,
    HamletRecord,
    OfficerRecord,
    ProcedureRecord,
    UnitRecord,
)
from dxdesk.desk import Desk
from dxdesk.domain.dossier import FieldId, OfficerId, ProcedureId
from dxdesk.domain.due import Limit, LimitKind, limit_from
from dxdesk.domain.paper import Paper
from dxdesk.domain.rights import Role
from dxdesk.domain.terms import Terms, in_force
from dxdesk.domain.text import clean, folded, initials, sort_key
from dxdesk.paths import RESOURCES
from dxdesk.services.paper_lists import papers_by_procedure
from dxdesk.services.terms import dated_terms, first_terms

STARTER = RESOURCES / "catalogue" / "procedures.csv"
_LIMIT_UNITS = {
    "same_day": LimitKind.SAME_DAY,
    "working_days": LimitKind.WORKING_DAYS,
    "calendar_days": LimitKind.CALENDAR_DAYS,
    "hours": LimitKind.WORKING_HOURS,
}
_PREFIX = "Thủ tục "


@dataclass(frozen=True, slots=True)
class Procedure:
    id: ProcedureId
    code: str
    name: str
    field: str
    field_id: FieldId
    limit: Limit | None
    limit_text: str
    fee_text: str
    level_text: str
    papers: tuple[Paper, ...]
    verified: bool
    folded: str
    initials: str
    """Of the name without the word "Thủ tục": `dkks`."""
    used: int
    forwards_to: str = ""
    """The office that decides, where the ward only passes the dossier on."""
    source: str = ""
    valid_from: date | None = None
    """Since when limit, fee and level are these; None: since ever."""
    retired: bool = False
    """No longer offered at intake."""


@dataclass(frozen=True, slots=True)
class Named:
    """A field, hamlet or unit."""

    id: int
    name: str
    retired: bool = False
    """No longer offered at intake."""


@dataclass(frozen=True, slots=True)
class Officer:
    id: OfficerId
    name: str
    title: str
    active: bool
    role: Role = Role.CLERK


def procedures(desk: Desk) -> tuple[Procedure, ...]:
    """The catalogue with the terms of today, most used first."""
    uses = (
        select(DossierRecord.procedure_id, func.count().label("used"))
        .where(DossierRecord.id > select(func.max(DossierRecord.id) - 5000).scalar_subquery())
        .group_by(DossierRecord.procedure_id)
        .subquery()
    )
    statement = (
        select(ProcedureRecord, FieldRecord.name, func.coalesce(uses.c.used, 0))
        .join(FieldRecord, ProcedureRecord.field_id == FieldRecord.id)
        .outerjoin(uses, uses.c.procedure_id == ProcedureRecord.id)
    )
    with desk.reading() as session:
        papers = papers_by_procedure(session)
        dated, today = dated_terms(session), desk.now().date()
        found = [
            _procedure(
                record,
                field,
                used,
                in_force((first_terms(record), *dated.get(record.id, ())), today),
                papers.get(record.id, ()),
            )
            for record, field, used in session.execute(statement)
        ]
    return tuple(sorted(found, key=lambda p: (-p.used, sort_key(p.name))))


def _procedure(
    record: ProcedureRecord, field: str, used: int, terms: Terms, papers: tuple[Paper, ...]
) -> Procedure:
    return Procedure(
        id=ProcedureId(record.id),
        code=record.code,
        name=record.name,
        field=field,
        field_id=FieldId(record.field_id),
        limit=terms.limit,
        limit_text=terms.limit_text,
        fee_text=terms.fee_text,
        level_text=terms.level_text,
        papers=papers,
        verified=record.verified,
        folded=folded(record.name),
        initials=initials(record.name.removeprefix(_PREFIX)),
        used=used,
        forwards_to=terms.forwards_to,
        source=terms.source,
        valid_from=terms.valid_from,
        retired=bool(record.retired),
    )


def limit_of(record: ProcedureRecord | DossierRecord) -> Limit | None:
    """The limit stored in a row; None when nobody knows it."""
    if record.limit_kind is None:
        return None
    return limit_from(record.limit_kind, record.limit_amount)


def fields(desk: Desk) -> tuple[Named, ...]:
    return _named(desk, select(FieldRecord.id, FieldRecord.name))


def hamlets(desk: Desk) -> tuple[Named, ...]:
    retired = func.coalesce(HamletRecord.retired, False)
    return _named(desk, select(HamletRecord.id, HamletRecord.name, retired))


def units(desk: Desk) -> tuple[Named, ...]:
    return _named(desk, select(UnitRecord.id, UnitRecord.name))


def _named(desk: Desk, statement: Select[*tuple[Any, ...]]) -> tuple[Named, ...]:
    with desk.reading() as session:
        found = [Named(*row) for row in session.execute(statement)]
    return tuple(sorted(found, key=lambda one: sort_key(one.name)))


def officers(desk: Desk) -> tuple[Officer, ...]:
    with desk.reading() as session:
        return tuple(
            Officer(OfficerId(r.id), r.name, r.title, r.active, r.role or Role.CLERK)
            for r in session.scalars(select(OfficerRecord).order_by(OfficerRecord.id))
        )


def add_starter(session: Session) -> None:
    """Fill a new database with the shipped catalogue (resources/catalogue/README.md)."""
    ids: dict[str, int] = {}
    with STARTER.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            field = clean(row["field"])
            if field not in ids:
                record = FieldRecord(name=field)
                session.add(record)
                session.flush()
                ids[field] = record.id
            session.add(_starter(row, ids[field]))
    session.flush()


def _starter(row: dict[str, str], field_id: int) -> ProcedureRecord:
    kind = _LIMIT_UNITS.get(row["limit_unit"])
    return ProcedureRecord(
        code=row["code"],
        name=clean(row["name"]),
        field_id=field_id,
        limit_kind=None if kind is None else kind.value,
        limit_amount=None if kind is None else float(row["limit_value"]),
        limit_text=clean(row["limit_text"]),
        fee_text=clean(row["fee"]),
        level_text=clean(row["online_level"]),
        papers=clean(row["papers"]),
        source=clean(row["source"]),
        verified=row["certainty_code"] == "found" and row["certainty_limit"].startswith("found"),
    )


def unit_named(session: Session, name: str) -> int:
    """Id of the receiving office *name*, added when new."""
    found = session.scalar(select(UnitRecord.id).where(UnitRecord.name == name))
    if found is not None:
        return found
    record = UnitRecord(name=name)
    session.add(record)
    session.flush()
    return record.id
