"""Short questions: functions that return a value, None when nothing shall happen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.text import clean_lines
from ui.theme import scaled
from ui.widgets import label, repolish

_BUTTONS = QDialogButtonBox.StandardButton


def tell(parent: QWidget | None, title: str, text: str) -> None:
    QMessageBox.information(parent, title, text)


def confirm(parent: QWidget | None, title: str, question: str, *, action: str) -> bool:
    """True when the button *action* was pressed; Esc and Bỏ qua mean no."""
    box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=parent)
    go = box.addButton(action, QMessageBox.ButtonRole.AcceptRole)
    box.addButton("Bỏ qua", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(go)
    box.exec()
    return box.clickedButton() is go


class _Lines(QPlainTextEdit):
    """Several lines; Ctrl+Enter accepts the dialog, Tab moves on."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        dialog = self.window()
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if isinstance(dialog, ReasonDialog):
                dialog.accept()
            return
        super().keyPressEvent(event)


class ReasonDialog(QDialog):
    """Asks for a few words, which the log and the slips show."""

    def __init__(self, parent: QWidget | None, title: str, prompt: str, *, required: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(460))
        self._required = required
        self.lines = _Lines()
        self.lines.setFixedHeight(scaled(96))
        ask = label(prompt, wrap=True)
        ask.setBuddy(self.lines)
        self.lines.setAccessibleName(prompt)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        buttons = QDialogButtonBox(_BUTTONS.Ok | _BUTTONS.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ok = buttons.button(_BUTTONS.Ok)
        ok.setText(title)
        ok.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(8))
        for part in (ask, self.lines, self.problem, buttons):
            layout.addWidget(part)

    def reason(self) -> str:
        return clean_lines(self.lines.toPlainText())

    def accept(self) -> None:
        if self._required and not self.reason():
            self.problem.setText("Chưa nhập lý do; hãy ghi vài chữ để sau này tra lại được.")
            self.problem.show()
            self.lines.setProperty("invalid", True)
            repolish(self.lines)
            self.lines.setFocus()
            return
        super().accept()


def ask_reason(
    parent: QWidget | None, title: str, prompt: str, *, required: bool = True
) -> str | None:
    """The reason typed, in NFC; None when the officer went back."""
    dialog = ReasonDialog(parent, title, prompt, required=required)
    return dialog.reason() if dialog.exec() else None
