"""One SQLite file: how it is opened, read and written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    ExceptionContext,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.orm import Session

from db.actions import action_of, begin_action
from db.driver import cipher, opened
from db.models import ActionKind
from db.seals import seal
from db.trouble import storage_error
from dxdesk.domain.key import Key, Keys

_PRAGMAS = (
    "PRAGMA busy_timeout = 10000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
)
_WRITES = "dxdesk_writes"


@dataclass(frozen=True)
class Database:
    """The way to the rows; every session is one transaction."""

    engine: Engine
    path: Path | None
    key: Key | None = field(default=None, repr=False)
    """Of an encrypted file."""

    @property
    def keys(self) -> Keys:
        """For the copies that were made of this file."""
        return () if self.key is None else (self.key,)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A consistent view of the rows; nothing is written."""
        with Session(self.engine) as session:
            yield session

    @contextmanager
    def action(
        self,
        name: str,
        *,
        officer_id: int,
        at: datetime,
        kind: ActionKind = ActionKind.DO,
        undoes_id: int | None = None,
        deferred: bool = False,
    ) -> Iterator[Session]:
        """One named action: all of it is committed on leaving, none of it on an error.

        *deferred*: references are checked at the end only (the first officer's own action).
        """
        writing = self.engine.execution_options(**{_WRITES: True})
        with Session(writing, expire_on_commit=False) as session, session.begin():
            if deferred:
                session.execute(text("PRAGMA defer_foreign_keys = ON"))
            begin_action(
                session,
                {
                    "name": name,
                    "officer_id": officer_id,
                    "at": at,
                    "kind": kind,
                    "undoes_id": undoes_id,
                },
            )
            yield session
            seal(session, action_of(session) or 0)

    @contextmanager
    def aside(self) -> Iterator[Session]:
        """Writing what the action log leaves out: half-typed forms, nothing that was done."""
        writing = self.engine.execution_options(**{_WRITES: True})
        with Session(writing, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        self.engine.dispose()


def connect(path_or_url: Path | str, key: Key | None = None) -> Database:
    """A database over a file (or a SQLAlchemy URL); nothing is opened yet.

    With *key* the file is an encrypted one, or becomes one when it is not there yet.
    """
    is_url = "://" in str(path_or_url)
    url = make_url(str(path_or_url)) if is_url else URL.create("sqlite", database=str(path_or_url))
    path = Path(url.database) if url.drivername.startswith("sqlite") and url.database else None
    engine = create_engine(url, hide_parameters=True, **_encrypted(path, key))
    if path is not None:
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
        event.listen(engine, "handle_error", _reads_plainly(path))
    return Database(engine, path, key)


def _encrypted(path: Path | None, key: Key | None) -> dict[str, Any]:
    if path is None or key is None:
        return {}
    return {"module": cipher(), "creator": partial(opened, path, key, any_thread=True)}


def _on_connect(connection: Any, _record: object) -> None:
    # The driver's own transactions leave half of a failed migration behind; ours are explicit.
    connection.isolation_level = None
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except UnicodeDecodeError as error:  # no error of the driver, so nobody else looks at it
        raise storage_error(error, None) or error from error


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _reads_plainly(path: Path) -> Any:
    def translate(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, MemoryError):
            context.is_disconnect = True  # no later read of this connection would do
        trouble = storage_error(context.original_exception, path)
        if trouble is not None:
            raise trouble from context.original_exception

    return translate
