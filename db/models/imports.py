"""What imports keep: how sources are to be read, and rows that wait to be mended."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.types import Moment


class SourceRecord(Base):
    """What an officer said about the columns of one source."""

    __tablename__ = "source"

    id: Mapped[int] = mapped_column(primary_key=True)
    headings: Mapped[str] = mapped_column(String, unique=True)
    """Its headings in one text, by which it is known again."""
    columns: Mapped[str]
    """[heading, field] of each column as JSON."""


class WaitingRowRecord(Base):
    """A row that an import left out, with the texts that the file had."""

    __tablename__ = "waiting_row"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
    file: Mapped[str]
    sheet: Mapped[str]
    line: Mapped[int]
    column: Mapped[str]
    value: Mapped[str]
    reason: Mapped[str]
    columns: Mapped[str]
    """[heading, field] of each column as JSON."""
    texts: Mapped[str]
    """Its cells as JSON."""
