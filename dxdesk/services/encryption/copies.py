"""Copies that the key in use does not open: plain ones, and those of an earlier passphrase."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from db import backup as files
from db.driver import is_encrypted, key_of
from db.shelf import backups_in
from dxdesk.desk import Desk
from dxdesk.domain.key import Keys
from dxdesk.domain.rights import Right
from dxdesk.errors import LockedError
from dxdesk.services.backups.making import all_backups, database_of
from dxdesk.services.backups.second import second_place

_UNFINISHED = (".dang-doi", ".thay", ".khoi-phuc", ".dang-cuu", ".dang-nap")


@dataclass(frozen=True, slots=True)
class Unlike:
    """Copies of an encrypted ward that its key does not open."""

    plain: tuple[Path, ...] = ()
    """Whoever has them reads them."""
    other: tuple[Path, ...] = ()
    """They keep the passphrase of their time."""
    away: Path | None = None
    """The second place, which could not be looked at."""


def unlike(desk: Desk) -> Unlike:
    """Nothing for a ward that is not encrypted."""
    if desk.database.key is None:
        return Unlike()
    place = second_place(desk)
    known = (*_near(desk), *(_there(desk, place.folder) if place and place.reachable else ()))
    differing = [one for one in known if not _opens(one, desk.database.keys)]
    return Unlike(
        tuple(one for one in differing if not is_encrypted(one)),
        tuple(one for one in differing if is_encrypted(one)),
        place.folder if place and not place.reachable else None,
    )


def bring_along(
    desk: Desk, keys: Keys = (), *, progress: Callable[[int, int], None] | None = None
) -> int:
    """Write the copies that can be opened anew under the key in use; how many there were.

    Each is exchanged only when the new one was read back. What an interrupted work left is deleted.
    """
    desk.require(Right.KEEP, "mã hóa các bản sao lưu cũ")
    found, key = unlike(desk), desk.database.key
    every = (*found.plain, *found.other)
    done = 0
    for number, path in enumerate(every):
        if progress is not None:
            progress(number, len(every))
        done += _brought(path, (*desk.database.keys, *keys), desk)
    if done and key is not None:
        desk.note(f"Mã hóa {done} bản sao lưu cũ")
    return done


def _brought(path: Path, keys: Keys, desk: Desk) -> bool:
    if path.suffix in _UNFINISHED:
        path.unlink(missing_ok=True)
        return True
    try:
        files.copy_for(path, path, keys, desk.database.key)
    except LockedError:
        return False
    return True


def _near(desk: Desk) -> Iterator[Path]:
    yield from (Path(one.path) for one in all_backups(desk))
    database = database_of(desk)
    for ending in _UNFINISHED:
        left = database.with_name(database.name + ending)
        if left.exists():
            yield left


def _there(desk: Desk, folder: Path) -> Iterator[Path]:
    yield from (Path(one.path) for one in backups_in(folder, database_of(desk)))


def _opens(path: Path, keys: Keys) -> bool:
    try:
        return key_of(path, keys) is not None
    except LockedError:
        return False
