"""Use cases raise; here is the only place that tells the officer."""

import logging
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from dxdesk.errors import DeskError

log = logging.getLogger(__name__)
TITLE = "DX Desk"


def sentence(error: BaseException) -> str:
    """What the officer reads. An error that is a bug is logged, and the log's place is named."""
    if isinstance(error, DeskError):
        return str(error)
    log.error("unexpected", exc_info=error)
    place = _log_place()
    where = f" Chi tiết kỹ thuật nằm trong tệp nhật ký «{place}»." if place else ""
    return (
        "Chương trình gặp lỗi ngoài dự kiến nên chưa làm được việc này; dữ liệu đã lưu vẫn còn "
        f"nguyên. Hãy thử lại; nếu vẫn lỗi, hãy báo người phụ trách kỹ thuật.{where}"
    )


def _log_place() -> str:
    handlers = logging.getLogger().handlers
    files = (h.baseFilename for h in handlers if isinstance(h, logging.FileHandler))
    return next(files, "")


def show(
    _kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
) -> None:
    if isinstance(error, KeyboardInterrupt):
        QApplication.quit()
        return
    tell = QMessageBox.warning if isinstance(error, DeskError) else QMessageBox.critical
    tell(QApplication.activeWindow(), TITLE, sentence(error))


def install() -> None:
    sys.excepthook = show
