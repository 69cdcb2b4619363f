"""What stands in the place of an empty list: why it is empty and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.domain.query import Query
from ui.dossiers.filters import unfiltered
from ui.theme import scaled
from ui.widgets import button, label, row


class EmptyState(QWidget):
    asked = Signal(str)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = label("", "heading", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.hint = label("", "muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.intake = button("Tiếp nhận hồ sơ đầu tiên", "plus", role="primary")
        self.intake.clicked.connect(lambda: self.asked.emit("intake"))
        self.load = button("Nhập sổ từ tệp Excel", "import")
        self.load.clicked.connect(lambda: self.asked.emit("import"))
        self.clear = button("Bỏ tìm kiếm và bộ lọc", "close")
        self.clear.clicked.connect(self.cleared)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(12))
        layout.addStretch(2)
        layout.addWidget(self.text)
        layout.addWidget(self.hint)
        layout.addLayout(row(None, self.intake, self.load, self.clear, None))
        layout.addStretch(3)

    def show_for(self, query: Query) -> None:
        """The words that fit an empty result of *query*."""
        everything = query == unfiltered(query)
        self.text.setText("Sổ chưa có hồ sơ nào" if everything else "Không có hồ sơ nào khớp")
        self.hint.setText(
            "Hãy tiếp nhận hồ sơ đầu tiên, hoặc nhập sổ đang dùng từ tệp Excel."
            if everything
            else "Hãy gõ ít chữ hơn, hoặc bỏ bớt bộ lọc đang bật."
        )
        self.intake.setVisible(everything)
        self.load.setVisible(everything)
        self.clear.setVisible(not everything)
