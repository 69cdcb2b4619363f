"""Ctrl+C on the list: the selected rows as text that a worksheet takes."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.text import clean
from dxdesk.services import listing
from ui.dossiers.columns import Column
from ui.dossiers.table import DossierTable
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

MOST = 20_000


class CopyRows(QAction):
    """Reads the rows anew, so that also those never scrolled to are copied."""

    said = Signal(str)

    def __init__(
        self,
        desk: "Desk",
        tasks: Tasks,
        table: DossierTable,
        columns: Callable[[], Sequence[Column]],
        numbers: Callable[[], bool],
    ) -> None:
        super().__init__("S&ao chép các dòng đã chọn", table)
        self._desk = desk
        self._tasks = tasks
        self._table, self._columns, self._numbers = table, columns, numbers
        self.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.triggered.connect(self._copy)

    def _copy(self) -> None:
        ids = self._table.selected_ids()
        taken, columns, numbers = ids[:MOST], self._columns(), self._numbers()
        only = " đầu tiên; hãy chọn ít hơn để chép đủ" if len(ids) > MOST else ""

        def done(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.said.emit(f"Đã sao chép {len(taken)} dòng{only}.")

        if taken:
            self._tasks.run(
                lambda _job: as_text(
                    columns, listing.lines(self._desk, taken), self._desk.now(), numbers=numbers
                ),
                done,
            )


def as_text(
    columns: Sequence[Column], lines: Sequence[DossierLine], now: datetime, *, numbers: bool
) -> str:
    """Headings and rows, cells apart by tabs; as they are shown, *numbers* masked or not."""
    rows = [[column.title for column in columns]]
    rows += [
        [clean(column.shown(line, now, numbers=numbers)) for column in columns] for line in lines
    ]
    return "\n".join("\t".join(cells) for cells in rows)
