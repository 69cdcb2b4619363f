"""The action log: who did what, with old and new values. Rows are only ever added.

Only the removal of personal data changes any of them (`db.redaction`).
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.action_kind import ActionKind
from db.models.base import Base
from db.types import Code, Moment


class ActionRecord(Base):
    __tablename__ = "action"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    name: Mapped[str]
    kind: Mapped[ActionKind] = mapped_column(Code(ActionKind), default=ActionKind.DO)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("action.id"), unique=True)
    """The action that this one took back (an undo), or the undo that it took back (a redo)."""


class ChangeRecord(Base):
    """What an action did to a block of rows of one table; `db.payload` gives the format."""

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(ForeignKey("action.id"), index=True)
    table_name: Mapped[str]
    first_id: Mapped[int]
    last_id: Mapped[int]
    payload: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (
        Index("ix_change_row", "table_name", "first_id"),
        {"sqlite_autoincrement": True},
    )


class SealRecord(Base):
    """One link of the log's chain; `db.seals` gives the format. Its id is the action's."""

    __tablename__ = "seal"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[bytes] = mapped_column(LargeBinary)
    earlier: Mapped[bytes | None] = mapped_column(LargeBinary)
    """What it was before schema 0014, which may stand on paper."""
