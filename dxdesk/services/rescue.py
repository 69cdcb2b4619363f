"""A damaged file at the start: back to the newest good backup, or save what is readable."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db import backup as files
from db.driver import faults, is_encrypted, is_plain_file, key_of
from db.engine import Database, connect
from db.salvage import Salvaged, salvage
from db.shelf import backups_in, folder_of
from dxdesk.domain.backup import Backup
from dxdesk.domain.key import Keys
from dxdesk.errors import DamagedError, LockedError, StorageError
from dxdesk.services.maintenance import Restored, either, free_name, put_in_place

_TABLES = {
    "dossier": "hồ sơ",
    "stop": "lần tạm dừng",
    "change": "mục nhật ký",
    "action": "thao tác",
    "attachment": "tệp đính kèm",
    "content": "nội dung tệp đính kèm",
    "closed_file": "tệp đã chốt",
}


@dataclass(frozen=True, slots=True)
class Rescued:
    found: Salvaged
    kept: Path
    """The damaged file, as it was."""
    account: Path
    """What could not be read, as a text file beside it."""
    encrypted: bool
    """The new file, as the damaged one was."""


def newest_good(path: Path, keys: Keys = ()) -> Backup | None:
    """The newest backup of *path* that can be read through; None when there is none.

    Those that none of *keys* opens are passed by; LockedError when nothing was given yet and there
    are such, so that a ward that was encrypted is so again.
    """
    known = backups_in(folder_of(path), path)
    locked = next((Path(one.path) for one in known if is_encrypted(Path(one.path))), None)
    if locked is not None and not keys and not is_plain_file(path):
        raise LockedError(locked)
    for one in known:
        try:
            files.contents(Path(one.path), keys)
        except StorageError:
            continue
        else:
            return one
    return None


def back_to(
    path: Path, backup: Backup, *, clock: Callable[[], datetime], keys: Keys = ()
) -> Restored:
    """Put the backup in the damaged file's place; whoever stands there can do no other work."""
    chosen = Path(backup.path)
    return put_in_place(path, chosen, clock=clock, keys=keys, key=either(path, chosen, keys))


def save_readable(path: Path, *, clock: Callable[[], datetime], keys: Keys = ()) -> Rescued:
    """A new file from what *path* still gives; the damaged one is kept beside it.

    An encrypted one stays so. DamagedError when nothing can be read at all; then nothing was
    changed.
    """
    incoming = path.with_name(f"{path.name}.dang-cuu")
    kept = free_name(path, clock())
    try:
        _remove(incoming)
        key = key_of(path, keys)
        with closing(connect(incoming, key)) as database:
            found = _salvaged(path, database, keys)
        files.fold_in(incoming, keys)
        files.contents(incoming, keys)
        files.exchange(path, incoming, kept, keys)
    finally:
        _remove(incoming)
    account = kept.with_suffix(".txt")
    account.write_text(account_of(found), encoding="utf-8-sig")
    return Rescued(found, kept, account, key is not None)


def _salvaged(path: Path, database: Database, keys: Keys) -> Salvaged:
    cause: BaseException
    try:
        return salvage(path, database, keys)
    except (TypeError, LookupError) as error:  # no row of a version, or none known
        cause = error
    except faults() as error:
        cause = error
    raise DamagedError(
        f"Tệp “{path}” hỏng đến mức không đọc được dòng nào. Hãy quay về một bản sao lưu."
    ) from cause


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def summary(found: Salvaged) -> str:
    rebuilt = sum(map(len, found.rebuilt.values()))
    missing = sum(map(len, found.missing.values()))
    return f"Đã đọc lại {found.rows} dòng, dựng lại {rebuilt} dòng từ nhật ký" + (
        f"; {missing} dòng không còn đọc được." if missing else "; không mất dòng nào."
    )


def account_of(found: Salvaged) -> str:
    """Table by table; ids only, no personal data."""
    lines = [summary(found), ""]
    for title, by_table in (
        ("Không còn đọc được (số dòng trong tệp):", found.missing),
        ("Dựng lại từ nhật ký:", found.rebuilt),
    ):
        lines.append(title)
        lines += [
            f"- {_TABLES.get(table, table)}: {', '.join(map(str, ids))}"
            for table, ids in by_table.items()
        ] or ["- không có"]
    return "\n".join(lines) + "\n"
