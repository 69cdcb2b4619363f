"""Intake and the ways text comes in: composed, pasted, over several lines, half typed."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Person
from tests.ui.dossiers.intake_typing import saved, type_least
from tests.ui.typing import compose, enter, press, type_text
from ui.dossiers.intake_page import IntakePage

Settle = Callable[[], None]
Show = Callable[[QWidget], None]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_half_typed_form_survives_another_page_and_a_refresh(
    intake: IntakePage, settle: Settle
) -> None:
    type_least()
    intake.hide()
    intake.refresh()
    settle()
    intake.show()
    assert intake.form.people.owner.person().name == "Nguyễn Thị Ngọc Ánh"
    assert intake.form.request.channel.editor.channel is Channel.IN_PERSON
    assert intake.form.request.procedure.editor.procedure is not None


def test_enter_makes_a_new_line_where_there_are_several(intake: IntakePage) -> None:
    intake.form.details.note.editor.setFocus()
    type_text("một")
    press(Qt.Key.Key_Return)
    type_text("hai")
    assert intake.form.details.note.editor.toPlainText() == "một\nhai"
    press(Qt.Key.Key_Tab)
    assert not intake.form.details.note.editor.hasFocus()


def test_a_syllable_under_composition_already_finds_the_procedure(intake: IntakePage) -> None:
    compose("đ", "đă", "đăn", "đăng")
    assert intake.form.request.procedure.editor.list.isVisible()
    assert intake.form.request.procedure.editor.text() == ""
    type_text("đăng ký khai sinh")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert intake.form.request.procedure.editor.text() == "Đăng ký khai sinh"


def test_esc_closes_the_list_and_chooses_nothing(
    intake: IntakePage, desk: Desk, settle: Settle
) -> None:
    type_text("dkks")
    press(Qt.Key.Key_Escape)
    assert not intake.form.request.procedure.editor.list.isVisible()
    press(Qt.Key.Key_Return)
    assert intake.form.request.procedure.editor.procedure is None
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert intake.form.request.procedure.editor.hasFocus()
    assert "Chưa chọn" in intake.form.request.procedure.problem.text()


def test_the_list_can_be_opened_again_without_losing_the_choice(intake: IntakePage) -> None:
    enter("dkks")
    intake.form.request.procedure.editor.setFocus()
    press(Qt.Key.Key_Down)
    assert intake.form.request.procedure.editor.list.isVisible()
    assert intake.form.request.procedure.editor.procedure is not None
    press(Qt.Key.Key_Escape)
    assert intake.form.request.procedure.editor.text() == "Đăng ký khai sinh"


def test_pasted_text_is_kept_composed_and_clean(
    intake: IntakePage, desk: Desk, settle: Settle
) -> None:
    type_least(owner=unicodedata.normalize("NFD", "  Nguyễn \t Văn\u200b  Đạt "))
    press(Qt.Key.Key_Return, CTRL)
    settle()
    name = saved(desk)[0].owner.name
    assert unicodedata.is_normalized("NFC", name)
    assert name.replace(" ", "") == "NguyễnVănĐạt"


def test_wiping_asks_first(intake: IntakePage) -> None:
    type_least()
    answers = iter(["Bỏ qua", "Xóa trắng"])

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        wanted = next(answers)
        from PySide6.QtWidgets import QPushButton

        next(one for one in box.findChildren(QPushButton) if one.text() == wanted).click()

    QTimer.singleShot(0, answer)
    intake.wipe.click()
    assert intake.form.people.owner.person().name
    QTimer.singleShot(0, answer)
    intake.wipe.click()
    assert intake.form.people.owner.person() == Person()
