"""Printing: pages as pictures of 300 dpi, which every printer driver takes."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from dxdesk.errors import DeskError
from ui.pdf.file import POINTS_PER_INCH, PdfFile
from ui.tasks import Job

DPI = 300


def printers() -> list[str]:
    return QPrinterInfo.availablePrinterNames()


def print_file(job: Job[int], file: PdfFile, printer: QPrinter) -> int:
    """In a worker: print the chosen pages of *file*; their number. Cancelling stops after a page.

    DeskError when the printer does not take the job.
    """
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(file.sizes), len(file.sizes))
    printer.setResolution(DPI)
    printer.setFullPage(True)
    _turn(printer, file, first - 1)
    painter = QPainter()
    if not painter.begin(printer):
        raise DeskError(
            "Máy in không nhận bản in. Hãy kiểm tra máy in đã bật và còn giấy rồi in lại, hoặc lưu "
            "PDF để in ở máy khác."
        )
    try:
        for done, page in enumerate(range(first - 1, last)):
            if job.cancelled():
                printer.abort()
                raise InterruptedError
            job.progress(done, last - first + 1)
            if done:
                _turn(printer, file, page)
                printer.newPage()
            _print_page(painter, printer, file, page)
    finally:
        painter.end()
    return last - first + 1


def _turn(printer: QPrinter, file: PdfFile, page: int) -> None:
    """A sheet of the page's own size, laid as the page lies."""
    width, height = file.sizes[page]
    wide = width > height
    upright = QSizeF(min(width, height), max(width, height))
    printer.setPageSize(
        QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    )
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )


def _print_page(painter: QPainter, printer: QPrinter, file: PdfFile, page: int) -> None:
    """As large as on paper; smaller only where the sheet is smaller."""
    picture = file.draw(page, scale=DPI / POINTS_PER_INCH)
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    size = picture.size()
    if size.width() > sheet.width() or size.height() > sheet.height():
        size = size.scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    left = (sheet.width() - size.width()) / 2
    top = (sheet.height() - size.height()) / 2
    painter.drawImage(QRectF(left, top, size.width(), size.height()), picture)
