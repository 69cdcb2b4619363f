"""Indicators of digital transformation: what is measured, targets by year, values by period."""

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.attachment import KeptFile
from db.models.base import Base


class IndicatorRecord(Base):
    __tablename__ = "indicator"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    set_key: Mapped[str]
    """The set that it was taken from, with its version; empty: the ward's own."""
    name: Mapped[str]
    pillar: Mapped[str]
    unit: Mapped[str]
    numerator: Mapped[str]
    base: Mapped[str]
    direction: Mapped[str]
    source: Mapped[str]
    frequency: Mapped[str]
    owner: Mapped[str]
    part: Mapped[str]
    computed: Mapped[str]
    measure: Mapped[str]
    formula: Mapped[str]
    """As JSON; empty without one."""
    retired: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=False)


class TargetRecord(Base):
    """What shall be reached by the end of a year; the base as it was then."""

    __tablename__ = "target"

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"))
    year: Mapped[int] = mapped_column(SmallInteger)
    level: Mapped[str]
    """An exact fraction: `4/5`."""
    base: Mapped[str]
    source: Mapped[str]

    __table_args__ = (
        UniqueConstraint("indicator_id", "year"),
        {"sqlite_autoincrement": True},
    )


class ValueRecord(Base):
    """The value of one period, of the whole ward or of one hamlet; the base as it was then."""

    __tablename__ = "indicator_value"

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"))
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    period_kind: Mapped[str]
    hamlet_id: Mapped[int | None] = mapped_column(ForeignKey("hamlet.id"))
    numerator: Mapped[int | None]
    denominator: Mapped[int | None]
    stated: Mapped[str]
    """An exact fraction; empty when only counts were given."""
    bound: Mapped[str]
    base: Mapped[str]
    base_at: Mapped[date | None] = mapped_column(Date)
    document: Mapped[str]
    document_date: Mapped[date | None] = mapped_column(Date)
    issuer: Mapped[str]
    note: Mapped[str]

    __table_args__ = (
        UniqueConstraint("indicator_id", "first", "last", "hamlet_id"),
        {"sqlite_autoincrement": True},
    )


class EvidenceRecord(KeptFile, Base):
    """A file that shows a value."""

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(primary_key=True)
    value_id: Mapped[int] = mapped_column(ForeignKey("indicator_value.id"), index=True)


class RemarkRecord(Base):
    """What the report of one period says in the ward's own words: difficulties, next steps."""

    __tablename__ = "remark"

    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    topic: Mapped[str]
    text: Mapped[str]

    __table_args__ = (
        UniqueConstraint("first", "last", "topic"),
        {"sqlite_autoincrement": True},
    )
