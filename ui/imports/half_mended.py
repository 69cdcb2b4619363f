"""What is typed into rows that wait is kept in the file while it is typed, and comes back."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from dxdesk.services import unsaved
from dxdesk.services.imports import WaitingRow
from ui.imports.mended_rows import Texts
from ui.imports.waiting_model import WaitingModel
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

FORM = "waiting rows"
_PAUSE_MS = 1000


class HalfMended(QObject):
    """`texts`: cells of the rows of every file in which something was typed, by id."""

    def __init__(self, desk: "Desk", tasks: Tasks, model: WaitingModel, shown: QWidget) -> None:
        super().__init__(shown)
        self._desk, self._tasks, self._model = desk, tasks, model
        self.texts: dict[int, Texts] = {}
        self._kept: dict[str, str] | None = None
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.keep)
        model.mended.connect(self._note)
        shown.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another page: what is typed so far is kept at once."""
        if event.type() == QEvent.Type.Hide:
            self.keep()
        return False

    def read(self) -> dict[str, str]:
        """In the worker: what an earlier window had kept."""
        return unsaved.kept(self._desk, FORM) if self._kept is None else self._kept

    def bring_back(self, kept: dict[str, str], waiting: Sequence[WaitingRow]) -> None:
        """Take over what was *kept* at first; forget what was taken in, dropped or is as it was."""
        if self._kept is None:
            self._kept = kept
            self.texts = {int(key): tuple(json.loads(text)) for key, text in kept.items()}
        rows = {one.id: one.texts for one in waiting}
        self.texts = {
            key: texts
            for key, texts in self.texts.items()
            if key in rows and texts != rows[key] and len(texts) == len(rows[key])
        }
        self.keep()

    def keep(self) -> None:
        """Write what is typed, unless the file has it already."""
        if (values := self._news()) is not None:
            self._tasks.run(lambda _job: unsaved.keep(self._desk, FORM, values), _nothing)

    def keep_now(self) -> None:
        """The window closes: nothing runs in the background any more."""
        if (values := self._news()) is not None:
            unsaved.keep(self._desk, FORM, values)

    def _news(self) -> dict[str, str] | None:
        self._pause.stop()
        values = {str(key): json.dumps(texts) for key, texts in self.texts.items()}
        if self._kept is None or values == self._kept:
            return None
        self._kept = values
        return values

    def _note(self) -> None:
        self.texts |= self._model.rows.texts
        if not self._pause.isActive():  # during long typing too, not only after it
            self._pause.start()


def _nothing(_outcome: None) -> None:
    pass
