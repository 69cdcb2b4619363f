"""Name, id number, phone and address of one person, as fields."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.dossier import Person
from dxdesk.domain.text import clean
from ui.dossiers.problems import FieldLine
from ui.theme import scaled


class PersonFields(QWidget):
    edited = Signal()

    def __init__(self, role: str) -> None:
        """*role*: `Chủ hồ sơ` or `Người nộp`, the beginning of every error about the name."""
        super().__init__()
        whose = role.lower()
        self.name = FieldLine(role, QLineEdit(), "Họ tên người hoặc tên tổ chức")
        self.id_no = FieldLine("Số giấy tờ", QLineEdit(), "Định danh, CMND, MST")
        self.phone = FieldLine("Điện thoại", QLineEdit())
        self.address = FieldLine("Địa chỉ", QLineEdit())
        self.lines = (self.name, self.id_no, self.phone, self.address)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.name)
        numbers = QHBoxLayout()
        numbers.setSpacing(scaled(10))
        numbers.addWidget(self.id_no, 3)
        numbers.addWidget(self.phone, 2)
        layout.addLayout(numbers)
        layout.addWidget(self.address)
        for line in self.lines:
            if line is not self.name:
                line.editor.setAccessibleName(f"{line.label} {whose}")
            line.editor.textChanged.connect(self.edited)

    def person(self) -> Person:
        return Person(*(clean(line.editor.text()) for line in self.lines))

    def clear(self) -> None:
        for line in self.lines:
            line.editor.clear()
