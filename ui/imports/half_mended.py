"""What is typed into rows that wait is kept in the file while it is typed, and comes back."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dxdesk.services.imports import WaitingRow
from ui.imports.mended_rows import Texts
from ui.imports.waiting_model import WaitingModel
from ui.tasks import Tasks
from ui.typed_keeper import TypedKeeper, Values

if TYPE_CHECKING:
    from dxdesk.desk import Desk

FORM = "waiting rows"


class HalfMended(TypedKeeper):
    """`texts`: cells of the rows of every file in which something was typed, by id."""

    def __init__(self, desk: "Desk", tasks: Tasks, model: WaitingModel, shown: QWidget) -> None:
        super().__init__(desk, tasks, FORM, self._written, shown)
        self._model = model
        self.texts: dict[int, Texts] = {}
        model.mended.connect(self._mended)

    def bring_back(self, kept: Values, waiting: Sequence[WaitingRow]) -> None:
        """Take over what was *kept* at first; forget what was taken in, dropped or is as it was."""
        if not self.knows:
            self.take(kept)
            self.texts = {int(key): tuple(json.loads(text)) for key, text in kept.items()}
        rows = {one.id: one.texts for one in waiting}
        self.texts = {
            key: texts
            for key, texts in self.texts.items()
            if key in rows and texts != rows[key] and len(texts) == len(rows[key])
        }
        self.keep()

    def _written(self) -> Values:
        return {str(key): json.dumps(texts) for key, texts in self.texts.items()}

    def _mended(self) -> None:
        self.texts |= self._model.rows.texts
        self.note()
