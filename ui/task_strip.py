"""What runs in the background: its name, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.format import number
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import button, label

_WIDEST = 360


class TaskStrip(QWidget):
    """Visible while a job with a title runs."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.text = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(scaled(150))
        self.bar.setAccessibleName("Tiến độ")
        self.stop = button("Dừng", role="flat", pressed=self._cancel)
        self.stop.setToolTip("Dừng việc đang chạy; không có gì bị ghi dở")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.text, self.bar, self.stop):
            layout.addWidget(part)
        tasks.moved.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        job = self._tasks.titled()
        self.setVisible(job is not None)
        if job is None:
            return
        done, total = job.at
        stopping = job.cancelled()
        counted = f" · {number(done)}/{number(total)}" if total else ""
        self._tell(f"Đang dừng: {job.title}…" if stopping else f"{job.title}{counted}")
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.stop.setEnabled(not stopping)

    def _tell(self, words: str) -> None:
        """A long name is shortened in its middle, so that the end, the count, is never cut off."""
        metrics, most = self.text.fontMetrics(), scaled(_WIDEST)
        self.text.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, most))
        self.text.setToolTip(words)
        self.bar.setAccessibleDescription(words)

    def _cancel(self) -> None:
        job = self._tasks.titled()
        if job is not None:
            job.cancel()
            self.show_state()
