"""The preview with its tools: place, size, words to find, small pictures of the pages."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.text import clean
from ui.pdf.file import PdfFile
from ui.pdf.finding import Found
from ui.pdf.thumbnails import Thumbnails
from ui.pdf.view import FIT_PAGE, FIT_WIDTH, PdfView
from ui.tasks import Job, Tasks
from ui.theme import scaled
from ui.widgets import icon_button, label, row

PAUSE_MS = 200
MOST_FOUND = 2000


class PdfPanel(QWidget):
    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._job: Job[list[Found]] | None = None
        self._found: tuple[Found, ...] = ()
        self._at = -1
        self.view = PdfView(tasks)
        self.view.moved.connect(self._show_place)
        self.thumbnails = Thumbnails(tasks)
        self.thumbnails.chosen.connect(self.view.go)
        self.thumbnails.hide()
        self._build_tools()
        across = QHBoxLayout()
        across.setSpacing(scaled(4))
        across.addWidget(self.thumbnails)
        across.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(4))
        layout.addWidget(self.tools)
        layout.addLayout(across, 1)
        self._add_actions()

    def _build_tools(self) -> None:
        self.page, self.percent = label("", "muted"), label("", "muted")
        self.words = QLineEdit()
        self.words.setPlaceholderText("Tìm (F3)")
        self.words.setAccessibleName("Tìm trong bản in")
        self.words.setClearButtonEnabled(True)
        self.words.setMaximumWidth(scaled(225))
        self.words.returnPressed.connect(self.find_next)
        self.count = label("", "muted")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._find)
        self.words.textChanged.connect(self._pause.start)
        view = self.view
        self.small = icon_button("Các trang thu nhỏ", "table-cells", pressed=self._toggle)
        self.smaller = icon_button("Thu nhỏ bản xem trước", "zoom-out", pressed=view.smaller)
        self.larger = icon_button("Phóng to bản xem trước", "zoom-in", pressed=view.larger)
        self.fit = icon_button("Vừa chiều ngang", "fit", pressed=partial(view.show_at, FIT_WIDTH))
        self.whole = icon_button("Vừa cả trang", "expand", pressed=partial(view.show_at, FIT_PAGE))
        self.tools = QWidget()
        across = row(self.small, self.page, self.words, self.count, None, self.smaller)
        for part in (self.percent, self.larger, self.fit, self.whole):
            across.addWidget(part)
        across.setContentsMargins(scaled(10), 0, scaled(10), 0)
        self.tools.setLayout(across)

    def _add_actions(self) -> None:
        for text, keys, slot in (
            ("Tìm trong bản in, chỗ kế tiếp", "F3", self.find_next),
            ("Chỗ trước đó", "Shift+F3", self.find_previous),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)

    def show_file(self, file: PdfFile | None) -> None:
        self.view.show_file(file)
        self.thumbnails.take(file)
        self._forget()
        if file is not None and clean(self.words.text()):
            self._find()

    def close_down(self) -> None:
        """Let go of the file at once: its folder is about to go."""
        self._forget()
        if self.view.file is not None:
            self.view.file.close()
        self.show_file(None)

    def settled(self) -> bool:
        return not self._pause.isActive()

    def _toggle(self) -> None:
        self.thumbnails.setVisible(not self.thumbnails.isVisible())
        if self.thumbnails.isVisible():
            self.thumbnails.setFocus()

    def _show_place(self) -> None:
        page, pages = self.view.place()
        self.page.setText(f"Trang {page}/{pages}" if pages else "")
        self.percent.setText(f"{self.view.percent()} %" if pages else "")
        self.thumbnails.mark(page - 1)

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._found, self._at = (), -1
        self.view.show_found((), -1)
        self.count.setText("")

    def _find(self) -> None:
        """Look through all pages in the worker; a newer question takes its place."""
        self._forget()
        file, wanted = self.view.file, clean(self.words.text())
        if file is None or not wanted:
            return

        def work(job: Job[list[Found]]) -> list[Found]:
            found: list[Found] = []
            for page in range(len(file.sizes)):
                if job.cancelled() or len(found) >= MOST_FOUND:
                    break
                found += file.find(page, wanted)
            return found

        self._job = self._tasks.run(work, self._show_found)

    def _show_found(self, found: list[Found]) -> None:
        self._job = None
        self._found = tuple(found)
        self._go(0)
        if not found:
            self.count.setText("Không thấy")

    def find_next(self) -> None:
        self._step(1)

    def find_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._found:
            self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.words.selectAll()
        else:
            self._go((self._at + by) % len(self._found))

    def _go(self, at: int) -> None:
        if self._found:
            self._at = at
            self.view.show_found(self._found, at)
            self.count.setText(f"{at + 1}/{len(self._found)}")
