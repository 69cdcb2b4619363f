"""Numbers of citizens are masked on screen until they are shown, which is logged."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId, Person
from dxdesk.domain.masking import masked
from dxdesk.services import history
from dxdesk.services.correction import correct
from tests.kit import receive
from tests.ui.conftest import Settle
from ui.dossiers.columns import COLUMNS
from ui.dossiers.dossier_page import DossierPage
from ui.dossiers.list_page import ListPage
from ui.page import Page
from ui.tasks import Tasks

PHONE, ID = "0912345678", "001085012345"
OLD_PHONE, OLD_ID = "0987654321", "001085099999"
PHONE_AT = next(at for at, one in enumerate(COLUMNS) if one.key == "phone")


@pytest.fixture
def dossier_id(desk: Desk) -> int:
    """One whose numbers were corrected, so that its timeline has old and new ones."""
    found = receive(desk, owner=Person("Trần Văn Đức", OLD_ID, OLD_PHONE)).id
    correct(desk, found, {"owner_phone": PHONE, "owner_id_no": ID}, reason="ghi nhầm")
    return found


def press_key(page: Page, settle: Settle) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page, Qt.Key.Key_H, modifiers)
    settle()


@pytest.mark.parametrize(
    ("number", "shown"),
    [(PHONE, "•••••••678"), (ID, "•••••••••345"), ("123456", "••••••"), ("", "")],
)
def test_only_the_end_of_a_number_is_seen(number: str, shown: str) -> None:
    assert masked(number) == shown


def test_the_list_masks_phones_until_the_key_is_pressed(
    desk: Desk, dossier_id: int, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle
) -> None:
    page = ListPage(desk, tasks)
    show(page)
    page.refresh()
    settle()
    page.table.selectRow(0)

    def cell() -> str:
        return str(page.model.data(page.model.index(0, PHONE_AT)))

    def copied() -> str:
        page.tools.copy.trigger()
        settle()
        return QGuiApplication.clipboard().text()

    assert cell() == masked(PHONE)
    assert PHONE not in copied()
    press_key(page, settle)
    assert cell() == PHONE
    assert PHONE in copied()
    newest = history.events(desk)[0].name
    assert newest.startswith("Hiện số căn cước, điện thoại: danh sách")
    assert PHONE not in newest
    press_key(page, settle)
    assert cell() == masked(PHONE)


def test_the_dossiers_page_masks_them_too_and_again_after_leaving(
    desk: Desk,
    dossier_id: int,
    tasks: Tasks,
    show: Callable[[QWidget], None],
    settle: Settle,
    qtbot: QtBot,
) -> None:
    page = DossierPage(desk, tasks)
    show(page)
    page.show_dossier(DossierId(dossier_id))
    settle()

    def seen() -> str:
        return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())

    assert ID not in seen()
    assert f"{masked(OLD_PHONE)} → {masked(PHONE)}" in page.sheet.timeline.toPlainText()
    assert masked(ID) in seen()
    page.reveal.action.trigger()
    settle()
    qtbot.waitUntil(lambda: ID in seen())  # the new labels stand in the layout from its next turn
    assert PHONE in seen()
    assert f"{OLD_ID} → {ID}" in page.sheet.timeline.toPlainText()
    assert history.events(desk)[0].name == "Hiện số căn cước, điện thoại: hồ sơ số 2026/000001"
    page.hide()
    page.show()
    assert ID not in seen()
    assert OLD_ID not in page.sheet.timeline.toPlainText()
