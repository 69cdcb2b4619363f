"""The place “Danh mục”: its tabs, and people, places and procedures kept by keys alone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.paper import Paper
from dxdesk.services import catalogue, hamlets, history, papers
from tests.ui.conftest import Settle
from tests.ui.dossiers.forms import fill, in_dialog, in_modal
from tests.ui.typing import press, type_text
from ui.dossiers.form import Form
from ui.office.list_tab import ListTab
from ui.office.office_page import OfficePage
from ui.office.papers_list import PapersListDialog
from ui.office.procedure_form import level_field
from ui.office.tabs import TABS
from ui.rows import select_row
from ui.tasks import Tasks


@pytest.fixture
def page(desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle) -> OfficePage:
    made = OfficePage(desk, tasks)
    show(made)
    made.refresh()
    made.start()
    settle()
    return made


def tab(page: OfficePage, key: str, settle: Settle) -> ListTab[object]:
    page.show_tab(key)
    settle()
    found = page.current()
    assert isinstance(found, ListTab)
    return found


def strike(qtbot: QtBot, shown: ListTab[object], key: Qt.Key) -> None:
    """*key* on the table, once the window has the keyboard again after a form."""
    shown.window().activateWindow()
    shown.start()
    qtbot.waitUntil(shown.table.hasFocus)
    QTest.keyClick(shown.table, key)


def test_every_tab_opens_and_takes_the_keyboard(page: OfficePage, settle: Settle) -> None:
    for at, one in enumerate(TABS):
        page.show_tab(one.key)
        settle()
        assert page.tabs.currentIndex() == at
        assert page.current().isAncestorOf(page.focusWidget())


def test_a_hamlet_is_added_renamed_and_retired_by_keys(
    page: OfficePage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    shown = tab(page, "hamlets", settle)

    def type_name(name: str) -> Callable[[Form[object]], None]:
        def answer(form: Form[object]) -> None:
            form.lines["name"].editor.setFocus()
            form.lines["name"].editor.selectAll()
            type_text(name)
            press(Qt.Key.Key_Return)

        return answer

    in_dialog(type_name("Tổ dân phố Đông Hòa"))
    strike(qtbot, shown, Qt.Key.Key_Insert)
    settle()
    assert [one.name for one in hamlets.hamlets_used(desk)] == ["Tổ dân phố Đông Hòa"]
    in_dialog(type_name("Tổ dân phố Tây Hòa"))
    strike(qtbot, shown, Qt.Key.Key_F2)
    settle()
    strike(qtbot, shown, Qt.Key.Key_Delete)
    settle()
    assert [(one.name, one.retired) for one in hamlets.hamlets_used(desk)] == [
        ("Tổ dân phố Tây Hòa", True)
    ]
    assert shown.buttons["retire"].text() == "Dù&ng lại"
    history.undo(desk)
    assert not hamlets.hamlets_used(desk)[0].retired


def test_a_name_that_cannot_be_is_asked_again_beside_its_field(
    page: OfficePage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    shown = tab(page, "officers", settle)
    seen: list[str] = []

    def wrong(form: Form[object]) -> None:
        fill(form, name="Cán bộ Một cửa")
        in_dialog(second)
        form.accept()

    def second(form: Form[object]) -> None:
        seen.append(form.lines["name"].problem.text())
        fill(form, name="Lê Thị Hồng")
        form.accept()

    in_dialog(wrong)
    strike(qtbot, shown, Qt.Key.Key_Insert)
    settle()
    assert "đã có cán bộ" in seen[0].lower()
    assert [one.name for one in catalogue.officers(desk)] == ["Cán bộ Một cửa", "Lê Thị Hồng"]


def test_who_is_at_work_is_not_retired_and_the_page_says_why(
    page: OfficePage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    shown = tab(page, "officers", settle)
    strike(qtbot, shown, Qt.Key.Key_Delete)
    settle()
    assert "đang dùng chương trình" in shown.problem.words.text()
    assert catalogue.officers(desk)[0].active


def test_a_new_limit_holds_from_its_day_and_the_page_shows_todays(
    page: OfficePage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    shown = tab(page, "procedures", settle)
    before = catalogue.procedures(desk)[0]

    def answer(form: Form[object]) -> None:
        fill(form, kind="working_days", amount="7", valid_from="01/03/2026")
        form.accept()

    in_dialog(answer)
    strike(qtbot, shown, Qt.Key.Key_F2)
    settle()
    after = next(one for one in catalogue.procedures(desk) if one.id == before.id)
    assert after.limit is not None
    assert after.limit.text == "7 ngày làm việc"
    assert any("7 ngày làm việc" in shown.model.index(row, 3).data() for row in range(3))


def test_a_limit_that_cannot_be_is_told_beside_its_field(
    page: OfficePage, settle: Settle, qtbot: QtBot
) -> None:
    shown = tab(page, "procedures", settle)
    seen: list[str] = []

    def answer(form: Form[object]) -> None:
        for amount in ("0,3", "-1", "nhiều", ""):
            fill(form, kind="working_days", amount=amount)
            form.accept()
            seen.append(form.lines["amount"].problem.text())
        form.reject()

    in_dialog(answer)
    strike(qtbot, shown, Qt.Key.Key_F2)
    settle()
    assert len(seen) == 4
    assert all(seen)


def test_the_level_is_a_choice_that_keeps_what_was_written_before() -> None:
    for written, offered in (("", 5), ("một phần", 5), ("mức 3 (cũ)", 6)):
        one = level_field(written)
        assert one.value == written
        assert written in dict(one.choices)
        assert len(one.choices) == offered


def ask_papers(
    qtbot: QtBot, shown: ListTab[object], settle: Settle, answer: Callable[[PapersListDialog], None]
) -> None:
    in_modal(PapersListDialog, answer)
    shown.window().activateWindow()
    shown.start()
    qtbot.waitUntil(shown.table.hasFocus)
    QTest.keySequence(shown.table, QKeySequence("Ctrl+J"))
    settle()


def test_the_papers_of_a_procedure_are_listed_changed_and_ordered_by_keys(
    page: OfficePage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    shown = tab(page, "procedures", settle)
    chosen = catalogue.procedures(desk)[shown.table.currentIndex().row()].id
    papers.set_papers(desk, chosen, [Paper("Tờ khai", originals=1), Paper("Bỏ đi", copies=1)])

    def change(dialog: PapersListDialog) -> None:
        dialog.table.setFocus()
        press(Qt.Key.Key_Insert)
        type_text("Giấy ủy quye\u0302\u0300n <b>\u202e")
        dialog.certified.editor.setValue(2)
        dialog.always.setChecked(False)
        press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        select_row(dialog.table, 2)
        dialog.table.setFocus()
        press(Qt.Key.Key_Delete)
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    ask_papers(qtbot, shown, settle, change)
    assert papers.papers_of(desk, chosen) == (
        Paper("Giấy ủy quyền <b>", originals=1, certified=2, always=False),
        Paper("Tờ khai", originals=1),
    )
    history.undo(desk)
    assert [one.name for one in papers.papers_of(desk, chosen)] == ["Tờ khai", "Bỏ đi"]


def test_a_paper_without_a_name_is_asked_for_again_and_nothing_typed_is_lost(
    page: OfficePage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    shown = tab(page, "procedures", settle)
    before = history.last_action(desk)
    seen: list[object] = []

    def second(dialog: PapersListDialog) -> None:
        seen.extend((dialog.problem.text(), dialog.model.rows[1].copies))
        dialog.reject()

    def nameless(dialog: PapersListDialog) -> None:
        dialog.add()
        dialog.copies.editor.setValue(3)
        in_modal(PapersListDialog, second)
        dialog.accept()

    ask_papers(qtbot, shown, settle, nameless)
    assert "chưa ghi tên" in str(seen[0])
    assert seen[1] == 3
    assert history.last_action(desk) == before
