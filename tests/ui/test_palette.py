"""Ctrl+K finds commands, pages, procedures and dossiers, with or without accents."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.services import catalogue, listing
from tests.ui.conftest import Settle
from tests.ui.typing import compose, focused, press, type_text
from ui.main_window import MainWindow
from ui.palette import Palette

CTRL = Qt.KeyboardModifier.ControlModifier
Find = Callable[[str], list[str]]


@pytest.fixture
def palette(window: MainWindow, settle: Settle, qtbot: QtBot) -> Palette:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    found = window.findChild(Palette)
    assert found is not None
    qtbot.waitUntil(found.line.hasFocus)
    settle()
    return found


def lines(palette: Palette) -> list[str]:
    return [palette.list.item(at).text() for at in range(palette.list.count())]


def search(palette: Palette, text: str, settle: Settle) -> list[str]:
    palette.line.clear()
    type_text(text)
    if palette._pause.isActive():
        palette._pause.stop()
        palette._find_dossiers()
    settle()
    return lines(palette)


@pytest.mark.parametrize("text", ["báo cáo", "bao cao", "bc", "BAO C", "ba\u0301o ca\u0301o"])
def test_a_page_is_found_with_and_without_accents(
    palette: Palette, window: MainWindow, settle: Settle, text: str
) -> None:
    assert any("Báo cáo" in line for line in search(palette, text, settle)[:3])


def test_d_with_a_stroke_is_a_d_and_initials_do(palette: Palette, settle: Settle) -> None:
    assert any("Thông tin đơn vị" in line for line in search(palette, "don vi", settle))
    assert any("Đóng chương trình" in line for line in search(palette, "dct", settle))


def test_enter_goes_to_the_place(palette: Palette, window: MainWindow, settle: Settle) -> None:
    search(palette, "nhat ky", settle)
    press(Qt.Key.Key_Return)
    settle()
    assert window.stack.key == "history"
    assert QApplication.activeModalWidget() is None


def test_a_procedure_opens_the_list_of_its_dossiers(
    palette: Palette, window: MainWindow, ward: Desk, settle: Settle
) -> None:
    used = catalogue.procedures(ward)[0]
    found = search(palette, used.code, settle)
    at = next(i for i, line in enumerate(found) if line.startswith("Hồ sơ của thủ tục: "))
    press(Qt.Key.Key_Down, times=at)
    press(Qt.Key.Key_Return)
    settle()
    assert window.stack.key == "dossiers"
    expected = len(listing.first_page(ward, Query(procedure_id=used.id), limit=1000).lines)
    page: Any = window.stack.pages["dossiers"]
    assert page.table.model().rowCount() == expected > 0


def take_in(palette: Palette, code: str, settle: Settle) -> None:
    found = search(palette, code, settle)
    at = next(i for i, line in enumerate(found) if line.startswith("Tiếp nhận: "))
    assert found[at + 1].startswith("Hồ sơ của thủ tục: ")
    press(Qt.Key.Key_Down, times=at)
    press(Qt.Key.Key_Return)
    settle()


def test_a_procedure_opens_intake_with_itself_filled_in(
    palette: Palette, window: MainWindow, ward: Desk, settle: Settle
) -> None:
    used = catalogue.procedures(ward)[0]
    take_in(palette, used.code, settle)
    assert window.stack.key == "intake"
    page: Any = window.stack.pages["intake"]
    assert page.form.request.procedure.editor.procedure == used
    assert page.form.request.channel.editor.hasFocus()


def test_a_half_typed_dossier_is_not_overwritten_by_the_palette(
    window: MainWindow, ward: Desk, settle: Settle, qtbot: QtBot
) -> None:
    window.go("intake")
    settle()
    page: Any = window.stack.pages["intake"]
    page.form.people.owner.name.editor.setText("Lê Thị Ánh")
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    found = window.findChild(Palette)
    assert found is not None
    qtbot.waitUntil(found.line.hasFocus)
    settle()
    take_in(found, catalogue.procedures(ward)[0].code, settle)
    assert page.form.request.procedure.editor.procedure is None
    assert page.form.people.owner.name.editor.text() == "Lê Thị Ánh"
    assert "nhập dở" in page.saved.words.text()


def test_a_dossier_is_found_by_its_owner_and_opens(
    palette: Palette, window: MainWindow, ward: Desk, settle: Settle
) -> None:
    line = listing.first_page(ward, Query(), limit=1).lines[0]
    found = search(palette, line.code or line.owner, settle)
    assert any(line.owner in one for one in found)
    press(Qt.Key.Key_End, CTRL)
    palette.list.setCurrentRow(palette.list.count() - 1)
    press(Qt.Key.Key_Return)
    settle()
    assert window.stack.key == "dossier"


def test_escape_returns_to_where_the_keyboard_was(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    before = focused()
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    found = window.findChild(Palette)
    assert found is not None
    qtbot.waitUntil(found.line.hasFocus)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)
    settle()


def test_the_syllable_under_composition_counts(palette: Palette) -> None:
    palette.line.clear()
    compose("nh", "nhậ", "nhật")
    assert any("Nhật ký" in line for line in lines(palette))


@pytest.mark.parametrize("text", ["%_", "'; --", "\u202e\u200b", "<b>x</b>", "x" * 5000, '*("'])
def test_no_text_breaks_it(palette: Palette, settle: Settle, text: str) -> None:
    search(palette, text, settle)
    assert palette.isVisible()


def test_what_cannot_be_done_now_is_not_offered(palette: Palette, window: MainWindow) -> None:
    assert not window.menus.actions["redo"].isEnabled()
    assert not any("Làm lại" in line for line in lines(palette))
