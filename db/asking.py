"""Plain SQL over the driver's own connection.

SQLAlchemy takes half a second to import, and ten times as long as the driver for a small answer:
what must be there before it, and what every save asks, is asked here.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from db.driver import Connection, faults, opened
from db.trouble import storage_error
from dxdesk.domain.key import Key

if TYPE_CHECKING:
    import sqlalchemy

_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -32768",
    "PRAGMA temp_store = MEMORY",
)


class Ask(Protocol):
    """All rows of one statement in plain SQL, as the file keeps them."""

    def __call__(
        self, statement: str, values: Mapping[str, Any] | Sequence[Any] = (), /
    ) -> list[tuple[Any, ...]]: ...


def set_up(connection: Connection) -> None:
    # The driver's own transactions leave half of a failed migration behind; ours are explicit.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)


@contextmanager
def asking(path: Path, key: Key | None) -> Iterator[Ask]:
    """Questions to one consistent view of the file; StorageError when it cannot be read."""
    try:
        with closing(opened(path, key)) as connection:
            set_up(connection)
            connection.execute("BEGIN")
            yield lambda statement, values=(): connection.execute(statement, values).fetchall()
    except faults() as error:
        raise storage_error(error, path) or error from error


def asked(connection: "sqlalchemy.Connection") -> Ask:
    """Questions within a transaction of SQLAlchemy's, whose errors they raise."""
    raw: Any = connection.connection.driver_connection

    def ask(statement: str, values: Mapping[str, Any] | Sequence[Any] = ()) -> Any:
        try:
            return raw.execute(statement, values).fetchall()
        except faults() as error:
            raise _told(connection, statement, error) from error

    return ask


def _told(connection: "sqlalchemy.Connection", statement: str, error: BaseException) -> Exception:
    """As the engine tells its own errors."""
    from sqlalchemy.exc import DBAPIError

    if isinstance(error, MemoryError):
        connection.invalidate(error)  # no later read of this connection would do
    place, dialect = connection.engine.url.database, connection.dialect
    told = storage_error(error, Path(place) if place else None) or DBAPIError.instance(
        statement, None, error, dialect.loaded_dbapi.Error, hide_parameters=True, dialect=dialect
    )
    return told if isinstance(told, Exception) else RuntimeError(statement)
