"""The dossier itself: numbers, fee, limit, moments, words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.marks import Delivery, Mark, Payment
from ui.dossiers.form import Lines, narrow_choice
from ui.dossiers.problems import FieldLine
from ui.widgets import card, row

_NOW = "Để trống: bây giờ"
_UNKNOWN = "Chưa rõ"


class DetailFields(QWidget):
    timed = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = FieldLine("Mã hồ sơ", QLineEdit(), "Gõ hoặc quét mã")
        self.copies = FieldLine("Số bộ", QLineEdit("1"))
        self.count = FieldLine("Số hồ sơ", QLineEdit("1"))
        self.content = FieldLine("Nội dung", Lines(2))
        self.fee = FieldLine("Phí, lệ phí", QLineEdit(), "Đồng; trống: chưa rõ")
        self.payment = FieldLine("Cách nộp phí", _choice(Payment))
        self.receipt = FieldLine("Số biên lai", QLineEdit())
        self.limit = FieldLine("Thời hạn", QLineEdit(), "Mặc định")
        self.received = FieldLine("Thời điểm tiếp nhận", QLineEdit(), _NOW)
        self.delivery = FieldLine("Nơi nhận kết quả", _choice(Delivery))
        self.interlinked = FieldLine("Liên thông", _yes_no())
        self.non_territorial = FieldLine("Phi địa giới", _yes_no())
        self.note = FieldLine("Ghi chú", Lines(1))
        self.count.editor.setToolTip("Nhiều hồ sơ giống nhau: mỗi hồ sơ một số sổ")
        self.lines = (
            *(self.code, self.copies, self.count, self.content, self.fee, self.payment),
            *(self.receipt, self.limit, self.received, self.delivery, self.note),
            *(self.interlinked, self.non_territorial),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        frame, inside = card(spacing=5, margin=10)
        for parts, shares in (
            ((self.code, self.copies, self.count), (3, 1, 1)),
            ((self.content,), (1,)),
            ((self.fee, self.payment), (1, 1)),
            ((self.receipt, self.limit), (1, 1)),
            ((self.received, self.delivery), (1, 1)),
            ((self.interlinked, self.non_territorial), (1, 1)),
            ((self.note,), (1,)),
        ):
            line = row(*parts, spacing=10)
            for place, share in enumerate(shares):
                line.setStretch(place, share)
            inside.addLayout(line)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def _connect(self) -> None:
        for edit in (self.received, self.limit):
            edit.editor.textChanged.connect(self.timed)
        for edit in (self.code, self.copies, self.count, self.fee, self.receipt):
            edit.editor.textChanged.connect(self.edited)
        for lines in (self.content, self.note):
            lines.editor.textChanged.connect(self.edited)
        for choice in (self.payment, self.delivery, self.interlinked, self.non_territorial):
            choice.editor.currentIndexChanged.connect(self.edited)

    def ask_count(self) -> None:
        self.count.editor.setFocus()
        self.count.editor.selectAll()


def _choice(marks: type[Mark]) -> QComboBox:
    choice = narrow_choice()
    choice.setMinimumContentsLength(8)
    choice.addItem(_UNKNOWN, None)
    for mark in marks:
        choice.addItem(mark.label, int(mark))
    return choice


def _yes_no() -> QComboBox:
    """Not known until the officer says: whoever was not asked is neither yes nor no."""
    choice = narrow_choice()
    choice.setMinimumContentsLength(8)
    for text, value in ((_UNKNOWN, None), ("Có", 1), ("Không", 0)):
        choice.addItem(text, value)
    return choice


def choose_mark(choice: QComboBox, mark: Mark | None) -> None:
    """The entries hold plain numbers: Qt does not find a member of an enumeration among them."""
    choice.setCurrentIndex(choice.findData(None if mark is None else int(mark)))
