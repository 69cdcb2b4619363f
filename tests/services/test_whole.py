"""Everything out and in again: the new database is equal to the old one, row for row."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.engine import connect
from db.migrations import HEAD
from db.models import Base
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.errors import InputError, StorageError
from dxdesk.services import demo, history, unsaved
from dxdesk.services.checking import check
from dxdesk.services.maintenance import backup
from dxdesk.services.opening import open_desk
from dxdesk.services.whole import export_everything, load_everything
from tests.kit import Clock, do, receive

Edit = Callable[[dict[str, bytes]], object]


def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables of the models, as SQLite keeps them, and what ids were given."""
    with closing(sqlite3.connect(path)) as connection:
        found = {
            name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr)  # noqa: S608 - own names
            for name in [*Base.metadata.tables, "alembic_version"]
        }
        known = [(name,) for name in Base.metadata.tables]
        sequences = connection.execute("SELECT name, seq FROM sqlite_sequence ORDER BY 1")
        return {**found, "ids": [one for one in sequences if (one[0],) in known]}


@pytest.fixture
def ward(desk: Desk, clock: Clock) -> Desk:
    """A ward with a past: a sample, acts, something undone, a half-typed form."""
    demo.make(desk, dossiers=120, seed=3, until=date(2026, 3, 6))
    dossier = receive(desk, content="=1+1 “Đặng” \u200f\U0001f600\n\t'x'")
    do(desk, Act.FINISH, dossier.id)
    receive(desk)
    history.undo(desk)
    unsaved.keep(desk, "intake", {"owner_name": "Nguyễn Văn Ả"})
    return desk


@pytest.fixture
def as_it_was(ward: Desk, tmp_path: Path) -> Path:
    """The ward before its export, which is an action of its own."""
    path = tmp_path / "trước khi xuất.db"
    backup(ward, path)
    return path


@pytest.fixture
def archive(as_it_was: Path, ward: Desk, tmp_path: Path) -> Path:
    path = tmp_path / "toàn bộ.zip"
    export_everything(ward, path)
    return path


def test_what_is_loaded_is_equal_to_what_was_exported_row_for_row(
    as_it_was: Path, archive: Path, tmp_path: Path, clock: Clock
) -> None:
    target = tmp_path / "mới" / "phường.db"
    target.parent.mkdir()
    load_everything(target, archive, clock=clock)
    before, after = everything(as_it_was), everything(target)
    filled = {name for name, rows in before.items() if rows}
    assert filled >= {"dossier", "action", "change", "stop", "officer", "unsaved_form", "ids"}
    assert after == before


def test_the_loaded_ward_works_on_is_found_and_is_sound(
    archive: Path, tmp_path: Path, clock: Clock
) -> None:
    target = tmp_path / "phường.db"
    load_everything(target, archive, clock=clock)
    desk = open_desk(target, clock=clock)
    report = check(desk)
    assert report.ok, [one.problems for one in report.checks]
    assert receive(desk).id == 123  # 122 was taken back; its id is not given again
    assert history.undo(desk)
    desk.close()


def test_the_same_database_gives_the_same_file(
    as_it_was: Path, archive: Path, tmp_path: Path, clock: Clock
) -> None:
    again = tmp_path / "lần hai.zip"
    export_everything(open_desk(as_it_was, clock=clock), again)
    assert parts(again) == parts(archive)


def test_every_column_of_every_table_stands_in_the_schema(archive: Path) -> None:
    told = json.loads(parts(archive)["schema.json"])
    assert (told["format"], told["version"], told["schema"]) == ("dxdesk-whole", 1, HEAD)
    columns = {t["name"]: [c["name"] for c in t["columns"]] for t in told["tables"]}
    assert columns == {
        name: [column.name for column in table.columns]
        for name, table in Base.metadata.tables.items()
    }


def test_a_ward_with_dossiers_is_never_written_over(ward: Desk, archive: Path) -> None:
    assert ward.database.path is not None
    before = everything(ward.database.path)
    with pytest.raises(InputError, match="đã có hồ sơ"):
        load_everything(ward.database.path, archive)
    assert everything(ward.database.path) == before


def test_a_ward_without_dossiers_is_kept_beside(
    archive: Path, tmp_path: Path, clock: Clock, empty_database: Path
) -> None:
    target = tmp_path / "phường.db"
    target.write_bytes(empty_database.read_bytes())
    made = load_everything(target, archive, clock=clock)
    assert made.kept is not None
    assert made.kept.exists()
    assert made.contents.dossiers == 121


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def schema(**changes: object) -> Edit:
    def edit(found: dict[str, bytes]) -> None:
        found["schema.json"] = json.dumps({**json.loads(found["schema.json"]), **changes}).encode()

    return edit


def line(table: str, change: Callable[[bytes], bytes]) -> Edit:
    def edit(found: dict[str, bytes]) -> None:
        first, rest = found[f"{table}.jsonl"].split(b"\n", 1)
        found[f"{table}.jsonl"] = change(first) + b"\n" + rest

    return edit


def swap(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (schema(format="other"), "không phải tệp toàn bộ"),
        (schema(version=99), "phiên bản DX Desk mới hơn"),
        (schema(schema="9999"), "phiên bản DX Desk mới hơn"),
        (schema(schema="0000"), "không đúng với phiên bản"),
        (schema(tables=7), "không phải tệp toàn bộ"),
        (lambda found: found.pop("schema.json"), "không phải tệp toàn bộ"),
        (lambda found: found.pop("dossier.jsonl"), "thiếu bảng “dossier”"),
        (lambda found: found.update({"dossier.jsonl": b""}), "có thể bị cắt"),
        (line("dossier", lambda text: text[:40]), "dòng 1 không đọc được"),
        (line("dossier", lambda _text: b"[1]"), "đúng các cột"),
        (line("dossier", swap(b'"id": 1,', b'"id": "x",')), "cột “id” sai kiểu"),
        (line("dossier", swap(b'"id": 1,', b'"id": 2,')), "trái với quy tắc"),
        (line("dossier", swap(b'"id": 1,', b'"id": 99999999999999999999999,')), "trái với quy tắc"),
        (line("change", swap(b'"payload": "', b'"payload": "?')), "cột “payload” sai kiểu"),
        (line("dossier", swap(b'"procedure_id": ', b'"procedure_id": 99999')), "liên kết"),
    ],
)
def test_a_file_that_is_not_right_loads_nothing_and_is_told(
    edit: Edit, told: str, archive: Path, tmp_path: Path
) -> None:
    found = parts(archive)
    edit(found)
    bad = tmp_path / "lạ.zip"
    with zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in found.items():
            made.writestr(name, data)
    refused(bad, told, tmp_path)


@pytest.mark.parametrize(
    ("data", "told"),
    [(b"", "không phải tệp toàn bộ"), (b"PK\x03\x04 cut", "không phải tệp toàn bộ")],
)
def test_what_is_no_such_file_is_told(data: bytes, told: str, tmp_path: Path) -> None:
    bad = tmp_path / "lạ.zip"
    bad.write_bytes(data)
    refused(bad, told, tmp_path)


def refused(bad: Path, told: str, folder: Path) -> None:
    target = folder / "mới.db"
    with pytest.raises((InputError, StorageError), match=told):
        load_everything(target, bad)
    assert [one.name for one in folder.iterdir() if one.name.startswith("mới.db")] == []


def test_a_file_of_an_earlier_schema_is_brought_up(tmp_path: Path, clock: Clock) -> None:
    """As 0001 had it: loaded into its own tables, then migrated like any old database."""
    from db import dump

    old = connect(tmp_path / "cũ.db")
    dump.prepare(old.engine, "0001")
    with old.reading() as session:
        known = dump.columns_of(session.connection(), "officer")
    old.close()
    columns = [{"name": name, "type": "number", "nullable": True} for name in known]
    for column in columns:
        if column["name"] in {"name", "pin", "password"}:
            column["type"] = "text"
    row = dict.fromkeys(known, 1) | {"name": "Cán bộ"}
    told = {
        "format": "dxdesk-whole",
        "version": 1,
        "schema": "0001",
        "made_at": "",
        "program": "",
        "tables": [{"name": "officer", "rows": 1, "columns": columns}],
        "last_ids": {"officer": 7},
    }
    path = tmp_path / "cũ.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("schema.json", json.dumps(told))
        made.writestr("officer.jsonl", json.dumps(row))
    target = tmp_path / "mới.db"
    assert load_everything(target, path, clock=clock).contents.schema == HEAD
    assert everything(target)["officer"][0][:2] == (1, "Cán bộ")
