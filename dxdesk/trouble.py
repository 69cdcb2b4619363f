"""What a failure says to the person, and the exit status: 1 failed, 2 wrong usage or input."""

import logging

from dxdesk.errors import DeskError, InputError, system_words
from dxdesk.log import log_file

FAILED, WRONG = 1, 2
_log = logging.getLogger("dxdesk")


def status_of(error: BaseException) -> int:
    return WRONG if isinstance(error, InputError) else FAILED


def foreseen(error: BaseException) -> bool:
    """Whether the sentence about it says all; else somebody has to repair the program."""
    return isinstance(error, DeskError) or (
        isinstance(error, OSError) and system_words(error) is not None
    )


def trouble(error: BaseException) -> str:
    """A ready sentence; what nobody foresaw goes to the log, whose place the sentence names."""
    if isinstance(error, DeskError):
        return str(error)
    if isinstance(error, OSError) and (words := system_words(error)):
        place = f"“{error.filename}”" if error.filename else "Không đọc hoặc ghi được tệp"
        return f"{place}: {words}."
    _log.error("unexpected", exc_info=error)
    return (
        "Chương trình gặp lỗi ngoài dự kiến nên chưa làm được việc này; dữ liệu đã lưu vẫn còn "
        f"nguyên. Hãy gửi tệp nhật ký “{log_file()}” cho người phụ trách kỹ thuật."
    )
