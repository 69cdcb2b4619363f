"""Making backups: when something changed, before something large, and at the press of a button."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select

from db import backup as files
from db.models import ActionRecord
from db.shelf import backups_in, folder_of, set_aside, shelve
from dxdesk.desk import Desk
from dxdesk.domain.backup import Backup, Reason
from dxdesk.errors import StorageError

EVERY = timedelta(minutes=30)


def database_of(desk: Desk) -> Path:
    """The file that is backed up; StorageError for a database on a server."""
    if desk.database.path is None:
        raise StorageError(
            "Cơ sở dữ liệu này nằm trên máy chủ, không phải một tệp; hãy nhờ quản trị máy chủ sao "
            "lưu."
        )
    return desk.database.path


def all_backups(desk: Desk) -> list[Backup]:
    """Every backup beside the database, newest first, with what was set aside."""
    database = database_of(desk)
    found = backups_in(folder_of(database), database) + set_aside(database)
    return sorted(found, key=lambda one: one.at, reverse=True)


def make(desk: Desk, reason: Reason) -> Backup | None:
    """Copy the database into its folder of backups, read the copy back, thin the older ones.

    None when nothing was done since the newest backup, unless the officer asked by hand.
    """
    if desk.database.path is None:
        return None
    database = desk.database.path
    if reason is not Reason.BY_HAND and not changed_since_backup(desk):
        return None
    return shelve(database, desk.clock(), reason, desk.database.keys)


def changed_since_backup(desk: Desk) -> bool:
    """Whether the log holds more, or less, than the newest backup."""
    database = database_of(desk)
    newest = next(iter(backups_in(folder_of(database), database)), None)
    with desk.database.reading() as session:  # also before anybody signed in
        actions = session.scalar(select(func.count()).select_from(ActionRecord)) or 0
    if newest is None:
        return actions > 1  # the first action made the empty file
    try:
        return files.glance(Path(newest.path), desk.database.keys).actions != actions
    except StorageError:
        return True
