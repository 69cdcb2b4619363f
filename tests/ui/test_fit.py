"""Every page fits the screens that wards have: no word is cut off, no part lies outside."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from tests.ui.conftest import Settle
from tests.ui.test_main_window import PAGES, visit
from ui.main_window import MainWindow

SIZES = [(1366, 768, 1.0), (1024, 768, 1.0), (1366, 768, 1.5)]


def scrolls(widget: QWidget) -> bool:
    """It can be scrolled into view."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QPushButton) else ""


def cut_off(window: MainWindow) -> list[str]:
    found = []
    for widget in window.findChildren(QWidget):
        text = words(widget)
        if not text or not widget.isVisible() or not isinstance(widget, QLabel | QPushButton):
            continue
        passing = {window.status.last, window.status.strip.text}  # what is done now, and was last
        if isinstance(widget, QLabel) and (widget.wordWrap() or widget in passing):
            continue
        drawn = widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, text)
        if widget.width() < drawn.width() or widget.height() < drawn.height() - 2:
            found.append(f"{text} {widget.width()}×{widget.height()}, needs {drawn.toTuple()}")
    return found


def outside(window: MainWindow) -> list[str]:
    room = window.rect()
    found = []
    for widget in window.findChildren(QWidget):
        if words(widget) and widget.isVisible() and not scrolls(widget):
            corner = widget.mapTo(window, QPoint(widget.width() - 1, widget.height() - 1))
            if not room.contains(corner):
                found.append(words(widget))
    return found


@pytest.mark.parametrize(("width", "height", "zoom"), SIZES)
def test_every_page_fits_the_screen(
    window: MainWindow, settle: Settle, width: int, height: int, zoom: float
) -> None:
    window._preferences.zoom = zoom
    window.appearance.apply()
    window.setFixedSize(width, height)
    for key in PAGES:
        visit(window, settle, key)
        for _ in range(3):  # layouts answer each other
            QApplication.processEvents()
        assert {key: cut_off(window)} == {key: []}
        assert {key: outside(window)} == {key: []}
