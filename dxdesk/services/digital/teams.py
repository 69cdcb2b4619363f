"""Coverage, activity and idleness of the community digital teams."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from db.models import HamletRecord, TeamActivityRecord, TeamMemberRecord, TeamRecord
from dxdesk.desk import Desk
from dxdesk.domain.digital import Coverage, TeamCounts
from dxdesk.domain.period import Period
from dxdesk.domain.text import place_key

IDLE_DAYS = 60
"""Without an activity for so long a team is called idle ("tránh hình thức")."""


def counts(desk: Desk, period: Period) -> TeamCounts:
    """Teams and members as of the period's last day, activities within it."""
    with desk.reading() as session:
        within = TeamActivityRecord.day.between(period.first, period.last)
        teams = standing(session, period.last)
        active = set(session.scalars(select(TeamActivityRecord.team_id).where(within).distinct()))
        done, guided, households, counted = session.execute(
            select(
                func.count(),
                func.sum(TeamActivityRecord.guided),
                func.sum(TeamActivityRecord.households),
                func.count(TeamActivityRecord.guided),
            ).where(within)
        ).one()
        there = is_member(period.last)
        return TeamCounts(
            teams=len(teams),
            members=session.scalar(select(func.count()).where(there)) or 0,
            trained=session.scalar(
                select(func.count()).where(there, TeamMemberRecord.trained_on <= period.last)
            )
            or 0,
            coverage=_coverage(session, period.last),
            activities=done,
            guided=guided,
            households=households,
            uncounted=done - counted,
            inactive=_sorted(name for key, name in teams.items() if key not in active),
        )


def coverage(desk: Desk, day: date | None = None) -> Coverage:
    with desk.reading() as session:
        return _coverage(session, day or desk.now().date())


def hamlets_covered(desk: Desk, day: date) -> tuple[tuple[str, bool], ...]:
    """Every hamlet in use, and whether it had a team on *day*."""
    with desk.reading() as session:
        return _covered(session, day)


def members(desk: Desk, day: date) -> tuple[tuple[str, str], ...]:
    """Team and name of everybody who was a member on *day*."""
    statement = _named_members(day)
    with desk.reading() as session:
        return _by_name((row[0], row[1]) for row in session.execute(statement))


def idle(desk: Desk, *, days: int = IDLE_DAYS) -> tuple[str, ...]:
    """Teams of today that did nothing in the last *days* days."""
    today = desk.now().date()
    return counts(desk, Period(today - timedelta(days=days - 1), today)).inactive


def untrained(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Team and name of today's members who were never trained."""
    never = TeamMemberRecord.trained_on.is_(None)
    statement = _named_members(desk.now().date()).where(never)
    with desk.reading() as session:
        return _by_name((row[0], row[1]) for row in session.execute(statement))


def _named_members(day: date) -> Select[str, str]:
    return (
        select(TeamRecord.name, TeamMemberRecord.name)
        .join(TeamMemberRecord, TeamMemberRecord.team_id == TeamRecord.id)
        .where(is_member(day))
    )


def _by_name(found: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(found, key=lambda one: (place_key(one[0]), place_key(one[1]))))


def by_hamlet(desk: Desk, period: Period) -> tuple[tuple[str, int, int | None], ...]:
    """Each hamlet with its team's activities and persons guided in *period*.

    Meant to stand beside an indicator of the hamlet: at the same time as, never because of.
    """
    joined = and_(
        TeamActivityRecord.team_id == TeamRecord.id,
        TeamActivityRecord.day.between(period.first, period.last),
    )
    statement = (
        select(
            HamletRecord.name,
            func.count(TeamActivityRecord.id),
            func.sum(TeamActivityRecord.guided),
        )
        .outerjoin(TeamRecord, TeamRecord.hamlet_id == HamletRecord.id)
        .outerjoin(TeamActivityRecord, joined)
        .where(HamletRecord.retired.is_(None))
        .group_by(HamletRecord.id)
    )
    with desk.reading() as session:
        found = [(row[0], row[1], row[2]) for row in session.execute(statement)]
    return tuple(sorted(found, key=lambda one: place_key(one[0])))


def standing(session: Session, day: date) -> dict[int, str]:
    """Names by id of the teams that exist on *day*."""
    found = session.execute(select(TeamRecord.id, TeamRecord.name).where(_standing(day)))
    return {row[0]: row[1] for row in found}


def _standing(day: date) -> ColumnElement[bool]:
    """Teams that exist on *day*; without a day of decision they always did."""
    begun = or_(TeamRecord.decided_on.is_(None), TeamRecord.decided_on <= day)
    return and_(begun, or_(TeamRecord.ended_on.is_(None), TeamRecord.ended_on > day))


def is_member(day: date) -> ColumnElement[bool]:
    begun = or_(TeamMemberRecord.since.is_(None), TeamMemberRecord.since <= day)
    there = or_(TeamMemberRecord.until.is_(None), TeamMemberRecord.until >= day)
    of_team = TeamMemberRecord.team_id.in_(select(TeamRecord.id).where(_standing(day)))
    return and_(begun, there, of_team)


def _coverage(session: Session, day: date) -> Coverage:
    found = _covered(session, day)
    without = tuple(name for name, there in found if not there)
    return Coverage(len(found), len(found) - len(without), without)


def _covered(session: Session, day: date) -> tuple[tuple[str, bool], ...]:
    having = select(TeamRecord.hamlet_id).where(_standing(day), TeamRecord.hamlet_id.is_not(None))
    covered = set(session.scalars(having))
    hamlets = session.execute(
        select(HamletRecord.id, HamletRecord.name).where(HamletRecord.retired.is_(None))
    )
    found = ((row[1], row[0] in covered) for row in hamlets)
    return tuple(sorted(found, key=lambda one: place_key(one[0])))


def _sorted(names: Any) -> tuple[str, ...]:
    return tuple(sorted(names, key=place_key))
