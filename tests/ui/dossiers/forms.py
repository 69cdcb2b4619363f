"""Answering a modal form while it stands open."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from ui.dossiers.form import Form


def when_asked(answer: Callable[[QDialog], None]) -> None:
    """Do *answer* as soon as any dialog has the keyboard."""
    in_modal(QDialog, answer)


def pushed(text: str) -> Callable[[QDialog], None]:
    """Pushes the button *text*."""

    def push(dialog: QDialog) -> None:
        next(one for one in dialog.findChildren(QPushButton) if one.text() == text).click()

    return push


def in_dialog(answer: Callable[[Form[object]], None]) -> None:
    """Do *answer* as soon as a form has the keyboard; a form left open would hang the test."""
    in_modal(Form, answer)


def in_modal(kind: type[QDialog], answer: Callable[[Any], None]) -> None:
    """Do *answer* as soon as a dialog of this *kind* has the keyboard."""
    timer = QTimer(QApplication.instance())

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or not dialog.isActiveWindow():
            return
        timer.stop()
        timer.deleteLater()
        try:
            answer(dialog)
        except BaseException:
            dialog.reject()
            raise

    timer.timeout.connect(look)
    timer.start(5)


def fill(form: Form[object], **texts: str) -> None:
    for key, text in texts.items():
        editor = form.lines[key].editor
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        else:
            assert isinstance(editor, QLineEdit)
            editor.setText(text)


def press_ok(form: Form[object]) -> None:
    QTest.keyClick(form, Qt.Key.Key_Return)
