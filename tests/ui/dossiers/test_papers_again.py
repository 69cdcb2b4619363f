"""The papers of a dossier on its page: checked again by keys, missing ones asked for in one key."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier, ProcedureId
from dxdesk.domain.paper import HandedPaper, PaperForm
from dxdesk.domain.state import State
from dxdesk.services import catalogue, history, papers
from dxdesk.services.slips.subjects import subjects
from tests.kit import in_state, receive
from tests.ui.dossiers.forms import in_dialog, in_modal
from tests.ui.typing import press, type_text
from ui.dossiers.act_forms import REASON
from ui.dossiers.dossier_page import DossierPage
from ui.dossiers.form import Form
from ui.dossiers.papers_dialog import PapersDialog

Settle = Callable[[], None]
Open = Callable[[Dossier], DossierPage]
CTRL = Qt.KeyboardModifier.ControlModifier


def birth(desk: Desk) -> ProcedureId:
    return next(one.id for one in catalogue.procedures(desk) if one.code == "1.001193")


def forms(desk: Desk, dossier: Dossier) -> list[PaperForm | None]:
    return [one.form for one in papers.handed_in(desk, dossier.id)]


def check_again(page: DossierPage, settle: Settle, answer: Callable[[PapersDialog], None]) -> None:
    in_modal(PapersDialog, answer)
    QTest.keySequence(page.sheet.timeline, QKeySequence("Ctrl+J"))
    settle()


def test_papers_are_marked_by_digits_and_the_missing_ones_are_counted(
    open_page: Open, desk: Desk, settle: Settle
) -> None:
    dossier = receive(desk, procedure_id=birth(desk))
    told: list[str] = []

    def mark(dialog: PapersDialog) -> None:
        dialog.check.setFocus()
        press(Qt.Key.Key_1)
        press(Qt.Key.Key_0)
        told.append(dialog.told.text())
        press(Qt.Key.Key_Return, CTRL)

    check_again(open_page(dossier), settle, mark)
    assert told[0].startswith("Còn thiếu 1 giấy tờ")
    assert forms(desk, dossier)[:3] == [PaperForm.ORIGINAL, PaperForm.MISSING, None]


def test_a_request_for_supplement_asks_for_the_missing_papers_and_the_slip_names_them(
    open_page: Open, desk: Desk, settle: Settle
) -> None:
    dossier = receive(desk, procedure_id=birth(desk))
    lacking = papers.papers_of(desk, birth(desk))[0].name
    papers.check_papers(desk, dossier.id, (HandedPaper(lacking, PaperForm.MISSING),))
    page = open_page(dossier)

    def send(form: Form[object]) -> None:
        form.lines[REASON].editor.setFocus()
        press(Qt.Key.Key_Return, CTRL)

    in_dialog(send)
    QTest.keySequence(page.sheet.timeline, QKeySequence("Ctrl+B"))
    settle()
    subject = next(subjects(desk, [dossier.id]))
    assert subject.dossier.state is State.AWAITING_SUPPLEMENT
    assert lacking in subject.pauses[0].reason


def test_a_second_check_changes_what_is_shown_and_undo_brings_the_first_back(
    open_page: Open, desk: Desk, settle: Settle
) -> None:
    first = papers.papers_of(desk, birth(desk))
    dossier = receive(desk, procedure_id=birth(desk))
    page = open_page(dossier)

    def complete(dialog: PapersDialog) -> None:
        dialog.check.setFocus()
        press(Qt.Key.Key_3)
        press(Qt.Key.Key_F8)
        press(Qt.Key.Key_Return, CTRL)

    check_again(page, settle, complete)
    assert forms(desk, dossier) == [
        PaperForm.COPY,
        *(one.wanted if one.always else None for one in first[1:]),
    ]
    assert "Đối chiếu giấy tờ" in page.sheet.timeline.toPlainText()
    history.undo(desk)
    assert set(forms(desk, dossier)) == {None}


def test_a_paper_outside_the_list_is_added_by_its_name(
    open_page: Open, desk: Desk, settle: Settle
) -> None:
    bare = next(one.id for one in catalogue.procedures(desk) if not papers.papers_of(desk, one.id))
    dossier = receive(desk, procedure_id=bare)
    page = open_page(dossier)

    def add(dialog: PapersDialog) -> None:
        assert "chưa có danh sách" in dialog.told.text()
        dialog.other.editor.setFocus()
        press(Qt.Key.Key_Return)
        type_text("<b>Giấy ủy quyền</b>\u202e")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_2)
        press(Qt.Key.Key_Return, CTRL)

    check_again(page, settle, add)
    found = papers.handed_in(desk, dossier.id)
    assert [(one.name, one.form) for one in found] == [
        ("<b>Giấy ủy quyền</b>", PaperForm.CERTIFIED)
    ]


def test_going_back_or_saying_nothing_new_leaves_no_trace(
    open_page: Open, desk: Desk, settle: Settle
) -> None:
    dossier = receive(desk, procedure_id=birth(desk))
    page = open_page(dossier)
    before = history.last_action(desk)
    check_again(page, settle, lambda dialog: dialog.accept())
    check_again(page, settle, lambda dialog: dialog.reject())
    assert set(forms(desk, dossier)) == {None}
    assert history.last_action(desk) == before


def test_a_void_dossier_is_not_checked_and_the_page_says_why(
    open_page: Open, desk: Desk, settle: Settle
) -> None:
    page = open_page(in_state(desk, State.VOID))
    QTest.keySequence(page.sheet.timeline, QKeySequence("Ctrl+J"))
    settle()
    assert "đã hủy thì không sửa" in page.problem.words.text()
