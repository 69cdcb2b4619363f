"""The closed periods: print again to the byte, see what differs today, correct (figures.md R20)."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from dxdesk.domain.closing import Closing, ClosingId, Difference, Moved
from dxdesk.domain.rights import Right
from dxdesk.reports.catalogue import REPORTS
from dxdesk.reports.correction import actions_text, labels_text
from dxdesk.services import archive, closing
from ui import dialogs
from ui.barring import bar
from ui.dossiers.moments import moment_text
from ui.files import ask_save
from ui.format import number
from ui.rows import Column, RowsModel, table_of
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import button, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_TITLES = {report.key: report.title for report in REPORTS}


def _state(found: Closing) -> str:
    if not found.stands:
        return "Đã có bản đính chính"
    return "Bản đính chính" if found.corrects is not None else "Bản chốt"


CLOSINGS: tuple[Column[Closing], ...] = (
    Column("Báo cáo", lambda c: _TITLES.get(c.report, c.report), 300, stretches=True),
    Column("Kỳ", lambda c: c.period.label, 190),
    Column("Chốt lúc", lambda c: moment_text(c.closed_at), 150),
    Column("Cán bộ chốt", lambda c: c.officer, 160),
    Column("Tình trạng", _state, 160),
)
MOVED: tuple[Column[Moved], ...] = (
    Column("Hồ sơ", lambda m: m.name, 190),
    Column("Đã chốt là", lambda m: labels_text(m.lost) or "không tính", 220),
    Column("Nay là", lambda m: labels_text(m.gained) or "không tính", 220),
    Column("Thao tác từ khi chốt", actions_text, 320, stretches=True),
)


class ArchiveDialog(QDialog):
    changed = Signal()
    opened = Signal(int)
    """The dossier of this id shall be shown."""

    def __init__(self, parent: QWidget | None, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(parent)
        self.setWindowTitle("Bản đã chốt")
        self.resize(scaled(980), scaled(600))
        self._desk, self._tasks = desk, tasks
        self.closings = RowsModel(CLOSINGS, pale=lambda found: not found.stands)
        self.list = table_of(self.closings, "Các kỳ đã chốt")
        self.moved = RowsModel(MOVED)
        self.dossiers = table_of(self.moved, "Hồ sơ làm khác số liệu; Enter để mở")
        self.told = label("Chưa chốt kỳ nào. Ở trang Báo cáo, bấm Chốt kỳ.", "muted", wrap=True)
        self.again = button("&Lưu lại bản in…", "pdf", pressed=self._save)
        self.sheet = button("Lưu lại &Excel…", "sheet", pressed=lambda: self._save("xlsx"))
        self.paper = button("Lưu bản &so sánh…", pressed=lambda: self._save(closing.CORRECTION))
        self.mend = button("Lập đính &chính…", pressed=self._correct)
        bar(self.mend, desk.why_not(Right.CLOSE))
        self.list.selectionModel().currentRowChanged.connect(self._compare)
        self.dossiers.activated.connect(self._open)
        self._lay_out()
        self._show(())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.list, 1)
        layout.addLayout(row(self.again, self.sheet, self.paper, None, self.mend))
        layout.addWidget(self.told)
        layout.addWidget(self.dossiers, 1)

    def refresh(self) -> None:
        self._tasks.run(lambda _job: archive.closings(self._desk), self._show)

    def _show(self, found: tuple[Closing, ...]) -> None:
        self.closings.show(found)
        self.moved.show(())
        self.dossiers.setVisible(bool(found))
        for part in (self.again, self.sheet, self.paper, self.mend):
            part.setEnabled(False)
        if found:
            self.list.selectRow(0)
            self.list.setFocus()

    def chosen(self) -> Closing | None:
        at = self.list.currentIndex().row()
        return self.closings.rows[at] if 0 <= at < len(self.closings.rows) else None

    def _compare(self) -> None:
        """Count the chosen period anew, beside the window's thread."""
        found = self.chosen()
        if found is None:
            return
        self.again.setEnabled("pdf" in found.files)
        self.sheet.setEnabled("xlsx" in found.files)
        self.paper.setEnabled(closing.CORRECTION in found.files)
        self.mend.setEnabled(False)
        self.told.setText("Đang so với số liệu hôm nay…")
        self._tasks.run(lambda _job: archive.difference(self._desk, found.id), self._tell)

    def _tell(self, found: Difference) -> None:
        now = self.chosen()
        if now is None or now.id != found.closing.id:
            return
        self.moved.show(found.moved)
        self.mend.setEnabled(bool(found.moved) and now.stands)
        if not found.moved:
            self.told.setText("Số liệu hôm nay vẫn đúng như bản đã chốt.")
            return
        changes = "; ".join(
            f"{labels_text((c.name,))} {number(c.old)} → {number(c.new)}" for c in found.total
        )
        text = f"{number(len(found.moved))} hồ sơ làm số liệu hôm nay khác bản đã chốt"
        self.told.setText(f"{text}: {changes}." if changes else f"{text} giữa các lĩnh vực.")

    def _save(self, name: str = "pdf") -> None:
        found = self.chosen()
        if found is None:
            return
        ending = name.rsplit(".", 1)[-1]
        period = found.period
        plain = f"{found.report}_{period.first:%Y-%m-%d}_{period.last:%Y-%m-%d}_chot.{ending}"
        path = ask_save(self, "Lưu lại bản đã chốt", plain)
        if path is not None:
            self._tasks.run(
                lambda _job: archive.write_file(self._desk, found.id, name, path), self._saved
            )

    def _saved(self, path: Path) -> None:
        self.told.setText(f"Đã lưu {path}")

    def _correct(self) -> None:
        found = self.chosen()
        if found is None:
            return
        reason = dialogs.ask_reason(
            self, "Lập đính chính", "Vì sao số liệu đã chốt phải sửa? (ghi vào bản đính chính)"
        )
        if reason is not None:
            self._tasks.run(
                lambda job: closing.correct(
                    self._desk, ClosingId(found.id), reason, cancelled=job.cancelled
                ),
                self._corrected,
                title="Đang lập đính chính",
            )

    def _corrected(self, _made: Closing) -> None:
        self.changed.emit()
        self.refresh()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.moved.rows[index.row()].id)
        self.accept()
