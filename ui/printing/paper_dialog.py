"""How a finished PDF goes to paper: printer, sides, copies, pages; or into the queue."""

from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from ui.preferences import Preferences
from ui.printing.printer_choice import PrinterChoice
from ui.theme import scaled
from ui.widgets import NumberBox, button, label, row

NO_PRINTER = (
    "Máy này chưa cài máy in nào. Để vào hàng chờ thì bản in được giữ nguyên, in sau ở Hồ sơ → "
    "Hàng chờ in."
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What was chosen; without a printer the pages wait in the queue."""

    printer: QPrinter | None


class PaperDialog(QDialog):
    def __init__(self, parent: QWidget | None, *, pages: int, preferences: Preferences) -> None:
        super().__init__(parent)
        self.setWindowTitle("In báo cáo")
        self.chosen: Paper | None = None
        self.choice = PrinterChoice(preferences)
        self.first, self.last = _page("Từ trang", 1, pages), _page("Đến trang", pages, pages)
        self.first.valueChanged.connect(self.last.setMinimum)
        self.told = label(NO_PRINTER, "muted", wrap=True)
        self.told.setVisible(not self.choice.name)
        form = QFormLayout()
        for text, editor in (
            ("&Máy in", self.choice.printer),
            ("Mặt &giấy", self.choice.duplex),
            ("&Số bản", self.choice.copies),
            ("&Từ trang", self.first),
            ("Đến t&rang", self.last),
        ):
            form.addRow(text, editor)
        self.queue = button("Để vào &hàng chờ", "inbox", pressed=self.put_in_queue)
        self.go = button("&In", "print", role="primary", pressed=self.print_out)
        self.go.setEnabled(bool(self.choice.name))
        (self.go if self.choice.name else self.queue).setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(10))
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addLayout(row(button("Bỏ qua", pressed=self.reject), None, self.queue, self.go))
        self.setMinimumWidth(scaled(420))

    def print_out(self) -> None:
        printer = self.choice.make(first=self.first.value(), last=self.last.value())
        self.chosen = Paper(printer)
        self.accept()

    def put_in_queue(self) -> None:
        self.chosen = Paper(None)
        self.accept()


def _page(name: str, value: int, pages: int) -> NumberBox:
    made = NumberBox(minimum=1, maximum=pages, value=value)
    made.setAccessibleName(name)
    return made


def ask_paper(parent: QWidget, *, pages: int, preferences: Preferences) -> Paper | None:
    """None when the officer went back."""
    dialog = PaperDialog(parent, pages=pages, preferences=preferences)
    dialog.exec()
    dialog.deleteLater()
    return dialog.chosen
