"""What is shown beside an entry but never typed: states, sums, ages."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from db.models import CampaignDayRecord, TeamActivityRecord, TeamMemberRecord
from dxdesk.desk import Desk
from dxdesk.domain.duty import state_of
from dxdesk.services import settings

Notes = dict[int, Mapping[str, str]]


def notes(desk: Desk, session: Session, key: str, records: Sequence[Any]) -> Notes:
    """By id, the texts of the ledger's derived columns."""
    made = _MADE.get(key)
    return {} if made is None or not records else made(desk, session, records)


def _states(desk: Desk, session: Session, records: Sequence[Any]) -> Notes:
    calendar, today = settings.rules(desk, session).calendar, desk.now().date()
    return {
        one.id: {"state": state_of(one.due_on, one.done_on, today=today, calendar=calendar).label}
        for one in records
    }


def _teams(desk: Desk, session: Session, records: Sequence[Any]) -> Notes:
    today = desk.now().date()
    there = or_(TeamMemberRecord.until.is_(None), TeamMemberRecord.until >= today)
    counted = select(TeamMemberRecord.team_id, func.count()).where(there)
    members = _pairs(session, counted.group_by(TeamMemberRecord.team_id))
    last = select(TeamActivityRecord.team_id, func.max(TeamActivityRecord.day))
    days = _pairs(session, last.group_by(TeamActivityRecord.team_id))
    return {
        one.id: {
            "members": str(members.get(one.id, 0)),
            "last": f"{days[one.id]:%d/%m/%Y}" if one.id in days else "Chưa có",
        }
        for one in records
    }


def _campaigns(_desk: Desk, session: Session, records: Sequence[Any]) -> Notes:
    """The sum of the days that have a number; nothing without any."""
    summed = select(CampaignDayRecord.campaign_id, func.sum(CampaignDayRecord.guided))
    found = _pairs(session, summed.group_by(CampaignDayRecord.campaign_id))
    return {
        one.id: {"guided": "—" if found.get(one.id) is None else str(found[one.id])}
        for one in records
    }


def _devices(desk: Desk, _session: Session, records: Sequence[Any]) -> Notes:
    year = desk.now().year
    return {
        one.id: {"age": "" if one.first_year is None else str(max(year - one.first_year, 0))}
        for one in records
    }


def _pairs(session: Session, statement: Any) -> dict[int, Any]:
    return {row[0]: row[1] for row in session.execute(statement)}


_MADE: Mapping[str, Callable[[Desk, Session, Sequence[Any]], Notes]] = {
    "teams": _teams,
    "duties": _states,
    "documents": _states,
    "campaigns": _campaigns,
    "devices": _devices,
}
