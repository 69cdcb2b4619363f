"""The report page: choose what and which period, see it as it will be printed, save or print it."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout

from dxdesk.domain.period import Period, PeriodKind
from dxdesk.domain.query import Query
from dxdesk.domain.rights import Right
from dxdesk.errors import InputError
from dxdesk.services import reporting
from ui.barring import bar
from ui.page import Page
from ui.pdf.file import PdfFile
from ui.period_picker import PeriodPicker
from ui.report_choices import Choice, choices
from ui.report_closing import ReportClosing
from ui.report_options import ReportOptions
from ui.report_output import ReportOutput
from ui.report_preview import ReportPreview
from ui.sentences.dialog import word_report
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import button, column, label, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

PAUSE_MS = 250
"""So long the choice must stand before the report is made: turning a year passes many by."""


_STOPPED = "Đã dừng. Bấm F5 để lập lại, hoặc chọn báo cáo khác."


class ReportsPage(Page):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self._choices = choices()
        self._folder = TemporaryDirectory(prefix="dxdesk-", ignore_cleanup_errors=True)
        self._number = 0
        self._job: Job[PdfFile] | None = None
        self.output = ReportOutput(self, desk, tasks)
        self.output.said.connect(self.said)
        self.closing = ReportClosing(self, desk, tasks)
        self.closing.said.connect(self.said)
        self.closing.changed.connect(self.changed)
        self.closing.opened.connect(self.opened)
        self.options = ReportOptions(self, desk, tasks)
        self.report = QComboBox()
        for choice in self._choices:
            self.report.addItem(choice.title)
        self.picker = PeriodPicker(desk.now().date())
        self.preview = ReportPreview(tasks)
        self.preview.named.connect(lambda name: self.listed.emit(Query(text=name)))
        self._make_buttons()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._make)
        self._lay_out()
        self.report.currentIndexChanged.connect(self.refresh)
        self.picker.changed.connect(self.refresh)
        self.options.read.connect(self.picker.use)
        self.options.refresh()

    def _make_buttons(self) -> None:
        self.settings = button("Cài đặt…", pressed=self.options.ask)
        self.archive = button("Bản đã chốt…", "history", pressed=self.closing.show_archive)
        self.close_period = button(
            "Chốt kỳ…", "done", pressed=lambda: self.closing.close(self._chosen())
        )
        bar(self.close_period, self.desk.why_not(Right.CLOSE))
        bar(self.settings, self.desk.why_not(Right.OFFICE))
        self.print = button("In…", "print", pressed=self._print)
        self.words = button("Lời văn…", "edit", pressed=lambda: word_report(self, self._chosen()))
        self.save_sheet = button("Lưu Excel…", "sheet", pressed=lambda: self._save("xlsx"))
        self.save_text = button("Lưu Word…", "file", pressed=lambda: self._save("docx"))
        self.save_pdf = button("Lưu PDF…", "pdf", role="primary", pressed=lambda: self._save("pdf"))

    def _lay_out(self) -> None:
        name = label("Báo cáo", "muted")
        name.setBuddy(self.report)
        self.report.setAccessibleName("Báo cáo")
        box = QFrame()
        box.setProperty("role", "card")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(*(scaled(14), scaled(10)) * 2)
        inside.setSpacing(scaled(4))
        inside.addWidget(name)
        inside.addWidget(self.report)
        inside.addWidget(self.picker)
        layout = column(self)
        head = row(label("Báo cáo", "title"), None, self.settings, self.archive, self.close_period)
        layout.addLayout(head)
        ways_out = (self.print, self.save_sheet, self.save_text, self.save_pdf)
        layout.addLayout(row(self.words, None, *ways_out))
        layout.addWidget(box)
        layout.addWidget(self.preview, 1)

    def start(self) -> None:
        self.report.setFocus()

    def settled(self) -> bool:
        return not self._pause.isActive() and super().settled()

    def close_down(self) -> None:
        if self.preview.view.file is not None:
            self.preview.view.file.close()
        self._folder.cleanup()

    def choose(self, key: str, kind: PeriodKind) -> None:
        """Show the report *key* for the likely period of *kind*."""
        self.report.setCurrentIndex([choice.key for choice in self._choices].index(key))
        self.picker.choose_kind(kind)

    def refresh(self) -> None:
        """Another report or period: what is shown is no longer it."""
        self._number += 1
        if self._job is not None:
            self._job.cancel()
        chosen = self._chosen()
        self._allow(known=chosen is not None, printable=False)
        if chosen is None:
            self._pause.stop()
            self.preview.show_waiting("Hãy sửa kỳ báo cáo ở trên.")
        else:
            self.preview.show_waiting("Đang lập báo cáo…")
            self._pause.start()

    def _chosen(self) -> tuple[Choice, Period] | None:
        try:
            return self._choices[self.report.currentIndex()], self.picker.period()
        except InputError:
            return None

    def _allow(self, *, known: bool, printable: bool) -> None:
        self.save_sheet.setEnabled(known)
        chosen = self._choices[self.report.currentIndex()]
        self.save_text.setEnabled(known and "docx" in chosen.formats)
        self.words.setEnabled(known and chosen.worded)
        for part in (self.save_pdf, self.print, self.close_period):
            part.setEnabled(printable)

    def _make(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        choice, period = chosen
        number, lock = self._number, self.preview.view.lock
        path = Path(self._folder.name) / f"{number}.pdf"

        def work(job: Job[PdfFile]) -> PdfFile:
            choice.write(self.desk, period, path, job)
            return PdfFile(path, lock)

        self._job = self.tasks.run(
            work,
            lambda file: self._show(number, file),
            title=f"Đang lập {choice.title}",
            failed=lambda sentence: self._refuse(number, period, sentence),
            stopped=lambda: self.preview.show_waiting(_STOPPED) if number == self._number else None,
        )

    def _show(self, number: int, file: PdfFile) -> None:
        if number == self._number:
            self.preview.show_file(file)
            self._allow(known=True, printable=True)
        else:
            self.tasks.run(lambda _job: file.close(), lambda _none: None)

    def _refuse(self, number: int, period: Period, sentence: str) -> None:
        if number == self._number:
            self.preview.show_refusal(sentence)
            self.tasks.run(
                lambda _job: reporting.source(self.desk).at_fault(period), self.preview.show_faults
            )

    def _save(self, ending: str) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.output.save(*chosen, ending, shown=self.preview.view.file)

    def _print(self) -> None:
        file, chosen = self.preview.view.file, self._chosen()
        if file is not None and chosen is not None:
            choice, period = chosen
            self.output.print_out(file, f"{choice.title}, {period.label}")
