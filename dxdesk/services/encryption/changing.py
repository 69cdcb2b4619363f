"""Encrypting the file in use, changing its passphrase, removing the encryption.

All three write a new file, read it back and exchange it for the old one, so that a power cut leaves
the one or the other. The old one stays beside it.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from db import backup as files
from db.backup import Contents
from db.engine import connect
from db.shelf import shelve
from dxdesk.desk import Desk
from dxdesk.domain.backup import Reason
from dxdesk.domain.key import Key, opening_code
from dxdesk.domain.rights import Right
from dxdesk.domain.secret import passphrase_weakness
from dxdesk.errors import DeskError, InputError, StorageError
from dxdesk.services.backups.making import database_of
from dxdesk.services.encryption.unlocking import new_key
from dxdesk.services.maintenance import free_name

ENCRYPTED = "Mã hóa tệp dữ liệu"
CHANGED = "Đổi mật khẩu dữ liệu"
REMOVED = "Bỏ mã hóa tệp dữ liệu"
_LOGS = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Rekeyed:
    desk: Desk
    """To go on with: the one before knows the old file only."""
    code: str
    """The opening code; empty for a file that is not encrypted."""
    kept: Path | None
    """The file as it was; None where no dossier was in it."""
    problem: str
    """Why no backup of the new file could be made; empty when it was."""


def is_encrypted(desk: Desk) -> bool:
    return desk.database.key is not None


def encrypt(desk: Desk, passphrase: str) -> Rekeyed:
    """Encrypt the file, or give an encrypted one another passphrase; *desk* is closed.

    InputError for a weak passphrase; DeskError, and nothing changed, when it cannot be done.
    """
    refused = passphrase_weakness(passphrase)
    if refused is not None:
        raise InputError(refused)
    return _rekeyed(desk, new_key(passphrase), CHANGED if is_encrypted(desk) else ENCRYPTED)


def decrypt(desk: Desk) -> Rekeyed:
    """Leave the file open to whoever has it; *desk* is closed."""
    if not is_encrypted(desk):
        raise DeskError("Tệp dữ liệu này không mã hóa.")
    return _rekeyed(desk, None, REMOVED)


def stay_open(desk: Desk) -> None:
    """The ward was asked and chose not to encrypt: that stands in the log."""
    desk.require(Right.KEEP, "chọn không mã hóa tệp dữ liệu")
    desk.note("Chọn không mã hóa tệp dữ liệu")


def printed_code(desk: Desk) -> str:
    """The opening code once more, for another sheet."""
    desk.require(Right.KEEP, "xem mã mở dữ liệu")
    key = desk.database.key
    if key is None:
        raise DeskError("Tệp dữ liệu không mã hóa nên không có mã mở dữ liệu.")
    desk.note("Xem mã mở dữ liệu")
    return opening_code(key)


def _rekeyed(desk: Desk, key: Key | None, what: str) -> Rekeyed:
    desk.require(Right.KEEP, what)
    path = database_of(desk)
    incoming = path.with_name(f"{path.name}.dang-doi")
    desk.close()
    try:
        files.fold_in(path, desk.database.keys)  # nobody else has it open
        made = _written(desk, path, incoming, key, what)
        kept = free_name(path, desk.clock(), Reason.BEFORE_KEY)
        if files.glance(path, desk.database.keys) != made:
            raise StorageError("Có người vừa ghi thêm vào tệp dữ liệu; hãy làm lại.")
        files.exchange(path, incoming, kept, desk.database.keys)
    finally:
        _remove(incoming)
    if made.dossiers == 0:
        _remove(kept)
    following = replace(desk, database=connect(path, key))
    code = "" if key is None else opening_code(key)
    return Rekeyed(following, code, kept if kept.exists() else None, _backed_up(following))


def _written(desk: Desk, path: Path, incoming: Path, key: Key | None, what: str) -> Contents:
    """The new file, read back, with the action that made it; what the old one holds."""
    _remove(incoming)
    with files.reading_plainly(path):
        found = files.copy_for(path, incoming, desk.database.keys, key)
        new = replace(desk, database=connect(incoming, key))
        try:
            with new.act(what, right=Right.KEEP, final=True):
                pass
        finally:
            new.close()
        files.fold_in(incoming, new.database.keys)
    return found


def _backed_up(desk: Desk) -> str:
    """Copies from before open with what opened them then: there is to be one of now."""
    try:
        shelve(database_of(desk), desk.clock(), Reason.AFTER_KEY, desk.database.keys)
    except StorageError as error:
        return str(error)
    return ""


def _remove(path: Path) -> None:
    for suffix in _LOGS:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
