"""What the window shows until the data are open, or why they could not be opened."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets import button, card, label, row, set_role

_CHOICES = (
    "Hãy chọn một cách. Tệp hỏng được giữ nguyên bên cạnh. Quay về bản sao lưu thì mất những gì "
    "làm sau lúc đó; cứu từng dòng thì giữ được nhiều nhất, dòng nào không đọc được sẽ ghi ra một "
    "tệp."
)


class OpeningPage(QWidget):
    retried = Signal()
    closed = Signal()
    went_back = Signal()
    """Back to the newest good backup."""
    saved = Signal()
    """Save what is readable."""

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
        self.backup = button("", "history", role="primary", pressed=self.went_back.emit)
        self.readable = button(
            "&Cứu các dòng còn đọc được vào tệp mới", "save", pressed=self.saved.emit
        )
        self.choices = label(_CHOICES, "muted", wrap=True)
        inside.addWidget(self.choices)
        for choice in (self.backup, self.readable):
            inside.addLayout(row(choice, None))
        inside.addLayout(row(None, self.leave, self.retry))
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        across = row(None, self.frame, None)
        across.setStretch(1, 8)  # no alignment, which would not grow with the lines of its text
        layout.addLayout(across)
        layout.addStretch(3)
        self.frame.setMinimumWidth(scaled(420))
        self.show_opening()

    def show_opening(self) -> None:
        set_role(self.frame, "card")
        self.heading.setText("Đang mở dữ liệu…")
        self.text.setText("Chương trình sẽ sẵn sàng ngay.")
        for one in (self.retry, self.leave, self.choices, self.backup, self.readable):
            one.hide()

    def show_problem(self, sentence: str) -> None:
        set_role(self.frame, "noticeDanger")
        self.heading.setText("Chưa mở được dữ liệu")
        self.text.setText(sentence)
        self.retry.show()
        self.leave.show()
        self.retry.setFocus()

    def show_damage(self, sentence: str, backup: str) -> None:
        """*backup*: when the newest good one was made, empty without any."""
        self.show_problem(sentence)
        self.heading.setText("Tệp dữ liệu bị hỏng")
        self.backup.setText(f"&Quay về bản sao lưu {backup}")
        self.backup.setVisible(bool(backup))
        self.readable.show()
        self.choices.show()
        (self.backup if backup else self.readable).setFocus()
