"""The place “Chuyển đổi số”: its tabs, entries by keys, tables from the clipboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.indicators.kinds import Base, Pillar, Plan
from dxdesk.services import hamlets
from dxdesk.services.indicators.catalogue import add_indicator
from dxdesk.services.ledgers import entries
from tests.ui.conftest import Settle
from tests.ui.dossiers.forms import fill, in_dialog, in_modal
from ui.dossiers.form import Form
from ui.ledgers import special
from ui.ledgers.beside_dialog import BesideDialog, texts_of
from ui.ledgers.digital_page import DigitalPage
from ui.ledgers.ledger_tab import LedgerTab
from ui.ledgers.ledger_view import LedgerView
from ui.ledgers.paste_dialog import PasteDialog
from ui.ledgers.tabs import LEDGERS_OF, TABS
from ui.tasks import Tasks


@pytest.fixture
def page(desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle) -> DigitalPage:
    for number in range(1, 7):
        hamlets.add_hamlet(desk, f"Tổ dân phố {number}")
    made = DigitalPage(desk, tasks)
    show(made)
    made.refresh()
    made.start()
    settle()
    return made


def ledger(page: DigitalPage, tab: str, key: str, settle: Settle) -> LedgerView:
    page.show_tab(tab)
    shown = page.current()
    assert isinstance(shown, LedgerTab)
    shown.show_ledger(key)
    settle()
    return shown.view


def strike(qtbot: QtBot, view: LedgerView, key: Qt.Key) -> None:
    view.window().activateWindow()
    view.start()
    qtbot.waitUntil(view.table.hasFocus)
    QTest.keyClick(view.table, key)


def test_every_tab_and_every_ledger_can_be_read(page: DigitalPage, settle: Settle) -> None:
    for at, one in enumerate(TABS):
        page.show_tab(one.key)
        settle()
        assert page.tabs.currentIndex() == at
        shown = page.current()
        if not isinstance(shown, LedgerTab):
            assert one.key == "board"
            continue
        for place in range(len(LEDGERS_OF[one.key])):
            assert shown.bar.currentIndex() == place
            assert shown.view.told.text()
            shown.forward()
            settle()
        shown.back()
        settle()
        assert shown.bar.currentIndex() == len(LEDGERS_OF[one.key]) - 1


def test_a_row_that_is_asked_for_is_found_in_its_ledger(
    page: DigitalPage, desk: Desk, settle: Settle
) -> None:
    for name in ("Lê A", "Lê B"):
        entries.add(desk, "staff", {"name": name})
    page.noted.emit("staff", "Lê B")
    settle()
    page.current().refresh()
    settle()
    shown = page.current()
    assert isinstance(shown, LedgerTab)
    assert [one.texts["name"] for one in shown.view.model.rows] == ["Lê B"]


def test_an_activity_takes_a_team_a_number_and_enter_and_the_form_opens_again(
    page: DigitalPage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    entries.add(desk, "teams", {"hamlet": "5"})
    view = ledger(page, "teams", "activities", settle)
    seen: list[str] = []

    def first(form: Form[object]) -> None:
        seen.append(form.lines["day"].editor.text())
        fill(form, team="5", guided="12")
        choice = form.lines["form"].editor
        choice.setCurrentIndex(choice.findData("point"))
        in_dialog(second)
        QTest.keyClick(form.lines["guided"].editor, Qt.Key.Key_Return)

    def second(form: Form[object]) -> None:
        seen.append(form.lines["form"].editor.currentData())
        seen.append(form.lines["guided"].editor.text())
        form.reject()

    in_dialog(first)
    strike(qtbot, view, Qt.Key.Key_Insert)
    settle()
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen == ["09/03/2026", "point", ""]
    found = entries.listing(desk, "activities").entries[0]
    assert (found.texts["team"], found.values["guided"]) == ("Tổ dân phố 5", 12)


def test_what_cannot_be_saved_is_asked_again_as_it_was_typed(
    page: DigitalPage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    view = ledger(page, "committee", "duties", settle)
    seen: list[str] = []

    def wrong(form: Form[object]) -> None:
        fill(form, title="Rà soát", lead="Văn phòng", given_on="99/03")
        in_dialog(again)
        form.accept()

    def again(form: Form[object]) -> None:
        seen.append(form.lines["given_on"].problem.text())
        assert form.lines["title"].editor.text() == "Rà soát"
        fill(form, given_on="02/03", working_days="2")
        form.accept()

    in_dialog(wrong)
    strike(qtbot, view, Qt.Key.Key_Insert)
    settle()
    qtbot.waitUntil(lambda: entries.listing(desk, "duties").total == 1)
    assert "99/03" in seen[0]
    settle()
    assert view.model.index(0, 1).data() == "Quá hạn, chưa xong"
    strike(qtbot, view, Qt.Key.Key_Delete)
    settle()
    assert entries.listing(desk, "duties").total == 0


def test_a_pasted_table_is_told_before_it_is_taken(
    page: DigitalPage, desk: Desk, settle: Settle
) -> None:
    view = ledger(page, "teams", "members", settle)
    QApplication.clipboard().setText("Tổ\tHọ tên\tGhi\nTổ 1\tLê A\tx\n\tLê B\t\nTổ 2\t\t")
    told: list[str] = []

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, PasteDialog)
        told.extend(one.text() for one in dialog.findChildren(QPushButton))
        dialog.copy.click()
        dialog.go.click()

    in_modal(PasteDialog, take)
    view.pasting.paste()
    settle()
    assert "Ghi 2 dòng" in told
    assert QApplication.clipboard().text() == "Tổ 2\t\t"
    assert entries.listing(desk, "members").total == 2
    view.box.setText("le b")
    QTest.keyClick(view.box, Qt.Key.Key_Return)
    view.refresh()
    settle()
    assert len(view.model.rows) == 1
    QApplication.clipboard().setText("")
    view.pasting.paste()
    settle()
    assert "Chưa có gì để dán" in view.problem.words.text()


def february(form: Form[object]) -> None:
    """Of an earlier month; one that has not begun is refused."""
    fill(form, month="04/2026")
    form.accept()
    assert "chưa đến" in form.lines["month"].problem.text()
    choice = form.lines["ending"].editor
    choice.setCurrentIndex(choice.findData("docx"))
    fill(form, month="02/2026")
    form.accept()


def test_forms_and_reports_are_written_where_the_officer_says(
    page: DigitalPage, desk: Desk, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries.add(desk, "teams", {"hamlet": "5"})
    typed = {"name": "Tuần lễ", "first_on": "01/03/2026", "last_on": "08/03/2026"}
    entries.add(desk, "campaigns", typed)
    told = {"day": "02/03/2026", "title": "Họp", "conclusions": "Rà soát; Văn phòng; 05/03/2026"}
    entries.add(desk, "meetings", told)
    monkeypatch.setattr(special, "ask_save", lambda _parent, _title, name: tmp_path / name)
    meetings = ledger(page, "committee", "meetings", settle)
    for one in special.SPECIAL["meetings"]:
        one.do(meetings)
        settle()
    duties = ledger(page, "committee", "duties", settle)
    assert len(duties.model.rows) == 1
    for one in special.SPECIAL["duties"]:
        in_dialog(february)
        one.do(duties)
        settle()
    special.SPECIAL["campaigns"][0].do(ledger(page, "outreach", "campaigns", settle))
    in_dialog(lambda form: form.accept())
    special.SPECIAL["returns"][0].do(ledger(page, "teams", "returns", settle))
    settle()
    assert {
        path.name for path in tmp_path.glob("*.*") if path.suffix in {".pdf", ".docx", ".xlsx"}
    } == {
        "Báo cáo Ban Chỉ đạo 2026-02.docx",
        "Tuần lễ.docx",
        "Phiếu tổ công nghệ số 03-2026.xlsx",
    }


def test_what_teams_did_stands_beside_an_indicator(
    page: DigitalPage, desk: Desk, settle: Settle
) -> None:
    view = ledger(page, "teams", "teams", settle)
    special.SPECIAL["teams"][0].do(view)
    settle()
    assert "Chưa có chỉ tiêu nào" in view.problem.words.text()
    add_indicator(desk, Plan("X1", "VNeID mức 2", Pillar.SOCIETY, base=Base.FROM_18))
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, BesideDialog)
        seen.extend(texts_of(row)[3] for row in dialog.rows)
        dialog.reject()

    def choose(form: Form[object]) -> None:
        in_modal(BesideDialog, look)
        form.accept()

    in_dialog(choose)
    special.SPECIAL["teams"][0].do(view)
    settle()
    assert seen == ["chưa so được"] * 6
