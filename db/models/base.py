from typing import Any

from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Rows of the file. They never leave a transaction; values do."""

    metadata = MetaData(naming_convention=NAMES)
    # Ids are never used again: the action log knows rows by them.
    __table_args__: Any = {"sqlite_autoincrement": True}
