"""Many dossiers at once, for imports and the sample ward: the one path beside the mapper.

Same transaction, same action log, same triggers; only the unit of work is left out, because it
costs ten times as much per row.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Dialect
from sqlalchemy.orm import Session

from db.actions import blanks, log_inserted, log_rows, raw
from db.asking import asked
from db.models import Base, DossierRecord
from db.payload import SPAN, RowChange, pack_inserted

_COLUMNS = {column.name: column for column in DossierRecord.__table__.columns}
_MOST_VALUES = 30_000
"""Values in one statement; SQLite takes 32,766."""
_TRIGGER = "dossier_search_insert"
_TRIGGER_SQL = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?"
Statement = tuple[str, tuple[Any, ...]]
_INDEXED_AT_ONCE = 20_000
"""New rows; the search index is written anew, in part, by every statement that adds to it."""
_INDEX_NEW = (
    "INSERT INTO dossier_search(rowid, search_text) "
    "SELECT id, search_text FROM dossier WHERE id > ? AND id <= ? ORDER BY id"
)


def next_id(session: Session, table: str = "dossier") -> int:
    """An id that no row of *table* ever had; the write lock keeps it ours."""
    last = asked(session.connection())("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
    return int(last[0][0]) + 1 if last else 1


def settle_search(session: Session) -> None:
    """Merge what the search index gathered from very many new rows: searches get faster."""
    session.connection().exec_driver_sql(
        "INSERT INTO dossier_search(dossier_search) VALUES ('optimize')"
    )


@contextmanager
def search_index_apart(session: Session) -> Iterator[Callable[[], None]]:
    """New dossiers of very many are indexed in large parts, at calls of what this gives.

    Row by row, as the trigger does it, costs three times as much. What is left is indexed at the
    end; the trigger comes back within the same transaction, so nobody else ever misses it.
    """
    connection = session.connection()
    trigger = connection.exec_driver_sql(_TRIGGER_SQL, (_TRIGGER,)).scalar_one()
    connection.exec_driver_sql(f"DROP TRIGGER {_TRIGGER}")
    indexed = next_id(session) - 1

    def index(at_least: int = _INDEXED_AT_ONCE) -> None:
        nonlocal indexed
        last = next_id(session) - 1
        if last - indexed >= at_least:
            connection.exec_driver_sql(_INDEX_NEW, (indexed, last))
            indexed = last

    yield index
    index(0)
    connection.exec_driver_sql(trigger)


@dataclass(frozen=True, slots=True)
class Block:
    """New rows of one table, ready to be inserted and logged: at most `SPAN` of them."""

    table: str
    first_id: int
    last_id: int
    statements: tuple[Statement, ...]
    payload: bytes


def blocks_of(
    kind: type[Base], rows: Sequence[Mapping[str, Any]], dialect: Dialect
) -> tuple[Block, ...]:
    """*rows* (python values, ids ascending without a gap) made ready; what one leaves out is blank.

    No session is asked, so that it may write in another thread meanwhile.
    """
    starts = range(0, len(rows), SPAN)
    return tuple(_block(kind, rows[start : start + SPAN], dialect) for start in starts)


def insert_blocks(session: Session, blocks: Iterable[Block]) -> None:
    """Insert what `blocks_of` made ready, and log it."""
    ask = asked(session.connection())
    for block in blocks:
        for statement, values in block.statements:
            ask(statement, values)
        log_inserted(session, block.table, block.first_id, block.last_id, block.payload)


def insert_rows(session: Session, kind: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of one table and log them; what a row leaves out is blank."""
    insert_blocks(session, blocks_of(kind, rows, session.get_bind().dialect))


def _block(kind: type[Base], rows: Sequence[Mapping[str, Any]], dialect: Dialect) -> Block:
    """Column by column: most columns are blank in all rows, and are neither bound nor logged."""
    table, types = kind.__tablename__, kind.__table__.columns
    fixed = blanks(table)
    columns = {}
    for name in dict.fromkeys(("id", *chain.from_iterable(rows))):
        values = _column(rows, name, fixed[name])
        if values[0] != fixed[name] or values.count(fixed[name]) != len(values):
            columns[name] = _raw_values(values, _raw_of(types[name], dialect))
    fixed = {name: value for name, value in fixed.items() if name not in columns}
    names, raw_rows = [*columns], list(zip(*columns.values(), strict=True))
    return Block(
        table=table,
        first_id=raw_rows[0][0],
        last_id=raw_rows[-1][0],
        statements=tuple(_insertions(table, names, raw_rows, fixed)),
        payload=pack_inserted(names, columns.values()),
    )


def _column(rows: Sequence[Mapping[str, Any]], name: str, blank: Any) -> list[Any]:
    try:
        return [*map(itemgetter(name), rows)]
    except KeyError:
        return [row.get(name, blank) for row in rows]


def insert_raw(
    connection: Connection, table: str, names: Sequence[str], raw_rows: Sequence[Sequence[Any]]
) -> None:
    """Insert raw rows of any table without logging them: the caller does."""
    ask = asked(connection)
    for statement, values in _insertions(table, names, raw_rows, {}):
        ask(statement, values)


def _insertions(
    table: str,
    names: Sequence[str],
    raw_rows: Sequence[Sequence[Any]],
    fixed: Mapping[str, str | None],
) -> Iterator[Statement]:
    """*fixed*: the blank columns, the same in every row."""
    at_once = _MOST_VALUES // len(names)
    for start in range(0, len(raw_rows), at_once):
        part = raw_rows[start : start + at_once]
        yield _insertion(table, names, len(part), fixed), tuple(chain.from_iterable(part))


def _insertion(
    table: str, names: Sequence[str], count: int, fixed: Mapping[str, str | None]
) -> str:
    """One statement for many rows: the search index flushes itself once per statement."""
    columns = ", ".join(f'"{name}"' for name in (*names, *fixed))
    literals = ("NULL" if value is None else "''" for value in fixed.values())
    marks = f"({', '.join((*'?' * len(names), *literals))})"
    return f'INSERT INTO "{table}" ({columns}) VALUES {", ".join([marks] * count)}'  # noqa: S608 - own names


_Raw = Callable[[Any], Any]


def _raw_of(column: ColumnElement[Any], dialect: Dialect) -> _Raw | None:
    """How values of *column* become what the file keeps; None: they are that already."""
    own: _Raw | None = getattr(column.type, "raw", None)
    return own or column.type.dialect_impl(dialect).bind_processor(dialect)


def _raw_values(values: Sequence[Any], raw_of: _Raw | None) -> Sequence[Any]:
    if raw_of is None:
        return values
    return [None if value is None else raw_of(value) for value in values]


def update_dossiers(
    session: Session, changes: Sequence[tuple[int, Mapping[str, tuple[Any, Any]]]]
) -> None:
    """Set `{column: (old, new)}` of each dossier (ascending ids) and log it."""
    dialect = session.get_bind().dialect
    logged = []
    for row_id, values in changes:
        pairs = {
            name: [raw(_COLUMNS[name], old, dialect), raw(_COLUMNS[name], new, dialect)]
            for name, (old, new) in values.items()
        }
        sets = ", ".join(f'"{name}" = :{name}' for name in pairs)
        session.connection().exec_driver_sql(
            f"UPDATE dossier SET {sets} WHERE id = :id",  # noqa: S608 - own names
            {**{name: new for name, (_old, new) in pairs.items()}, "id": row_id},
        )
        logged.append(RowChange(row_id, "u", pairs))
    log_rows(session, "dossier", logged)
