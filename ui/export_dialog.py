"""Dossiers or everything into a file: what, in which form, with or without persons' numbers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ui.files import ask_save
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import label

if TYPE_CHECKING:
    from dxdesk.desk import Desk


@dataclass(frozen=True, slots=True)
class ExportForm:
    title: str
    name: str
    delimiter: str = "semicolon"

    @property
    def everything(self) -> bool:
        return self.name.endswith(".zip")


FORMS = (
    ExportForm("Danh sách hồ sơ, bảng tính Excel (.xlsx)", "Danh sách hồ sơ.xlsx"),
    ExportForm("Danh sách hồ sơ, tệp .csv ngăn bằng dấu ;", "Danh sách hồ sơ.csv"),
    ExportForm("Danh sách hồ sơ, tệp .csv ngăn bằng dấu ,", "Danh sách hồ sơ.csv", "comma"),
    ExportForm("Toàn bộ dữ liệu, nạp lại được (.zip)", "Toàn bộ dữ liệu.zip"),
)
_TOLD = {
    False: "Không chọn thì danh sách không có số căn cước và số điện thoại của người dân.",
    True: "Gồm mọi dữ liệu, cả dữ liệu cá nhân và nhật ký. Tệp này không mã hóa: ai có tệp là đọc "
    "được; hãy giữ như giữ cơ sở dữ liệu.",
}


class ExportDialog(QDialog):
    said = Signal(str)

    def __init__(self, parent: QWidget | None, tasks: Tasks, desk: "Desk") -> None:
        super().__init__(parent)
        self.setWindowTitle("Xuất dữ liệu")
        self._tasks, self._desk = tasks, desk
        self.form = QComboBox()
        for one in FORMS:
            self.form.addItem(one.title)
        self.form.setAccessibleName("Dạng tệp")
        ask = label("&Dạng tệp:")
        ask.setBuddy(self.form)
        self.personal = QCheckBox("&Kèm số căn cước và số điện thoại")
        self.told = label("", "muted", wrap=True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setText("Chọn nơi lưu…")
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(10))
        for part in (ask, self.form, self.personal, self.told, buttons):
            layout.addWidget(part)
        self.setMinimumWidth(scaled(460))
        self.form.currentIndexChanged.connect(self._show_form)
        self._show_form()

    def _show_form(self) -> None:
        everything = FORMS[self.form.currentIndex()].everything
        self.personal.setEnabled(not everything)
        self.told.setText(_TOLD[everything])

    def save(self) -> None:
        chosen, desk, personal = FORMS[self.form.currentIndex()], self._desk, self.personal
        path = ask_save(self, "Xuất dữ liệu", chosen.name)
        if path is None:
            return
        with_persons = personal.isChecked()

        def work(job: Job[str]) -> str:
            if chosen.everything:
                from dxdesk.services.whole import export_everything

                export_everything(desk, path, progress=job.progress)
                return f"Đã xuất toàn bộ dữ liệu, không mã hóa, vào {path}"
            from dxdesk.reports.table_files import Delimiter
            from dxdesk.services.exporting import export_dossiers, of_period

            count = export_dossiers(
                desk,
                of_period(None),
                path,
                personal=with_persons,
                delimiter=Delimiter(chosen.delimiter),
                progress=job.progress,
                cancelled=job.cancelled,
            )
            return f"Đã xuất {count} hồ sơ vào {path}"

        self._tasks.run(work, self.said.emit, title=f"Đang xuất {path.name}")
        self.accept()
