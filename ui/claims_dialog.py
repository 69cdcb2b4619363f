"""Pasted prose beside what does not fit in it: declared shares against their own counts (R19)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.claims import Finding, check_text
from ui.theme import scaled
from ui.widgets import label

EMPTY = "Dán đoạn báo cáo vào ô trên để soát."
SOUND = "Không thấy chỗ nào lệch với số đếm ghi trong văn bản."


class ClaimsDialog(QDialog):
    """Checks while the officer pastes or types; nothing is changed or kept."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Soát số liệu trong văn bản")
        ask = label("&Văn bản cần soát (báo cáo, tin bài):")
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Văn bản cần soát")
        self.text.setPlaceholderText("… tiếp nhận 3.452 hồ sơ … giải quyết trước hạn …")
        ask.setBuddy(self.text)
        self.told = label(EMPTY, wrap=True)
        self.findings = QListWidget()
        self.findings.setWordWrap(True)
        self.findings.setAccessibleName("Chỗ số liệu không khớp")
        self.findings.itemActivated.connect(self._show_place)
        self.findings.itemClicked.connect(self._show_place)
        self.text.textChanged.connect(self._check)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(8))
        for part, stretch in (
            (ask, 0),
            (self.text, 3),
            (self.told, 0),
            (self.findings, 2),
            (close, 0),
        ):
            layout.addWidget(part, stretch)
        self.findings.hide()
        self.resize(scaled(640), scaled(460))

    def _check(self) -> None:
        text = self.text.toPlainText()
        found = check_text(text)
        self.findings.clear()
        for finding in found:
            self.findings.addItem(_item(finding))
        self.findings.setVisible(bool(found))
        if found:
            self.told.setText(f"Có {len(found)} chỗ cần xem lại:")
        else:
            self.told.setText(SOUND if text.strip() else EMPTY)

    def _show_place(self, item: QListWidgetItem) -> None:
        """Select the words that the finding is about, when the text has them on one line."""
        self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
        self.text.find(item.data(Qt.ItemDataRole.UserRole))


def _item(finding: Finding) -> QListWidgetItem:
    item = QListWidgetItem(f"{finding.sentence}\n“{finding.quote}”")
    item.setData(Qt.ItemDataRole.UserRole, finding.quote)
    return item
