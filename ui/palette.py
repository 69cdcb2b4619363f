"""Ctrl+K: one line that finds every command, page, procedure and dossier; it never waits."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.text import clean
from ui.dossiers.matching import matches
from ui.palette_entries import Entry, Openers, found_dossiers, known_procedures
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import label

if TYPE_CHECKING:
    from dxdesk.desk import Desk

MOST = 6
"""Entries of one kind."""
LEAST_LETTERS = 2
"""Fewer fit too many dossiers."""
PAUSE_MS = 120
_ENTRY = Qt.ItemDataRole.UserRole
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class _Line(QLineEdit):
    """The syllable that an input method still composes counts too; arrows move in the list."""

    typed = Signal(str)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.textChanged.connect(self.typed)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.typed.emit(self.text() + event.preeditString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class Palette(QDialog):
    def __init__(
        self,
        parent: QWidget,
        commands: Sequence[Entry],
        *,
        desk: "Desk | None",
        tasks: Tasks,
        openers: Openers,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tìm lệnh, trang, thủ tục, hồ sơ")
        self._commands, self._procedures = tuple(commands), tuple[Entry, ...]()
        self._desk, self._tasks, self._openers = desk, tasks, openers
        self._job: Job[tuple[Entry, ...]] | None = None
        self._knowing: Job[tuple[Entry, ...]] | None = None
        self._before = QApplication.focusWidget()
        self._text = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._find_dossiers)
        self._build()
        self._search("")
        if desk is not None:
            self._knowing = tasks.run(lambda _job: known_procedures(desk, openers), self._know)

    def _build(self) -> None:
        self.line = _Line()
        self.line.setPlaceholderText("Gõ không dấu cũng được, ví dụ: bao cao, dkks, mã hồ sơ, tên")
        self.line.setAccessibleName("Tìm lệnh, trang, thủ tục, hồ sơ")
        self.line.typed.connect(self._search)
        self.line.stepped.connect(self._step)
        self.line.returnPressed.connect(self._run)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Kết quả")
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _item: self._run())
        self.nothing = label("Không tìm thấy gì; thử ít chữ hơn.", "muted")
        keys = label("↑ ↓ chọn · Enter mở · Esc đóng", "muted")
        layout = QVBoxLayout(self)
        for part in (self.line, self.list, self.nothing, keys):
            layout.addWidget(part)
        self.resize(scaled(640), scaled(440))

    def _know(self, procedures: tuple[Entry, ...]) -> None:
        self._procedures = procedures
        self._search(self._text)

    def _search(self, text: str) -> None:
        self._text = text
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.list.clear()
        self._add(matches(self._commands, text, limit=MOST if text else len(self._commands)))
        if clean(text):
            self._add(matches(self._procedures, text, limit=MOST))
        self.list.setCurrentRow(0)
        searching = self._desk is not None and len(clean(text)) >= LEAST_LETTERS
        self.nothing.setVisible(self.list.count() == 0 and not searching)
        if searching:
            self._pause.start()

    def _add(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            item = QListWidgetItem(entry.line)
            item.setData(_ENTRY, entry)
            item.setToolTip(entry.line)
            self.list.addItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _find_dossiers(self) -> None:
        desk, text, openers = self._desk, clean(self._text), self._openers
        if desk is None:
            return

        def found(entries: tuple[Entry, ...]) -> None:
            self._job = None
            self._add(entries)
            self.nothing.setVisible(self.list.count() == 0)

        self._job = self._tasks.run(
            lambda _job: found_dossiers(desk, text, openers, limit=MOST), found
        )

    def _step(self, by: int) -> None:
        if count := self.list.count():
            self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), count - 1))

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            entry: Entry = item.data(_ENTRY)
            self.accept()
            entry.run()

    def done(self, result: int) -> None:
        """Closed: what is still being searched is of no use; the keyboard goes back."""
        self._pause.stop()
        for job in (self._job, self._knowing):
            if job is not None:
                job.cancel()
        super().done(result)
        if self._before is not None:
            self._before.activateWindow()
            self._before.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
