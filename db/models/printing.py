"""What was printed about dossiers, and what waits for a printer."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import Moment


class PrintRecord(Base):
    """One slip that was printed about one dossier; each further one is a reprint."""

    __tablename__ = "print"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    form: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    copies: Mapped[int] = mapped_column(SmallInteger)


class QueuedPrintRecord(Base):
    """A PDF that waits until there is a printer.

    Not part of the action log: nothing in it was done yet, and what is deleted must be gone,
    because it is full of personal data. For the same reason it is no file beside the database.
    """

    __tablename__ = "queued_print"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    title: Mapped[str]
    sheets: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
