"""A field with its label above and, when something is wrong with it, a sentence below."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets import label, repolish

E = TypeVar("E", bound=QWidget)


class FieldLine(QWidget, Generic[E]):
    """Label, editor, and room for a problem in words."""

    def __init__(self, text: str, editor: E, hint: str = "") -> None:
        super().__init__()
        self.label = text
        self.editor = editor
        title = label(text.replace("&", ""), "field")
        title.setBuddy(editor)
        editor.setAccessibleName(text)
        if hint:
            editor.setAccessibleDescription(hint)
            editor.setToolTip(hint)
            if isinstance(editor, QLineEdit | QPlainTextEdit):
                editor.setPlaceholderText(hint)
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(3))
        layout.addWidget(title)
        layout.addWidget(editor)
        layout.addWidget(self.problem)

    def show_problem(self, sentence: str) -> None:
        """Show *sentence* without the field's own name, which stands above; empty: no problem."""
        short = sentence.removeprefix(f"{self.label}:").strip()
        self.problem.setText(short[:1].upper() + short[1:])
        self.problem.setVisible(bool(sentence))
        if bool(self.editor.property("invalid")) != bool(sentence):
            self.editor.setProperty("invalid", bool(sentence))
            repolish(self.editor)


def field_named(sentence: str, lines: Iterable[FieldLine[Any]]) -> FieldLine[Any] | None:
    """The field that an error sentence begins with; the longest label wins."""
    fitting = [line for line in lines if sentence.startswith(line.label)]
    return max(fitting, key=lambda line: len(line.label), default=None)
