"""What is typed and not yet saved is kept in the file while it is typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from dxdesk.services import unsaved
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_PAUSE_MS = 1000
Values = dict[str, str]


class TypedKeeper(QObject):
    """Keeps what *typed* gives under the name *form*, once what an earlier window kept is known."""

    def __init__(
        self, desk: "Desk", tasks: Tasks, form: str, typed: Callable[[], Values], shown: QWidget
    ) -> None:
        super().__init__(shown)
        self._desk, self._tasks = desk, tasks
        self._form, self._typed = form, typed
        self._kept: Values | None = None
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.keep)
        shown.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another page, or a wrong click: what is typed so far is kept at once."""
        if event.type() == QEvent.Type.Hide:
            self.keep()
        return False

    @property
    def knows(self) -> bool:
        """What an earlier window had kept was taken over."""
        return self._kept is not None

    def take(self, kept: Values) -> None:
        self._kept = kept

    def read(self) -> Values:
        """In the worker: what the file has."""
        return unsaved.kept(self._desk, self._form) if self._kept is None else self._kept

    def note(self) -> None:
        """Something was typed."""
        if not self._pause.isActive():  # during long typing too, not only after it
            self._pause.start()

    def keep(self) -> None:
        """Write what is typed, unless the file has it already."""
        if (values := self._news()) is not None:
            self._tasks.run(lambda _job: unsaved.keep(self._desk, self._form, values), _nothing)

    def keep_now(self) -> None:
        """The window closes: nothing runs in the background any more."""
        if (values := self._news()) is not None:
            unsaved.keep(self._desk, self._form, values)

    def _news(self) -> Values | None:
        self._pause.stop()
        values = self._typed()
        if self._kept is None or values == self._kept:
            return None
        self._kept = values
        return values


def _nothing(_outcome: None) -> None:
    pass
