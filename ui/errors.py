"""Use cases raise; here is the only place that tells the officer."""

import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from dxdesk.errors import DeskError
from dxdesk.trouble import trouble

TITLE = "DX Desk"


def show(
    _kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
) -> None:
    if isinstance(error, KeyboardInterrupt):
        QApplication.quit()
        return
    tell = QMessageBox.warning if isinstance(error, DeskError) else QMessageBox.critical
    tell(QApplication.activeWindow(), TITLE, trouble(error))


def install() -> None:
    sys.excepthook = show
