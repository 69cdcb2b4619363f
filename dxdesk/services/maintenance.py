"""Backup and restore of the whole file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db import backup as files
from db.backup import Contents
from db.driver import key_of
from db.location import check_place
from dxdesk.desk import NOBODY, Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.key import Key, Keys
from dxdesk.domain.rights import Right
from dxdesk.errors import DeskError, InputError
from dxdesk.services.access.mode import is_guarded
from dxdesk.services.opening import database_at

_SERVER = (
    "Cơ sở dữ liệu này nằm trên máy chủ, không phải một tệp; hãy nhờ quản trị máy chủ sao lưu và "
    "khôi phục."
)


@dataclass(frozen=True, slots=True)
class Restored:
    contents: Contents
    kept: Path | None
    """Where the file that was replaced lies now; None when there was none."""


def place_of(path_or_url: Path | str | None) -> Path | None:
    """The file of a database; None for one on a server."""
    return database_at(path_or_url).path


def backup(desk: Desk, target: Path) -> Contents:
    """Copy the open database to *target*, read the copy back, and say what it holds.

    An earlier backup there is replaced, any other file is refused.
    """
    source = desk.database.path
    if source is None:
        raise DeskError(_SERVER)
    if target.exists():
        if target.samefile(source):
            raise InputError(
                f"Tệp sao lưu “{target}” chính là cơ sở dữ liệu đang dùng; hãy chọn tệp khác."
            )
        if not files.is_ours(target):
            raise InputError(
                f"“{target}” đã có và không phải bản sao lưu của DX Desk nên không ghi đè; hãy "
                "chọn tên khác."
            )
    return files.copy(source, target, desk.database.keys)


def restore(
    path_or_url: Path | str | None,
    chosen: Path,
    *,
    clock: Callable[[], datetime] = datetime.now,
    desk: Desk | None = None,
    keys: Keys = (),
) -> Restored:
    """Put the backup *chosen* in the database's place; what was there is kept beside it.

    The copy is made and read back first, so that a bad backup changes nothing. A ward with
    passwords wants the administrator's *desk* over the database; it is closed. *keys* open what of
    the two is encrypted (LockedError otherwise); where one is, the ward is afterwards.
    """
    target = place_of(path_or_url)
    if target is None:
        raise DeskError(_SERVER)
    check_place(target)
    check_keeper(target, desk, f"khôi phục từ “{chosen.name}”", keys)
    _check_chosen(chosen, target)
    return put_in_place(target, chosen, clock=clock, keys=keys, key=either(target, chosen, keys))


def either(target: Path, chosen: Path, keys: Keys) -> Key | None:
    """The key of the file in use, else the backup's: nothing loses its encryption on the way."""
    return key_of(target, keys) or key_of(chosen, keys)


def put_in_place(
    target: Path,
    chosen: Path,
    *,
    clock: Callable[[], datetime],
    keys: Keys = (),
    key: Key | None = None,
) -> Restored:
    """`restore`, to be opened by *key*, without asking who does it.

    For a file so damaged that nobody can sign in.
    """
    _check_chosen(chosen, target)
    incoming = target.with_name(f"{target.name}.khoi-phuc")
    contents = files.copy_for(chosen, incoming, keys, key)
    try:
        kept = free_name(target, clock()) if target.exists() else None
        files.exchange(target, incoming, kept, keys)
    finally:
        incoming.unlink(missing_ok=True)
    return Restored(contents, kept)


def check_keeper(target: Path, desk: Desk | None, what: str, keys: Keys = ()) -> None:
    """Who replaces a file with passwords must be signed in to that very file, and may."""
    if desk is None and is_guarded(target, keys):
        raise DeskError(NOBODY)
    if desk is not None:
        desk.require(Right.KEEP, what)
        desk.close()


def _check_chosen(chosen: Path, target: Path) -> None:
    if not chosen.is_file():
        raise InputError(f"Không có tệp sao lưu “{chosen}”; hãy kiểm tra lại đường dẫn.")
    if target.exists() and chosen.samefile(target):
        raise InputError(
            f"“{chosen}” chính là cơ sở dữ liệu đang dùng; hãy chọn một bản sao lưu khác."
        )
    if not target.absolute().parent.is_dir():
        raise InputError(
            f"Không có thư mục “{target.absolute().parent}” để khôi phục vào; hãy tạo thư mục đó "
            "trước."
        )


def free_name(target: Path, now: datetime, reason: Reason = Reason.RESTORE) -> Path:
    stem = f"{target.stem}-{reason.value}-{now:%Y%m%d-%H%M%S}"
    kept, number = target.with_name(stem + target.suffix), 2
    while kept.exists():
        kept = target.with_name(f"{stem}-{number}{target.suffix}")
        number += 1
    return kept
