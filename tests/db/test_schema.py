"""The migrated file is what the models say, and keeps its promises about order and safety."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from db.engine import connect
from db.migrations import HEAD, migrate, version
from db.models import Base
from db.payload import SPAN
from dxdesk.desk import Desk

FOLDER = Path(__file__).parents[2] / "db" / "migrations"


def _is_ours(_object: object, name: str | None, kind: str, *_rest: object) -> bool:
    return kind != "table" or not (name or "").startswith(("dossier_search", "sqlite_"))


def test_the_migrated_schema_equals_the_models(desk: Desk) -> None:
    with desk.database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": _is_ours, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_partial_indexes_have_the_conditions_of_the_models(desk: Desk) -> None:
    """What alembic does not compare."""
    with desk.database.engine.connect() as connection:
        made = _indexes(connection)
        for table in Base.metadata.tables.values():
            for index in table.indexes:
                condition = index.dialect_options["sqlite"]["where"]
                expected = "" if condition is None else str(condition)
                assert made[str(index.name)].partition(" WHERE ")[2] == expected, index.name


def _indexes(connection: Connection) -> dict[str, str]:
    found = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'index'"))
    return {name: sql for name, sql in found if sql}


def test_ids_are_never_used_again(desk: Desk) -> None:
    """The action log knows rows by them."""
    with desk.database.engine.connect() as connection:
        made = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        plain = {name for name, sql in made if sql and "AUTOINCREMENT" not in sql}
    ours = set(Base.metadata.tables)
    assert plain & ours == {"book"}


def test_the_newest_migration_is_the_version_that_the_program_expects(desk: Desk) -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [HEAD]
    with desk.database.engine.connect() as connection:
        assert version(connection) == HEAD
    assert not migrate(desk.database.engine)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 10_000)],
)
def test_the_file_is_opened_safely(tmp_path: Path, pragma: str, value: object) -> None:
    database = connect(tmp_path / "so.db")
    with database.engine.connect() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value
    database.close()


def test_a_block_of_the_log_is_found_by_its_first_row(desk: Desk) -> None:
    assert SPAN > 0
    with desk.database.engine.connect() as connection:
        plan = connection.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT payload FROM change "
                "WHERE table_name = 'dossier' AND first_id BETWEEN 5 AND 1005"
            )
        ).all()
    assert "ix_change_row" in str(plan)
