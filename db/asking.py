"""Plain SQL over the driver's own connection.

The engine's connections are set up alike (`db.sessions`). What must be there before SQLAlchemy,
which takes half a second to import, is asked here.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

from db.driver import Connection, faults, opened
from db.trouble import storage_error
from dxdesk.domain.key import Key

_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -65536",
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
