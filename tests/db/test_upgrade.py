"""A file of an earlier version opens in this one: nothing is lost, what is new is filled in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

import db.migrations
from db.backup import contents
from db.engine import connect
from db.shelf import backups_in, folder_of
from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.query import Query
from dxdesk.services import catalogue, dossiers, history, listing, papers
from dxdesk.services.opening import open_desk
from tests.kit import Clock, receive

FIRST = (
    "INSERT INTO officer (id, name, title, active) VALUES (1, 'Cán bộ Một cửa', '', 1)",
    "INSERT INTO action (id, at, officer_id, name, kind) VALUES (1, 1, 1, 'Tạo', 0)",
    "INSERT INTO field (id, name) VALUES (1, 'Hộ tịch')",
    (
        "INSERT INTO procedure (id, code, name, field_id, limit_text, fee_text, level_text, "
        "papers, source, verified) VALUES (1, '1.001193', 'Khai sinh', 1, '', '', '', 'Tờ khai', "
        "'', 1)"
    ),
)


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Desk]:
    """A file of schema 0001 with one procedure, opened by this version."""
    database = connect(tmp_path / "old.db")
    config = Config()
    config.set_main_option("script_location", str(Path(db.migrations.__file__).parent))
    writing = database.engine.execution_options(dxdesk_writes=True)
    with writing.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in FIRST:
            connection.execute(text(statement))
    database.close()
    desk = open_desk(tmp_path / "old.db", clock=Clock())
    yield desk
    desk.close()


def test_the_procedures_of_an_old_file_get_their_papers_as_an_action(old: Desk) -> None:
    procedure = catalogue.procedures(old)[0]
    assert papers.papers_of(old, procedure.id)[0].name == "Tờ khai"
    assert history.events(old)[0].name == "Bổ sung thành phần hồ sơ vào danh mục"


def test_opening_it_again_adds_nothing(old: Desk) -> None:
    before = history.events(old)
    again = open_desk(old.database.path, clock=Clock())
    assert history.events(again) == before
    again.close()


def test_dossiers_are_received_in_it_and_taken_back(old: Desk) -> None:
    dossier = receive(old)
    assert dossiers.get(old, dossier.id) == dossier
    history.undo(old)
    assert list(listing.ids(old, Query())) == []


def test_the_old_file_is_kept_as_it_was(old: Desk) -> None:
    assert old.database.path is not None
    (backup,) = backups_in(folder_of(old.database.path), old.database.path)
    assert backup.reason is Reason.UPGRADE
    assert contents(Path(backup.path)).schema == "0001"
