"""The list of rows that imports left out: mended in place, then taken in with one action."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dxdesk.services import catalogue, imports
from dxdesk.services.imports import Mended, WaitingRow
from ui.format import number
from ui.imports.half_mended import HalfMended
from ui.imports.waiting_model import STANDING, WaitingModel
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import button, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_AFTER_MS = 150
_WIDTHS = {0: 150, STANDING: 330}
_USUAL = 165
_Read = tuple[Sequence[WaitingRow], list[str], dict[str, str]]


class _Cells(QStyledItemDelegate):
    """Editors of cells; where a procedure stands, the catalogue is offered while typing."""

    def __init__(self, model: WaitingModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.procedures: Sequence[str] = ()

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QLineEdit(parent)
        field = self._model.field(index.column())
        if field in {"procedure_name", "procedure_code"}:
            texts = self.procedures
            if field == "procedure_code":
                texts = [text.partition(" - ")[0] for text in texts]
            offers = QCompleter(list(texts), editor)
            offers.setFilterMode(Qt.MatchFlag.MatchContains)
            offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(offers)
        return editor


class WaitingPanel(QFrame):
    left = Signal()
    said = Signal(str)
    changed = Signal()
    """An action was written."""

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._tasks = desk, tasks
        self._job: Job[dict[int, Mended]] | None = None
        self._groups: list[list[WaitingRow]] = []
        self.source = QComboBox()
        self.source.setAccessibleName("Tệp có dòng lỗi")
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.source.currentIndexChanged.connect(self._show_group)
        self.model = WaitingModel()
        self.half_mended = HalfMended(desk, tasks, self.model, self)
        self.model.mended.connect(self._mended)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName("Dòng lỗi cần sửa")
        self.cells = _Cells(self.model, self.table)
        self.table.setItemDelegate(self.cells)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setMinimumHeight(scaled(180))
        self.table.selectionModel().currentChanged.connect(self._offer)
        self.told = label("", wrap=True)
        self.alike = button("Sửa mọi ô giống thế", "edit", pressed=self._copy_down)
        self.drop = button("Bỏ các dòng đang chọn", "trash", pressed=self._drop)
        self.go = button("", "import", role="primary", pressed=self._take_in)
        self._rest = QTimer(self, interval=_AFTER_MS, singleShot=True)
        self._rest.timeout.connect(self.check)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(14),) * 4)
        layout.setSpacing(scaled(8))
        layout.addWidget(label("Dòng lỗi cần sửa", "heading"))
        layout.addWidget(
            label(
                "Bấm F2 hoặc bấm đúp vào ô để sửa ngay tại đây; mỗi lần sửa, cột “Sẽ thế nào” cho "
                "biết dòng đó đã nhập được chưa.",
                "muted",
                wrap=True,
            )
        )
        above = row(self.source)
        above.addWidget(self.told, 1)
        layout.addLayout(above)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        back = button("Quay lại", pressed=self.left.emit)
        layout.addLayout(row(self.alike, self.drop, None, back, self.go))

    def refresh(self) -> None:
        """Read again which rows wait."""
        self._tasks.run(lambda _job: self._read(), self._show)

    def _read(self) -> _Read:
        offers = [f"{one.code} - {one.name}" for one in catalogue.procedures(self._desk)]
        return imports.waiting_rows(self._desk), offers, self.half_mended.read()

    def _show(self, read: _Read) -> None:
        found, self.cells.procedures, kept = read
        self.half_mended.bring_back(kept, found)
        groups: dict[object, list[WaitingRow]] = {}
        for one in found:
            groups.setdefault((one.file, one.columns), []).append(one)
        self._groups = list(groups.values())
        self.source.blockSignals(True)
        self.source.clear()
        for group in self._groups:
            self.source.addItem(f"{group[0].file}: {number(len(group))} dòng")
        self.source.blockSignals(False)
        self.source.setVisible(bool(self._groups))
        self._show_group(0)

    def _show_group(self, at: int) -> None:
        group = self._groups[at] if 0 <= at < len(self._groups) else []
        self.model.show(group, self.half_mended.texts)
        for column in range(self.model.columnCount()):
            self.table.setColumnWidth(column, scaled(_WIDTHS.get(column, _USUAL)))
        self.told.setText("" if group else "Không còn dòng lỗi nào cần sửa.")
        for part in (self.table, self.alike, self.drop, self.go):
            part.setVisible(bool(group))
        self._offer()
        if group:
            self.check()

    def _mended(self) -> None:
        self._rest.start()
        self._offer()

    def check(self) -> None:
        """Ask what the rows would be now."""
        if self._job is not None:
            self._job.cancel()
        rows, texts = self.model.rows.rows, dict(self.model.rows.texts)
        self._job = self._tasks.run(
            lambda _job: imports.check_mended(self._desk, rows, texts), self._judged
        )

    def _judged(self, found: dict[int, Mended]) -> None:
        self.model.judge(found)
        self._offer()

    def _offer(self) -> None:
        takes, typed = self.model.rows.takes(), len(self.model.rows.texts)
        self.go.setText(f"Nhập {number(takes)} dòng" if takes else "Giữ chỗ đã sửa")
        self.go.setEnabled(bool(takes or typed))
        index = self.table.currentIndex()
        same = self.model.alike(index.row(), index.column())
        self.alike.setEnabled(bool(same))
        self.alike.setText(
            f"Sửa {number(len(same))} ô giống thế" if same else "Sửa mọi ô giống thế"
        )
        self.drop.setEnabled(self.model.rowCount() > 0)

    def _copy_down(self) -> None:
        index = self.table.currentIndex()
        self.model.copy_down(index.row(), index.column())

    def _drop(self) -> None:
        places = {one.row() for one in self.table.selectionModel().selectedIndexes()}
        ids = [self.model.rows.rows[place].id for place in sorted(places)]
        if ids:
            said = f"Đã bỏ {number(len(ids))} dòng lỗi"
            self._write(lambda: imports.drop_waiting(self._desk, ids), said)

    def _take_in(self) -> None:
        now = self.model.rows
        rows, texts, takes = now.ready(), dict(now.texts), now.takes()
        said = f"Đã nhập {number(takes)} dòng đã sửa" if takes else "Đã giữ chỗ đã sửa"
        self._write(lambda: imports.take_in_mended(self._desk, rows, texts), said)

    def _write(self, work: Callable[[], object], said: str) -> None:
        self.go.setEnabled(False)

        def done(_none: object) -> None:
            self.said.emit(said)
            self.changed.emit()
            self.refresh()

        self._tasks.run(lambda _job: work(), done)

    def start(self) -> None:
        self.table.setFocus()
