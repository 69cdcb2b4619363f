"""One dossier's page over a real database: every act by its keys, correction, timeline, clock."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.act import ACT_RULES, RULE_OF, Act
from dxdesk.domain.dossier import Dossier, Person
from dxdesk.domain.state import State
from dxdesk.services import dossiers, history
from dxdesk.services.correction import correct
from dxdesk.services.officers import add_officer
from tests.kit import Clock, in_state, moment, receive
from tests.ui.dossiers.forms import fill, in_dialog, press_ok
from ui.dossiers.act_forms import CORRECT_KEYS, FORMS
from ui.dossiers.dossier_page import DossierPage
from ui.dossiers.due_dialog import DueDialog
from ui.dossiers.form import Form

Settle = Callable[[], None]
Open = Callable[[Dossier], DossierPage]
LATER = "10/03/2026 09:00"


def keys(page: DossierPage, shortcut: str) -> None:
    QTest.keySequence(page.sheet.timeline, QKeySequence(shortcut))


BEFORE = {
    Act.ACCEPT: State.AWAITING_ACCEPTANCE,
    Act.DECLINE: State.AWAITING_ACCEPTANCE,
    Act.RESUME: State.AWAITING_SUPPLEMENT,
    Act.CLOSE: State.AWAITING_SUPPLEMENT,
    Act.RETURN: State.FINISHED,
    Act.RESTORE: State.VOID,
}
AFTER = {
    Act.ACCEPT: State.ACCEPTED,
    Act.DECLINE: State.DECLINED,
    Act.HAND_OVER: State.PROCESSING,
    Act.REQUEST_SUPPLEMENT: State.AWAITING_SUPPLEMENT,
    Act.AWAIT_PAYMENT: State.AWAITING_PAYMENT,
    Act.SUSPEND: State.SUSPENDED,
    Act.RESUME: State.ACCEPTED,
    Act.FINISH: State.FINISHED,
    Act.REFUSE: State.FINISHED,
    Act.RETURN: State.RETURNED,
    Act.APOLOGISE: State.ACCEPTED,
    Act.WITHDRAW: State.WITHDRAWN,
    Act.STOP: State.STOPPED,
    Act.CLOSE: State.CLOSED,
    Act.VOID: State.VOID,
    Act.RESTORE: State.ACCEPTED,
}
TYPED = {"reason": "Lý do cụ thể", "promised_at": "30/03/2026 16:30", "officer_id": "2"}


@pytest.mark.parametrize("act", list(FORMS), ids=str)
def test_every_act_is_done_by_its_keys_and_the_page_follows(
    open_page: Open, desk: Desk, clock: Clock, settle: Settle, qtbot: QtBot, act: Act
) -> None:
    add_officer(desk, "Lê Quốc Bảo")
    dossier = in_state(desk, BEFORE.get(act, State.ACCEPTED))
    clock.set(LATER)
    page = open_page(dossier)
    needed = {key: text for key, text in TYPED.items() if key in FORMS[act].fields}

    def answer(form: Form[object]) -> None:
        fill(form, **needed)
        form.accept()

    in_dialog(answer)
    with qtbot.waitSignal(page.changed):
        keys(page, FORMS[act].keys)
    settle()
    assert dossiers.get(desk, dossier.id).state is AFTER[act]
    assert page.sheet.badge.text() == AFTER[act].label
    assert RULE_OF[act].title in page.sheet.timeline.toPlainText()


@pytest.mark.parametrize("state", list(State))
def test_what_is_not_allowed_says_why_by_key_and_in_words(
    open_page: Open, desk: Desk, state: State
) -> None:
    dossier = in_state(desk, state)
    page = open_page(dossier)
    for rule, reason in dossiers.allowed(dossier):
        button = page.acts.buttons[rule.act]
        assert button.isVisibleTo(page) == (reason is None)
        if reason is not None:
            keys(page, CORRECT_KEYS if rule.act is Act.CORRECT else FORMS[rule.act].keys)
            assert page.problem.words.text() == reason
            assert reason in page.acts.why.text()


def test_no_two_commands_share_a_shortcut(dossier_page: DossierPage) -> None:
    shortcuts = Counter(
        key.toString() for action in dossier_page.actions() for key in action.shortcuts()
    )
    assert [key for key, number in shortcuts.items() if number > 1] == []
    assert all(action.text() for action in dossier_page.actions())
    assert len(shortcuts) >= len(ACT_RULES)


def test_an_act_without_its_reason_is_asked_again_beside_the_field(
    open_page: Open, desk: Desk
) -> None:
    dossier = receive(desk)
    page = open_page(dossier)
    seen: list[str] = []

    def answer(form: Form[object]) -> None:
        form.accept()
        line = form.lines["reason"]
        seen.append(line.problem.text())
        assert line.editor.hasFocus()
        form.reject()

    in_dialog(answer)
    page.work.act(Act.WITHDRAW)
    assert seen[0].startswith("Chưa nhập")
    assert dossiers.get(desk, dossier.id).state is State.ACCEPTED


def test_what_the_book_refuses_is_asked_again_with_all_that_was_typed(
    open_page: Open, desk: Desk, settle: Settle
) -> None:
    page = open_page(receive(desk))
    seen: list[tuple[str, str]] = []

    def again(form: Form[object]) -> None:
        line = form.lines["promised_at"]
        seen.append((line.problem.text(), form.values()["reason"]))
        form.reject()

    def answer(form: Form[object]) -> None:
        fill(form, promised_at="10/03/2026 08:00", reason="Chờ đo đạc")
        form.accept()

    in_dialog(answer)
    page.work.act(Act.APOLOGISE)
    in_dialog(again)
    settle()
    assert seen == [(seen[0][0], "Chờ đo đạc")]
    assert "sau ngày hẹn trả" in seen[0][0]


def test_enter_alone_records_the_result(
    open_page: Open, desk: Desk, clock: Clock, settle: Settle
) -> None:
    dossier = receive(desk)
    clock.set(LATER)
    page = open_page(dossier)
    in_dialog(press_ok)
    keys(page, FORMS[Act.FINISH].keys)
    settle()
    assert dossiers.get(desk, dossier.id).finished_at == moment(LATER)


def test_a_late_result_asks_for_the_reason_and_another_does_not(
    open_page: Open, desk: Desk, clock: Clock
) -> None:
    asked: list[bool] = []

    def look(form: Form[object]) -> None:
        asked.append("late_reason" in form.lines)
        form.reject()

    for now in (LATER, "27/03/2026 09:00"):
        clock.set(now)
        in_dialog(look)
        open_page(receive(desk, received_at=moment("09/03/2026 08:00"))).work.act(Act.FINISH)
    assert asked == [False, True]


def test_a_hand_over_names_the_officers_at_work(
    open_page: Open, desk: Desk, settle: Settle
) -> None:
    add_officer(desk, "Lê Quốc Bảo", title="Địa chính")
    dossier = receive(desk)
    page = open_page(dossier)

    def answer(form: Form[object]) -> None:
        fill(form, officer_id="2")
        assert form.lines["officer_id"].editor.currentText() == "Lê Quốc Bảo, Địa chính"
        form.accept()

    in_dialog(answer)
    page.work.act(Act.HAND_OVER)
    settle()
    assert dossiers.get(desk, dossier.id).officer == "Lê Quốc Bảo"
    assert "Lê Quốc Bảo" in page.sheet.timeline.toPlainText()


def test_the_page_shows_the_dossier_asked_for_last(
    dossier_page: DossierPage, desk: Desk, settle: Settle
) -> None:
    first = receive(desk, code="H99.12-260309-0001")
    second = receive(desk, code="H99.12-260309-0002")
    dossier_page.show_dossier(first.id)
    dossier_page.show_dossier(second.id)
    settle()
    assert "H99.12-260309-0002" in dossier_page.sheet.subtitle.text()


def test_the_keyboard_is_on_the_page_as_soon_as_the_dossier_is_read(
    dossier_page: DossierPage, desk: Desk, settle: Settle
) -> None:
    dossier_page.show_dossier(receive(desk).id)
    dossier_page.start()
    settle()
    assert dossier_page.sheet.timeline.hasFocus()


def test_a_dossier_that_was_taken_back_is_told_plainly(
    open_page: Open, desk: Desk, settle: Settle
) -> None:
    page = open_page(receive(desk))
    history.undo(desk)
    page.refresh()
    settle()
    assert "không còn trong sổ" in page.problem.words.text()
    assert not page.sheet.isVisible()
    page.work.act(Act.FINISH)


def test_esc_goes_back_to_the_list(open_page: Open, desk: Desk, qtbot: QtBot) -> None:
    page = open_page(receive(desk))
    with qtbot.waitSignal(page.closed):
        keys(page, "Esc")


def test_f4_explains_the_due_time_day_by_day(open_page: Open, desk: Desk, settle: Settle) -> None:
    page = open_page(receive(desk))
    rows: list[int] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DueDialog)
        rows.append(dialog.table.rowCount())
        dialog.accept()

    QTimer.singleShot(0, look)
    keys(page, "F4")
    assert rows == [8]


def test_a_due_time_set_by_hand_has_no_account_and_says_so(open_page: Open, desk: Desk) -> None:
    by_hand = receive(desk)
    correct(desk, by_hand.id, {"due_at": moment("20/03/2026 17:30")}, reason="theo giấy hẹn")
    page = open_page(by_hand)
    keys(page, "F4")
    assert "không có bảng giải thích" in page.problem.words.text()


def test_names_in_the_timeline_are_text_not_markup(
    open_page: Open, desk: Desk, settle: Settle
) -> None:
    dossier = receive(desk, owner=Person("<b>A & B</b>"))
    correct(desk, dossier.id, {"owner_name": "<i>C</i>"}, reason="gõ nhầm")
    page = open_page(dossier)
    assert "<b>A & B</b> → <i>C</i>" in page.sheet.timeline.toPlainText()
