"""Which printer, one side or two, how many copies: what this computer used last stands ready."""

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QWidget

from ui.dossiers.form import narrow_choice
from ui.pdf.printing import printers
from ui.preferences import Preferences
from ui.widgets import NumberBox

DUPLEX = (
    ("none", "In một mặt", QPrinter.DuplexMode.DuplexNone),
    ("long", "Hai mặt, lật cạnh dài", QPrinter.DuplexMode.DuplexLongSide),
    ("short", "Hai mặt, lật cạnh ngắn", QPrinter.DuplexMode.DuplexShortSide),
)

MOST_COPIES = 99


class PrinterChoice:
    """The fields of every printer row and the printer that they mean."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.printer: QComboBox = narrow_choice()
        self.printer.setAccessibleName("Máy in")
        for name in printers():
            self.printer.addItem(name, name)
        self.printer.setCurrentIndex(max(self.printer.findData(preferences.printer), 0))
        if not self.printer.count():
            self.printer.addItem("Chưa có máy in", "")
            self.printer.setEnabled(False)
        self.duplex: QComboBox = narrow_choice()
        self.duplex.setAccessibleName("Một mặt hay hai mặt")
        for key, text, _mode in DUPLEX:
            self.duplex.addItem(text, key)
        self.duplex.setCurrentIndex(max(self.duplex.findData(preferences.duplex), 0))

        self.copies = NumberBox(minimum=1, maximum=MOST_COPIES, value=1)
        self.copies.setAccessibleName("Số bản in")
        self.copies.setSuffix(" bản")

    @property
    def name(self) -> str:
        return str(self.printer.currentData())

    def fields(self) -> tuple[QWidget, ...]:
        """Side by side, as below a preview."""
        return self.printer, self.duplex, self.copies

    def make(self, *, first: int, last: int) -> QPrinter | None:
        """The printer for the pages *first* to *last*, from 1; None when there is none."""
        if not self.name:
            return None
        self._preferences.printer = self.name
        self._preferences.duplex = str(self.duplex.currentData())
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setPrinterName(self.name)
        made.setDuplex(DUPLEX[self.duplex.currentIndex()][2])
        made.setCopyCount(self.copies.value())
        made.setFromTo(first, last)
        return made
