"""The import page: choose, drop or paste, see what importing would do, do it; Ctrl+Z undoes it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dxdesk.exchange.sample import Sample
from dxdesk.exchange.source import Source
from dxdesk.services import imports
from dxdesk.services.imports import ImportResult, ListImport, Preview
from ui.dossiers.follow_focus import FollowFocus
from ui.imports.banner import Banner, WaitingButton
from ui.imports.chooser import Chooser
from ui.imports.list_panel import ListPanel
from ui.imports.mapping_panel import MappingPanel
from ui.imports.result_panel import ResultPanel
from ui.imports.waiting_panel import WaitingPanel
from ui.imports.work import ImportWork
from ui.page import Page
from ui.task_strip import TaskStrip
from ui.tasks import Tasks
from ui.widgets import column, label, row, scrolled

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_NEW_HEADINGS = (
    "Hãy chỉ ý nghĩa của từng cột",
    "Tệp không có tiêu đề quen thuộc. Chỉ một lần: lần sau tệp có cùng tiêu đề sẽ được nhận ra.",
)
_STOPPED = ("noticeWarning", "Đã dừng", "Chưa có gì được ghi vào sổ.")


class ImportPage(Page):
    watched = Signal(str)
    """This folder shall be watched for new exports; an empty one: none."""

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self.work = ImportWork(desk, tasks)
        self.banner, self.mend = Banner(), WaitingButton()
        self.drop, self.panel = Chooser(), ResultPanel(tasks)
        self.mapping, self.mending = MappingPanel(), WaitingPanel(desk, tasks)
        self.list = ListPanel()
        self.both = QStackedWidget()
        for part in (self.drop, self.panel, self.mapping, self.mending, self.list):
            self.both.addWidget(part)
        layout = column(self, spacing=10)
        title = label("Nhập dữ liệu", "title")
        layout.addLayout(row(title, None, TaskStrip(tasks), self.mend))
        layout.addWidget(self.banner)
        area = scrolled(self.both)
        FollowFocus(area)
        layout.addWidget(area, 1)
        self._wire()

    def _wire(self) -> None:
        self.addAction(self.drop.paste_action(self))
        refused = partial(self._ended, "noticeDanger", "Chưa nhập được")
        work, panel = self.work, self.panel
        self.mend.button.clicked.connect(self.show_waiting)
        self.drop.chosen.connect(self._take)
        self.drop.refused.connect(refused)
        self.drop.watched.connect(self.watched)
        panel.said.connect(self.said)
        panel.went_on.connect(
            lambda: self._take(work.waiting) if work.waiting else self.drop.ask_file()
        )
        panel.columns.clicked.connect(work.sample)
        panel.go.clicked.connect(work.run)
        work.began.connect(self._began)
        work.previewed.connect(self._previewed)
        work.imported.connect(self._imported)
        work.sampled.connect(self._ask_columns)
        work.listed.connect(self._listed)
        self.list.go.clicked.connect(work.run_list)
        work.failed.connect(refused)
        work.stopped.connect(partial(self._ended, *_STOPPED))
        self.mapping.accepted.connect(work.say)
        for part in (self.mapping, self.mending, self.list):
            part.left.connect(lambda: self._show(panel if panel.result else self.drop))
        self.mending.said.connect(self.said)
        self.mending.changed.connect(self.changed)

    def refresh(self) -> None:
        self.tasks.run(lambda _job: imports.waiting_count(self.desk), self.mend.show_count)

    def start(self) -> None:
        shown = self.both.currentWidget()
        if isinstance(shown, MappingPanel | WaitingPanel | ResultPanel | ListPanel):
            shown.start()
        else:
            self.drop.choose.setFocus()

    def show_files(self, paths: Sequence[Path]) -> None:
        """Read the first of *paths*, or of the registers in a folder, and show its preview."""
        self.drop.take(paths)

    def show_waiting(self) -> None:
        """The rows that imports left out, to be mended."""
        self._show(self.mending)
        self.mending.refresh()

    def _show(self, part: QWidget) -> None:
        self.banner.hide()
        self.both.setCurrentWidget(part)
        self.start()

    def _take(self, sources: Sequence[Source]) -> None:
        self.panel.result = None
        self.both.setCurrentWidget(self.drop)
        self.work.take(sources)

    def _began(self, title: str) -> None:
        _allow(self, working=True)
        self.banner.say("notice", f"{title}…", "Có thể dùng các trang khác trong lúc chờ.")

    def _previewed(self, preview: Preview) -> None:
        self.panel.show_preview(preview)
        self.both.setCurrentWidget(self.panel)
        _allow(self, working=False)
        self.banner.show_preview(preview.result)
        self.start()

    def _imported(self, result: ImportResult) -> None:
        self.panel.show_result(result)
        _allow(self, working=False)
        done = self.banner.show_import(result)
        self.said.emit(f"Đã lưu: nhập {result.file}, {done}")
        self.changed.emit()
        self.start()

    def _listed(self, found: ListImport, done: bool) -> None:  # noqa: FBT001 - Qt's signal
        _allow(self, working=False)
        self.list.show_list(found, done=done)
        self._show(self.list)
        self.banner.show_list(found, done=done)
        if done:
            self.said.emit(f"Đã lưu: nhập {found.file}, {found.todo} dòng")
            self.changed.emit()

    def _ask_columns(self, sample: Sample) -> None:
        _allow(self, working=False)
        self.mapping.show_sample(sample, self.work.known)
        self._show(self.mapping)
        self.banner.say("notice", *_NEW_HEADINGS)

    def _ended(self, role: str, head: str, text: str) -> None:
        _allow(self, working=False)
        self.banner.say(role, head, text)

    def close_down(self) -> None:
        self.mending.half_mended.keep_now()


def _allow(page: ImportPage, *, working: bool) -> None:
    """While work goes on nothing else can be begun."""
    work = page.work
    opened = work.source is not None
    page.panel.allow(working=working, open_file=opened, left=len(work.waiting))
    page.drop.setEnabled(not working)
