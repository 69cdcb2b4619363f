"""The list as a whole by keyboard: grouped and opened, written out with and without numbers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from tests.ui.dossiers.forms import fill, in_dialog, in_modal, press_ok
from tests.ui.typing import press
from ui.dossiers import export_list
from ui.dossiers.form import Form
from ui.dossiers.group_dialog import GroupDialog
from ui.dossiers.list_page import ListPage
from ui.printing.pdf_dialog import PdfDialog, show_pdf
from ui.tasks import Tasks

Settle = Callable[[], None]
Show = Callable[[QWidget], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(full_desk: Desk, tasks: Tasks, show: Show) -> ListPage:
    made = ListPage(full_desk, tasks)
    show(made)
    made.table.setFocus()
    return made


def test_a_group_is_opened_with_enter_and_the_list_is_that_long(
    page: ListPage, settle: Settle, qtbot: QtBot
) -> None:
    told: list[str] = []

    def choose(dialog: GroupDialog) -> None:
        qtbot.waitUntil(lambda: dialog.table.rowCount() > 1)
        last = dialog.table.rowCount() - 1
        model = dialog.table.model()
        told.extend(str(model.data(model.index(row, 1))) for row in (0, last))
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    in_modal(GroupDialog, choose)
    press(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert told == ["300", "300"]
    assert page.model.rowCount() == 300


@pytest.mark.parametrize(("private", "there"), [("without", False), ("with", True)])
def test_phones_are_in_the_file_only_when_asked_for(
    page: ListPage,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    private: str,
    there: bool,
) -> None:
    path = tmp_path / "a.csv"
    monkeypatch.setattr(export_list, "ask_save", lambda *_given: path)

    def answer(form: Form[object]) -> None:
        fill(form, kind="csv", private=private)
        press_ok(form)

    in_dialog(answer)
    press(Qt.Key.Key_E, CTRL)
    settle()
    text = path.read_text(encoding="utf-8-sig")
    assert ("0901000007" in text) is there
    assert ("Điện thoại" in text.split("Số liệu")[1].split("\n")[2]) is there
    assert "Số hồ sơ: 300 hồ sơ" in text
    assert text.count("H99.12-") == 300


def test_what_was_asked_last_time_is_not_remembered_for_private_numbers(page: ListPage) -> None:
    chosen: list[str] = []

    def look(form: Form[object]) -> None:
        chosen.append(form.values()["private"])
        form.reject()

    in_dialog(look)
    page.tools.menu()
    press(Qt.Key.Key_E, CTRL)
    assert chosen == ["without"]


def test_exactly_what_is_filtered_is_printed_with_its_filter_and_count(
    page: ListPage, settle: Settle, qtbot: QtBot
) -> None:
    page.previewed.connect(lambda title, make: show_pdf(page, page.tasks, title, make))
    page.words.setText("văn đạt")
    settle()
    shown = page.model.rowCount()
    told: list[str] = []

    def look(dialog: PdfDialog) -> None:
        qtbot.waitUntil(lambda: dialog.panel.view.file is not None)
        file = dialog.panel.view.file
        assert file is not None
        wanted = ("Tìm “văn đạt”", f"Số hồ sơ: {shown} hồ sơ", "0901000001")
        told.extend(words for words in wanted if file.find(0, words))
        dialog.reject()

    def answer(form: Form[object]) -> None:
        in_modal(PdfDialog, look)
        press_ok(form)

    page.table.setFocus()
    in_dialog(answer)
    press(Qt.Key.Key_I, CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert shown == 100
    assert told == ["Tìm “văn đạt”", "Số hồ sơ: 100 hồ sơ"]
