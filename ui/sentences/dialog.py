"""The ward words the sentences of its report in prose and sees the print change beside them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dxdesk.domain.period import Period
from dxdesk.reports.monthly_facts import Facts
from dxdesk.reports.prose.template import template
from dxdesk.services import reporting
from dxdesk.services.report_sentences import own_sentences, save_sentences
from ui import dialogs
from ui.page import Page
from ui.report_choices import Choice
from ui.sentences.editor import SentenceEditor
from ui.sentences.listed import SentenceList
from ui.sentences.printed import SentencePrint
from ui.sentences.rows import rows_of, worded
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import button, row

if TYPE_CHECKING:
    from dxdesk.desk import Desk

PAUSE_MS = 300
_DROP = "Có câu vừa sửa mà chưa lưu. Đóng và bỏ các chỗ vừa sửa?"
_BACK = "Trả mọi câu về mẫu gốc? Bản in bên cạnh cho xem trước; bấm Lưu thì mới đổi."


class SentenceDialog(QDialog):
    saved = Signal()

    def __init__(self, parent: QWidget | None, desk: "Desk", tasks: Tasks, period: Period) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Lời văn báo cáo – xem với số liệu {period.label}")
        self._desk, self._tasks, self._period = desk, tasks, period
        self._original = template("procedures", period.last)
        self._facts: Facts | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.remake)
        self.sentences = SentenceList(self)
        self.sentences.chose.connect(self._choose)
        self.editor = SentenceEditor()
        self.editor.typed.connect(self._put)
        self.editor.back.clicked.connect(self.take_back)
        self.printed = SentencePrint(self, tasks)
        self.printed.failed.connect(self.editor.problem.say)
        self._lay_out()
        self.resize(scaled(1120), scaled(660))
        tasks.run(self._gather, self._begin, failed=self.editor.problem.say)

    def _lay_out(self) -> None:
        self.all_back = button("&Trở về mẫu gốc", "undo", pressed=self.take_all_back)
        self.save = button("&Lưu", "done", role="primary", pressed=self.keep)
        self.save.setToolTip("Ctrl+S")
        action = QAction("Lưu lời văn", self)
        action.setShortcut(QKeySequence("Ctrl+S"))
        action.triggered.connect(self.save.click)
        self.addAction(action)
        left = QVBoxLayout()
        left.setSpacing(scaled(6))
        left.addWidget(self.sentences.table, 1)
        left.addWidget(self.editor)
        across = QHBoxLayout()
        across.addLayout(left, 1)
        across.addWidget(self.printed.panel, 1)
        self._outer = layout = QVBoxLayout(self)
        layout.setSpacing(scaled(8))
        layout.addLayout(across, 1)
        shut = button("Đóng", pressed=self.reject)
        layout.addLayout(row(shut, None, self.all_back, self.save))
        self._enable()

    def _gather(self, job: Job[tuple[Facts, dict[str, str]]]) -> tuple[Facts, dict[str, str]]:
        facts = reporting.prose_facts(self._desk, self._period, cancelled=job.cancelled)
        return facts, own_sentences(self._desk)

    def _begin(self, found: tuple[Facts, dict[str, str]]) -> None:
        facts, own = found
        self._facts = replace(facts, template=self._original)
        self.sentences.show(rows_of(self._original, own, self._facts))
        self.remake()

    def _choose(self) -> None:
        chosen = self.sentences.chosen()
        if chosen is not None:
            self.editor.show_row(chosen)
            self._enable()
            self._outer.activate()  # the notices below the list have their room now
            table = self.sentences.table
            table.scrollTo(table.currentIndex())
            self.printed.look_at(self._beginning())

    def _put(self, text: str) -> None:
        """*text* in place of the chosen sentence."""
        chosen = self.sentences.chosen()
        if chosen is not None and text != chosen.text:
            changed = replace(chosen, text=text)
            self.sentences.put(changed)
            self.editor.show_row(changed)
            self._enable()
            self._pause.start()

    def take_back(self) -> None:
        """The original words of the chosen sentence."""
        chosen = self.sentences.chosen()
        if chosen is not None:
            self._put(chosen.sentence.text)

    def take_all_back(self) -> None:
        if dialogs.confirm(self, "Trở về mẫu gốc", _BACK, action="Trở về mẫu gốc"):
            back = [replace(one, text=one.sentence.text) for one in self.sentences.rows]
            self.sentences.put_all(back)
            self._choose()
            self.remake()

    def _enable(self) -> None:
        """Say what is wrong; what is wrong is not kept."""
        wrong = self.sentences.problem()
        self.editor.problem.say(wrong)
        self.all_back.setEnabled(any(one.changed for one in self.sentences.rows))
        self.save.setEnabled(self.sentences.changed() and not wrong)

    def _beginning(self) -> str:
        chosen, facts = self.sentences.chosen(), self._facts
        if chosen is None or facts is None or self.sentences.problem():
            return ""
        return chosen.beginning(facts)

    def remake(self) -> None:
        """Print anew; while a sentence is wrong the last good print stays."""
        if self._facts is not None and not self.sentences.problem():
            self.printed.make(worded(self._facts, self.sentences.rows), self._beginning())

    def keep(self) -> None:
        texts = self.sentences.texts()
        self._tasks.run(
            lambda _job: save_sentences(self._desk, self._original, texts),
            lambda _none: self._saved(),
            failed=self.editor.problem.say,
        )

    def _saved(self) -> None:
        self.sentences.keep()
        self.saved.emit()
        self.accept()

    def settled(self) -> bool:
        return not self._pause.isActive() and self._tasks.idle()

    def done(self, result: int) -> None:
        if self.sentences.changed() and not dialogs.confirm(
            self, "Lời văn báo cáo", _DROP, action="Đóng"
        ):
            return
        self._pause.stop()
        self.printed.close_down()
        super().done(result)


def word_report(page: Page, chosen: tuple[Choice, Period] | None) -> None:
    """Open the window; what was kept is told and makes pages stale, by the signals of *page*."""
    if chosen is None:
        return
    dialog = SentenceDialog(page, page.desk, page.tasks, chosen[1])
    dialog.saved.connect(page.changed)
    dialog.saved.connect(lambda: page.said.emit("Đã lưu lời văn báo cáo, dùng cho cả các kỳ sau"))
    dialog.exec()
    dialog.deleteLater()
