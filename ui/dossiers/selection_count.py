"""How many dossiers are chosen, also those that are out of sight."""

from PySide6.QtWidgets import QLabel

from ui.dossiers.table import DossierTable
from ui.format import number


class SelectionCount(QLabel):
    def __init__(self, table: DossierTable) -> None:
        super().__init__()
        self.setProperty("role", "muted")
        self._table = table
        table.selectionModel().selectionChanged.connect(self._tell)
        table.model().modelReset.connect(self._tell)
        self.hide()

    def _tell(self) -> None:
        """One is seen without words."""
        parts = self._table.selectionModel().selection()
        chosen = sum(parts.at(one).height() for one in range(parts.size()))
        self.setText(f"Đang chọn {number(chosen)}")
        self.setVisible(chosen > 1)
