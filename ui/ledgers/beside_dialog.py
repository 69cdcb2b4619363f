"""A table of hamlets: an indicator's first and last value, and what the team did between them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTableWidgetItem, QWidget

from dxdesk.services.indicators.beside import Beside
from ui.dossiers.form import spacious
from ui.dossiers.plain_table import plain_table
from ui.theme import scaled
from ui.widgets import label

_TITLES = ("Tổ dân phố", "Số đầu", "Số cuối", "Thời gian", "Hoạt động của tổ", "Lượt người")
_TOLD = (
    "Chỉ tiêu thay đổi cùng thời gian với hoạt động của tổ; điều đó không chứng tỏ thay đổi là do "
    "tổ. Tổ dân phố chưa có hai số trên cùng một nhóm dân số thì chưa so được."
)


class BesideDialog(QDialog):
    def __init__(self, parent: QWidget, title: str, rows: Sequence[Beside]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hoạt động của tổ cạnh chỉ tiêu")
        self.resize(scaled(780), scaled(460))
        self.rows = tuple(rows)
        layout = spacious(self)
        layout.addWidget(label(title, "heading", wrap=True))
        layout.addWidget(label(_TOLD, "muted", wrap=True))
        self.table = plain_table(_TITLES, rows=len(rows), name="Hoạt động của tổ cạnh chỉ tiêu")
        for at, one in enumerate(rows):
            for place, text in enumerate(texts_of(one)):
                self.table.setItem(at, place, QTableWidgetItem(text))
        for place, width in enumerate((150, 90, 90, 180, 120)):
            self.table.setColumnWidth(place, scaled(width))
        self.table.horizontalHeader().setStretchLastSection(True)
        layout.addWidget(self.table, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText("Đóng")
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def texts_of(one: Beside) -> tuple[str, ...]:
    if one.since is None or one.until is None:
        return one.hamlet, "", one.last, "chưa so được", "", ""
    guided = "—" if one.guided is None else str(one.guided)
    span = f"{one.since:%d/%m/%Y} – {one.until:%d/%m/%Y}"
    return one.hamlet, one.first, one.last, span, str(one.activities), guided
