"""Personal data of some dossiers out of the rows, and the last traces out of the file itself."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from db.actions import log_rows
from db.backup import reading_plainly
from db.bulk import settle_search
from db.engine import Database
from db.payload import RowChange
from db.scrubbing import BESIDE, DOSSIER, LOOSE, NAMING, scrub_loose
from dxdesk.domain.mentions import Mentions

_IN = "(SELECT value FROM json_each(?))"
_DERIVED = ("owner_sort", "search_text")


def vanishing(session: Session, values: Iterable[str]) -> set[str]:
    """Those of *values* that no dossier bears any more."""
    wanted = set(values)
    listed = json.dumps(sorted(wanted), ensure_ascii=False)
    for column in NAMING:
        found = session.connection().exec_driver_sql(
            f"SELECT DISTINCT {column} FROM dossier WHERE {column} IN {_IN}",  # noqa: S608 - own names
            (listed,),
        )
        wanted -= {row[0] for row in found}
    return wanted


def clear_dossiers(session: Session, rows: Sequence[Mapping[str, Any]], *, at: int) -> None:
    """Blank the personal columns of dossiers; *rows*: ids (ascending) and what is derived now.

    Logged is that the data is gone, not what it was.
    """
    connection = session.connection()
    blank = ", ".join(f"{name} = ''" for name in sorted(DOSSIER - set(_DERIVED)))
    statement = (
        f"UPDATE dossier SET {blank}, owner_sort = :owner_sort, search_text = :search_text, "  # noqa: S608 - own names
        f"data_removed_at = {int(at)} WHERE id = :id"
    )
    connection.exec_driver_sql(statement, [dict(row) for row in rows])
    log_rows(session, "dossier", [_logged(row, at) for row in rows])


def _logged(row: Mapping[str, Any], at: int) -> RowChange:
    values: dict[str, Any] = {name: ["", row[name]] for name in _DERIVED if row[name]}
    return RowChange(row["id"], "u", values | {"data_removed_at": [None, at]})


def clear_beside(session: Session, ids: Iterable[int]) -> int:
    """Blank what belongs to the dossiers; their attached files go. How many files went."""
    connection, listed = session.connection(), json.dumps(sorted(ids))
    for table in ("stop", "apology", "handed_paper"):
        for column in BESIDE[table]:
            connection.exec_driver_sql(
                f"UPDATE {table} SET {column} = '' WHERE dossier_id IN {_IN}",  # noqa: S608 - own names
                (listed,),
            )
    gone = _delete(session, "attachment", f"dossier_id IN {_IN}", (listed,), BESIDE["attachment"])
    connection.exec_driver_sql(
        "DELETE FROM content WHERE id NOT IN (SELECT content_id FROM attachment) "
        "AND id NOT IN (SELECT content_id FROM evidence)"
    )
    return gone


def clear_loose(session: Session, mentions: Mentions) -> None:
    """Forms, waiting rows and searches that name the people; all PDFs that wait."""
    connection = session.connection()
    connection.exec_driver_sql("DELETE FROM queued_print")
    forms = _naming(connection, "unsaved_form", ("values",), mentions)
    connection.exec_driver_sql(
        f"DELETE FROM unsaved_form WHERE id IN {_IN}",  # noqa: S608 - own names
        (json.dumps(forms),),
    )
    for table, columns in LOOSE.items():
        gone = json.dumps(_naming(connection, table, columns, mentions))
        _delete(session, table, f"id IN {_IN}", (gone,), frozenset(columns))
        standing = {row[0] for row in connection.exec_driver_sql(f"SELECT id FROM {table}")}  # noqa: S608 - own names
        scrub_loose(session, table, standing, mentions)


def _naming(
    connection: Connection, table: str, columns: Iterable[str], mentions: Mentions
) -> list[int]:
    listed = ", ".join(f'"{name}"' for name in columns)
    rows = connection.exec_driver_sql(f"SELECT id, {listed} FROM {table}")  # noqa: S608 - own names
    return [row[0] for row in rows if any(map(mentions.within, map(_read, row[1:])))]


def _read(text: str) -> str:
    """What stands in JSON as plain words; any other text as it is."""
    try:
        return " | ".join(_strings(json.loads(text)))
    except ValueError:
        return text


def _strings(found: object) -> Iterable[str]:
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list):
        for one in found:
            yield from _strings(one)
    elif found is not None:
        yield str(found)


def _delete(
    session: Session, table: str, where: str, given: tuple[Any, ...], personal: frozenset[str]
) -> int:
    """Delete rows and log them without their personal values."""
    connection = session.connection()
    rows = connection.exec_driver_sql(
        f"SELECT * FROM {table} WHERE {where} ORDER BY id",  # noqa: S608 - own names
        given,
    ).mappings()
    gone = [
        RowChange(
            row["id"],
            "d",
            {
                name: value
                for name, value in row.items()
                if name != "id" and name not in personal and value not in {None, ""}
            },
        )
        for row in rows
    ]
    connection.exec_driver_sql(f"DELETE FROM {table} WHERE {where}", given)  # noqa: S608 - own names
    log_rows(session, table, gone)
    return len(gone)


def forget_deleted(session: Session) -> None:
    """From here on *session* overwrites what it deletes; to be called before anything else."""
    session.connection().exec_driver_sql("PRAGMA secure_delete = ON")


def settle(session: Session) -> None:
    """The search index keeps what was deleted until its parts are merged."""
    settle_search(session)


def sweep(database: Database) -> bool:
    """Write the file anew, so that no page holds what earlier deletions left; empty the WAL.

    Needs the room of a second file for a moment. False while another program still reads what was;
    StorageError where the file cannot be written anew.
    """
    if database.path is None:
        return True
    with reading_plainly(database.path), database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        if raw is None:
            return False
        raw.execute("PRAGMA secure_delete = ON")
        raw.execute("VACUUM")
        busy, _pages, _moved = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
