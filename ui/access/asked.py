"""A form whose answer is tried in the worker; refused, it stays open with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from ui.dossiers.form import Form, FormField
from ui.lock import ABOVE
from ui.tasks import Tasks
from ui.widgets import fit_height

Values = dict[str, str]


class Asked(Form[Values]):
    def __init__(
        self,
        parent: QWidget,
        tasks: Tasks,
        title: str,
        fields: Sequence[FormField],
        *,
        action: str,
        intro: str = "",
    ) -> None:
        super().__init__(parent, title, fields, dict, action=action, intro=intro)
        self.tasks = tasks
        self.setProperty(ABOVE, True)
        self._working = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def attempt(self, values: Values) -> object:
        """In the worker."""
        raise NotImplementedError

    def accept(self) -> None:
        if self._working:
            return
        values = self.values()
        self._set_working(working=True)
        self.tasks.run(lambda _job: self.attempt(values), self._succeeded, failed=self._refused)

    def reject(self) -> None:
        """What was begun is not left alone."""
        if not self._working:
            super().reject()

    def _set_working(self, *, working: bool) -> None:
        self._working = working
        self.go.setEnabled(not working)

    def _succeeded(self, found: object) -> None:
        self._set_working(working=False)
        self.take(found)
        QDialog.accept(self)

    def take(self, found: object) -> None:
        """What the attempt gave."""
        raise NotImplementedError

    def _refused(self, sentence: str) -> None:
        self._set_working(working=False)
        self.show_problem(sentence)
        QTimer.singleShot(0, lambda: fit_height(self))  # the sentence may need a second line
