"""The line at the foot: what was last done, what runs, which database, size of type."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStatusBar, QStyle, QStyleOption

from ui import theme
from ui.appearance import Appearance
from ui.task_strip import TaskStrip
from ui.tasks import Tasks
from ui.widgets import button, label

if TYPE_CHECKING:
    from dxdesk.desk import Desk


class ElidedLabel(QLabel):
    """A line that is shortened with "…" where it does not fit; the tooltip has all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        room = self.contentsRect().adjusted(6, 0, -6, 0)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(self.alignment()), text)


class StatusLine(QStatusBar):
    def __init__(self, tasks: Tasks, appearance: Appearance) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.last = ElidedLabel()
        self.strip = TaskStrip(tasks)
        self.database = label("", "muted")
        self.smaller = self._size_button("A−", "Chữ nhỏ hơn (Ctrl+-)")
        self.zoom = label("", "muted")
        self.larger = self._size_button("A+", "Chữ to hơn (Ctrl++)")
        self.smaller.clicked.connect(appearance.smaller)
        self.larger.clicked.connect(appearance.larger)
        appearance.changed.connect(self.show_zoom)
        self.addWidget(self.last, 1)
        for part in (self.strip, self.database, self.smaller, self.zoom, self.larger):
            self.addPermanentWidget(part)
        self.show_zoom()

    def _size_button(self, text: str, name: str) -> QPushButton:
        made = button(text, role="flat")
        made.setToolTip(name)
        made.setAccessibleName(name)
        return made

    def say(self, sentence: str) -> None:
        """Keep *sentence* in view until the next one."""
        self.last.setText(sentence)
        self.last.setToolTip(sentence)

    def show_database(self, desk: "Desk") -> None:
        path: Path | None = desk.database.path
        encrypted = desk.database.key is not None
        name = f"{path.name} (đã mã hóa)" if path and encrypted else path and path.name
        self.database.setText(name or "Cơ sở dữ liệu trên máy chủ")
        state = "đã mã hóa" if encrypted else "chưa mã hóa"
        self.database.setToolTip(f"Tệp dữ liệu: {path}, {state}" if path else "")

    def show_zoom(self) -> None:
        self.zoom.setText(f"{theme.zoom_now():.0%}".replace("%", " %"))
