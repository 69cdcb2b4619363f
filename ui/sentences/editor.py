"""One sentence in the hand: its words, what they may name, what is wrong with them."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from dxdesk.reports.prose.template import typed_numbers
from ui.dossiers.form import narrow_choice
from ui.dossiers.notice import Notice
from ui.sentences.rows import SentenceRow, usable_values
from ui.theme import scaled
from ui.widgets import button, label, row

_BY_HAND = (
    "Số ghi bằng tay ({}) giữ nguyên ở mọi kỳ sau. Số liệu của kỳ thì chọn ở ô bên trên rồi bấm "
    "“Chèn giá trị”."
)


class SentenceEditor(QWidget):
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.when = label("", "muted", wrap=True)
        self.lines = QPlainTextEdit()
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName("Lời văn của câu")
        self.lines.setFixedHeight(scaled(112))
        self.lines.textChanged.connect(lambda: self.typed.emit(self.lines.toPlainText()))
        self.values = narrow_choice()
        self.values.setAccessibleName("Giá trị có thể chèn vào câu")
        self.insert = button("&Chèn giá trị", pressed=self.insert_value)
        self.back = button("Câu &gốc", "undo")
        self.problem, self.advice = Notice("noticeDanger"), Notice("notice")
        self._each: str | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(6))
        layout.addWidget(self.when)
        layout.addWidget(self.lines)
        choice = row(self.values, self.insert, self.back)
        choice.setStretch(0, 1)
        layout.addLayout(choice)
        layout.addWidget(self.problem)
        layout.addWidget(self.advice)
        self.setEnabled(False)

    def show_row(self, shown: SentenceRow) -> None:
        """Another sentence, or another text of the same one."""
        self.setEnabled(True)
        if shown.sentence.each != self._each:
            self._each = shown.sentence.each
            self.values.clear()
            for name, told in usable_values(shown):
                self.values.addItem(f"{name} – {told}", name)
        self.when.setText(shown.condition)
        if self.lines.toPlainText() != shown.text:
            with QSignalBlocker(self.lines):
                self.lines.setPlainText(shown.text)
        self.back.setEnabled(shown.changed)
        numbers = typed_numbers(shown.text, shown.sentence.text)
        self.advice.say(_BY_HAND.format(", ".join(numbers)) if numbers else "")

    def insert_value(self) -> None:
        """The chosen value's name at the caret."""
        self.lines.insertPlainText(f"{{{self.values.currentData()}}}")
        self.lines.setFocus()
