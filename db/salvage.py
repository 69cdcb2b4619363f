"""What can still be read of a damaged file, into a new one; what cannot is rebuilt from the log.

Rows are asked for in ranges, which are halved around a damaged place until single rows are left.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from db.actions import blanks
from db.audit import LOGGED, replayed
from db.driver import Connection, faults, open_for_reading, opened
from db.dump import prepare, tables
from db.engine import Database
from db.migrations import migrate
from db.payload import SPAN
from dxdesk.domain.key import Keys

_AT_ONCE = 500
_HIGHEST = 10_000
"""Of a table that does not remember its last id."""
Rows = list[tuple[Any, ...]]


@dataclass
class Salvaged:
    """How many rows came over; ids, by table, that no longer could be read, and those rebuilt."""

    rows: int = 0
    lost: dict[str, list[int]] = field(default_factory=dict)
    rebuilt: dict[str, list[int]] = field(default_factory=dict)

    @property
    def missing(self) -> dict[str, list[int]]:
        """What is neither read nor rebuilt."""
        found = {
            table: [one for one in ids if one not in set(self.rebuilt.get(table, ()))]
            for table, ids in self.lost.items()
        }
        return {table: ids for table, ids in found.items() if ids}


class _Damaged:
    """The damaged file; an encrypted one reads on only anew once it met a bad page."""

    def __init__(self, path: Path, keys: Keys) -> None:
        self._path, self._keys = path, keys
        self._connection = self._opened()

    def _opened(self) -> Connection:
        connection = open_for_reading(self._path, self._keys)
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        return connection

    def rows(self, question: str, given: Sequence[object] = ()) -> Rows:
        try:
            return self._connection.execute(question, tuple(given)).fetchall()
        except faults():
            self.close()
            self._connection = self._opened()
            raise

    def close(self) -> None:
        self._connection.close()


def salvage(source: Path, target: Database, keys: Keys = ()) -> Salvaged:
    """Fill the new file *target*; one of `faults()` when not even the schema can be read."""
    found = Salvaged()
    if target.path is None:
        raise ValueError(target)
    with closing(_Damaged(source, keys)) as damaged:
        version = damaged.rows("SELECT version_num FROM alembic_version")[0][0]
        prepare(target.engine, version)
        with closing(opened(target.path, target.key)) as made:
            made.execute("BEGIN IMMEDIATE")
            for table in [one.name for one in tables()]:
                _copy(damaged, made, table, found)
            made.execute("COMMIT")
    migrate(target.engine)
    _rebuild(target, found)
    return found


def _copy(damaged: _Damaged, made: Connection, table: str, found: Salvaged) -> None:
    names = [row[1] for row in made.execute(f'PRAGMA table_info("{table}")')]
    if not names:
        return  # of a later schema than the damaged file's
    lost: list[int] = []
    listed, marks = ", ".join(f'"{one}"' for one in names), ", ".join("?" * len(names))
    question = f'SELECT {listed} FROM "{table}" WHERE rowid BETWEEN ? AND ?'  # noqa: S608 - own names
    insert = f'INSERT OR IGNORE INTO "{table}" ({listed}) VALUES ({marks})'  # noqa: S608 - own names
    last = _last(damaged, table)
    for low in range(0, last + 1, _AT_ONCE):
        for rows in _readable(damaged, question, low, min(low + _AT_ONCE - 1, last), lost):
            found.rows += made.executemany(insert, rows).rowcount
    if lost:
        found.lost[table] = lost
    made.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
    made.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last))


def _readable(
    damaged: _Damaged, question: str, low: int, high: int, lost: list[int]
) -> Iterator[Rows]:
    try:
        yield damaged.rows(question, (low, high))
    except faults():
        if low == high:
            lost.append(low)
            return
        middle = (low + high) // 2
        yield from _readable(damaged, question, low, middle, lost)
        yield from _readable(damaged, question, middle + 1, high, lost)


def _last(damaged: _Damaged, table: str) -> int:
    asked = (
        ("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)),
        (f'SELECT max(rowid) FROM "{table}"', ()),  # noqa: S608 - own names
    )
    for question, given in asked:
        try:
            rows = damaged.rows(question, given)
        except faults():
            continue
        if rows:
            return rows[0][0] if isinstance(rows[0][0], int) else 0
    return _HIGHEST


def _rebuild(target: Database, found: Salvaged) -> None:
    """The log holds every value that was ever written, so also those of rows that are gone."""
    for table in [one for one in found.lost if one in LOGGED]:
        with target.reading() as session:
            rows = [*_expected(session, table, found.lost[table])]
        if not rows or target.path is None:
            continue
        names = [*rows[0]]
        listed, marks = ", ".join(f'"{one}"' for one in names), ", ".join("?" * len(names))
        statement = f'INSERT OR IGNORE INTO "{table}" ({listed}) VALUES ({marks})'  # noqa: S608 - own names
        with closing(opened(target.path, target.key)) as made:
            made.execute("BEGIN IMMEDIATE")
            made.executemany(statement, [tuple(row[one] for one in names) for row in rows])
            made.execute("COMMIT")
        found.rebuilt[table] = [row["id"] for row in rows]


def _expected(session: Session, table: str, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    blank, wanted = blanks(table), set(ids)
    for low in sorted({one - one % SPAN for one in ids}):
        for row_id, values in replayed(session, table, low).items():
            if row_id in wanted:
                yield {**blank, **values, "id": row_id}
