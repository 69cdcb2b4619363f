"""The one place that knows which driver opens a file: SQLite's, or SQLCipher's when encrypted.

Both have the same connections. SQLCipher's driver is large and is loaded for an encrypted file
only; its errors are of another family.
"""

import sqlite3
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from dxdesk.domain.key import PAGE, SALT_BYTES, Key, Keys, is_plain, salt_in
from dxdesk.errors import LockedError

Connection = sqlite3.Connection
"""Of either driver."""
_CIPHER = "sqlcipher3.dbapi2"
_LOGS = ("-wal", "-journal")
_PAGES_TRIED = 64
_BAD_PAGE = "SQL logic error"
"""SQLCipher's words, without any more of them, for a page that is not as it was written."""


def cipher() -> Any:
    """SQLCipher's driver."""
    return import_module(_CIPHER)


def opened(
    place: Path | str,
    key: Key | None,
    *,
    timeout: float = 5,
    uri: bool = False,
    any_thread: bool = False,
) -> Connection:
    """A connection without transactions of the driver's own; with *key* to an encrypted file."""
    given: dict[str, Any] = {"timeout": timeout, "uri": uri, "check_same_thread": not any_thread}
    if key is not None:
        return opened_by_cipher(place, key, **given)
    connection: Connection = sqlite3.connect(place, isolation_level=None, **given)
    return connection


def opened_by_cipher(place: Path | str, key: Key | None, **given: Any) -> Connection:
    """Also to a file that is not encrypted: SQLCipher reads and writes both."""
    connection: Connection = cipher().connect(str(place), isolation_level=None, **given)
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to the standard error
    if key is not None:
        connection.execute(f'PRAGMA key = "{literal(key)}"')
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def open_for_reading(path: Path, keys: Keys = ()) -> Connection:
    """For reading only, and nothing is made beside *path*.

    LockedError when it is encrypted and none of *keys* opens it.
    """
    connection = opened(for_reading(path), key_of(path, keys), uri=True)
    connection.execute("PRAGMA schema_version")
    return connection


def for_reading(path: Path) -> str:
    """Where no log lies beside it nobody has it open, and it is read just as it lies."""
    busy = any(path.with_name(f"{path.name}{suffix}").exists() for suffix in _LOGS)
    return f"file:{quote(path.absolute().as_posix())}?mode=ro{'' if busy else '&immutable=1'}"


def literal(key: Key | None) -> str:
    """*key* as SQLCipher takes it: no passphrase, so nothing is derived again."""
    return "" if key is None else f"x'{key.raw.hex()}{key.salt.hex()}'"


def faults() -> tuple[type[BaseException], ...]:
    """What reading a damaged file may raise, of the drivers that are in use."""
    loaded = sys.modules.get(_CIPHER)
    # A page that is not as SQLCipher wrote it reaches Python as want of memory.
    more = () if loaded is None else (loaded.Error, MemoryError)
    return (sqlite3.Error, UnicodeDecodeError, *more)


def error_name(error: BaseException) -> str:
    """SQLite's name for *error*; empty for what has none."""
    named: str | None = getattr(error, "sqlite_errorname", None)
    bad_page = type(error).__module__ == _CIPHER and str(error) == _BAD_PAGE
    return "SQLITE_CORRUPT" if bad_page or isinstance(error, MemoryError) else named or ""


def is_connection(raw: object) -> bool:
    """Whether *raw* is a connection of one of the two drivers."""
    loaded = sys.modules.get(_CIPHER)
    return isinstance(
        raw, sqlite3.Connection | (loaded.Connection if loaded else sqlite3.Connection)
    )


def salt_of(path: Path) -> bytes | None:
    """The salt of an encrypted file; None for one that is not, or is not there."""
    return salt_in(_head(path))


def is_encrypted(path: Path) -> bool:
    return salt_of(path) is not None


def is_plain_file(path: Path) -> bool:
    """Whether *path* is surely not encrypted; of a damaged one its first page may not tell."""
    return is_plain(_head(path))


def key_of(path: Path, keys: Keys) -> Key | None:
    """That of *keys* which opens *path*; None for a file that needs none, also a new one.

    LockedError when none does. A file whose first page is damaged is known by its others.
    """
    head = _head(path)
    if is_plain(head) or not head:
        return None
    salt = salt_in(head)
    found = next((key for key in keys if key.salt == salt), None)
    found = found or next((key for key in keys if fits(path, key)), None)
    if found is None and salt is not None:
        raise LockedError(path)
    return found


def fits(path: Path, key: Key) -> bool:
    """Whether one of the first pages of *path* was written with *key*."""
    return any(key.fits(page, number) for number, page in islice(_pages(path), _PAGES_TRIED))


def is_broken(path: Path, key: Key) -> bool:
    """Whether a page of the file is not as it was written; reads all of it."""
    return not all(key.fits(page, number) for number, page in _pages(path))


def _pages(path: Path) -> Iterator[tuple[int, bytes]]:
    with path.open("rb") as file:
        number = 0
        while page := file.read(PAGE):
            number += 1
            yield number, page


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(SALT_BYTES)
    except OSError:  # whoever opens it as a database says why it cannot
        return b""
