"""Fees, online payment, digitisation and satisfaction over any period and group."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FieldRecord, ProcedureRecord
from db.service_figures import service_figures, service_members
from dxdesk.desk import Desk
from dxdesk.domain.closing import Member
from dxdesk.domain.period import Period
from dxdesk.domain.query import CountFilter
from dxdesk.domain.service import ServiceFigures, ServiceGroup, ServiceStatistics, is_free
from dxdesk.domain.terms import in_force
from dxdesk.domain.text import sort_key
from dxdesk.services.settings import rules
from dxdesk.services.statistics import last_action
from dxdesk.services.terms import dated_terms, first_terms


def service_statistics(
    desk: Desk, period: Period, *, by: str = "field", as_of: datetime | None = None
) -> ServiceStatistics:
    """The figures of *period*, groups in Vietnamese order."""
    with desk.reading() as session:
        asked = _asked(desk, session, period, as_of)
        free = free_procedures(session, period.last)
        found = service_figures(session, asked, by=by, free=free)
        fields = _fields(session) if by == "procedure" else {}
        last, at = last_action(session)
    groups = [
        ServiceGroup(key, name, figures, fields.get(key, ""))
        for (key, name), figures in found.items()
    ]
    return ServiceStatistics(
        period=period,
        as_of=asked.as_of,
        by=by,
        groups=tuple(sorted(groups, key=lambda group: (sort_key(group.name), group.key))),
        total=sum(found.values(), ServiceFigures()),
        last_action=last,
        taken_at=at,
    )


def behind_services(
    desk: Desk, period: Period, *, by: str = "field", as_of: datetime | None = None
) -> tuple[Member, ...]:
    """Every dossier that `service_statistics` counts, with the numbers that count it."""
    with desk.reading() as session:
        asked = _asked(desk, session, period, as_of)
        free = free_procedures(session, period.last)
        return tuple(service_members(session, asked, by=by, free=free))


def _asked(desk: Desk, session: Session, period: Period, as_of: datetime | None) -> CountFilter:
    rule = rules(desk, session).office.early_rule
    return CountFilter("received", period, period.as_of(as_of or desk.now()), rule)


def free_procedures(session: Session, on: date) -> Sequence[int]:
    """Ids of the procedures that ask no fee on that day."""
    dated = dated_terms(session)
    return [
        record.id
        for record in session.scalars(select(ProcedureRecord))
        if is_free(in_force((first_terms(record), *dated.get(record.id, ())), on).fee_text)
    ]


def _fields(session: Session) -> dict[str, str]:
    statement = select(ProcedureRecord.code, FieldRecord.name).join(
        FieldRecord, ProcedureRecord.field_id == FieldRecord.id
    )
    return {row.code: row.name for row in session.execute(statement)}
