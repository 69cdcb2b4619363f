"""One bit of the file turns over: what becomes of it."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from db import dump
from db.engine import connect
from dxdesk.errors import DeskError
from dxdesk.services.checking import check
from dxdesk.services.opening import open_desk
from tests.faults.jobs import NOW
from tests.faults.ward import make_files
from tests.kit import Clock

PAGE = 4096
WELL = frozenset({"told", "harmless"})


def make_sound(folder: Path) -> Path:
    """A ward's file with nothing left in its write-ahead log."""
    make_files(folder)
    path = folder / "desk.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def everything(path: Path) -> dict[str, list[dict[str, object]]]:
    database = connect(path)
    try:
        with database.reading() as session:
            connection = session.connection()
            return {form.name: list(dump.rows(connection, form)) for form in dump.tables()}
    finally:
        database.close()


def flipped(sound: Path, folder: Path, page: int, number: int) -> Path:
    """A copy of *sound* with the bit *number* of some bits of *page* turned over."""
    path = folder / "desk.db"
    shutil.copy(sound, path)
    chosen = random.Random(f"{page}/{number}")
    at, bit = page * PAGE + chosen.randrange(PAGE), 1 << chosen.randrange(8)
    with path.open("r+b") as file:
        file.seek(at)
        (byte,) = file.read(1)
        file.seek(at)
        file.write(bytes([byte ^ bit]))
    return path


def verdict(sound: Path, folder: Path, page: int, number: int = 0) -> str:
    """What becomes of one flipped bit: `told`, `harmless`, or what is wrong, in words."""
    path = flipped(sound, folder, page, number)
    try:
        desk = open_desk(path, clock=Clock(NOW), create=False)
        try:
            found = check(desk).ok
        finally:
            desk.close()
        if not found:
            return "told"
        return "harmless" if everything(path) == everything(sound) else "changed and not told"
    except DeskError:
        return "told"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is no sentence
        return f"{type(error).__name__}: {error}"


def pages(path: Path) -> int:
    return path.stat().st_size // PAGE
