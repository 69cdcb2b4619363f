"""A report file appears whole or not at all: written beside its place, then put there."""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from dxdesk.errors import InputError, StorageError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}


def failure(error: OSError, path: Path) -> StorageError:
    """What went wrong while writing *path*, and what the officer can do."""
    name = path.name
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir fails on a name that is too long
        return StorageError(f"“{name}” là tên một thư mục; hãy đặt tên khác cho tệp báo cáo.")
    if error.errno in _FULL:
        return StorageError(
            f"Ổ đĩa không đủ chỗ để ghi tệp “{name}”; hãy dọn bớt hoặc chọn ổ đĩa khác rồi lập lại."
        )
    if error.errno in _FORBIDDEN:
        return StorageError(
            f"Không ghi được tệp “{name}”: tệp đang mở trong chương trình khác hoặc thư mục không "
            "cho ghi; hãy đóng tệp đó hoặc chọn thư mục khác rồi lập lại."
        )
    if error.errno in _NO_FOLDER:
        return StorageError(
            f"Không ghi được tệp “{name}” vì thư mục đã chọn không tồn tại; hãy chọn thư mục khác."
        )
    if error.errno in _BAD_NAME:
        return StorageError(
            "Tên tệp báo cáo quá dài hoặc có ký tự không được phép; hãy đặt tên khác."
        )
    return StorageError(
        f"Không ghi được tệp “{name}” (mã lỗi {error.errno}); hãy chọn nơi lưu khác rồi lập lại."
    )


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of *path* when the block ends well.

    When anything fails, what stood at *path* stays as it was. Raises StorageError for trouble
    with the disk, the folder or the name.
    """
    draft = path.with_name(f".dxdesk-{uuid4().hex[:12]}.part")
    try:
        try:
            with draft.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    except OSError as error:
        raise failure(error, path) from error


def suffix_of(path: Path, allowed: Iterable[str]) -> str:
    """The suffix of *path* in small letters. Raises InputError unless it is an *allowed* one."""
    suffix = path.suffix.lower()
    if suffix not in allowed:
        wanted = " hoặc ".join(allowed)
        raise InputError(f"Tên tệp báo cáo “{path.name}” phải có đuôi {wanted}.")
    return suffix
