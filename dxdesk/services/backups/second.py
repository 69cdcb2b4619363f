"""A second place for backups: a stick, another disk, a share. It may be away; that is told."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from db import backup as files
from db.shelf import backups_in, folder_of, thin
from dxdesk.desk import Desk
from dxdesk.domain.rights import Right
from dxdesk.errors import InputError
from dxdesk.services.backups.making import database_of
from dxdesk.services.backups.memory import moment, recall, remember


@dataclass(frozen=True, slots=True)
class SecondPlace:
    folder: Path
    reachable: bool
    newest: datetime | None
    """Of the newest backup there; while it is away, of the newest one known to be there."""
    same_disk: bool
    """It lies on the database's own disk and is lost together with it."""


def second_place(desk: Desk) -> SecondPlace | None:
    """None when none was chosen."""
    database = database_of(desk)
    memory = recall(database)
    if not memory.second_place:
        return None
    folder = Path(memory.second_place)
    try:
        reachable = folder.is_dir()
        there = backups_in(folder, database) if reachable else []
        same = reachable and folder.stat().st_dev == database.stat().st_dev
    except OSError:
        reachable, there, same = False, [], False
    newest = there[0].at if there else moment(memory.second_at)
    return SecondPlace(folder, reachable, newest, same)


def choose_second_place(desk: Desk, folder: Path | None) -> None:
    """Backups are carried to *folder* from now on; None ends it."""
    desk.require(Right.KEEP, "chọn nơi sao lưu thứ hai")
    database = database_of(desk)
    if folder is not None:
        if not folder.is_dir():
            raise InputError(f"Không có thư mục “{folder}”; hãy chọn một thư mục đang có.")
        if folder.resolve() == folder_of(database).resolve():
            raise InputError(
                "Nơi thứ hai phải khác thư mục sao lưu của chương trình; hãy chọn một thư mục trên "
                "USB, ổ đĩa khác hoặc ổ mạng."
            )
    chosen = "" if folder is None else str(folder.absolute())
    remember(database, replace(recall(database), second_place=chosen, second_at=""))


def carry(desk: Desk) -> Path | None:
    """Copy the newest backup to the second place unless it is there; the new file.

    None when there is nothing to do: no second place, it is away, or it has the newest already.
    """
    place = second_place(desk)
    database = database_of(desk)
    newest = next(iter(backups_in(folder_of(database), database)), None)
    if place is None or not place.reachable or newest is None:
        return None
    target = place.folder / newest.name
    if target.exists():
        return None
    files.copy(Path(newest.path), target, desk.database.keys)
    thin(place.folder, database)
    remember(database, replace(recall(database), second_at=newest.at.isoformat()))
    return target
