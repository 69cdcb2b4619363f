"""How long dossiers keep their personal data, which ones longer, what left the log."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import Moment


class RetentionTermRecord(Base):
    """The term that the ward set for one procedure, one field, or (neither) for all others."""

    __tablename__ = "retention_term"

    id: Mapped[int] = mapped_column(primary_key=True)
    procedure_id: Mapped[int | None] = mapped_column(ForeignKey("procedure.id"))
    field_id: Mapped[int | None] = mapped_column(ForeignKey("field.id"))
    years: Mapped[int | None]
    """None: for ever."""
    document: Mapped[str]
    """Number and name of the document that says so."""
    decided_on: Mapped[date] = mapped_column(Date)

    __table_args__ = (
        UniqueConstraint("procedure_id", "field_id"),
        {"sqlite_autoincrement": True},
    )


class HoldRecord(Base):
    """A dossier that keeps its data past its term: a complaint, a lawsuit, an inspection."""

    __tablename__ = "hold"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), unique=True)
    reason: Mapped[str]
    held_at: Mapped[datetime] = mapped_column(Moment)


class RedactionRecord(Base):
    """One name or payload of the log from which personal data was taken (`db.redaction`).

    Not part of the action log: the seal of its action covers it.
    """

    __tablename__ = "redaction"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    change_id: Mapped[int | None] = mapped_column(ForeignKey("change.id"), index=True)
    named_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"), index=True)
    before: Mapped[bytes] = mapped_column(LargeBinary)
    """SHA-256 of what stood there."""
    after: Mapped[bytes] = mapped_column(LargeBinary)
    """SHA-256 of what stands there now."""
