"""Alt and a letter reach every button, tab and labelled field; none stands twice in one window.

A field may go without where every letter of its name is in use (the form of intake has more fields
than the alphabet letters): fields are in reach by Tab and Enter. A button or tab may not.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMessageBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.act import ACT_RULES, why_not
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.services import listing
from tests.ui.conftest import Settle
from tests.ui.every_dialog import Makers, all_kinds
from tests.ui.test_main_window import visit
from ui import dialogs
from ui.commands import MENUS
from ui.dossiers.act_forms import TITLES
from ui.letters import distribute, letter_of
from ui.main_window import MainWindow
from ui.places import PLACES
from ui.tabbed import TabbedPage
from ui.tasks import Tasks

OF_MENUS = {letter_of(one.title) for one in MENUS}
LETTERLESS = {"Tổ"}
"""Its only letter of ASCII is that of the menu “Trợ giúp”; Ctrl+Page Down goes there."""


def pressed(part: QWidget) -> Iterator[str]:
    """The words of visible buttons and tabs."""
    for bar in part.findChildren(QTabBar):
        if bar.isVisible():
            yield from (bar.tabText(at) for at in range(bar.count()))
    for made in part.findChildren(QAbstractButton):
        if made.isVisible() and made.text():
            yield made.text()
    yield from (one.text() for one in buddies(part) if isinstance(one.buddy(), QAbstractButton))


def buddies(part: QWidget) -> Iterator[QLabel]:
    named = (one for one in part.findChildren(QLabel) if one.buddy() is not None)
    return (one for one in named if one.isVisible())


def faults(part: QWidget, reserved: set[str]) -> list[str]:
    """Letters that stand twice or no keyboard sends, and what has none though there is one."""
    buttons = list(pressed(part))
    fields = [one.text() for one in buddies(part) if one.text() not in buttons]
    taken = [letter for text in (*buttons, *fields) if (letter := letter_of(text))]
    bad = [one for one in taken if not one.isascii() or one in reserved or taken.count(one) > 1]
    bad += [text for text in buttons if not letter_of(text) and text not in LETTERLESS]
    for text in fields:
        own = {ch.upper() for ch in text if ch.isascii() and ch.isalnum()}
        if not letter_of(text) and not own <= {*taken, *reserved}:
            bad.append(text)
    return bad


def nameless(part: QWidget) -> list[str]:
    """Buttons without words must tell a name; that their key stands in the tip is theirs to do."""
    return [
        type(made).__name__
        for made in part.findChildren(QAbstractButton)
        if made.isVisible()
        and made.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (made.text() or made.accessibleName())
    ]


def look(window: MainWindow, qtbot: QtBot, told: object, dialog: QDialog | None = None) -> None:
    qtbot.waitUntil(lambda: not window.letters.pending())
    part = dialog or window.stack.currentWidget()
    assert part is not None
    reserved = OF_MENUS if dialog is None else set()
    assert (told, faults(part, reserved), nameless(part)) == (told, [], [])


def test_every_button_of_every_place_has_a_letter_of_its_own(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    assert len(OF_MENUS) == len(MENUS)
    for place in PLACES:
        visit(window, settle, place.key)
        page: Any = window.stack.pages[place.key]
        look(window, qtbot, place.key)
        for at in range(page.tabs.count() if isinstance(page, TabbedPage) else 0):
            page.tabs.setCurrentIndex(at)
            settle()
            look(window, qtbot, (place.key, at))
    start: Any = window.stack.pages["start"]
    window.go("start")
    start.roles["leader"].click()
    settle()
    look(window, qtbot, "leader")


def test_letters_that_were_given_are_taken(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    """A tab of the digital place, then a number of the start page."""
    visit(window, settle, "digital")
    digital: Any = window.stack.pages["digital"]
    look(window, qtbot, "digital")
    alt(window, digital.tabs.tabText(2))
    assert digital.tabs.currentIndex() == 2
    visit(window, settle, "start")
    look(window, qtbot, "start")
    card = next(one for one in buddies(window) if one.text().replace("&", "") == "Quá hạn")
    alt(window, card.text())
    qtbot.waitUntil(lambda: window.stack.key == "dossiers")


def alt(window: MainWindow, text: str) -> None:
    key = Qt.Key(ord(letter_of(text)))
    QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)


def test_a_dossier_in_any_state_has_no_letter_twice(
    window: MainWindow, ward: Desk, settle: Settle, qtbot: QtBot
) -> None:
    for state in State:
        found = listing.first_page(ward, Query(states=frozenset({state})), limit=1).lines
        if found:
            window.open_dossier(found[0].id)
            settle()
            look(window, qtbot, state)


@pytest.mark.parametrize("accepted", [True, False])
def test_an_act_keeps_its_letter_in_every_state(accepted: bool) -> None:  # noqa: FBT001 - a case
    for state in State:
        shown = [
            letter_of(TITLES[rule.act])
            for rule in ACT_RULES
            if why_not(rule.act, state, accepted=accepted) is None
        ]
        assert "" not in shown
        assert (state, len(set(shown) | OF_MENUS)) == (state, len(shown) + len(OF_MENUS))


def test_every_dialog_has_a_letter_for_each_button_and_none_twice(
    window: MainWindow, ward: Desk, tasks: Tasks, settle: Settle, qtbot: QtBot
) -> None:
    makers = dict(Makers(window, ward, tasks).all())
    assert set(makers) == all_kinds()
    for kind, make in makers.items():
        dialog = make()
        with qtbot.waitActive(dialog):
            dialog.open()
        settle()
        look(window, qtbot, kind, dialog)
        dialog.reject()
        dialog.deleteLater()


def test_a_question_has_letters(window: MainWindow, qtbot: QtBot) -> None:
    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        qtbot.waitUntil(lambda: faults(box, set()) == [])
        QTest.keyClick(box, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)

    QTimer.singleShot(50, answer)
    assert dialogs.confirm(window, "Đóng", "Dừng việc đó?", action="Dừng")


def test_menus_have_no_letter_twice(window: MainWindow, settle: Settle) -> None:
    visit(window, settle, "dossiers")
    page: Any = window.stack.pages["dossiers"]
    menus: list[Any] = [action.menu() for action in window.menuBar().actions()]
    for menu in (*menus, page.tools.menu(), page.tools.bulk.menu(page)):
        shown = [letter_of(one.text()) for one in menu.actions() if not one.isSeparator()]
        assert (menu.title(), sorted(shown)) == (menu.title(), sorted(set(shown) - {""}))


def test_letters_are_moved_aside_rather_than_missing() -> None:
    assert distribute(["Kênh", "Kỳ"], ()) == ["Kê&nh", "&Kỳ"]
    assert distribute(["&Lưu", "Lấy"], ()) == ["&Lưu", "Lấ&y"]
    assert distribute(["Tổ"], {"T"}) == ["Tổ"]
    assert distribute(["Hủy (nhập nhầm)"], {"H", "Y"}) == ["Hủy (&nhập nhầm)"]
    assert distribute(["ab", "a", "b"], ()) == ["a&b", "&a", "b"]
