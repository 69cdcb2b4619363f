"""A keyboard scanner that types the QR code of a citizen's card, into whatever has the focus.

The scan is known by its shape and speed. Its first twelve digits have reached the focused field by
then, so `began` is told at the first key of any quick burst: the form remembers itself and can be
put back. The rest is held back, which keeps blanks from pressing buttons and Enter from saving.
"""

import unicodedata
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from dxdesk.domain.citizen_card import BEGIN, LONGEST, read_card

_GAP = 0.08
"""Seconds between two keys of a scan at most; people need more, and cannot keep it up."""
_WAIT_MS = 300
"""A scanner without Enter at its end has stopped by then."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_KEYS = {
    "\u0301": "s",
    "\u0300": "f",
    "\u0309": "r",
    "\u0303": "x",
    "\u0323": "j",
    "\u0306": "w",
    "\u031b": "w",
}
"""Telex keys of tones and hooks; a circumflex is the letter itself once more."""


class ScanText:
    """What a scanner typed, whatever an input method made of it on the way.

    Scanners never erase: an erased letter is an input method's doing, which swallowed a key and
    writes the letter anew with a mark. The letter as it was and the swallowed key are put back.
    """

    def __init__(self) -> None:
        self.text = ""
        self.composed = False
        self._erased: list[str] = []
        self._swallowed = ""

    def type(self, text: str) -> None:
        for letter in text:
            if not self._erased:
                self.text += letter
                continue
            before = self._erased.pop()
            self.text += before
            self._swallowed = self._swallowed or _swallowed_key(before, letter)
            if not self._erased:
                self.text += self._swallowed
                self._swallowed = ""

    def erase(self) -> None:
        self.composed = True
        if self.text:
            self._erased.append(self.text[-1])
            self.text = self.text[:-1]


def _swallowed_key(before: str, after: str) -> str:
    """The Telex key that made *before* into *after*; empty when they are alike."""
    if before in "dD" and after in "đĐ":
        return "d"
    old = unicodedata.normalize("NFD", before)
    new = unicodedata.normalize("NFD", after)
    added = next((mark for mark in new[1:] if mark not in old), "")
    return _KEYS.get(added, new[0].lower()) if added else ""


class CardScanner(QObject):
    began = Signal()
    scanned = Signal(object)
    """A `CitizenCard`."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._burst = ScanText()
        self._last = 0.0
        self._holding = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._finish)
        page.installEventFilter(self)

    def _watch(self, *, on: bool) -> None:
        """Look at every key of the program, or at none."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if on:
                app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._watch(on=event.type() == QEvent.Type.Show)
        if not isinstance(event, QKeyEvent | QInputMethodEvent) or not self._concerns(watched):
            return False
        if isinstance(event, QInputMethodEvent):
            return self._composed(event)
        if event.type() != QEvent.Type.KeyPress:
            return self._holding and event.type() == QEvent.Type.KeyRelease
        return self._pressed(event)

    def _concerns(self, watched: QObject) -> bool:
        return (
            isinstance(watched, QWidget)
            and watched is QApplication.focusWidget()
            and self._page.isAncestorOf(watched)
        )

    def _pressed(self, event: QKeyEvent) -> bool:
        key, text = Qt.Key(event.key()), event.text()
        if self._holding and key in _ENTER:
            self._finish()
            return True
        if self._holding and key == Qt.Key.Key_Backspace:
            self._burst.erase()
            return True
        if not text or not text.isprintable():
            return self._holding
        return self._take(text)

    def _composed(self, event: QInputMethodEvent) -> bool:
        if event.commitString():
            taken = self._take(event.commitString())
            self._burst.composed = True
            return taken
        return self._holding

    def _take(self, text: str) -> bool:
        """Add *text* to the burst; True: it is held back."""
        now = monotonic()
        if now - self._last > _GAP and not self._holding:
            self._burst = ScanText()
            self.began.emit()
        self._last = now
        self._burst.type(text)
        if len(self._burst.text) > LONGEST:
            self._finish()
        elif BEGIN.match(self._burst.text):
            self._holding = True
            self._wait.start()
        return self._holding

    def _finish(self) -> None:
        self._wait.stop()
        burst, self._burst, self._holding, self._last = self._burst, ScanText(), False, 0.0
        card = read_card(burst.text, composed=burst.composed)
        if card is not None:
            self.scanned.emit(card)
            return
        field = QApplication.focusWidget()
        if field is not None and self._page.isAncestorOf(field):
            held = QInputMethodEvent()
            held.setCommitString(burst.text[12:])
            field.event(held)
