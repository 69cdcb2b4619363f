"""Procedures, their fields and papers. A dossier keeps the limit that applied when it came in."""

from datetime import date

from sqlalchemy import (
    Boolean,
    Date,
    ForeignKey,
    SmallInteger,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base


class FieldRecord(Base):
    __tablename__ = "field"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String, unique=True)


class ProcedureRecord(Base):
    __tablename__ = "procedure"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String, unique=True)
    name: Mapped[str]
    field_id: Mapped[int] = mapped_column(ForeignKey("field.id"))
    limit_kind: Mapped[str | None]
    limit_amount: Mapped[float | None]
    limit_text: Mapped[str] = mapped_column(default="")
    fee_text: Mapped[str] = mapped_column(default="")
    level_text: Mapped[str] = mapped_column(default="")
    papers: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")
    verified: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=False)
    forwards_to: Mapped[str] = mapped_column(default="", server_default=text("''"))
    """The office that decides, where the ward only passes the dossier on."""
    retired: Mapped[bool | None] = mapped_column(Boolean(create_constraint=False))


class TermsRecord(Base):
    """What a procedure's limit, fee and level are from a day on; before: the procedure's own."""

    __tablename__ = "terms"

    id: Mapped[int] = mapped_column(primary_key=True)
    procedure_id: Mapped[int] = mapped_column(ForeignKey("procedure.id"))
    valid_from: Mapped[date] = mapped_column(Date)
    limit_kind: Mapped[str | None]
    limit_amount: Mapped[float | None]
    limit_text: Mapped[str] = mapped_column(default="")
    fee_text: Mapped[str] = mapped_column(default="")
    level_text: Mapped[str] = mapped_column(default="")
    forwards_to: Mapped[str] = mapped_column(default="")
    source: Mapped[str] = mapped_column(default="")

    __table_args__ = (
        UniqueConstraint("procedure_id", "valid_from"),
        {"sqlite_autoincrement": True},
    )


class PaperRecord(Base):
    """One paper that a procedure asks for, with how many of each form."""

    __tablename__ = "paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    procedure_id: Mapped[int] = mapped_column(ForeignKey("procedure.id"), index=True)
    position: Mapped[int] = mapped_column(SmallInteger)
    name: Mapped[str]
    originals: Mapped[int] = mapped_column(SmallInteger, default=0)
    certified: Mapped[int] = mapped_column(SmallInteger, default=0)
    copies: Mapped[int] = mapped_column(SmallInteger, default=0)
    always: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=True)
    verified: Mapped[bool] = mapped_column(Boolean(create_constraint=False), default=False)
