"""Which printer, one side or two: what this computer used last stands ready."""

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox

from ui.dossiers.form import narrow_choice
from ui.pdf.printing import printers
from ui.preferences import Preferences

DUPLEX = (
    ("none", "In một mặt", QPrinter.DuplexMode.DuplexNone),
    ("long", "Hai mặt, lật cạnh dài", QPrinter.DuplexMode.DuplexLongSide),
    ("short", "Hai mặt, lật cạnh ngắn", QPrinter.DuplexMode.DuplexShortSide),
)


class PrinterChoice:
    """Two combo boxes and the printer that they mean."""

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

    @property
    def name(self) -> str:
        return str(self.printer.currentData())

    def make(self, *, first: int, last: int) -> QPrinter | None:
        """The printer for the pages *first* to *last*, from 1; None when there is none."""
        if not self.name:
            return None
        self._preferences.printer = self.name
        self._preferences.duplex = str(self.duplex.currentData())
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setPrinterName(self.name)
        made.setDuplex(DUPLEX[self.duplex.currentIndex()][2])
        made.setFromTo(first, last)
        return made
