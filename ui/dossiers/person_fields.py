"""Name, id number, phone and address of one person, as fields."""

import re
from dataclasses import astuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.dossier import Person
from dxdesk.domain.text import clean
from ui.dossiers.person_offers import PersonOffers
from ui.dossiers.problems import FieldLine
from ui.theme import scaled

_NAME_HINT = "Họ tên; hoặc số giấy tờ, điện thoại để tìm người đã có"
_ID_NO = re.compile(r"[0-9]{12}|[0-9]{9}")


class PersonFields(QWidget):
    edited = Signal()
    known = Signal(object)
    """A `KnownPerson` was chosen to fill in."""

    def __init__(self, role: str) -> None:
        """*role*: `Chủ hồ sơ` or `Người nộp`, the beginning of every error about the name."""
        super().__init__()
        whose = role.lower()
        self.name = FieldLine(role, QLineEdit(), _NAME_HINT)
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
        self.offers = tuple(
            PersonOffers(line.editor, marks_numbers=line is self.name)
            for line in (self.name, self.id_no, self.phone)
        )
        for offers in self.offers:
            offers.chosen.connect(self.known)
        self.name.editor.editingFinished.connect(self._sort_number)

    def person(self) -> Person:
        return Person(*(clean(line.editor.text()) for line in self.lines))

    def fill(self, person: Person) -> None:
        for line, text in zip(self.lines, astuple(person), strict=True):
            line.editor.setText(text)
            line.editor.setCursorPosition(0)

    def _sort_number(self) -> None:
        """A number that the book does not know is no name: it goes where it belongs."""
        digits = self.name.editor.text().replace(" ", "")
        if not digits.isdigit() or not digits.isascii():
            return
        target = self.id_no if _ID_NO.fullmatch(digits) else self.phone
        if not target.editor.text():
            target.editor.setText(digits)
            self.name.editor.clear()
