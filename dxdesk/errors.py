"""Errors whose text an officer can read and act on.

Everything else that is raised is a bug: it goes to the log file and the officer is told where.
"""

import errno
from pathlib import Path


class DeskError(Exception):
    """A refusal or failure in one plain Vietnamese sentence: what happened, what to do."""


class InputError(DeskError):
    """The officer's input is wrong: the sentence names the field, the fault, what is expected."""


class StorageError(DeskError):
    """The surroundings failed (disk full, file locked, damaged, newer version …)."""


class DamagedError(StorageError):
    """The database file itself is damaged: a backup, or saving what is readable, helps."""

    def __init__(self, sentence: str, path: Path | None = None) -> None:
        super().__init__(sentence)
        self.path = path


class LockedError(StorageError):
    """The file at *path* is encrypted and nothing that was given opens it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Tệp “{path}” đã mã hóa; cần mật khẩu dữ liệu, hoặc mã mở dữ liệu đã in, để mở."
        )
        self.path = path


_NO_RIGHT = "không có quyền; hãy nhờ quản trị máy cấp quyền hoặc chọn nơi khác"
_SYSTEM = {
    errno.ENOSPC: "ổ đĩa đã đầy; hãy xóa bớt tệp để lấy chỗ trống rồi làm lại",
    errno.EDQUOT: "đã hết dung lượng được cấp; hãy xóa bớt tệp rồi làm lại",
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: "ổ đĩa chỉ cho đọc; hãy chọn nơi khác",
    errno.ENOENT: "không có tệp hoặc thư mục này; hãy kiểm tra lại đường dẫn",
    errno.EEXIST: "đã có tệp trùng tên; hãy chọn tên khác",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "đường dẫn đi qua một tệp chứ không phải thư mục; hãy kiểm tra lại",
    errno.ENAMETOOLONG: "tên tệp quá dài; hãy chọn tên ngắn hơn",
    errno.EBUSY: "chương trình khác đang giữ tệp; hãy đóng chương trình đó rồi làm lại",
    errno.EIO: "máy báo lỗi khi đọc hoặc ghi đĩa; hãy kiểm tra ổ đĩa rồi làm lại",
}


def system_words(error: OSError) -> str | None:
    """What the system's refusal means and what to do; None when nobody foresaw it."""
    return None if error.errno is None else _SYSTEM.get(error.errno)
