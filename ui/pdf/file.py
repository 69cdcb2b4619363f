"""One PDF file, drawn page by page with PDFium. PDFium bears one call at a time, hence the lock."""

from pathlib import Path
from threading import Lock
from typing import Any

from PySide6.QtGui import QImage

from ui.pdf.finding import Found, found_on

POINTS_PER_INCH = 72.0


class PdfFile:
    """Make it, draw it and close it in a worker; *lock* is shared by all files of the program."""

    def __init__(self, path: Path, lock: Lock, *, content: bytes | None = None) -> None:
        """*content*: the bytes of a file that does not lie on disk; *path* is then its name."""
        import pypdfium2

        self.path = path
        self._lock = lock
        self._closed = False
        with lock:
            self._document: Any = pypdfium2.PdfDocument(path if content is None else content)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(at) for at in range(len(self._document))
            )
            """Width and height of each page in points."""

    def draw(self, page: int, *, scale: float) -> QImage:
        """The page as a picture, *scale* pixels to the point; a null picture once closed."""
        with self._lock:
            if self._closed:
                return QImage()
            leaf = self._document[page]
            bitmap = leaf.render(scale=scale, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            bitmap.close()
            leaf.close()
            return image

    def find(self, page: int, wanted: str) -> list[Found]:
        """The places of *wanted* on one page, whatever its accents; none once closed."""
        with self._lock:
            if self._closed:
                return []
            leaf = self._document[page]
            text = leaf.get_textpage()
            found = list(found_on(page, text.get_text_range(), wanted, text.get_charbox))
            text.close()
            leaf.close()
            return found

    def close(self) -> None:
        with self._lock:
            if not self._closed:
                self._closed = True
                self._document.close()
