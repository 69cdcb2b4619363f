"""Half-typed forms, kept for their officer until they are saved or thrown away."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import Moment


class UnsavedFormRecord(Base):
    """What stood in one form of one officer.

    Not part of the action log: nothing in it was done yet, and it is written every few seconds.
    """

    __tablename__ = "unsaved_form"

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    form: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)
    values: Mapped[str]
    """Texts by field as JSON."""

    __table_args__ = (
        UniqueConstraint("officer_id", "form"),
        {"sqlite_autoincrement": True},
    )
