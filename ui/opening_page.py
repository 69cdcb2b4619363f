"""What the window shows until the data are open, or why they could not be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets import button, card, label, row, set_role


class OpeningPage(QWidget):
    retried = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.frame, inside = card("card", margin=24)
        self.frame.setMaximumWidth(scaled(600))
        self.heading = label("", "heading")
        self.text = label("", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.retry = button("Thử lại", "refresh", role="primary", pressed=self.retried.emit)
        self.leave = button("Đóng chương trình", pressed=self.closed.emit)
        inside.addWidget(self.heading)
        inside.addWidget(self.text)
        inside.addLayout(row(None, self.leave, self.retry))
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(self.frame, 0)
        layout.setAlignment(self.frame, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.frame.setMinimumWidth(scaled(420))
        self.show_opening()

    def show_opening(self) -> None:
        set_role(self.frame, "card")
        self.heading.setText("Đang mở dữ liệu…")
        self.text.setText("Chương trình sẽ sẵn sàng ngay.")
        self.retry.hide()
        self.leave.hide()

    def show_problem(self, sentence: str) -> None:
        set_role(self.frame, "noticeDanger")
        self.heading.setText("Chưa mở được dữ liệu")
        self.text.setText(sentence)
        self.retry.show()
        self.leave.show()
        self.retry.setFocus()
