"""One window for every printing of slips: what, on which paper, from which slip on, seen as is."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dxdesk.domain.dossier import DossierId
from dxdesk.reports.files import replacing
from dxdesk.reports.slips.forms import SlipForm
from dxdesk.services import print_queue as queue
from dxdesk.services.slips import jobs
from ui.dossiers.notice import Notice
from ui.files import ask_save
from ui.pdf.panel import PdfPanel
from ui.pdf.printing import print_file
from ui.preferences import Preferences
from ui.printing.slip_choices import SlipChoices
from ui.printing.slip_file import SlipFile, make, summary
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import button, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

LONG_JOB = 40
"""From so many slips on the work has a title, progress and a way to stop it."""
PAUSE_MS = 150


class SlipDialog(QDialog):
    printed = Signal(str)
    """Slips went to the printer or into the queue: the sentence that says so."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: "Desk",
        tasks: Tasks,
        *,
        ids: tuple[DossierId, ...],
        forms: tuple[SlipForm, ...],
        form: str,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("In phiếu")
        self._desk, self._tasks, self._ids = desk, tasks, ids
        self._folder = TemporaryDirectory(prefix="dxdesk-", ignore_cleanup_errors=True)
        self._number = 0
        self._job: Job[SlipFile] | None = None
        self._printing: Job[int] | None = None
        self.shown: SlipFile | None = None
        self._recorded: SlipFile | None = None
        self.panel = PdfPanel(tasks)
        self.problem = Notice("noticeDanger")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.remake)
        self._build(SlipChoices(forms, form, preferences or Preferences()))
        room = self.screen().availableSize() if parent is None else parent.window().size()
        self.resize(QSize(scaled(1010), scaled(660)).boundedTo(room))
        self.remake()

    def _build(self, choices: SlipChoices) -> None:
        self.choices = choices
        self.choices.changed.connect(self._pause.start)
        self.choices.start_at.valueChanged.connect(self._show_start)
        self._tasks.moved.connect(lambda: choices.tell_job(self._printing or self._job))
        across = QHBoxLayout()
        across.addWidget(self.panel, 1)
        across.addWidget(self.choices)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(8))
        layout.addLayout(across, 1)
        layout.addWidget(self.problem)
        layout.addLayout(self._buttons())
        self.panel.setMinimumSize(scaled(320), scaled(260))

    def _buttons(self) -> QHBoxLayout:
        self.close_button = button("Đóng", pressed=self.reject)
        self.save = button("Lưu PDF…", "pdf", pressed=self.save_pdf)
        self.queue = button("Để vào hàng chờ", "inbox", pressed=self.put_in_queue)
        self.go = button("In", "print", role="primary", pressed=self.print_out)
        self.go.setDefault(True)
        self.go.setToolTip("Enter hoặc Ctrl+P")
        action = QAction("In", self)
        action.setShortcut(QKeySequence("Ctrl+P"))
        action.triggered.connect(self.go.click)
        self.addAction(action)
        return row(self.close_button, None, self.save, self.queue, self.go)

    def remake(self) -> None:
        """Set the slips anew as they are wanted now."""
        if self._job is not None:
            self._job.cancel()
        self._enable(on=False)
        self.choices.told.setText("Đang lập phiếu …")
        self._number += 1
        path = Path(self._folder.name) / f"{self._number}.pdf"
        wanted, lock = self.choices.wanted(self._ids), self.panel.view.lock
        self._job = self._tasks.run(
            lambda task: make(self._desk, wanted, path, lock, task),
            self._show,
            title=f"Đang lập {len(self._ids)} phiếu" if len(self._ids) >= LONG_JOB else "",
            failed=self._fail,
        )

    def _show(self, made: SlipFile) -> None:
        self._job, self.shown = None, made
        self.panel.show_file(made.file)
        self.choices.told.setText(summary(made))
        self.choices.offer_starts(len(made.job.slips))
        self._enable(on=made.file is not None)
        self.go.setFocus()

    def _fail(self, sentence: str) -> None:
        self._job = None
        self.choices.told.setText("")
        self.problem.say(sentence)

    def _enable(self, *, on: bool) -> None:
        self.go.setEnabled(on and bool(self.choices.printers.name))
        for part in (self.save, self.queue):
            part.setEnabled(on)

    def _show_start(self, slip: int) -> None:
        if self.shown is not None and self.shown.made is not None:
            self.panel.view.go(self.shown.made.first_sheet[slip - 1])

    def print_out(self) -> None:
        """Send the slips from the chosen one on; the record is written once they are sent."""
        shown = self.shown
        if shown is None or shown.file is None or shown.made is None:
            return
        first = shown.made.first_sheet[self.choices.start_at.value() - 1] + 1
        printer = self.choices.printers.make(first=first, last=shown.made.sheets)
        if printer is None:
            return
        file = shown.file
        self._enable(on=False)

        def work(task: Job[int]) -> int:
            pages = print_file(task, file, printer)
            self._record(shown)
            return pages

        self._printing = self._tasks.run(
            work,
            lambda pages: self._done(f"Đã gửi {pages} trang tới {printer.printerName()}."),
            title=f"Đang in {shown.title}",
            failed=self._refuse,
            stopped=lambda: self._refuse(
                "Đã dừng in; các phiếu đã ra giấy chưa được ghi là đã in."
            ),
        )

    def put_in_queue(self) -> None:
        """Keep the PDF until there is a printer."""
        shown = self.shown
        if shown is None or shown.file is None or shown.made is None:
            return
        path, sheets = shown.file.path, shown.made.sheets

        def work(_task: Job[None]) -> None:
            queue.keep(self._desk, shown.title, path.read_bytes(), sheets=sheets)
            self._record(shown)

        self._tasks.run(
            work,
            lambda _none: self._done("Đã để vào hàng chờ in; in ở Hồ sơ → Hàng chờ in."),
            failed=self._refuse,
        )

    def _record(self, shown: SlipFile) -> None:
        """In the worker: once for each job, also when it is begun again after a paper jam."""
        if self._recorded is not shown:
            jobs.record(self._desk, shown.job)
            self._recorded = shown

    def _done(self, sentence: str) -> None:
        self.problem.say("")
        self._printing = None
        self._enable(on=True)
        self.printed.emit(sentence)
        self.choices.told.setText(f"{sentence}\nKẹt giấy? Chọn “In từ phiếu số” rồi in tiếp.")

    def _refuse(self, sentence: str) -> None:
        self.problem.say(sentence)
        self._printing = None
        self._enable(on=True)

    def save_pdf(self) -> None:
        """The very file that is shown, to share instead of paper."""
        shown = self.shown
        if shown is None or shown.file is None:
            return
        path = ask_save(self, "Lưu phiếu", f"{shown.job.form.key}.pdf")
        if path is not None:
            source = shown.file.path
            self._tasks.run(
                lambda _task: _copy(source, path),
                lambda _none: self.printed.emit(f"Đã lưu {path}"),
                failed=self._refuse,
            )

    def done(self, result: int) -> None:
        """Close; while slips go to the printer this stops them first."""
        if self._printing is not None:
            self._printing.cancel()
            return
        if self._job is not None:
            self._job.cancel()
        self.panel.close_down()
        self._folder.cleanup()
        super().done(result)


def _copy(source: Path, path: Path) -> None:
    with replacing(path) as file:
        file.write(source.read_bytes())
