"""The ward's log beside the portal's export: what differs, and the letter about it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.figures import COUNT_LABELS
from dxdesk.domain.period import Period
from dxdesk.domain.reconciliation import Entry, Reconciliation, Standing
from ui.files import REGISTERS, ask_open, ask_save
from ui.period_picker import PeriodPicker
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import button, label, row, set_role

if TYPE_CHECKING:
    from dxdesk.desk import Desk

ASK = "Chọn kỳ, rồi chọn tệp danh sách hồ sơ xuất từ hệ thống trong kỳ đó. Sổ không bị thay đổi."
_HEADS = ("Hồ sơ, số liệu", "Đơn vị", "Hệ thống")
_SIZE = (900, 600)
_ID = Qt.ItemDataRole.UserRole


class ReconcileDialog(QDialog):
    said = Signal(str)
    opened = Signal(int)
    """The dossier of this id shall be shown."""

    def __init__(self, parent: QWidget | None, tasks: Tasks, desk: "Desk") -> None:
        super().__init__(parent)
        self.setWindowTitle("Đối chiếu với hệ thống của tỉnh")
        self._tasks, self._desk = tasks, desk
        self._found: Reconciliation | None = None
        self.period = PeriodPicker(desk.now().date())
        self.choose = button("&Chọn tệp…", "folder", role="primary", pressed=self._ask_file)
        self.period.changed.connect(lambda period: self.choose.setEnabled(period is not None))
        self.told = label(ASK, wrap=True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels(_HEADS)
        self.tree.setAccessibleName("Kết quả đối chiếu")
        self.tree.setColumnWidth(0, scaled(420))
        self.tree.itemActivated.connect(self._open)
        self.letter = button("Lưu công văn &PDF…", "save", pressed=partial(self._save, "pdf"))
        self.word = button("Lưu công văn &Word…", "save", pressed=partial(self._save, "docx"))
        self.sheet = button("Lưu bảng &Excel…", "save", pressed=partial(self._save, "xlsx"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.period)
        layout.addLayout(row(self.choose, None))
        layout.addWidget(self.told)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row(self.letter, self.word, self.sheet, None, close))
        self._allow(result=False)
        self.resize(*map(scaled, _SIZE))

    def _ask_file(self) -> None:
        path = ask_open(self, "Chọn tệp xuất từ hệ thống", REGISTERS)
        if path is not None:
            self.compare(path, self.period.period())

    def compare(self, path: Path, period: Period) -> None:
        desk = self._desk

        def work(job: Job[Reconciliation]) -> Reconciliation:
            from dxdesk.services import reconciliation

            return reconciliation.reconcile(
                desk, path, period, progress=job.progress, cancelled=job.cancelled
            )

        self._tell(f"Đang đối chiếu {path.name}…")
        self.choose.setEnabled(False)
        self._tasks.run(
            work,
            self._show,
            title=f"Đang đối chiếu {path.name}",
            failed=partial(self._ended, role="error"),
            stopped=partial(self._ended, "Đã dừng đối chiếu."),
        )

    def _ended(self, sentence: str, *, role: str = "") -> None:
        self.choose.setEnabled(True)
        self._tell(sentence, role=role)

    def _tell(self, sentence: str, *, role: str = "") -> None:
        self.told.setText(sentence)
        set_role(self.told, role)

    def _show(self, found: Reconciliation) -> None:
        self._found = found
        name = found.period.label
        same = f"{name[:1].upper()}{name[1:]}: {found.rows} dòng, {found.equal} hồ sơ giống nhau"
        others = f", {found.outside} dòng ngoài kỳ" if found.outside else ""
        unread = f", {len(found.unread)} dòng không đọc được" if found.unread else ""
        self._ended(f"{same}{others}{unread}.")
        self.tree.clear()
        figures = self._part("Số liệu khác nhau", len(found.figures))
        for one in found.figures:
            line = QTreeWidgetItem([COUNT_LABELS[one.name], str(one.here), str(one.there)])
            line.addChildren([_line(entry) for entry in (*one.lost, *one.gained)])
            figures.addChild(line)
        for standing in Standing:
            entries = found.of(standing)
            self._part(standing.label, len(entries)).addChildren([_line(e) for e in entries])
        self._allow(result=True)

    def _part(self, title: str, count: int) -> QTreeWidgetItem:
        part = QTreeWidgetItem([f"{title} ({count})", "", ""])
        self.tree.addTopLevelItem(part)
        part.setExpanded(True)
        return part

    def _allow(self, *, result: bool) -> None:
        for part in (self.letter, self.word, self.sheet):
            part.setEnabled(result)

    def _open(self, item: QTreeWidgetItem) -> None:
        dossier_id = item.data(0, _ID)
        if dossier_id is not None:
            self.opened.emit(dossier_id)
            self.accept()

    def _save(self, ending: str) -> None:
        found, desk = self._found, self._desk
        if found is None:
            return
        path = ask_save(self, "Lưu kết quả đối chiếu", f"Đối chiếu {found.period.label}.{ending}")
        if path is None:
            return

        def work(_job: Job[Path]) -> Path:
            from dxdesk.services import reconciliation

            return reconciliation.write(desk, found, path)

        self._tasks.run(work, lambda done: self.said.emit(f"Đã lưu {done}"))


def _line(entry: Entry) -> QTreeWidgetItem:
    guess = " (ghép phỏng đoán)" if entry.guess else ""
    line = QTreeWidgetItem([f"{entry.code}{guess}  {entry.owner}", "", ""])
    line.setData(0, _ID, entry.dossier_id)
    for field in entry.fields:
        line.addChild(QTreeWidgetItem([field.label, field.here, field.there]))
    return line
