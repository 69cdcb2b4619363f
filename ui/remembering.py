"""Widths of columns and places of splitters, as this person left them on this computer."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QSplitter, QTableView

from ui import theme
from ui.page import Page
from ui.preferences import Preferences

OWN = frozenset({"dossiers"})
"""Places that keep their columns themselves."""


def restore(page: Page, key: str, preferences: Preferences) -> None:
    """Give the parts of *page* the sizes that they had."""
    for name, part in _parts(page, key):
        kept = preferences.bytes(name)
        if not kept.isEmpty():
            _set(part, kept)


def keep(page: Page, key: str, preferences: Preferences) -> None:
    for name, part in _parts(page, key):
        preferences.keep_bytes(name, part.saveState())


def _set(part: QHeaderView | QSplitter, kept: QByteArray) -> None:
    """Nonsense, or the state of other columns, is refused by Qt and changes nothing."""
    before = part.saveState()
    count = part.count()
    if not part.restoreState(kept) or part.count() != count:
        part.restoreState(before)


def _parts(page: Page, key: str) -> Iterator[tuple[str, QHeaderView | QSplitter]]:
    """The parts under names that hold for this size of type only: widths grow with it."""
    if key in OWN:
        return
    zoom = round(theme.zoom_now() * 100)
    for at, splitter in enumerate(page.findChildren(QSplitter)):
        yield f"layout/{key}/{zoom}/splitter{at}", splitter
    for at, table in enumerate(page.findChildren(QTableView)):
        header = table.horizontalHeader()
        if header.count():
            yield f"layout/{key}/{zoom}/table{at}-{header.count()}", header


def leave(pages: Mapping[str, Page], preferences: Preferences) -> None:
    """The pages go: what is remembered of them is kept, open files are let go of."""
    for key, page in pages.items():
        keep(page, key, preferences)
        page.close_down()
