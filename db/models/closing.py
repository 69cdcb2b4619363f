"""Closed periods (figures.md R20). Rows are only ever added: the file refuses anything else."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, LargeBinary, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import Moment


class ClosingRecord(Base):
    """One report of one period as it was closed: who, when, by which rules, over which data."""

    __tablename__ = "closing"

    id: Mapped[int] = mapped_column(primary_key=True)
    report: Mapped[str]
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    period_kind: Mapped[str]
    cut_off: Mapped[str]
    cut_day: Mapped[int] = mapped_column(SmallInteger)
    as_of: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime] = mapped_column(Moment)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    last_action: Mapped[int]
    """The newest action that the figures know of."""
    rules: Mapped[str]
    """The definitions and the office as they were, as JSON."""
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("closing.id"), unique=True)
    """The closing that this one corrects."""
    reason: Mapped[str]
    digest: Mapped[str]
    """SHA-256 over the files, so that a damaged one is never printed as the closed one."""


class ClosedFileRecord(Base):
    """What was closed, compressed: the figures with their dossiers, and each printed file.

    Not part of the action log, which would keep it a second time; the closing's digest vouches
    for it.
    """

    __tablename__ = "closed_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    closing_id: Mapped[int] = mapped_column(ForeignKey("closing.id"))
    name: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (UniqueConstraint("closing_id", "name"), {"sqlite_autoincrement": True})
