"""The folder in which the backups of one database lie: their names, and which ones stay."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from db import backup as files
from dxdesk.domain.backup import Backup, Reason
from dxdesk.domain.key import Keys
from dxdesk.domain.thinning import kept
from dxdesk.errors import StorageError, system_words

FOLDER = "sao-luu"
_STAMP = "%Y%m%d-%H%M%S"
_ELSEWHERE = "hãy chọn nơi khác"


def folder_of(database: Path) -> Path:
    return database.absolute().parent / FOLDER


def name_of(database: Path, at: datetime, reason: Reason) -> str:
    return f"{database.stem}-{at.strftime(_STAMP)}-{reason.value}{database.suffix}"


def backups_in(folder: Path, database: Path) -> list[Backup]:
    """Backups of *database* in *folder*, newest first; other files are not looked at."""
    found = list(_found(folder, database, _pattern(database)))
    return sorted(found, key=lambda one: one.at, reverse=True)


def set_aside(database: Path) -> list[Backup]:
    """What a restore or another key replaced: it lies beside the database."""
    reason = "|".join(one.value for one in (Reason.RESTORE, Reason.BEFORE_KEY))
    pattern = re.compile(
        rf"{re.escape(database.stem)}-(?P<reason>{reason})-(?P<at>\d{{8}}-\d{{6}})(-\d+)?"
        rf"{re.escape(database.suffix)}"
    )
    return list(_found(database.absolute().parent, database, pattern))


def thin(folder: Path, database: Path) -> list[Path]:
    """Delete the backups in *folder* that are not worth their room; the files deleted."""
    every = backups_in(folder, database)
    stay = kept(one.at for one in every)
    gone = [Path(one.path) for one in every if one.at not in stay]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def shelve(database: Path, at: datetime, reason: Reason, keys: Keys = ()) -> Backup:
    """A verified backup of *database*, whoever has it open; older ones are thinned."""
    folder = folder_of(database)
    make_folder(folder)
    target = folder / name_of(database, at, reason)
    files.copy(database, target, keys)
    thin(folder, database)
    return Backup(str(target), at.replace(microsecond=0), reason, target.stat().st_size)


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"Không tạo được thư mục sao lưu “{folder}”: {system_words(error) or _ELSEWHERE}."
        ) from error


def _pattern(database: Path) -> re.Pattern[str]:
    reasons = "|".join(reason.value for reason in Reason)
    return re.compile(
        rf"{re.escape(database.stem)}-(?P<at>\d{{8}}-\d{{6}})-(?P<reason>{reasons})"
        rf"{re.escape(database.suffix)}"
    )


def _found(folder: Path, database: Path, pattern: re.Pattern[str]) -> Iterator[Backup]:
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        match = pattern.fullmatch(path.name)
        if match is None or path.name == database.name:
            continue
        try:
            at = datetime.strptime(match["at"], _STAMP)
            yield Backup(str(path), at, Reason(match["reason"]), path.stat().st_size)
        except (ValueError, OSError):
            continue  # no date, or gone in between
