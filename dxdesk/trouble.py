"""What a failure says to the person, and the exit status: 1 failed, 2 wrong usage or input."""

import errno
import logging

from dxdesk.errors import DeskError, InputError
from dxdesk.log import log_file

FAILED, WRONG = 1, 2
_log = logging.getLogger("dxdesk")
_SYSTEM = {
    errno.ENOSPC: "ổ đĩa đã đầy; hãy xoá bớt tệp để lấy chỗ trống rồi làm lại",
    errno.EDQUOT: "đã hết dung lượng được cấp; hãy xoá bớt tệp rồi làm lại",
    errno.EACCES: "không có quyền; hãy nhờ quản trị máy cấp quyền hoặc chọn nơi khác",
    errno.EPERM: "không có quyền; hãy nhờ quản trị máy cấp quyền hoặc chọn nơi khác",
    errno.EROFS: "ổ đĩa chỉ cho đọc; hãy chọn nơi khác",
    errno.ENOENT: "không có tệp hoặc thư mục này; hãy kiểm tra lại đường dẫn",
    errno.EISDIR: "đây là thư mục, không phải tệp",
    errno.ENOTDIR: "đường dẫn đi qua một tệp chứ không phải thư mục; hãy kiểm tra lại",
    errno.ENAMETOOLONG: "tên tệp quá dài; hãy chọn tên ngắn hơn",
    errno.EBUSY: "chương trình khác đang giữ tệp; hãy đóng chương trình đó rồi làm lại",
    errno.EIO: "máy báo lỗi khi đọc hoặc ghi đĩa; hãy kiểm tra ổ đĩa rồi làm lại",
}


def status_of(error: BaseException) -> int:
    return WRONG if isinstance(error, InputError) else FAILED


def trouble(error: BaseException) -> str:
    """A ready sentence; what nobody foresaw goes to the log, whose place the sentence names."""
    if isinstance(error, DeskError):
        return str(error)
    if isinstance(error, OSError) and error.errno in _SYSTEM:
        place = f"«{error.filename}»: " if error.filename else "Không đọc hoặc ghi được tệp: "
        return f"{place}{_SYSTEM[error.errno]}."
    _log.error("unexpected", exc_info=error)
    return (
        "Chương trình gặp lỗi ngoài dự kiến nên chưa làm được việc này; dữ liệu đã lưu vẫn còn "
        f"nguyên. Hãy gửi tệp nhật ký «{log_file()}» cho người phụ trách kỹ thuật."
    )
