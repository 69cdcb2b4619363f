"""Copies of the file: made while it is in use, and trusted only after they were read back."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from db.driver import (
    Connection,
    error_name,
    faults,
    for_reading,
    is_encrypted,
    key_of,
    literal,
    open_for_reading,
    opened,
    opened_by_cipher,
)
from db.migrations import HEAD
from db.trouble import storage_error
from dxdesk.domain.key import Key, Keys
from dxdesk.errors import StorageError, system_words

_COMPANIONS = ("-wal", "-shm", "")  # the file itself last: until then it is where it was
_ELSEWHERE = "hãy chọn nơi khác"
_ALONE = "delete"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds; two copies are equal when these are."""

    schema: str
    dossiers: int
    actions: int


def copy(source: Path, target: Path, keys: Keys = ()) -> Contents:
    """Copy the database *source* to *target*, which appears only whole, verified and on disk.

    Others may go on reading and writing *source*: the copy is one moment of it, and the key that
    opens *source* opens it too. StorageError when *source* is no database of ours, damaged or
    newer, or when *target* cannot be written; LockedError when none of *keys* opens *source*.
    """
    return copy_for(source, target, keys, key_of(source, keys))


def copy_for(source: Path, target: Path, keys: Keys, key: Key | None) -> Contents:
    """`copy`, to be opened by *key* whatever opens *source*; None: the copy is not encrypted."""
    unfinished = target.with_name(f"{target.name}.dang-ghi")
    try:
        with reading_plainly(target):
            unfinished.unlink(missing_ok=True)
            with _blaming(source):
                expected = _copied(source, unfinished, keys, key)
            if contents(unfinished, _own(key)) != expected:
                raise StorageError(
                    f"Bản sao “{target}” không giống bản gốc nên đã bị bỏ. Hãy kiểm tra ổ đĩa rồi "
                    "làm lại."
                )
            _to_disk(unfinished)
            unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return expected


def _own(key: Key | None) -> Keys:
    return () if key is None else (key,)


def contents(path: Path, keys: Keys = ()) -> Contents:
    """Read the whole file and count; StorageError when it is not a sound database of ours."""
    with reading_plainly(path), closing(open_for_reading(path, keys)) as connection:
        found = _counted(connection, path)
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise StorageError(f"Tệp “{path}” bị hỏng; hãy dùng một bản sao lưu khác.")
        return found


def glance(path: Path, keys: Keys = ()) -> Contents:
    """What *path* holds by its own word: counted, not read through."""
    with reading_plainly(path), closing(open_for_reading(path, keys)) as connection:
        return _counted(connection, path)


def is_ours(path: Path) -> bool:
    """Whether *path* is a database of this program, sound or not so far as its head tells."""
    if is_encrypted(path):
        return True
    try:
        with closing(open_for_reading(path)) as connection:
            return _version(connection) is not None
    except faults():
        return False


_OURS = {"alembic_version", "dossier", "action"}


def is_foreign(path: Path) -> bool:
    """Whether *path* is a database with tables of another program; it is not touched."""
    if is_encrypted(path):
        return False
    try:
        with closing(open_for_reading(path)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            return bool(tables) and not tables >= _OURS
    except faults():
        return False


def exchange(path: Path, incoming: Path, aside: Path | None, keys: Keys = ()) -> None:
    """Put the whole and verified *incoming* in the place of *path*, which goes on as *aside*.

    Killed in the middle, it is brought to its end by `finish_exchange` at the next start.
    """
    ready = _ready(path)
    incoming.replace(ready)
    if aside is not None:
        try:
            set_aside(path, aside, keys)
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


def set_aside(path: Path, aside: Path, keys: Keys = ()) -> None:
    """Rename *path* with all that it holds; StorageError while another program has it open."""
    with reading_plainly(path):
        try:
            fold_in(path, keys)
        except faults() as error:
            if error_name(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise
            # Damaged: it goes aside as it is.
        for suffix in _COMPANIONS:
            companion = path.with_name(path.name + suffix)
            if companion.exists():
                companion.replace(aside.with_name(aside.name + suffix))


def fold_in(path: Path, keys: Keys = ()) -> None:
    """Bring what still stands in the write-ahead log into the file; needs the file alone."""
    with closing(opened(path, key_of(path, keys), timeout=1)) as connection:
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != _ALONE:
            raise StorageError(
                f"Chương trình khác đang mở “{path}”. Hãy đóng cửa sổ DX Desk rồi làm lại."
            )


def _copied(source: Path, target: Path, keys: Keys, key: Key | None) -> Contents:
    before = key_of(source, keys)
    with closing(open_for_reading(source, keys)) as origin:
        origin.execute("BEGIN")  # one moment: what is counted is what is copied
        expected = _counted(origin, source)
        if before == key:
            with closing(opened(target, key)) as made:
                origin.backup(made)
                made.execute("PRAGMA journal_mode = DELETE")  # a copy is one file
        else:
            _exported(source, before, target, key)
        return expected


def _exported(source: Path, before: Key | None, target: Path, key: Key | None) -> None:
    """Table by table: pages of another key are of no use."""
    with closing(opened_by_cipher(target, key)) as made:
        made.execute("ATTACH ? AS source KEY ?", (for_reading(source), literal(before)))
        made.execute("BEGIN")
        made.execute("SELECT sqlcipher_export('main', 'source')")
        made.execute("COMMIT")


def _counted(connection: Connection, path: Path) -> Contents:
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


def _version(connection: Connection) -> str | None:
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
    except faults() as error:
        if error_name(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise storage_error(error, source) or error from error
        raise


@contextmanager
def reading_plainly(path: Path) -> Iterator[None]:
    """Trouble of SQLite and of the system as sentences."""
    try:
        yield
    except faults() as error:
        raise storage_error(error, path) or StorageError(
            f"Tệp “{path}” không phải cơ sở dữ liệu của DX Desk, hoặc đã hỏng; hãy chọn tệp khác."
        ) from error
    except OSError as error:
        raise StorageError(
            f"Không ghi được “{error.filename or path}”: {system_words(error) or _ELSEWHERE}."
        ) from error
