"""Outreach: events, campaigns with their days, chat groups, pilots; columns as in `teams`."""

from datetime import date

from sqlalchemy import Date, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base


class CampaignRecord(Base):
    __tablename__ = "campaign"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    first_on: Mapped[date] = mapped_column(Date)
    last_on: Mapped[date] = mapped_column(Date)
    goal: Mapped[str] = mapped_column(default="")
    target: Mapped[int | None]
    lead: Mapped[str] = mapped_column(default="")
    document: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")


class OutreachEventRecord(Base):
    __tablename__ = "outreach_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(Date, index=True)
    form: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    reach: Mapped[int | None]
    times: Mapped[int | None]
    hamlet_id: Mapped[int | None] = mapped_column(ForeignKey("hamlet.id"), index=True)
    campaign_id: Mapped[int | None] = mapped_column(ForeignKey("campaign.id"), index=True)
    place: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class CampaignDayRecord(Base):
    __tablename__ = "campaign_day"

    id: Mapped[int] = mapped_column(primary_key=True)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id"), index=True)
    day: Mapped[date] = mapped_column(Date, index=True)
    volunteers: Mapped[int | None]
    guided: Mapped[int | None]
    installed: Mapped[int | None]
    signatures: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class ChatGroupRecord(Base):
    __tablename__ = "chat_group"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    hamlet_id: Mapped[int | None] = mapped_column(ForeignKey("hamlet.id"), index=True)
    purpose: Mapped[str] = mapped_column(default="")
    members: Mapped[int | None]
    counted_on: Mapped[date | None] = mapped_column(Date)
    keeper: Mapped[str] = mapped_column(default="")
    opened_on: Mapped[date | None] = mapped_column(Date)
    closed_on: Mapped[date | None] = mapped_column(Date)


class PilotRecord(Base):
    __tablename__ = "pilot"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(default="")
    first_on: Mapped[date | None] = mapped_column(Date)
    last_on: Mapped[date | None] = mapped_column(Date)
    document: Mapped[str] = mapped_column(default="")
    goals: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
