"""One SQLite file: how it is opened, read and written."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from db.action_kind import ActionKind
from db.asking import Ask, asking
from dxdesk.domain.key import Key, Keys

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class Database:
    """The way to the rows; every session is one transaction.

    SQLAlchemy comes with the first session: a file is opened, and today's work counted, before.
    """

    place: Path | str
    """The file, or a SQLAlchemy URL."""
    path: Path | None
    key: Key | None = field(default=None, repr=False)
    """Of an encrypted file."""
    _made: "list[Engine]" = field(default_factory=list, compare=False, repr=False)
    _making: Any = field(default_factory=Lock, compare=False, repr=False)

    @property
    def keys(self) -> Keys:
        """For the copies that were made of this file."""
        return () if self.key is None else (self.key,)

    @property
    def engine(self) -> "Engine":
        from db.sessions import engine_over

        with self._making:
            if not self._made:
                self._made.append(engine_over(self.place, self.key))
            return self._made[0]

    @contextmanager
    def asking(self) -> Iterator[Ask]:
        """A consistent view of the rows, asked in plain SQL."""
        if self.path is not None:
            with asking(self.path, self.key) as ask:
                yield ask
        else:
            from db.sessions import asked_by

            with self.reading() as session:
                yield asked_by(session)

    @contextmanager
    def reading(self) -> "Iterator[Session]":
        """A consistent view of the rows; nothing is written."""
        from sqlalchemy.orm import Session

        with Session(self.engine) as session:
            yield session

    def action(
        self,
        name: str,
        *,
        officer_id: int,
        at: datetime,
        kind: ActionKind = ActionKind.DO,
        undoes_id: int | None = None,
        deferred: bool = False,
    ) -> "AbstractContextManager[Session]":
        """One named action: all of it is committed on leaving, none of it on an error.

        *deferred*: references are checked at the end only (the first officer's own action).
        """
        from db.sessions import acting

        values = {
            "name": name,
            "officer_id": officer_id,
            "at": at,
            "kind": kind,
            "undoes_id": undoes_id,
        }
        return acting(self.engine, values, deferred=deferred)

    def aside(self) -> "AbstractContextManager[Session]":
        """Writing what the action log leaves out: half-typed forms, nothing that was done."""
        from db.sessions import writing

        return writing(self.engine)

    def close(self) -> None:
        for engine in self._made:
            engine.dispose()


def connect(path_or_url: Path | str, key: Key | None = None) -> Database:
    """A database over a file (or a SQLAlchemy URL); nothing is opened yet.

    With *key* the file is an encrypted one, or becomes one when it is not there yet. ValueError or
    ImportError for an address that no driver takes.
    """
    if "://" not in str(path_or_url):
        return Database(path_or_url, Path(path_or_url), key)
    from db.sessions import file_of

    return Database(path_or_url, file_of(str(path_or_url)), key)
