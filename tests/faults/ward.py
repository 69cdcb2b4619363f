"""The files that a fault strikes: a small ward, a copy of it, a file of the first version."""

import shutil
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from db.engine import connect
from db.migrations import upgrade
from dxdesk.domain.state import State
from dxdesk.services.opening import open_desk
from tests.faults.jobs import NOW, ROWS
from tests.kit import Clock, in_state, receive

HERE, CHOSEN, OLD = 5, 3, 40
"""Dossiers of the ward, of its earlier copy, of the file of the first version."""
_HEAD = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Hình thức tiếp nhận;Ngày tiếp nhận;Ngày hẹn trả"
_FIRST = (
    "INSERT INTO officer (id, name, title, active) VALUES (1, 'Cán bộ Một cửa', '', 1)",
    "INSERT INTO action (id, at, officer_id, name, kind) VALUES (1, 1, 1, 'Tạo', 0)",
    "INSERT INTO field (id, name) VALUES (1, 'Hộ tịch')",
)


def make_files(folder: Path) -> None:
    """`desk.db`, `chosen.db`, `old.db` and `so.csv`, made once and copied for every try."""
    desk = open_desk(folder / "desk.db", clock=Clock(NOW))
    for state in (State.PROCESSING, State.RETURNED, State.AWAITING_SUPPLEMENT):
        in_state(desk, state)
    desk.close()
    shutil.copy(folder / "desk.db", folder / "chosen.db")
    desk = open_desk(folder / "desk.db", clock=Clock(NOW))
    for _ in range(HERE - CHOSEN):
        receive(desk)
    desk.close()
    (folder / "so.csv").write_text("\n".join([_HEAD, *map(_row, range(ROWS))]), encoding="utf-8")
    make_old(folder / "old.db", "0001")


def _row(number: int) -> str:
    code = f"H99.12-260309-{number + 1:04}"
    return f"{code};1.001193;Lê Thử {number};Trực tiếp;09/03/2026 08:00;16/03/2026 08:00"


def make_old(path: Path, schema: str) -> None:
    """A file as the program of *schema* left it, with dossiers."""
    database = connect(path)
    upgrade(database.engine, to=schema)
    with database.engine.execution_options(dxdesk_writes=True).begin() as connection:
        for statement in _FIRST:
            connection.execute(text(statement))
        _fill(connection, "procedure", {"id": 1, "code": "1.001193", "field_id": 1})
        for number in range(1, OLD + 1):
            given = {"id": number, "book_year": 2026, "book_number": number, "procedure_id": 1}
            _fill(connection, "dossier", {**given, "owner_name": f"Lê Thử {number}"})
    database.close()


def _fill(connection: Connection, table: str, given: dict[str, Any]) -> None:
    """One row of *table*; what it needs beside *given* is 0, 1 or empty."""
    for _, name, kind, needed, default, key in connection.execute(
        text(f"PRAGMA table_info({table})")
    ):
        if needed and default is None and not key and name not in given:
            given[name] = "" if "CHAR" in kind or "TEXT" in kind else 1
    names, marks = ", ".join(given), ", ".join(f":{name}" for name in given)
    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), given)  # noqa: S608 - own names
