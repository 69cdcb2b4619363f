"""The import page: choose a file, see what importing it would do, do it; Ctrl+Z takes it back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dxdesk.exchange.quarantine import write_quarantine
from dxdesk.services import imports
from dxdesk.services.imports import ImportResult
from ui.drop_area import DropArea
from ui.files import REGISTERS, ask_open, ask_save
from ui.format import number
from ui.import_result import ImportOutcome
from ui.page import Page
from ui.task_strip import TaskStrip
from ui.tasks import Job, Tasks
from ui.widgets import button, card, column, label, row, set_role

if TYPE_CHECKING:
    from dxdesk.desk import Desk

Reader = Callable[..., ImportResult]


def _previewed(*given: Any, **options: Any) -> ImportResult:
    return imports.preview(*given, **options).result


class ImportPage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self._path: Path | None = None
        self._result: ImportResult | None = None
        self.drop = DropArea()
        self.drop.asked.connect(self._ask_file)
        self.drop.dropped.connect(self.show_file)
        self.notice, inside = card("notice", margin=12, spacing=4)
        self.notice_head, self.notice_text = label("", "heading"), label("", wrap=True)
        inside.addWidget(self.notice_head)
        inside.addWidget(self.notice_text)
        self.strip = TaskStrip(tasks)
        self.outcome = ImportOutcome()
        self.save_errors = button("Lưu danh sách dòng lỗi…", "save", pressed=self._save_errors)
        self.other = button("Chọn tệp khác…", "folder", pressed=self._ask_file)
        self.go = button("Nhập", "import", role="primary", pressed=self._import)
        self._lay_out()
        self._show_result(None)
        self._tell("notice", "", "")

    def _lay_out(self) -> None:
        known = QWidget()
        inside = QVBoxLayout(known)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.outcome, 1)
        inside.addLayout(row(self.save_errors, None, self.other, self.go))
        self.both = QStackedWidget()
        self.both.addWidget(self.drop)
        self.both.addWidget(known)
        layout = column(self)
        layout.addLayout(row(label("Nhập dữ liệu", "title"), None, self.strip))
        layout.addWidget(self.notice)
        layout.addWidget(self.both, 1)

    def start(self) -> None:
        known = self._result is not None
        after = self.go if self.go.isEnabled() else self.other
        (after if known else self.drop.choose).setFocus()

    def _ask_file(self) -> None:
        path = ask_open(self, "Chọn sổ theo dõi để nhập", REGISTERS)
        if path is not None:
            self.show_file(path)

    def show_file(self, path: Path) -> None:
        """Read *path* and show what importing it would do."""
        self._path = path
        self._show_result(None)
        self._run(_previewed, f"Đang đọc {path.name}", self._previewed)

    def _import(self) -> None:
        if self._path is not None:
            self._run(imports.run, f"Đang nhập {self._path.name}", self._imported)

    def _run(self, what: Reader, title: str, done: Callable[[ImportResult], None]) -> None:
        desk, path = self.desk, self._path
        if path is None:
            return
        self._allow(working=True)
        self._tell("notice", f"{title}…", "Có thể dùng các trang khác trong lúc chờ.")

        def work(job: Job[ImportResult]) -> ImportResult:
            return what(desk, path, progress=job.progress, cancelled=job.cancelled)

        self.tasks.run(
            work,
            done,
            title=title,
            failed=partial(self._ended, "noticeDanger", "Chưa nhập được"),
            stopped=partial(self._ended, "noticeWarning", "Đã dừng", "Chưa có gì được ghi vào sổ."),
        )

    def _previewed(self, result: ImportResult) -> None:
        self._show_result(result)
        todo = result.new + result.changed
        self.go.setText(f"Nhập {number(todo)} hồ sơ")
        self._allow(working=False)
        if todo:
            self._tell(
                "notice",
                "Xem trước, chưa ghi gì vào sổ",
                f"Bấm “Nhập {number(todo)} hồ sơ” để ghi. Ô trống trong tệp không xóa dữ liệu đã "
                "có; dòng lỗi được để riêng và không làm dừng việc nhập.",
            )
        else:
            self._tell("notice", "Không có gì mới để nhập", "Mọi hồ sơ đọc được đã có trong sổ.")
        self.start()

    def _imported(self, result: ImportResult) -> None:
        self._show_result(result)
        self._path = None
        self._allow(working=False)
        done = f"{number(result.new)} hồ sơ mới, {number(result.changed)} hồ sơ có thay đổi"
        self._tell("noticeGood", f"Đã nhập: {done}", "Bấm Ctrl+Z để hoàn tác cả lần nhập này.")
        self.said.emit(f"Đã lưu: nhập {result.file}, {done}")
        self.changed.emit()
        self.start()

    def _ended(self, role: str, head: str, text: str) -> None:
        self._allow(working=False)
        self._tell(role, head, text)

    def _save_errors(self) -> None:
        result = self._result
        if result is None:
            return
        name = f"{Path(result.file).stem} - dòng lỗi.xlsx"
        path = ask_save(self, "Lưu danh sách dòng lỗi", name)
        if path is None:
            return
        self.tasks.run(
            lambda _job: write_quarantine(path, result.headings, result.quarantined),
            lambda _none: self.said.emit(f"Đã lưu {path}. Sửa các ô sai trong tệp rồi nhập lại."),
        )

    def _allow(self, *, working: bool) -> None:
        todo = self._result is not None and self._result.new + self._result.changed > 0
        self.go.setEnabled(not working and todo and self._path is not None)
        for part in (self.other, self.drop):
            part.setEnabled(not working)

    def _tell(self, role: str, head: str, text: str) -> None:
        set_role(self.notice, role)
        self.notice_head.setText(head)
        self.notice_text.setText(text)
        self.notice.setVisible(bool(head))

    def _show_result(self, result: ImportResult | None) -> None:
        self._result = result
        self.both.setCurrentIndex(int(result is not None))
        if result is not None:
            self.outcome.show_result(result)
            self.save_errors.setVisible(bool(result.quarantined))
