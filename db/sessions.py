"""SQLAlchemy over the file: the engine, and the sessions that read and write by it."""

from collections.abc import Iterator
from contextlib import contextmanager
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
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from db.actions import action_of, begin_action
from db.asking import Ask, asked, set_up
from db.driver import cipher, is_encrypted, opened
from db.seals import seal
from db.trouble import storage_error
from dxdesk.domain.key import Key
from dxdesk.errors import DamagedError

_WRITES = "dxdesk_writes"


def engine_over(path_or_url: Path | str, key: Key | None) -> Engine:
    is_url = "://" in str(path_or_url)
    url = make_url(str(path_or_url)) if is_url else URL.create("sqlite", database=str(path_or_url))
    path = _file(url)
    engine = create_engine(url, hide_parameters=True, **_encrypted(path, key))
    if path is not None:
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
        event.listen(engine, "handle_error", _reads_plainly(path))
    return engine


def _encrypted(path: Path | None, key: Key | None) -> dict[str, Any]:
    if path is None or key is None:
        return {}
    return {"module": cipher(), "creator": partial(opened, path, key, any_thread=True)}


def file_of(url: str) -> Path | None:
    """The file that a SQLAlchemy URL names; None when it is none of SQLite's.

    ValueError or ImportError for an address that no driver takes.
    """
    try:
        return _file(create_engine(url).url)
    except ArgumentError as error:
        raise ValueError(url) from error


def _file(url: URL) -> Path | None:
    return Path(url.database) if url.drivername.startswith("sqlite") and url.database else None


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """One transaction that holds the write lock from its beginning."""
    own = engine.execution_options(**{_WRITES: True})
    with Session(own, expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def acting(engine: Engine, action: dict[str, Any], *, deferred: bool) -> Iterator[Session]:
    """One transaction that is logged and sealed as *action*."""
    with writing(engine) as session:
        if deferred:
            session.execute(text("PRAGMA defer_foreign_keys = ON"))
        begin_action(session, action)
        yield session
        seal(session, action_of(session) or 0)


def asked_by(session: Session) -> Ask:
    """Questions within *session*, which first writes what it was given."""
    session.flush()
    return asked(session.connection())


def _on_connect(connection: Any, _record: object) -> None:
    try:
        set_up(connection)
    except UnicodeDecodeError as error:  # no error of the driver, so nobody else looks at it
        raise storage_error(error, None) or error from error


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _reads_plainly(path: Path) -> Any:
    def translate(context: ExceptionContext) -> None:
        trouble = storage_error(context.original_exception, path)
        if isinstance(trouble, DamagedError) and is_encrypted(path):
            context.is_disconnect = True  # no later read of this connection would do
        if trouble is not None:
            raise trouble from context.original_exception

    return translate
