"""Whole tables out of the file and into a new one, as they are kept: no value is interpreted.

The tables are those of the models, so a new one is in it from its first day. What is derived from
them (the search index) is not: its triggers make it again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Engine, LargeBinary, inspect, text

from db.migrations import upgrade, version
from db.models import Base
from db.types import Code, Moment

_AT_ONCE = 500
_NEXT_IDS = "sqlite_sequence"


@dataclass(frozen=True, slots=True)
class ColumnForm:
    """How one column is kept; `meaning` is for people who read the file without the program."""

    name: str
    kind: str
    """`number`, `text` or `bytes`."""
    nullable: bool
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class TableForm:
    name: str
    columns: tuple[ColumnForm, ...]


def tables() -> tuple[TableForm, ...]:
    """Every table of the models, those that others refer to first."""
    return tuple(
        TableForm(table.name, tuple(_column(column) for column in table.columns))
        for table in Base.metadata.sorted_tables
    )


def _column(column: Any) -> ColumnForm:
    kind, meaning = column.type, ""
    if isinstance(kind, Moment):
        meaning = "phút kể từ 2000-01-01 00:00, giờ Việt Nam"
    elif isinstance(kind, Boolean):
        meaning = "0 sai, 1 đúng"
    elif isinstance(kind, Date):
        meaning = "năm-tháng-ngày"
    elif isinstance(kind, Code):
        meaning = ", ".join(f"{one.value} {one.name.lower()}" for one in kind.kind)
    if isinstance(kind, LargeBinary):
        form = "bytes"
    else:
        stored = kind.impl_instance if isinstance(kind, Code | Moment) else kind
        is_text = stored.python_type is str or isinstance(kind, Date)
        form = "text" if is_text else "number"
    return ColumnForm(column.name, form, bool(column.nullable), meaning)


def count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one())  # noqa: S608 - own names


def rows(connection: Connection, table: TableForm) -> Iterator[dict[str, Any]]:
    """The rows of *table* as SQLite keeps them, by their key."""
    names = [column.name for column in table.columns]
    listed = ", ".join(f'"{name}"' for name in names)
    found = connection.execution_options(stream_results=True).exec_driver_sql(
        f'SELECT {listed} FROM "{table.name}" ORDER BY 1'  # noqa: S608 - own names
    )
    for row in found:
        yield dict(zip(names, row, strict=True))


def next_ids(connection: Connection) -> dict[str, int]:
    """The last id that each table ever gave: none is given twice, also after the move."""
    known = {table.name for table in tables()}
    found = connection.exec_driver_sql(f"SELECT name, seq FROM {_NEXT_IDS}")  # noqa: S608 - a table of SQLite
    return {name: seq for name, seq in found if name in known}


def schema_of(connection: Connection) -> str:
    return version(connection) or ""


def prepare(engine: Engine, schema: str) -> None:
    """Give a new file the tables that it had at *schema*."""
    upgrade(engine, to=schema)


def columns_of(connection: Connection, table: str) -> tuple[str, ...]:
    """Columns that *table* has in this file; none when there is no such table."""
    found = inspect(connection)
    if table not in {one.name for one in tables()} or not found.has_table(table):
        return ()
    return tuple(column["name"] for column in found.get_columns(table))


def fill(connection: Connection, table: str, given: Iterable[Mapping[str, Any]]) -> int:
    """Put rows of *table* in as they are; how many there were."""
    done = 0
    block: list[Mapping[str, Any]] = []
    for row in given:
        block.append(row)
        if len(block) == _AT_ONCE:
            done += _put(connection, table, block)
            block.clear()
    return done + _put(connection, table, block)


def _put(connection: Connection, table: str, block: Sequence[Mapping[str, Any]]) -> int:
    if block:
        names = list(block[0])
        listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        statement = f'INSERT INTO "{table}" ({listed}) VALUES ({marks})'  # noqa: S608 - names that columns_of gave
        connection.exec_driver_sql(statement, [tuple(row[n] for n in names) for row in block])
    return len(block)


def set_next_ids(connection: Connection, last: Mapping[str, int]) -> None:
    connection.exec_driver_sql(f"DELETE FROM {_NEXT_IDS}")  # noqa: S608 - a table of SQLite
    for name, seq in last.items():
        statement = f"INSERT INTO {_NEXT_IDS} (name, seq) VALUES (?, ?)"  # noqa: S608 - the same
        connection.exec_driver_sql(statement, (name, seq))


def lax(connection: Connection) -> None:
    """References are looked at when all rows are in (`loose_ends`)."""
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))


def loose_ends(connection: Connection) -> int:
    """How many rows refer to one that is not there."""
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())
