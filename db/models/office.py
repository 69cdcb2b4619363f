"""The ward itself: people, places, settings, days that differ."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import Code
from dxdesk.domain.rights import Role


class OfficerRecord(Base):
    __tablename__ = "officer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String, unique=True)
    title: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=True)
    role: Mapped[Role | None] = mapped_column(Code(Role))
    """None: nobody chose, which is a clerk."""


class SecretRecord(Base):
    """What vouches for an officer: a password or PIN, never as it was typed.

    Not part of the action log, which keeps its rows for ever: that one was set is logged.
    """

    __tablename__ = "secret"

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("officer.id"), unique=True)
    """None: the ward's recovery code."""
    digest: Mapped[str]
    failures: Mapped[int]
    """Wrong tries since the last right one."""
    failed_at: Mapped[int]
    """Seconds since 2000, civil time: when the last of them was."""


class HamletRecord(Base):
    __tablename__ = "hamlet"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String, unique=True)
    retired: Mapped[bool | None] = mapped_column(Boolean(create_constraint=False))


class UnitRecord(Base):
    """An office that receives dossiers."""

    __tablename__ = "unit"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String, unique=True)


class SettingRecord(Base):
    """One setting of the office as JSON text."""

    __tablename__ = "setting"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String, unique=True)
    value: Mapped[str] = mapped_column(String)


class DayRecord(Base):
    """A day of the ward's own that differs from the week's timetable (R1)."""

    __tablename__ = "day"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(Date, unique=True)
    kind: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    like_weekday: Mapped[int | None]
    sessions: Mapped[str] = mapped_column(default="")
