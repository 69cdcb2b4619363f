"""Offers citizens that the book knows while an id number, a phone or a name is typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from dxdesk.services import people
from dxdesk.services.people import KnownPerson
from ui.dossiers.offer_list import STEPS, OfferList
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

_PAUSE_MS = 120
_LEAVING = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason})


class PersonOffers(QObject):
    """Watches one field. Leaving it forwards takes the marked entry, as in `ProcedurePicker`."""

    chosen = Signal(object)

    def __init__(self, editor: QLineEdit, *, marks_numbers: bool) -> None:
        """*marks_numbers*: a number typed here can only be a search, so the first hit is marked."""
        super().__init__(editor)
        self._editor = editor
        self._marks_numbers = marks_numbers
        self._lookup: Callable[[str], tuple[KnownPerson, ...]] | None = None
        self._tasks: Tasks | None = None
        self._job: Job[Any] | None = None
        self._found: tuple[KnownPerson, ...] = ()
        self.list = OfferList(editor, "Người đã có trong sổ")
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        editor.textEdited.connect(self._typed)
        editor.installEventFilter(self)

    def ask(self, desk: "Desk", tasks: Tasks) -> None:
        self._lookup = lambda typed: people.known(desk, typed)
        self._tasks = tasks

    def _typed(self) -> None:
        self._found = ()
        self.list.hide()
        self._pause.start()

    @property
    def is_number(self) -> bool:
        return self._editor.text().replace(" ", "").isdigit()

    def _search(self) -> None:
        if self._lookup is None or self._tasks is None:
            return
        if self._job is not None:
            self._job.cancel()
        lookup, typed = self._lookup, self._editor.text()
        self._job = self._tasks.run(lambda _job: lookup(typed), self._offer)

    def _offer(self, found: tuple[KnownPerson, ...]) -> None:
        self._job = None
        if not self._editor.hasFocus():
            return
        self._found = found
        entries = [(words_of(one), words_of(one)) for one in found]
        self.list.offer(entries, marked=self._marks_numbers and self.is_number)

    def _take(self, row: int) -> None:
        self.list.hide()
        self.chosen.emit(self._found[row])

    def _leave(self) -> None:
        """Whoever types faster than the search is not left without its answer."""
        number = self._marks_numbers and self.is_number
        if self._pause.isActive() and number and self._lookup is not None:
            self._pause.stop()
            self._found = self._lookup(self._editor.text())
            row = 0 if self._found else -1
        else:
            row = -1 if self.list.isHidden() else self.list.currentRow()
        self._pause.stop()
        if 0 <= row < len(self._found):
            self._take(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() in _LEAVING:
                self._leave()
            self.list.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(Qt.Key(event.key()))
        return False

    def _pressed(self, key: Qt.Key) -> bool:
        if self.list.isHidden():
            return False
        if key in STEPS:
            self.list.step(key)
            return True
        if key == Qt.Key.Key_Escape:
            self.list.hide()
            return True
        return False


def words_of(known: KnownPerson) -> str:
    """Like `Nguyễn Thị Ánh  ·  079…  ·  090…  ·  12 Lê Lợi  ·  16/06/2026`."""
    person = known.person
    parts = (person.name, person.id_no, person.phone, person.address, f"{known.last:%d/%m/%Y}")
    return "  ·  ".join(part for part in parts if part)
