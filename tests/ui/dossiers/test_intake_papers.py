"""Papers at the counter: a digit says what was handed in, one key asks for what is missing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.paper import PaperForm
from dxdesk.domain.state import State
from dxdesk.services import history, papers
from tests.ui.dossiers.intake_typing import saved, type_least
from tests.ui.typing import press
from ui.dossiers.intake_page import IntakePage
from ui.dossiers.papers_check import PapersCheck

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier


def the_papers(intake: IntakePage) -> PapersCheck:
    return intake.form.people.papers.editor


def forms(desk: Desk, dossier_id: DossierId) -> list[PaperForm | None]:
    return [one.form for one in papers.handed_in(desk, dossier_id)]


def _text(shown: PapersCheck, row: int, column: int) -> str:
    item = shown.item(row, column)
    return "" if item is None else item.text()


def test_the_papers_of_the_procedure_are_listed_unchecked(intake: IntakePage) -> None:
    type_least()
    shown = the_papers(intake)
    assert shown.rowCount() == 5
    words = [[_text(shown, row, column) for row in range(5)] for column in (0, 1)]
    assert words[0][0] == "Tờ khai"
    assert set(words[1]) == {"—"}
    assert shown.papers() == ()


def test_digits_go_down_the_list(intake: IntakePage, desk: Desk, settle: Settle) -> None:
    type_least()
    the_papers(intake).setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5):
        press(key)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return, CTRL)
    settle()
    dossier = saved(desk)[0]
    expected = [PaperForm.ORIGINAL, PaperForm.CERTIFIED, PaperForm.COPY, None, PaperForm.FROM_DATA]
    assert forms(desk, dossier.id) == expected
    assert dossier.data_reused is True


def test_one_key_says_that_all_is_there_and_keeps_what_was_said(
    intake: IntakePage, desk: Desk, settle: Settle
) -> None:
    type_least()
    the_papers(intake).setFocus()
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Return, CTRL)
    settle()
    found = forms(desk, saved(desk)[0].id)
    assert found == [PaperForm.COPY, PaperForm.ORIGINAL, None, None, PaperForm.ORIGINAL]


def test_missing_papers_are_told_and_one_key_asks_for_them(
    intake: IntakePage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    type_least()
    the_papers(intake).setFocus()
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_0)
    qtbot.waitUntil(intake.advice.missing.isVisible)
    assert "Còn thiếu 1 giấy tờ: Giấy chứng sinh" in intake.advice.missing.words.text()
    with qtbot.waitSignals([intake.opened, intake.slip_offered]):
        press(Qt.Key.Key_B, CTRL)
    settle()
    dossier = saved(desk)[0]
    assert dossier.state is State.AWAITING_SUPPLEMENT
    assert history.undo(desk) == "Tiếp nhận hồ sơ và yêu cầu bổ sung"
    assert saved(desk) == []


def test_nothing_missing_nothing_to_ask_for(intake: IntakePage, desk: Desk, settle: Settle) -> None:
    type_least()
    press(Qt.Key.Key_B, CTRL)
    settle()
    assert saved(desk) == []
    assert the_papers(intake).hasFocus()
    assert "Chưa đánh dấu" in intake.form.people.papers.problem.text()


def test_another_procedure_brings_its_own_papers(intake: IntakePage) -> None:
    type_least()
    the_papers(intake).setFocus()
    press(Qt.Key.Key_1)
    intake.form.request.procedure.editor.choose(None)
    assert the_papers(intake).rowCount() == 0
    assert the_papers(intake).papers() == ()
