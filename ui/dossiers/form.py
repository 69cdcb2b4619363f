"""A small dialog of labelled fields whose answer is a value; a wrong field is told in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.text import clean, clean_lines
from dxdesk.errors import DeskError
from ui.dossiers.problems import FieldLine, field_named
from ui.theme import scaled
from ui.widgets import label, scrolled

T = TypeVar("T")
_BUTTONS = QDialogButtonBox.StandardButton
SECRET = "secret"  # noqa: S105 - a property of its editors


class FieldKind(Enum):
    TEXT = "text"
    LINES = "lines"
    CHOICE = "choice"
    SECRET = "secret"  # noqa: S105 - a kind of field


@dataclass(frozen=True, slots=True)
class FormField:
    key: str
    label: str
    """As the officer reads it; errors of this field begin with it."""
    kind: FieldKind = FieldKind.TEXT
    value: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Value and label of each choice."""


class Lines(QPlainTextEdit):
    """Several lines: Enter makes a new one, Ctrl+Enter and Tab leave."""

    accepted = Signal()

    def __init__(self, rows: int = 3) -> None:
        super().__init__()
        self._rows = rows
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(160), self.fontMetrics().lineSpacing() * self._rows + scaled(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        """The style sheet's least height is for single lines; it was set before this."""
        super().showEvent(event)
        self.setMinimumHeight(self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accepted.emit()
            return
        super().keyPressEvent(event)


class Form(QDialog, Generic[T]):
    """Fields in one column; the answer is what *read* makes of the texts."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        fields: Sequence[FormField],
        read: Callable[[dict[str, str]], T],
        *,
        action: str,
        intro: str = "",
        columns: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(480))
        self._columns = columns
        self._read = read
        self.answer: T | None = None
        self.lines: dict[str, FieldLine[Any]] = {}
        layout = spacious(self)
        if intro:
            layout.addWidget(label(intro, "muted", wrap=True))
        self._body, self._below = QGridLayout(), QVBoxLayout()
        self._place_body(layout)
        layout.addLayout(self._below)
        for field in fields:
            self.add_line(field.key, FieldLine(field.label, self._editor(field), field.hint))
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons(action))

    def _place_body(self, layout: QVBoxLayout) -> None:
        self._body.setSpacing(scaled(10))
        for number in range(self._columns):
            self._body.setColumnStretch(number, 1)
        if self._columns == 1:
            layout.addLayout(self._body)
            return
        content = QWidget()
        above = QVBoxLayout(content)
        above.setContentsMargins(0, 0, scaled(8), 0)
        above.addLayout(self._body)
        above.addStretch(1)
        layout.addWidget(scrolled(content), 1)
        self.resize(scaled(860), scaled(600))

    def add_line(self, key: str, line: FieldLine[Any]) -> None:
        row, column = divmod(self._body.count(), self._columns)
        self.lines[key] = line
        self._body.addWidget(line, row, column, Qt.AlignmentFlag.AlignTop)

    def add_below(self, field: FormField) -> None:
        """A field that stays in sight below those that scroll."""
        line = FieldLine(field.label, self._editor(field), field.hint)
        self.lines[field.key] = line
        self._below.addWidget(line)

    def add_widget(self, widget: QWidget) -> None:
        self._below.addWidget(widget)

    def _buttons(self, action: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox(_BUTTONS.Ok | _BUTTONS.Cancel)
        self.go = buttons.button(_BUTTONS.Ok)
        self.go.setText(action)
        self.go.setDefault(True)
        self.back = buttons.button(_BUTTONS.Cancel)
        self.back.setText("Bỏ qua")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _editor(self, field: FormField) -> QWidget:
        if field.kind is FieldKind.CHOICE:
            choice = narrow_choice()
            for value, text in field.choices:
                choice.addItem(text, value)
            choice.setCurrentIndex(max(0, choice.findData(field.value)))
            return choice
        if field.kind is FieldKind.LINES:
            lines = Lines()
            lines.setPlainText(field.value)
            lines.accepted.connect(self.accept)
            return lines
        line = QLineEdit(field.value)
        if field.kind is FieldKind.SECRET:
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setProperty(SECRET, True)
        return line

    def values(self) -> dict[str, str]:
        """What stands in the fields, in NFC."""
        return {key: text_of(line.editor) for key, line in self.lines.items()}

    def accept(self) -> None:
        try:
            self.answer = self._read(self.values())
        except DeskError as error:
            self.show_problem(str(error))
            return
        super().accept()

    def show_problem(self, sentence: str) -> None:
        """Tell *sentence* beside the field that it names, else below all."""
        field = field_named(sentence, self.lines.values())
        for line in self.lines.values():
            line.show_problem(sentence if line is field else "")
        self.problem.setText("" if field else sentence)
        self.problem.setVisible(field is None)
        if field is not None:
            field.editor.setFocus()
        elif self.lines:
            next(iter(self.lines.values())).editor.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        fields: Sequence[FormField],
        read: Callable[[dict[str, str]], T],
        *,
        action: str,
        intro: str = "",
        problem: str = "",
    ) -> T | None:
        """The answer, or None when the officer went back. *problem*: why it is asked again."""
        form = cls(parent, title, fields, read, action=action, intro=intro)
        if problem:
            form.show_problem(problem)
        try:
            return form.answer if form.exec() else None
        finally:
            form.deleteLater()


def spacious(dialog: QDialog) -> QVBoxLayout:
    """The layout of a dialog: its margins and the room between its parts."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(*(scaled(18),) * 4)
    layout.setSpacing(scaled(10))
    return layout


def narrow_choice() -> QComboBox:
    """A choice that long entries do not stretch; the open list shows them whole."""
    choice = QComboBox()
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(12)
    return choice


def text_of(editor: QWidget) -> str:
    """What stands in an editor, in NFC; a password as it was typed, every space of it."""
    if isinstance(editor, QComboBox):
        return str(editor.currentData())
    if isinstance(editor, QPlainTextEdit):
        return clean_lines(editor.toPlainText())
    if not isinstance(editor, QLineEdit):
        return ""
    return editor.text() if editor.property(SECRET) else clean(editor.text())


def refill(fields: Sequence[FormField], values: Mapping[str, str]) -> tuple[FormField, ...]:
    """*fields* with what had been typed before, for asking again."""
    return tuple(replace(one, value=values.get(one.key, one.value)) for one in fields)
