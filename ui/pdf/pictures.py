"""Pages of a PDF as pictures: drawn in the worker when they come into view, a few are kept."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ui.pdf.file import PdfFile
from ui.tasks import Tasks

KEPT = 12
Key = tuple[int, float]


class Pictures(QObject):
    arrived = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None, *, kept: int = KEPT) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._most = kept
        self._file: PdfFile | None = None
        self._kept: OrderedDict[Key, QImage] = OrderedDict()
        self._asked: set[Key] = set()

    def take(self, file: PdfFile | None) -> None:
        self._file = file
        self._kept.clear()
        self._asked.clear()

    def picture(self, page: int, *, scale: float) -> QImage | None:
        """The page at that many pixels to the point; until it is drawn, at any other size."""
        key = (page, scale)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked and self._file is not None:
            self._asked.add(key)
            file = self._file
            self._tasks.run(
                lambda _job: file.draw(page, scale=scale), partial(self._keep, file, key)
            )
        return next((image for (at, _), image in reversed(self._kept.items()) if at == page), None)

    def _keep(self, file: PdfFile, key: Key, image: QImage) -> None:
        if file is not self._file or image.isNull():
            return
        self._asked.discard(key)
        self._kept[key] = image
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        self.arrived.emit()
