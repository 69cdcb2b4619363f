"""Community digital teams and the steering committee: one table a ledger.

Columns are the ledger's fields (dxdesk/domain/ledgers). Texts are never NULL; numbers and days
are: what is not known is not zero.
"""

from datetime import date

from sqlalchemy import Date, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base


class TeamRecord(Base):
    __tablename__ = "team"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    hamlet_id: Mapped[int | None] = mapped_column(ForeignKey("hamlet.id"), index=True)
    decision: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(default="")


class TeamMemberRecord(Base):
    __tablename__ = "team_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    trained_on: Mapped[date | None] = mapped_column(Date)
    training: Mapped[str] = mapped_column(default="")
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(default="")


class TeamActivityRecord(Base):
    __tablename__ = "team_activity"

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), index=True)
    guided: Mapped[int | None]
    day: Mapped[date] = mapped_column(Date, index=True)
    form: Mapped[str] = mapped_column(default="")
    topic: Mapped[str] = mapped_column(default="")
    service: Mapped[str] = mapped_column(default="")
    households: Mapped[int | None]
    place: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class TeamReturnRecord(Base):
    __tablename__ = "team_return"

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), index=True)
    year: Mapped[int]
    month: Mapped[int]
    sessions: Mapped[int | None]
    guided: Mapped[int | None]
    households: Mapped[int | None]
    difficulty: Mapped[str] = mapped_column(default="")
    returned_on: Mapped[date | None] = mapped_column(Date)


class MeetingRecord(Base):
    __tablename__ = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(Date)
    title: Mapped[str] = mapped_column(default="")
    chair: Mapped[str] = mapped_column(default="")
    present: Mapped[int | None]
    document: Mapped[str] = mapped_column(default="")
    conclusions: Mapped[str] = mapped_column(default="")


class DutyRecord(Base):
    __tablename__ = "duty"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(default="")
    lead: Mapped[str] = mapped_column(default="")
    partners: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date] = mapped_column(Date)
    due_on: Mapped[date | None] = mapped_column(Date)
    working_days: Mapped[int | None]
    product: Mapped[str] = mapped_column(default="")
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    source: Mapped[str] = mapped_column(default="")
    progress: Mapped[str] = mapped_column(default="")
    done_on: Mapped[date | None] = mapped_column(Date)
    evidence: Mapped[str] = mapped_column(default="")


class CommitteeMemberRecord(Base):
    __tablename__ = "committee_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    position: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    decision: Mapped[str] = mapped_column(default="")
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    phone: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
