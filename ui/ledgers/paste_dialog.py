"""What was understood of a pasted table, before anything is written."""

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QTableWidgetItem,
    QWidget,
)

from dxdesk.domain.ledgers import LEDGER_OF
from dxdesk.services.ledgers.pasting import Pasted, Trouble
from ui.dossiers.form import spacious
from ui.dossiers.plain_table import plain_table
from ui.theme import scaled
from ui.widgets import button, label

_NAMES_SHOWN = 5
_CREATED = {"teams": "tổ công nghệ số", "hamlets": "tổ dân phố"}


def told_of(pasted: Pasted) -> str:
    """Every line is accounted for."""
    counted = (
        f"{pasted.lines} dòng có chữ: {len(pasted.rows)} dòng sẽ ghi, {len(pasted.troubles)} dòng "
        f"chưa hiểu, {len(pasted.known)} dòng đã có, {len(pasted.left_out)} dòng không phải số "
        "liệu (tiêu đề, dòng cộng)."
    )
    lines = [counted]
    for key, names in pasted.created.items():
        more = f" và {len(names) - _NAMES_SHOWN} nữa" if len(names) > _NAMES_SHOWN else ""
        lines.append(
            f"Thêm mới {len(names)} {_CREATED[key]}: {', '.join(names[:_NAMES_SHOWN])}{more}."
        )
    if pasted.by_order:
        fields = LEDGER_OF[pasted.key].fields
        lines.append(
            "Bảng không có dòng tiêu đề nên các cột được hiểu theo thứ tự: "
            f"{', '.join(one.title for one in fields)}."
        )
    if pasted.unused:
        lines.append(f"Cột không dùng đến: {', '.join(pasted.unused)}.")
    return "\n".join(lines)


class PasteDialog(QDialog):
    def __init__(self, parent: QWidget | None, pasted: Pasted) -> None:
        super().__init__(parent)
        ledger = LEDGER_OF[pasted.key]
        self.setWindowTitle(f"Đưa bảng vào sổ {ledger.title}")
        self.resize(scaled(760), scaled(460))
        self._left = (*pasted.troubles, *pasted.known, *pasted.left_out)
        layout = spacious(self)
        layout.addWidget(label(told_of(pasted), wrap=True))
        layout.addWidget(self._table(), 1)
        self.copy = button(
            "&Chép các dòng chưa hiểu", "sheet", pressed=lambda: copy_lines(pasted.troubles)
        )
        self.copy.setEnabled(bool(pasted.troubles))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        back = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        back.setText("Bỏ qua")
        back.setAutoDefault(False)
        self.go = button(f"Ghi {len(pasted.rows)} dòng", role="primary", pressed=self.accept)
        self.go.setDefault(True)
        self.go.setEnabled(bool(pasted.rows))
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _table(self) -> QWidget:
        table = plain_table(
            ("Dòng", "Vì sao không ghi", "Nội dung"),
            rows=len(self._left),
            name="Các dòng không ghi và lý do",
        )
        for at, one in enumerate(self._left):
            texts = (str(one.line), one.reason, " | ".join(filter(None, one.cells)))
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                table.setItem(at, place, item)
        table.setColumnWidth(0, scaled(60))
        table.setColumnWidth(1, scaled(380))
        table.horizontalHeader().setStretchLastSection(True)
        return table


def copy_lines(troubles: tuple[Trouble, ...]) -> None:
    """Put the lines on the clipboard, to be mended in Excel and pasted again."""
    text = "\n".join("\t".join(one.cells) for one in troubles)
    QApplication.clipboard().setText(text)


def ask_take(parent: QWidget, pasted: Pasted) -> bool:
    dialog = PasteDialog(parent, pasted)
    taken = bool(dialog.exec())
    dialog.deleteLater()
    return taken
