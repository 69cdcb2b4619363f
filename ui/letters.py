"""Alt and a letter reach everything that is pressed or filled in; no letter twice in one window.

A letter that stands in a text (`&`) is kept. Whatever has none gets one that is free in its own
words, always the same beside the same others: texts that come from data need not know them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMainWindow,
    QTabBar,
    QWidget,
)

from ui.tasks import Tasks

_LETTER = re.compile(r"(?<!&)&(?!&)(.)")
_GIVEN = "givenLetter"
SOON_MS = 20
"""What was just read stands in its layout by then; nobody presses Alt so soon."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words in the window that may carry a letter."""

    text: str
    given: bool
    """The letter in the text was given here and may move on."""
    tell: Callable[[str], None]
    later: int = 0
    """After those with less: links come and go, fields are in reach by Tab and Enter."""


def letter_of(text: str) -> str:
    """The letter of *text*, upper case; empty when it has none."""
    found = _LETTER.search(text)
    return found[1].upper() if found else ""


def marked(text: str, letter: str) -> str:
    """*text* with the *letter* that was chosen for it."""
    return text.replace(letter, f"&{letter}", 1)


def without(text: str) -> str:
    return _LETTER.sub(r"\1", text)


def candidates(text: str) -> list[int]:
    """Where a letter of *text* could stand: the beginnings of its words, then the rest.

    Only what keyboards send with Alt: letters and digits of ASCII.
    """
    fit = [at for at, ch in enumerate(text) if ch.isascii() and ch.isalnum()]
    return sorted(fit, key=lambda at: at > 0 and text[at - 1].isalnum())


def distribute(texts: Sequence[str], taken: Iterable[str]) -> list[str]:
    """*texts* with a letter each, none twice and none of *taken*, as far as letters go.

    A text whose letters are all in use moves another one aside (augmenting paths): those that come
    first are served first, and none goes without while there is a way.
    """
    seats = _Seats([without(text) for text in texts], taken)
    for one in range(len(texts)):
        seats.find(one, set())
    return seats.texts()


class _Seats:
    def __init__(self, plain: list[str], taken: Iterable[str]) -> None:
        self._plain = plain
        self._holder: dict[str, int | None] = dict.fromkeys(taken)
        """Whose a letter is; None for what nobody here may have."""
        self._at: dict[int, int] = {}

    def find(self, one: int, tried: set[str]) -> bool:
        """A letter for the text *one*: a free one, else one whose holder finds another."""
        text = self._plain[one]
        for moving in (False, True):
            for at in candidates(text):
                letter = text[at].upper()
                if letter in tried or (letter in self._holder) is not moving:
                    continue
                tried.add(letter)
                if not moving or self._moves(letter, tried):
                    self._holder[letter], self._at[one] = one, at
                    return True
        return False

    def _moves(self, letter: str, tried: set[str]) -> bool:
        other = self._holder[letter]
        return other is not None and self.find(other, tried)

    def texts(self) -> list[str]:
        return [
            f"{text[: self._at[one]]}&{text[self._at[one] :]}" if one in self._at else text
            for one, text in enumerate(self._plain)
        ]


def give_letters(root: QWidget, reserved: Iterable[str] = ()) -> None:
    """See to the letters of all that is visible in *root*."""
    taken, free = set(reserved), []
    for one in sorted(_told(root), key=lambda one: one.given):
        letter = letter_of(one.text)
        if one.given or not letter.isascii() or letter in {*taken, ""}:
            free.append(one)
        else:
            taken.add(letter)
    free.sort(key=lambda one: one.later)
    for one, text in zip(free, distribute([one.text for one in free], taken), strict=True):
        if text != one.text:
            one.tell(text)


def _told(root: QWidget) -> Iterator[Told]:
    for bar in root.findChildren(QTabBar):
        if bar.isVisible():
            for at in range(bar.count()):
                text = bar.tabText(at)
                yield Told(text, bar.tabData(at) == text, partial(_tell_tab, bar, at))
    for button in root.findChildren(QAbstractButton):
        if button.isVisible() and button.text():
            yield _told_by(button)
    for name in root.findChildren(QLabel):
        if name.isVisible() and name.buddy() is not None:
            yield _told_by(name)


def _told_by(part: QAbstractButton | QLabel) -> Told:
    given = part.property(_GIVEN) == part.text()
    field = isinstance(part, QLabel) and not isinstance(part.buddy(), QAbstractButton)
    later = 2 if field else int(part.property("role") == "link")
    return Told(part.text(), given, partial(_tell, part), later)


def _tell(part: QAbstractButton | QLabel, text: str) -> None:
    part.setText(text)
    part.setProperty(_GIVEN, text)


def _tell_tab(bar: QTabBar, at: int, text: str) -> None:
    bar.setTabText(at, text)
    bar.setTabData(at, text)


class Letters(QObject):
    """Looks at the window in front whenever the keyboard has moved or something was read."""

    def __init__(
        self, window: QMainWindow, page: Callable[[], QWidget | None], tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window, self._page = window, page
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._give)
        tasks.idled.connect(self._soon.start)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._soon.start)

    def pending(self) -> bool:
        """Something is new on screen; the letters follow."""
        return self._soon.isActive()

    def _give(self) -> None:
        front, page = QApplication.activeWindow() or self._window, self._page()
        if front is not self._window:
            give_letters(front)
        elif page is not None:
            menus = self._window.menuBar().actions()
            give_letters(page, {letter_of(one.text()) for one in menus})
