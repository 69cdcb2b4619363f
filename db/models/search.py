"""Searches that officers keep, and how each looks at a list."""

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base


class SavedSearchRecord(Base):
    """One named search of one officer."""

    __tablename__ = "saved_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    name: Mapped[str]
    query: Mapped[str]
    """`dxdesk.domain.query_text` as JSON."""

    __table_args__ = (
        UniqueConstraint("officer_id", "name"),
        {"sqlite_autoincrement": True},
    )


class ListViewRecord(Base):
    """Columns of one list as one officer wants them.

    Not part of the action log: it changes with every drag of a heading, and nothing was done.
    """

    __tablename__ = "list_view"

    id: Mapped[int] = mapped_column(primary_key=True)
    officer_id: Mapped[int] = mapped_column(ForeignKey("officer.id"))
    list: Mapped[str]
    columns: Mapped[str]
    """`[[key, width], …]` as JSON, in order; width 0: as wide as the program likes."""

    __table_args__ = (
        UniqueConstraint("officer_id", "list"),
        {"sqlite_autoincrement": True},
    )
