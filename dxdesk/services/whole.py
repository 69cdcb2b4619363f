"""Everything out of the database into one file that other programs can read, and back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from db import backup as files
from db import dump
from db.backup import Contents
from db.driver import key_of
from db.engine import Database, connect
from db.location import check_place
from db.migrations import HEAD, migrate
from dxdesk import __version__
from dxdesk.desk import Desk
from dxdesk.domain.key import Key, Keys
from dxdesk.domain.rights import Right
from dxdesk.errors import InputError
from dxdesk.exchange.whole_file import (
    Manifest,
    StoredColumn,
    StoredTable,
    WholeFile,
    open_whole,
    write_whole,
)
from dxdesk.reports.files import replacing
from dxdesk.services.maintenance import Restored, check_keeper, free_name, place_of

Progress = Callable[[int, int], None]
_EVERY = 1000


def export_everything(desk: Desk, path: Path, *, progress: Progress | None = None) -> Manifest:
    """Write all rows of all tables, the action log too, as one moment of the database.

    Nothing is left out: the file is to be kept like the database itself.
    """
    desk.require(Right.EXPORT, "xuất toàn bộ dữ liệu")
    with desk.reading() as session, replacing(path) as file:
        connection = session.connection()
        forms = {table.name: table for table in dump.tables()}
        tables = tuple(
            StoredTable(name, _columns(form), dump.count(connection, name))
            for name, form in forms.items()
        )
        made = f"{desk.now():%Y-%m-%dT%H:%M}"
        last = dump.next_ids(connection)
        manifest = Manifest(dump.schema_of(connection), made, __version__, tables, last)
        told = _Told(progress, sum(table.rows for table in tables))
        write_whole(file, manifest, lambda name: told.each(dump.rows(connection, forms[name])))
        desk.note(
            "Xuất toàn bộ dữ liệu ra tệp"
        )  # before the file is there: nothing leaves unlogged
    return manifest


def _columns(form: dump.TableForm) -> tuple[StoredColumn, ...]:
    return tuple(StoredColumn(c.name, c.kind, c.nullable, c.meaning) for c in form.columns)


class _Told:
    """Tells how many rows went by."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def each(self, rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for row in rows:
            self._done += 1
            if self._progress and (self._done % _EVERY == 0 or self._done == self._total):
                self._progress(self._done, self._total)
            yield row


def load_everything(
    path_or_url: Path | str | None,
    chosen: Path,
    *,
    clock: Callable[[], datetime] = datetime.now,
    progress: Progress | None = None,
    desk: Desk | None = None,
    keys: Keys = (),
) -> Restored:
    """Make the database anew from the file *chosen*; refused where dossiers are already.

    The new database is made aside and checked first, so that a bad file changes nothing. What stood
    in its place, a ward without dossiers, is kept beside it; where it was encrypted the new one is
    too. *desk*, *keys*: as for `restore`.
    """
    target = _free_place(path_or_url, keys)
    check_keeper(target, desk, f"nạp từ “{chosen.name}”", keys)
    incoming = target.with_name(f"{target.name}.dang-nap")
    try:
        with open_whole(chosen) as whole:
            contents = _made(incoming, whole, key_of(target, keys), progress)
        kept = free_name(target, clock()) if target.exists() else None
        files.exchange(target, incoming, kept, keys)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            incoming.with_name(incoming.name + suffix).unlink(missing_ok=True)
    return Restored(contents, kept)


def _free_place(path_or_url: Path | str | None, keys: Keys) -> Path:
    """Where the new database may stand; InputError where dossiers are already."""
    target = place_of(path_or_url)
    if target is None:
        raise InputError("Chỉ nạp được vào cơ sở dữ liệu là một tệp trên máy này.")
    check_place(target)
    if target.exists() and target.stat().st_size and files.contents(target, keys).dossiers:
        raise InputError(
            f"“{target}” đã có hồ sơ nên không nạp đè; hãy chọn tên khác cho cơ sở dữ liệu mới."
        )
    return target


def _made(incoming: Path, whole: WholeFile, key: Key | None, progress: Progress | None) -> Contents:
    """A new database with the rows of *whole*, read back."""
    schema = whole.manifest.schema
    if schema > HEAD:
        raise InputError(
            f"Tệp “{whole.name}” do phiên bản DX Desk mới hơn xuất ra (lược đồ {schema}, chương "
            f"trình này đọc được đến {HEAD}). Hãy cài phiên bản mới rồi nạp lại."
        )
    incoming.unlink(missing_ok=True)
    with closing(connect(incoming, key)) as database:
        _fill(database, whole, progress)
        migrate(database.engine)
    files.fold_in(incoming, database.keys)
    return files.contents(incoming, database.keys)


def _fill(database: Database, whole: WholeFile, progress: Progress | None) -> None:
    manifest = whole.manifest
    told = _Told(progress, sum(table.rows for table in manifest.tables))
    try:
        dump.prepare(database.engine, manifest.schema)
    except LookupError as error:
        raise _unknown(whole, f"lược đồ “{manifest.schema}”") from error
    try:
        with database.aside() as session:
            connection = session.connection()
            dump.lax(connection)
            for table in manifest.tables:
                known = dump.columns_of(connection, table.name)
                if {column.name for column in table.columns} != set(known):
                    raise _unknown(whole, f"bảng “{table.name}”")
                dump.fill(connection, table.name, told.each(whole.rows(table)))
            dump.set_next_ids(connection, manifest.last_ids)
            if dump.loose_ends(connection):
                raise _unknown(whole, "liên kết giữa các bảng")
    except (SQLAlchemyError, OverflowError) as error:
        raise InputError(
            f"Tệp “{whole.name}” có dữ liệu trái với quy tắc của cơ sở dữ liệu (trùng số, thiếu "
            "giá trị). Chưa có gì được nạp; hãy xuất lại tệp từ máy cũ."
        ) from error


def _unknown(whole: WholeFile, what: str) -> InputError:
    return InputError(
        f"Tệp “{whole.name}”: {what} không đúng với phiên bản đã ghi trong tệp. Chưa có gì được "
        "nạp; hãy xuất lại tệp từ máy cũ."
    )
