"""The rows of ledgers behind a number: what each says and what it adds."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from dxdesk.domain.digital import Part
from dxdesk.domain.indicators.amount import amount_text
from dxdesk.domain.indicators.board import BoardRow
from dxdesk.domain.ledgers import LEDGER_OF
from ui.dossiers.form import spacious
from ui.format import number
from ui.rows import Column, RowsModel, select_row, table_of
from ui.theme import scaled
from ui.widgets import button, label, row

_HAMLETS = "Tổ dân phố"


def _title(one: Part) -> str:
    return LEDGER_OF[one.ledger].title if one.ledger in LEDGER_OF else _HAMLETS


COUNT_COLUMNS: tuple[Column[Part], ...] = (
    Column("Sổ", _title, 150),
    Column("Dòng", lambda one: one.name, 300, stretches=True),
    Column("Ghi", lambda one: one.told, 180),
    Column("Đếm", lambda one: number(one.numerator), 90, right=True),
)
SHARE_COLUMNS: tuple[Column[Part], ...] = (
    *COUNT_COLUMNS[:3],
    Column("Tử số", lambda one: number(one.numerator), 90, right=True),
    Column("Mẫu số", lambda one: number(one.denominator), 90, right=True),
)


def told_of(chosen: BoardRow, found: Sequence[Part]) -> str:
    """The sum, and how many rows say nothing."""
    plan = chosen.indicator.plan
    own = chosen.own.amount if chosen.own is not None else None
    told = "Chưa có dòng nào ghi số này; chưa có số, không phải 0."
    if own is not None:
        told = f"{len(found)} dòng dưới đây cộng lại đúng bằng {amount_text(own, plan.unit)}."
    unknown = sum(1 for one in found if not one.numerator and not one.denominator)
    if unknown and plan.base.value:
        told += f" {unknown} dòng chưa rõ nên không tính vào tử số, mẫu số."
    return told


class PartsDialog(QDialog):
    def __init__(self, parent: QWidget | None, chosen: BoardRow, found: Sequence[Part]) -> None:
        super().__init__(parent)
        plan = chosen.indicator.plan
        self.setWindowTitle(f"Các dòng đứng sau {plan.code}")
        self.resize(scaled(820), scaled(500))
        self.model = RowsModel(SHARE_COLUMNS if plan.base.value else COUNT_COLUMNS)
        self.model.show(_weakest_first(found))
        self.table = table_of(self.model, "Các dòng đứng sau số của sổ")
        self.table.activated.connect(self.accept)
        layout = spacious(self)
        layout.addWidget(label(plan.name, "heading", wrap=True))
        self.told = label(told_of(chosen, found), wrap=True)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        self.go = button("Mở ở sổ", "sheet", pressed=self.accept)
        self.go.setToolTip("Enter")
        done = button("Đóng (Esc)", role="primary", pressed=self.reject)
        layout.addLayout(row(self.go, None, done))
        if found:
            select_row(self.table, 0)
        self.table.setFocus()

    def chosen(self) -> Part | None:
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    @classmethod
    def ask(cls, parent: QWidget, chosen: BoardRow, found: Sequence[Part]) -> Part | None:
        """The row that the officer wants to see in its ledger; None: none."""
        dialog = cls(parent, chosen, found)
        part = dialog.chosen() if dialog.exec() else None
        dialog.deleteLater()
        return part if part is not None and part.ledger in LEDGER_OF else None


def _weakest_first(found: Sequence[Part]) -> list[Part]:
    """What spoils a share comes first, then what is not known, then the rest."""
    return sorted(
        found,
        key=lambda one: (one.numerator == one.denominator, one.denominator == 0, one.name),
    )
