"""Copies of the file: made while it is in use, and trusted only after they were read back."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from db.migrations import HEAD
from db.trouble import FAULTS, storage_error
from dxdesk.errors import StorageError, system_words

_LOGS = ("-wal", "-journal")
_COMPANIONS = ("-wal", "-shm", "")  # the file itself last: until then it is where it was
_ELSEWHERE = "hãy chọn nơi khác"
_ALONE = "delete"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds; two copies are equal when these are."""

    schema: str
    dossiers: int
    actions: int


def copy(source: Path, target: Path) -> Contents:
    """Copy the database *source* to *target*, which appears only whole, verified and on disk.

    Others may go on reading and writing *source*: the copy is one moment of it. StorageError
    when *source* is no database of ours, damaged or newer, or when *target* cannot be written.
    """
    unfinished = target.with_name(f"{target.name}.dang-ghi")
    try:
        with reading_plainly(target):
            unfinished.unlink(missing_ok=True)
            with _blaming(source):
                expected = _copied(source, unfinished)
            if contents(unfinished) != expected:
                raise StorageError(
                    f"Bản sao “{target}” không giống bản gốc nên đã bị bỏ. Hãy kiểm tra ổ đĩa rồi "
                    "làm lại."
                )
            _to_disk(unfinished)
            unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return expected


def contents(path: Path) -> Contents:
    """Read the whole file and count; StorageError when it is not a sound database of ours."""
    with reading_plainly(path), closing(open_for_reading(path)) as connection:
        found = _counted(connection, path)
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StorageError(f"Tệp “{path}” bị hỏng; hãy dùng một bản sao lưu khác.")
        return found


def glance(path: Path) -> Contents:
    """What *path* holds by its own word: counted, not read through."""
    with reading_plainly(path), closing(open_for_reading(path)) as connection:
        return _counted(connection, path)


def is_ours(path: Path) -> bool:
    """Whether *path* is a database of this program, sound or not so far as its head tells."""
    try:
        with closing(open_for_reading(path)) as connection:
            return _version(connection) is not None
    except FAULTS:
        return False


_OURS = {"alembic_version", "dossier", "action"}


def is_foreign(path: Path) -> bool:
    """Whether *path* is a database with tables of another program; it is not touched."""
    try:
        with closing(open_for_reading(path)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            return bool(tables) and not tables >= _OURS
    except FAULTS:
        return False


def exchange(path: Path, incoming: Path, aside: Path | None) -> None:
    """Put the whole and verified *incoming* in the place of *path*, which goes on as *aside*.

    Killed in the middle, it is brought to its end by `finish_exchange` at the next start.
    """
    ready = _ready(path)
    incoming.replace(ready)
    if aside is not None:
        try:
            set_aside(path, aside)
        except BaseException:
            ready.unlink(missing_ok=True)
            raise
    ready.replace(path)


def finish_exchange(path: Path) -> None:
    """After a kill between the two names of `exchange`: what was to be *path* becomes it."""
    ready = _ready(path)
    if not path.exists() and ready.exists():
        ready.replace(path)


def _ready(path: Path) -> Path:
    return path.with_name(f"{path.name}.thay")


def set_aside(path: Path, aside: Path) -> None:
    """Rename *path* with all that it holds; StorageError while another program has it open."""
    with reading_plainly(path):
        try:
            fold_in(path)
        except sqlite3.DatabaseError as error:
            if (error.sqlite_errorname or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise
            # Damaged: it goes aside as it is.
        for suffix in _COMPANIONS:
            companion = path.with_name(path.name + suffix)
            if companion.exists():
                companion.replace(aside.with_name(aside.name + suffix))


def fold_in(path: Path) -> None:
    """Bring what still stands in the write-ahead log into the file; needs the file alone."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=1)) as connection:
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != _ALONE:
            raise StorageError(
                f"Chương trình khác đang mở “{path}”. Hãy đóng cửa sổ DX Desk rồi làm lại."
            )


def _copied(source: Path, target: Path) -> Contents:
    with closing(open_for_reading(source)) as origin, closing(sqlite3.connect(target)) as made:
        origin.execute("BEGIN")  # one moment: what is counted is what is copied
        expected = _counted(origin, source)
        origin.backup(made)
        made.execute("PRAGMA journal_mode = DELETE")  # a copy is one file
        return expected


def open_for_reading(path: Path) -> sqlite3.Connection:
    """For reading only, and nothing is made beside *path*.

    Where no log lies beside it nobody has it open, and it is read just as it lies.
    """
    busy = any(path.with_name(f"{path.name}{suffix}").exists() for suffix in _LOGS)
    place = f"file:{quote(path.absolute().as_posix())}?mode=ro{'' if busy else '&immutable=1'}"
    connection = sqlite3.connect(place, uri=True, isolation_level=None)
    connection.execute("PRAGMA schema_version")
    return connection


def _counted(connection: sqlite3.Connection, path: Path) -> Contents:
    version = _version(connection)
    if version is None:
        raise StorageError(f"Tệp “{path}” không phải cơ sở dữ liệu của DX Desk; hãy chọn tệp khác.")
    if version > HEAD:
        raise StorageError(
            f"Tệp “{path}” do phiên bản DX Desk mới hơn tạo ra (lược đồ {version}, chương trình "
            f"này đọc được đến {HEAD}). Hãy cài phiên bản mới rồi làm lại."
        )
    numbers = [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - own names
        for table in ("dossier", "action")
    ]
    return Contents(version, *numbers)


def _version(connection: sqlite3.Connection) -> str | None:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not {"alembic_version", "dossier", "action"} <= tables:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _blaming(source: Path) -> Iterator[None]:
    """A database that is none or damaged is the *source*; a new copy is never that."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if (error.sqlite_errorname or "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise storage_error(error, source) or error from error
        raise


@contextmanager
def reading_plainly(path: Path) -> Iterator[None]:
    """Trouble of SQLite and of the system as sentences."""
    try:
        yield
    except FAULTS as error:
        raise storage_error(error, path) or StorageError(
            f"Tệp “{path}” không phải cơ sở dữ liệu của DX Desk, hoặc đã hỏng; hãy chọn tệp khác."
        ) from error
    except OSError as error:
        raise StorageError(
            f"Không ghi được “{error.filename or path}”: {system_words(error) or _ELSEWHERE}."
        ) from error
