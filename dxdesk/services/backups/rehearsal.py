"""A backup is worth what its restore is worth: once a week the newest is restored, for practice."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from db import backup as files
from db.shelf import backups_in, folder_of
from dxdesk.desk import Desk
from dxdesk.errors import DeskError
from dxdesk.services.backups.making import database_of
from dxdesk.services.backups.memory import moment, recall, remember
from dxdesk.services.checking import check
from dxdesk.services.opening import open_desk

EVERY = timedelta(days=7)


def is_due(desk: Desk) -> bool:
    """Whether a week has passed since the last rehearsal and there is a backup to rehearse with.

    A clock that was set back does not put it off for ever.
    """
    database = database_of(desk)
    last = moment(recall(database).rehearsed_at)
    there = bool(backups_in(folder_of(database), database))
    return there and (last is None or abs(desk.clock() - last) >= EVERY)


def rehearse(
    desk: Desk, *, progress: Callable[[int, int], None] | None = None
) -> tuple[str, ...] | None:
    """Restore the newest backup into a folder of its own, open it, check all of it, throw it away.

    The problems found, as sentences; None when there is no backup. They are remembered.
    """
    database = database_of(desk)
    newest = next(iter(backups_in(folder_of(database), database)), None)
    if newest is None:
        return None
    problems = _problems(Path(newest.path), desk, progress)
    remember(
        database,
        replace(
            recall(database),
            rehearsed_at=desk.clock().isoformat(timespec="minutes"),
            rehearsal_problems=problems,
        ),
    )
    return problems


def _problems(
    backup: Path,
    desk: Desk,
    progress: Callable[[int, int], None] | None,
) -> tuple[str, ...]:
    try:
        with tempfile.TemporaryDirectory(dir=backup.parent, prefix="dien-tap-") as own:
            tried = Path(own) / "khoi-phuc.db"
            keys = desk.database.keys
            files.copy(backup, tried, keys)
            trial = open_desk(tried, clock=desk.clock, create=False, guarded=False, keys=keys)
            try:
                report = check(trial, progress=progress)
            finally:
                trial.close()
            return tuple(line for one in report.checks if not one.ok for line in one.problems)
    except DeskError as error:
        return (str(error),)
