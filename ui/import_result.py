"""What an import would do or has done: counts that add up, warnings, the rows left out."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dxdesk.exchange.register import Quarantined
from dxdesk.services.imports import ImportResult
from ui.format import number
from ui.rows import Column, RowsModel, table_of
from ui.theme import scaled
from ui.widgets import card, label, repolish

_COUNTS = (
    ("rows", "Dòng hồ sơ trong tệp", ""),
    ("new", "Mới", "good"),
    ("changed", "Có thay đổi", "info"),
    ("same", "Đã có, không đổi", ""),
    ("quarantined", "Dòng lỗi, để riêng", "danger"),
)
_COLUMNS: tuple[Column[Quarantined], ...] = (
    Column("Dòng", lambda row: f"{row.line} ({row.sheet})" if row.sheet else str(row.line), 150),
    Column("Cột", lambda row: row.column, 190),
    Column("Giá trị", lambda row: row.value, 190),
    Column("Vì sao chưa nhập được", lambda row: row.reason, 400, stretches=True),
)
"""The value may name a person: it is shown here, never logged."""


class ImportOutcome(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.file = label("", "heading")
        self.shape = label("", "muted", wrap=True)
        self._numbers: dict[str, QLabel] = {}
        self.warnings, inside = card("noticeWarning", margin=10, spacing=4)
        self.warning_text = label("", wrap=True)
        inside.addWidget(self.warning_text)
        self.model = RowsModel(_COLUMNS)
        self.table = table_of(self.model, "Dòng lỗi")
        self.clean = label("Không có dòng lỗi nào.", "good")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(16),) * 4)
        layout.setSpacing(scaled(10))
        layout.addWidget(self.file)
        layout.addWidget(self.shape)
        layout.addLayout(self._counts())
        for part in (self.warnings, self.clean):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)

    def _counts(self) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(scaled(28))
        for key, name, _tone in _COUNTS:
            tile = QWidget()
            down = QVBoxLayout(tile)
            down.setContentsMargins(0, 0, 0, 0)
            down.setSpacing(0)
            self._numbers[key] = label("", "number")
            down.addWidget(self._numbers[key])
            down.addWidget(label(name, "muted"))
            across.addWidget(tile)
        across.addStretch(1)
        return across

    def show_result(self, result: ImportResult) -> None:
        self.file.setText(result.file)
        self.shape.setText(f"Nhận dạng: {result.shape_name}")
        for key, _name, tone in _COUNTS:
            value = len(result.quarantined) if key == "quarantined" else getattr(result, key)
            self._numbers[key].setText(number(value))
            self._numbers[key].setProperty("tone", tone if value else "")
            repolish(self._numbers[key])
        self.warning_text.setText("\n".join(f"• {one}" for one in result.warnings))
        self.warnings.setVisible(bool(result.warnings))
        self.model.show(result.quarantined)
        self.table.setVisible(bool(result.quarantined))
        self.clean.setVisible(not result.quarantined)

    def shown(self, key: str) -> str:
        """The count *key* as it stands on screen."""
        return self._numbers[key].text()
