"""Many dossiers at once, for imports and the sample ward: the one path beside the mapper.

Same transaction, same action log, same triggers; only the unit of work is left out, because it
costs ten times as much per row.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.orm import Session

from db.actions import log_inserted, log_rows, raw
from db.models import Base, DossierRecord
from db.payload import RowChange

_COLUMNS = {column.name: column for column in DossierRecord.__table__.columns}
_MOST_VALUES = 30_000
"""Values in one statement; SQLite takes 32,766."""


def next_id(session: Session, table: str = "dossier") -> int:
    """An id that no row of *table* ever had; the write lock keeps it ours."""
    found = session.connection().exec_driver_sql(
        "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
    )
    return (found.scalar() or 0) + 1


def settle_search(session: Session) -> None:
    """Merge what the search index gathered from very many new rows: searches get faster."""
    session.connection().exec_driver_sql(
        "INSERT INTO dossier_search(dossier_search) VALUES ('optimize')"
    )


def insert_dossiers(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert whole rows (python values, `id` included, ascending) and log them."""
    insert_rows(session, DossierRecord, rows)


def insert_rows(session: Session, kind: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert whole rows of one table and log them; all rows have the columns of the first."""
    if not rows:
        return
    names = list(rows[0])
    raw_rows = _raw_rows(kind, names, rows, session.get_bind().dialect)
    insert_raw(session.connection(), kind.__tablename__, names, raw_rows)
    log_inserted(session, kind.__tablename__, names, raw_rows)


def insert_raw(
    connection: Connection, table: str, names: Sequence[str], raw_rows: Sequence[Sequence[Any]]
) -> None:
    """Insert raw rows of any table without logging them: the caller does."""
    at_once = _MOST_VALUES // len(names)
    for start in range(0, len(raw_rows), at_once):
        part = raw_rows[start : start + at_once]
        statement = _insertion(table, names, len(part))
        connection.exec_driver_sql(statement, tuple(chain.from_iterable(part)))


def _insertion(table: str, names: Sequence[str], count: int) -> str:
    """One statement for many rows: the search index flushes itself once per statement."""
    columns = ", ".join(f'"{name}"' for name in names)
    marks = f"({', '.join('?' * len(names))})"
    return f'INSERT INTO "{table}" ({columns}) VALUES {", ".join([marks] * count)}'  # noqa: S608 - own names


def _raw_rows(
    kind: type[Base], names: Sequence[str], rows: Iterable[Mapping[str, Any]], dialect: Dialect
) -> list[list[Any]]:
    columns = kind.__table__.columns
    binds = [columns[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
    bound = [(place, bind) for place, bind in enumerate(binds) if bind is not None]
    take = itemgetter(*names)
    raw_rows = [list(take(row)) for row in rows]
    for values in raw_rows:
        for place, bind in bound:
            if (value := values[place]) is not None:
                values[place] = bind(value)
    return raw_rows


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
