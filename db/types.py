"""Column types: how the program's values are kept in the file."""

from datetime import datetime
from enum import IntEnum
from typing import Any, TypeVar

from sqlalchemy import Dialect, Integer, SmallInteger, TypeDecorator

from db.moments import minutes_of, moment_of

E = TypeVar("E", bound=IntEnum)


class Moment(TypeDecorator[datetime]):
    """Local civil time to the minute, kept as whole minutes: short, sortable, exact."""

    impl = Integer
    cache_ok = True
    raw = staticmethod(minutes_of)
    """A value that is not None, as the file keeps it."""

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else minutes_of(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else moment_of(value)


class Code(TypeDecorator[E]):
    """An IntEnum kept as its number."""

    impl = SmallInteger
    cache_ok = True
    raw = staticmethod(int)

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: E | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else int(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> E | None:  # noqa: ARG002 - SQLAlchemy's signature
        return None if value is None else self.kind(value)
