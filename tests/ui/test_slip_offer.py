"""After an act that the applicant gets a slip about, a notice offers to print it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.query import Query
from dxdesk.domain.state import State
from dxdesk.services import listing
from tests.ui.conftest import Settle
from tests.ui.dossiers.forms import fill, in_dialog, press_ok
from tests.ui.typing import focused, press
from ui.dossiers.form import Form
from ui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow, ward: Desk, settle: Settle) -> Any:
    query = Query(states=frozenset({State.ACCEPTED, State.PROCESSING}))
    window.open_dossier(listing.first_page(ward, query, limit=1).lines[0].id)
    settle()
    return window.stack.pages["dossier"]


def test_the_supplement_slip_is_offered_without_taking_the_keyboard(
    window: MainWindow, page: Any, settle: Settle, qtbot: QtBot
) -> None:
    def answer(form: Form[object]) -> None:
        fill(form, reason="Thiếu giấy chứng sinh")
        press_ok(form)

    in_dialog(answer)
    page.work.act(Act.REQUEST_SUPPLEMENT)
    settle()
    assert window.toast.action.text() == "In phiếu"
    assert "Chờ bổ sung" in window.toast.words.text()
    assert not window.toast._has_focus()
    with qtbot.waitActive(window):
        window.activateWindow()  # offscreen, no window manager does it when the form has gone
    press(Qt.Key.Key_F12)
    assert focused() is window.toast.action
    page.papers.disconnect()
    with qtbot.waitSignal(page.papers) as printed:
        press(Qt.Key.Key_Return)
    assert printed.args == [[page._id], ""]
