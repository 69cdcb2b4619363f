"""The report as it will be printed, or why it could not be made, with the dossiers at fault."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from ui.pdf.file import PdfFile
from ui.pdf.panel import PdfPanel
from ui.tasks import Tasks
from ui.theme import scaled
from ui.widgets import card, label, scrolled


class ReportPreview(QFrame):
    named = Signal(str)
    """The dossier of this code or book number was chosen."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.panel = PdfPanel(tasks)
        self.view = self.panel.view
        self.waiting = label("", "muted")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = label("", wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.faults = QListWidget()
        self.faults.setAccessibleName("Hồ sơ cần xem lại; Enter để mở")
        self.faults.itemActivated.connect(lambda item: self.named.emit(item.text()))
        self.refusal = self._refusal()
        self.view.setMinimumHeight(scaled(60))
        self.faults.setMinimumHeight(scaled(160))
        self.both = QStackedWidget()
        for part in (self.panel, self.waiting, self.refusal):
            self.both.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(1), scaled(4), scaled(1), scaled(1))
        layout.setSpacing(scaled(4))
        layout.addWidget(self.both, 1)
        self.show_waiting("")

    def _refusal(self) -> QWidget:
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(*(scaled(20),) * 4)
        outer.setAlignment(Qt.AlignmentFlag.AlignTop)
        frame, inside = card("noticeDanger")
        inside.addWidget(label("Chưa lập được báo cáo", "heading"))
        inside.addWidget(self.sentence)
        outer.addWidget(frame)
        outer.addWidget(self.faults, 1)
        return scrolled(page)

    def show_waiting(self, sentence: str) -> None:
        self.panel.show_file(None)
        self.waiting.setText(sentence)
        self.both.setCurrentWidget(self.waiting)

    def show_file(self, file: PdfFile) -> None:
        self.panel.show_file(file)
        self.both.setCurrentWidget(self.panel)

    def show_refusal(self, sentence: str) -> None:
        self.show_waiting("")
        self.sentence.setText(sentence)
        self.faults.clear()
        self.faults.hide()
        self.both.setCurrentWidget(self.refusal)

    def show_faults(self, names: tuple[str, ...]) -> None:
        """The dossiers behind the refusal: Enter or a double click opens one."""
        self.faults.addItems(names)
        self.faults.setVisible(bool(names))
