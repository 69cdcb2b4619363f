"""Other rows in the place of the dossiers, for as long as a question takes; the file keeps its own.

A temporary table of the same name stands before the file's: every statement that counts dossiers
counts these rows, by the same conditions.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from db.models import DossierRecord

_TABLE = DossierRecord.__tablename__


@contextmanager
def instead(session: Session, rows: Sequence[Mapping[str, Any]]) -> Iterator[None]:
    """Within the block the dossiers are *rows* (whole ones, `id` included) and no others."""
    connection = session.connection()
    connection.exec_driver_sql(
        f'CREATE TEMP TABLE "{_TABLE}" AS SELECT * FROM main."{_TABLE}" WHERE 0'  # noqa: S608 - own name
    )
    try:
        if rows:
            connection.execute(insert(DossierRecord.__table__), list(rows))  # type: ignore[arg-type] # mapped to a plain table
        yield
    finally:
        connection.exec_driver_sql(f'DROP TABLE temp."{_TABLE}"')
