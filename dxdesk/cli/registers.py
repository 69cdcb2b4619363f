"""`dxdesk import` and `dxdesk register`: registers in and out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from dxdesk.cli.call import Call, Progress, pass_call, say, write, write_json
from dxdesk.cli.periods import range_of, range_options
from dxdesk.cli.values import FILE, output_file
from dxdesk.cli.words import Vietnamese
from dxdesk.trouble import status_of, trouble

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.services.imports import ImportResult


@click.command(name="import", cls=Vietnamese)
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=FILE)
@click.option("--dry-run", is_flag=True, help="Chỉ xem sẽ nhập được gì; không ghi gì vào sổ.")
@click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
@pass_call
def import_registers(call: Call, *, files: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Nhập sổ theo dõi từ .xlsx, .xls, .ods, .csv; mỗi tệp là một thao tác hoàn tác được."""
    answers: list[dict[str, Any]] = []
    status = 0
    with _desk(call, dry_run=dry_run) as desk:
        for path in files:
            try:
                found = _import(desk, path, dry_run=dry_run)
            except Exception as error:  # noqa: BLE001 - one bad file does not keep the others out
                words = trouble(error)
                say(f"“{path}”: {words}")
                answers.append({"file": str(path), "error": words})
                status = max(status, status_of(error))
                continue
            answers.append(_plain(path, found))
            if not as_json:
                _print(path, found, dry_run=dry_run)
    if as_json:
        write_json({"files": answers})
    return status


@contextmanager
def _desk(call: Call, *, dry_run: bool) -> "Iterator[Desk]":
    """The ward's desk; a trial on a database that is not there yet uses one that vanishes."""
    from dxdesk.services.maintenance import place_of

    place = place_of(call.database)
    if not dry_run or place is None or place.exists():
        with call.desk(create=not dry_run) as desk:
            yield desk
        return
    with TemporaryDirectory(prefix="dxdesk-") as folder:
        trial = replace(call, database=str(Path(folder) / "thu.db"))
        with trial.desk(create=True) as desk:
            yield desk


def _import(desk: "Desk", path: Path, *, dry_run: bool) -> "ImportResult":
    from dxdesk.services import imports

    progress = Progress(f"Đang đọc {path.name}")
    if dry_run:
        return imports.preview(desk, path, progress=progress).result
    return imports.run(desk, path, progress=progress)


def _plain(path: Path, found: "ImportResult") -> dict[str, Any]:
    return {
        "file": str(path),
        "shape": found.shape,
        "rows": found.rows,
        "new": found.new,
        "changed": found.changed,
        "same": found.same,
        "quarantined": [
            {"line": one.line, "column": one.column, "value": one.value, "reason": one.reason}
            for one in found.quarantined
        ],
        "warnings": list(found.warnings),
    }


def _print(path: Path, found: "ImportResult", *, dry_run: bool) -> None:
    write(f"“{path}”: {found.shape_name}" + (" (chạy thử, chưa ghi)" if dry_run else ""))
    write(
        f"  {found.rows} dòng: {found.new} mới, {found.changed} thay đổi, {found.same} không đổi, "
        f"{len(found.quarantined)} dòng lỗi"
    )
    for one in found.quarantined:
        write(f"  dòng {one.line}, cột {one.column}: {one.reason}")
    for warning in found.warnings:
        say(f"  Lưu ý: {warning}")


@click.command(cls=Vietnamese)
@range_options
@click.option(
    "--output",
    required=True,
    type=output_file("pdf", "xlsx", "csv"),
    help="Tệp sẽ ghi, đuôi .pdf, .xlsx hoặc .csv.",
)
@pass_call
def register(call: Call, *, first: date | None, last: date | None, output: Path) -> None:
    """Sổ theo dõi hồ sơ của một khoảng ngày."""
    from dxdesk.services.reporting import write_register

    period = range_of(first, last)
    with call.desk() as desk:
        write_register(desk, period, output, progress=Progress("Đang lập sổ"))
        desk.note(f"Ghi sổ theo dõi hồ sơ {period.label} ra tệp {output.suffix}")
    say(f"Đã ghi sổ theo dõi hồ sơ {period.label} vào “{output}”.")
