"""The ward itself: people, places, settings, days that differ."""

from datetime import date

from sqlalchemy import Boolean, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base


class OfficerRecord(Base):
    __tablename__ = "officer"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String, unique=True)
    title: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=True)


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
