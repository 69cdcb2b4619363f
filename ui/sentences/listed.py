"""All sentences of the report in their order: which is in the hand, which were changed."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from dxdesk.errors import InputError
from ui.rows import RowsModel, table_of
from ui.sentences.rows import COLUMNS, SentenceRow


class SentenceList(QObject):
    chose = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.model = RowsModel(COLUMNS, pale=lambda one: not one.said)
        self.table = table_of(self.model, "Các câu của báo cáo")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _old: self.chose.emit())
        self._kept: list[str] = []

    @property
    def rows(self) -> list[SentenceRow]:
        return self.model.rows

    def show(self, rows: Sequence[SentenceRow]) -> None:
        self.model.show(rows)
        self.keep()
        self.table.selectRow(0)
        self.table.setFocus()

    def keep(self) -> None:
        """The words as they stand are the kept ones."""
        self._kept = [one.text for one in self.rows]

    def changed(self) -> bool:
        return [one.text for one in self.rows] != self._kept

    def chosen(self) -> SentenceRow | None:
        at = self.table.currentIndex().row()
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def put(self, row: SentenceRow) -> None:
        """*row* in place of the chosen one."""
        self.model.put(self.table.currentIndex().row(), row)

    def put_all(self, rows: Sequence[SentenceRow]) -> None:
        for at, one in enumerate(rows):
            self.model.put(at, one)

    def texts(self) -> dict[str, str]:
        return {one.sentence.key: one.text for one in self.rows}

    def problem(self) -> str:
        """What is wrong with the first sentence that cannot be printed."""
        for one in self.rows:
            try:
                one.check()
            except InputError as error:
                return str(error)
        return ""
