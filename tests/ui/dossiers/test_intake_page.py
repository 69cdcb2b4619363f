"""Intake by keyboard alone, over a real database."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import DossierId, Person
from dxdesk.domain.marks import Payment
from dxdesk.domain.paper import PaperForm
from dxdesk.domain.state import State
from dxdesk.services import papers
from tests.kit import Clock, moment, receive
from tests.ui.dossiers.intake_typing import saved, type_least
from tests.ui.typing import enter, focused, press, type_text
from ui.dossiers.due_dialog import DueDialog
from ui.dossiers.intake_page import IntakePage

Settle = Callable[[], None]
Show = Callable[[QWidget], None]
CTRL = Qt.KeyboardModifier.ControlModifier


def type_everything() -> None:
    enter("dkks")
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    for text in ("Nguyễn Thị Ngọc Ánh", "079123456789", "0901234567", "12 Lê Lợi"):
        enter(text)
    press(Qt.Key.Key_Return)  # the same person brings it
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_0)
    press(Qt.Key.Key_Return)
    for text in ("h99.12-260309-0001", "", ""):
        enter(text)
    type_text("Khai sinh cho con")
    press(Qt.Key.Key_Tab)
    enter("8.000")
    press(Qt.Key.Key_T)  # tiền mặt
    press(Qt.Key.Key_Return)
    for text in ("BL 0012", "", "09/03/2026 07:45", ""):
        enter(text)
    for key in (Qt.Key.Key_C, Qt.Key.Key_K):  # liên thông: có, phi địa giới: không
        press(key)
        press(Qt.Key.Key_Return)
    type_text("Nhận tại nhà văn hóa")


def test_a_dossier_is_received_without_the_mouse(
    intake: IntakePage, desk: Desk, settle: Settle
) -> None:
    type_everything()
    press(Qt.Key.Key_Return, CTRL)
    settle()
    dossier = saved(desk)[0]
    assert dossier.procedure_code == "1.001193"
    assert dossier.channel is Channel.IN_PERSON
    assert dossier.owner == Person("Nguyễn Thị Ngọc Ánh", "079123456789", "0901234567", "12 Lê Lợi")
    assert (dossier.code, dossier.copies, dossier.fee) == ("H99.12-260309-0001", 1, 8000)
    assert (dossier.payment, dossier.receipt_no) == (Payment.CASH, "BL 0012")
    assert (dossier.interlinked, dossier.non_territorial) == (True, False)
    forms = [one.form for one in papers.handed_in(desk, dossier.id)]
    assert forms == [PaperForm.ORIGINAL, PaperForm.MISSING, None, None, None]
    assert (dossier.content, dossier.note) == ("Khai sinh cho con", "Nhận tại nhà văn hóa")
    assert dossier.received_at == moment("09/03/2026 07:45")
    assert dossier.book in intake.saved.words.text()
    assert "17:30 thứ Hai 09/03/2026" in intake.saved.words.text()


def test_after_saving_the_form_is_empty_and_ready_for_the_next(
    intake: IntakePage, settle: Settle
) -> None:
    type_least()
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert intake.form.request.procedure.editor.hasFocus()
    assert intake.form.request.procedure.editor.text() == ""
    assert intake.form.request.channel.editor.channel is None
    assert intake.form.people.owner.person() == Person()
    assert intake.saved.isVisible()


def test_a_channel_is_never_taken_silently(intake: IntakePage, desk: Desk, settle: Settle) -> None:
    enter("dkks")
    press(Qt.Key.Key_Return)
    enter("Nguyễn Văn Bình")
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert saved(desk) == []
    assert intake.form.request.channel.editor.hasFocus()
    assert intake.form.request.channel.problem.text().startswith("Chưa chọn")


def shown_channel(intake: IntakePage) -> Channel | None:
    return intake.form.request.channel.editor.channel


@pytest.mark.parametrize(
    ("key", "channel"),
    [
        (Qt.Key.Key_1, Channel.IN_PERSON),
        (Qt.Key.Key_2, Channel.ONLINE_FULL),
        (Qt.Key.Key_3, Channel.ONLINE_PARTIAL),
        (Qt.Key.Key_4, Channel.POSTAL),
        (Qt.Key.Key_5, Channel.ONLINE),
    ],
)
def test_digits_choose_the_channel(intake: IntakePage, key: Qt.Key, channel: Channel) -> None:
    intake.form.request.channel.editor.setFocus()
    press(Qt.Key.Key_9)
    assert shown_channel(intake) is None
    press(key)
    assert shown_channel(intake) is channel
    assert channel.label in intake.form.request.channel.editor.accessibleName()
    assert intake.form.request.online.isVisible() == channel.is_online


def test_arrows_choose_the_channel_from_either_end(intake: IntakePage) -> None:
    intake.form.request.channel.editor.setFocus()
    press(Qt.Key.Key_Left)
    assert shown_channel(intake) is Channel.ONLINE
    press(Qt.Key.Key_Right)
    assert shown_channel(intake) is Channel.ONLINE
    press(Qt.Key.Key_Left, times=9)
    assert shown_channel(intake) is Channel.IN_PERSON


def test_an_online_submission_can_wait_for_acceptance(
    intake: IntakePage, desk: Desk, settle: Settle
) -> None:
    enter("dkks")
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    enter("09/03/2026 07:10")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    enter("12")
    enter("Trần Văn Đức")
    press(Qt.Key.Key_Return, CTRL)
    settle()
    dossier = saved(desk)[0]
    assert dossier.state is State.AWAITING_ACCEPTANCE
    assert dossier.submitted_at == moment("09/03/2026 07:10")
    assert (dossier.assisted, dossier.assisted_minutes) == (True, 12)
    assert dossier.acceptance_due_at is not None
    assert "phải tiếp nhận trước" in intake.saved.words.text()


def test_marks_of_an_online_dossier_do_not_cling_to_another_channel(
    intake: IntakePage, desk: Desk, settle: Settle
) -> None:
    type_least(Qt.Key.Key_2)
    intake.form.request.submitted.editor.setText("chiều qua")
    intake.form.request.waits.setChecked(True)
    intake.form.request.assisted.setChecked(True)
    intake.form.request.channel.editor.choose(Channel.POSTAL)
    press(Qt.Key.Key_Return, CTRL)
    settle()
    dossier = saved(desk)[0]
    assert (dossier.assisted, dossier.submitted_at, dossier.state) == (False, None, State.ACCEPTED)


def test_another_applicant_is_one_key_away(intake: IntakePage, desk: Desk, settle: Settle) -> None:
    type_least()
    while focused() is not intake.form.people.other:
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    enter("Lê Thị Hoa")
    enter("079111111111")
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert saved(desk)[0].applicant == Person("Lê Thị Hoa", "079111111111")


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("copies", "hai", "không phải là số"),
        ("copies", "0", "phải từ 1"),
        ("count", "0", "Phải từ 1 đến 200"),
        ("count", "201", "Phải từ 1 đến 200"),
        ("fee", "tám nghìn", "không phải là số tiền"),
        ("limit", "mấy hôm", "chưa đọc được"),
        ("received", "hôm qua", "không phải là thời điểm"),
        ("received", "10/03/2026 08:00", "ở tương lai"),
        ("code", "H99.12-260309-0007", "mỗi hồ sơ một mã"),
    ],
)
def test_a_wrong_field_is_told_in_words_and_gets_the_focus(
    intake: IntakePage, desk: Desk, settle: Settle, name: str, typed: str, words: str
) -> None:
    receive(desk, code="H99.12-260309-0007")
    type_least()
    line = getattr(intake.form.details, name)
    line.editor.setText(typed)
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert len(saved(desk)) == 1
    assert words in line.problem.text()
    assert line.problem.isVisible()
    assert line.editor.hasFocus()
    assert line.editor.property("invalid") is True


def test_a_mended_field_loses_its_mark(intake: IntakePage, desk: Desk, settle: Settle) -> None:
    type_least(owner="")
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert intake.form.people.owner.name.editor.hasFocus()
    type_text("Trần Văn Đức")
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert len(saved(desk)) == 1
    assert not intake.form.people.owner.name.problem.isVisible()


def test_a_doubt_is_a_sentence_and_blocks_nothing(
    intake: IntakePage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    receive(desk, procedure_id=DossierId(1))
    type_least()
    intake.form.details.code.editor.setText("H99-1")
    intake.form.people.owner.id_no.editor.setText("07912345678")
    qtbot.waitUntil(intake.advice.doubts.isVisible)
    assert "không đúng mẫu" in intake.advice.doubts.words.text()
    assert "11 chữ số" in intake.advice.doubts.words.text()
    assert "07912345678" not in intake.advice.doubts.words.text()
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert len(saved(desk)) == 2


def test_the_due_time_shows_while_typing_and_f4_explains_it(
    intake: IntakePage, qtbot: QtBot, settle: Settle
) -> None:
    type_least()
    intake.form.details.limit.editor.setText("2 ngày")
    qtbot.waitUntil(lambda: "08:00 thứ Tư 11/03/2026" in intake.advice.due.text())
    seen: list[int] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DueDialog)
        seen.append(dialog.table.rowCount())
        dialog.accept()

    QTimer.singleShot(0, look)
    press(Qt.Key.Key_F4)
    assert seen == [3]


def test_the_due_time_follows_the_newest_text(
    intake: IntakePage, qtbot: QtBot, clock: Clock
) -> None:
    type_least()
    for text in ("1", "2", "3"):
        intake.form.details.limit.editor.setText(text)
    qtbot.waitUntil(lambda: "08:00 thứ Năm 12/03/2026" in intake.advice.due.text())
    intake.form.details.limit.editor.setText("mấy hôm")
    qtbot.waitUntil(lambda: "chưa đọc được" in intake.advice.due.text())
    assert not intake.advice.explain.isVisible()


def test_saving_and_opening(intake: IntakePage, desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    type_least()
    with qtbot.waitSignals([intake.changed, intake.opened]):
        press(Qt.Key.Key_S, CTRL)
    settle()
    assert len(saved(desk)) == 1


def test_an_impatient_finger_saves_once(intake: IntakePage, desk: Desk, settle: Settle) -> None:
    type_least()
    press(Qt.Key.Key_Return, CTRL, times=3)
    settle()
    assert len(saved(desk)) == 1
