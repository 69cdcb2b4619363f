"""Many dossiers at once, for imports and the sample ward: the one path beside the mapper.

Same transaction, same action log, same triggers; only the unit of work is left out, because it
costs ten times as much per row.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Dialect, text
from sqlalchemy.orm import Session

from db.actions import log_rows, raw
from db.models import Base, DossierRecord
from db.payload import RowChange

_COLUMNS = {column.name: column for column in DossierRecord.__table__.columns}


def next_id(session: Session, table: str = "dossier") -> int:
    """An id that no row of *table* ever had; the write lock keeps it ours."""
    found = session.execute(
        text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table}
    ).scalar()
    return (found or 0) + 1


def insert_dossiers(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert whole rows (python values, `id` included, ascending) and log them."""
    insert_rows(session, DossierRecord, rows)


def insert_rows(session: Session, kind: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert whole rows of one table and log them."""
    if not rows:
        return
    table = kind.__tablename__
    dialect = session.get_bind().dialect
    raw_rows = _raw_rows(kind, rows, dialect)
    names = list(raw_rows[0])
    marks = ", ".join(f":{name}" for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    statement = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'  # noqa: S608 - own names
    session.connection().exec_driver_sql(statement, raw_rows)
    log_rows(session, table, _inserted(raw_rows))


def _raw_rows(
    kind: type[Base], rows: Sequence[Mapping[str, Any]], dialect: Dialect
) -> list[dict[str, Any]]:
    columns = {column.name: column for column in kind.__table__.columns if column.name in rows[0]}
    plain = (int, str, float, bool, type(None))
    return [
        {
            name: value if type(value := row[name]) in plain else raw(column, value, dialect)
            for name, column in columns.items()
        }
        for row in rows
    ]


def _inserted(raw_rows: Iterable[dict[str, Any]]) -> Iterable[RowChange]:
    for row in raw_rows:
        values = {name: value for name, value in row.items() if value is not None}
        yield RowChange(values.pop("id"), "i", values)


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
