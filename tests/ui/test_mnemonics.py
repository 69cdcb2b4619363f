"""Alt and a letter press one button of a page: none is without a letter, no letter stands twice.

Left out is what has a key of its own that its text or tip tells: the acts of a dossier, the places
of the side bar, the channels of intake, the size of type.
"""

import re

from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget, QWidget

from dxdesk.desk import Desk
from tests.ui.conftest import Settle
from tests.ui.test_main_window import visit
from ui.commands import MENUS
from ui.main_window import MainWindow

_LETTER = re.compile(r"(?<!&)&(?!&)(.)")
OF_MENUS = {found[1].upper() for one in MENUS if (found := _LETTER.search(one.title))}
PAGES = ("intake", "import", "reports", "history", "bin", "office")


def letters(page: QWidget) -> list[tuple[str, str]]:
    """Visible worded buttons of *page* with their letters, empty without; tabs and fields too."""
    told = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    for tabs in page.findChildren(QTabWidget):
        told += [tabs.tabText(at) for at in range(tabs.count())]
    found = [(text, one[1].upper()) for text in told if (one := _LETTER.search(text))]
    for made in page.findChildren(QPushButton):
        if made.isVisible() and made.text() and made.property("role") != "link":
            letter = _LETTER.search(made.text())
            found.append((made.text(), letter[1].upper() if letter else ""))
    return found


def faults(page: QWidget) -> list[str]:
    found = letters(page)
    taken = [letter for _text, letter in found]
    return [
        text
        for text, letter in found
        if not letter.isascii() or not letter or letter in OF_MENUS or taken.count(letter) > 1
    ]


def test_every_button_has_a_letter_of_its_own(
    window: MainWindow, ward: Desk, settle: Settle
) -> None:
    assert len(OF_MENUS) == len(MENUS)
    for key in PAGES:
        visit(window, settle, key)
        page = window.stack.pages[key]
        assert (key, faults(page)) == (key, [])
        for tabs in page.findChildren(QTabWidget):
            for at in range(tabs.count()):
                tabs.setCurrentIndex(at)
                settle()
                assert (tabs.tabText(at), faults(page)) == (tabs.tabText(at), [])
