"""Importing 100,000 rows of .xlsx, against the reading library alone plus a raw insert."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from bench.measure import Result, Times, ms, peak_megabytes, timed
from bench.ward import FOLDER, ROOT, bare, clock, surroundings, tell
from db.moments import moment_of
from dxdesk.domain.channel import Channel
from dxdesk.services import imports
from dxdesk.services.opening import open_desk

ROWS = 100_000
_ROUNDS = 3
_AT_MOST = 3
_MOST_MEMORY = 500
_HEADINGS = (
    ("STT", "Mã hồ sơ", "Nội dung hồ sơ", "Số lượng (bộ)", "Họ tên chủ hồ sơ"),
    ("Địa chỉ chủ hồ sơ", "Số điện thoại", "Ngày, tháng, năm", "", "Ngày có kết quả"),
    ("Ngày nhận kết quả", "Hình thức tiếp nhận", "Người nhận hồ sơ", "Ghi chú"),
)
_ROWS_OF = """
    SELECT d.code, p.name, d.copies, d.owner_name, d.owner_address, d.owner_phone, d.received_at,
           d.due_at, d.finished_at, d.returned_at, d.channel, o.name
    FROM dossier d JOIN procedure p ON p.id = d.procedure_id
    LEFT JOIN officer o ON o.id = d.received_by_id
    WHERE d.void_at IS NULL AND d.received_at IS NOT NULL AND d.code IS NOT NULL
    ORDER BY d.id LIMIT ? OFFSET ?"""


def measure(path: Path) -> Iterator[Result]:
    register = register_of(path)
    program, reference, memory, rows = [], [], 0, 0
    for _ in range(_ROUNDS):
        told = _import_apart(register)
        program.append(told["seconds"])
        memory, rows = max(memory, told["memory"]), told["new"]
        reference.append(timed(lambda: _by_hand(register)))
    ratio = Times(tuple(program)).median / Times(tuple(reference)).median
    yield Result(
        subject=f"Import of {rows:,} rows of .xlsx",
        promise=f"≤ {_AT_MOST} ×",
        measured=f"{ms(Times(tuple(program)).median)} (min {ms(min(program))})",
        reference=f"{ms(Times(tuple(reference)).median)}: the reading library + raw INSERT",
        ratio=ratio,
        met=ratio <= _AT_MOST,
    )
    yield Result(
        subject="Peak memory of the import",
        promise=f"≤ {_MOST_MEMORY} MB",
        measured=f"{memory} MB",
        met=memory <= _MOST_MEMORY,
    )


def register_of(path: Path, *, after: int = 0) -> Path:
    """A register of ROWS dossiers, in the shape of `Sổ theo dõi hồ sơ`; *after*: without so many.

    A ward of fewer dossiers gives fewer rows.
    """
    made = FOLDER / f"{path.stem}-{ROWS}{f'-after-{after}' if after else ''}.xlsx"
    if made.exists():
        return made
    tell(f"  … {made.name}")
    with closing(bare(path)) as connection, Workbook(made, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Sổ theo dõi")
        headings = [heading for part in _HEADINGS for heading in part]
        found = connection.execute(_ROWS_OF, (ROWS, after))
        lines = [
            ["ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH"],
            ["SỔ THEO DÕI HỒ SƠ"],
            [],
            headings,
            ["", "", "", "", "", "", "", "Nhận hồ sơ", "Hẹn trả kết quả"],
            [f"({at})" for at in range(1, len(headings) + 1)],
        ]
        for at, line in enumerate(lines):
            sheet.write_row(at, 0, line)
        for number, row in enumerate(found, 1):
            sheet.write_row(len(lines) + number - 1, 0, [number, *_cells(row)])
    return made


def _cells(row: tuple[Any, ...]) -> list[Any]:
    code, content, copies, name, address, phone, *moments, channel, officer = row
    shown = [f"{moment_of(m):%d/%m/%Y %H:%M}" if isinstance(m, int) else "" for m in moments]
    return [code, content, copies, name, address, phone, *shown, Channel(channel).label, officer]


def _by_hand(register: Path) -> None:
    """Read the rows with the library alone and insert them as they are."""
    rows = CalamineWorkbook.from_path(register).get_sheet_by_index(0).to_python()
    target = FOLDER / "by-hand.db"
    target.unlink(missing_ok=True)
    with closing(bare(target)) as connection:
        width = len(rows[6])
        connection.execute(f"CREATE TABLE r ({', '.join(f'c{at}' for at in range(width))})")
        connection.execute("BEGIN IMMEDIATE")
        marks = ", ".join("?" * width)
        connection.executemany(f"INSERT INTO r VALUES ({marks})", rows[6:])
        connection.execute("COMMIT")
    for leftover in FOLDER.glob("by-hand.db*"):
        leftover.unlink()


def _import_apart(register: Path) -> dict[str, int]:
    """The import in a process of its own, so that its peak of memory is its own."""
    command = [sys.executable, "-c", "from bench.importing import alone; alone()", str(register)]
    answer = subprocess.run(
        command, cwd=ROOT, env=surroundings(), check=True, capture_output=True, text=True
    ).stdout
    told: dict[str, int] = json.loads(answer.splitlines()[-1])
    return told


def alone() -> None:
    """Run in the child: import into an empty ward, print what it took."""
    target = FOLDER / "import.db"
    for leftover in FOLDER.glob("import.db*"):
        leftover.unlink()
    desk = open_desk(target, clock=clock)
    results: list[imports.ImportResult] = []
    seconds = timed(lambda: results.append(imports.run(desk, Path(sys.argv[1]))))
    desk.close()
    target.unlink()
    peak = peak_megabytes()
    (result,) = results
    assert result.new + result.changed + result.same == result.rows, len(result.quarantined)
    print(json.dumps({"seconds": seconds, "memory": peak, "new": result.new}))
