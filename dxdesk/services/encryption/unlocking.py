"""From what a person types to the key of a file."""

import secrets as random
from collections.abc import Iterator
from pathlib import Path

from db.driver import fits, salt_of
from db.shelf import backups_in, folder_of
from dxdesk.domain.key import MARK, SALT_BYTES, Key, derived, key_of_code
from dxdesk.errors import InputError

WRONG = (
    "Mật khẩu dữ liệu không đúng. Hãy xem phím Caps Lock, bộ gõ tiếng Việt rồi nhập lại; quên thì "
    "nhập mã mở dữ liệu đã in vào ô này."
)


def unlock(path: Path, typed: str) -> Key:
    """The key of the encrypted file *path*, from its passphrase or its opening code.

    InputError when it is neither. Where the file's own salt is damaged, its backups have it.
    """
    for salt in _salts(path):
        key = key_of_code(typed, salt) or derived(typed, salt)
        if fits(path, key):
            return key
    raise InputError(WRONG)


def new_key(passphrase: str) -> Key:
    return derived(passphrase, MARK + random.token_bytes(SALT_BYTES - len(MARK)))


def _salts(path: Path) -> Iterator[bytes]:
    """The file's own, then those of its backups, each once."""
    near = [path, *(Path(one.path) for one in backups_in(folder_of(path), path))]
    yield from dict.fromkeys(salt for one in near if (salt := salt_of(one)) is not None)
