"""Saving what intake holds: once per press; a twin of today is asked about first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.domain.dossier import Dossier, Draft
from dxdesk.errors import DeskError
from dxdesk.services import doubts, intake
from dxdesk.services.incomplete import receive_incomplete
from ui.dialogs import confirm
from ui.dossiers.intake_form import IntakeForm
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

Saved = tuple[Dossier, ...]


class IntakeSaver(QObject):
    saved = Signal(object)
    """The new dossiers."""
    refused = Signal(str)
    busy = Signal(bool)

    def __init__(self, desk: "Desk", tasks: Tasks, form: IntakeForm, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._tasks, self._form, self._page = desk, tasks, form, page
        self._saving = False

    def save(self, *, supplement: bool = False) -> None:
        """Save the form; *supplement*: and ask for its missing papers."""
        if self._saving:
            return
        try:
            draft, count = self._form.draft(self._desk.now()), self._form.number()
        except DeskError as error:
            self.refused.emit(str(error))
            return
        self._set_saving(True)

        def write() -> Saved:
            if supplement:
                return (receive_incomplete(self._desk, draft),)
            return intake.receive_many(self._desk, draft, count)

        self._ask_first(draft, write)

    def _ask_first(self, draft: Draft, write: Callable[[], Saved]) -> None:
        def work() -> Saved | str:
            return doubts.same_today(self._desk, draft) or write()

        self._tasks.run(
            lambda _job: work(), lambda found: self._answer(found, write), failed=self._fail
        )

    def _answer(self, found: Saved | str, write: Callable[[], Saved]) -> None:
        if not isinstance(found, str):
            self._done(found)
        elif confirm(self._page, "Đã nộp hôm nay", found, action="Vẫn lưu"):
            self._tasks.run(lambda _job: write(), self._done, failed=self._fail)
        else:
            self._set_saving(False)

    def _done(self, found: Saved) -> None:
        self._set_saving(False)
        self.saved.emit(found)

    def _fail(self, sentence: str) -> None:
        self._set_saving(False)
        self.refused.emit(sentence)

    def _set_saving(self, saving: bool) -> None:  # noqa: FBT001 - a setter
        self._saving = saving
        self.busy.emit(saving)
