"""Use cases raise; here is the only place that tells the officer."""

import sys
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from dxdesk.errors import DeskError
from dxdesk.trouble import foreseen, trouble

TITLE = "DX Desk"


def show(
    _kind: type[BaseException], error: BaseException, _traceback: TracebackType | None
) -> None:
    if isinstance(error, KeyboardInterrupt):
        QApplication.quit()
        return
    parent = QApplication.activeWindow()
    if isinstance(error, DeskError):
        QMessageBox.warning(parent, TITLE, trouble(error))
    elif foreseen(error):
        QMessageBox.critical(parent, TITLE, trouble(error))
    else:
        _tell_fault(parent, error)


def _tell_fault(parent: QWidget | None, error: BaseException) -> None:
    """What nobody foresaw: with a report that can be pasted into a letter."""
    box = QMessageBox(QMessageBox.Icon.Critical, TITLE, trouble(error), parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    copy = box.addButton("&Chép báo cáo lỗi", QMessageBox.ButtonRole.ActionRole)
    shut = box.addButton("Đón&g", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(shut)
    box.setEscapeButton(shut)
    box.exec()
    if box.clickedButton() is copy:
        from dxdesk.error_report import error_report

        QApplication.clipboard().setText(error_report(error))
    box.deleteLater()


def install() -> None:
    sys.excepthook = show
