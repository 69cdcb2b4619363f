"""A half-typed form comes back: after a crash, on another page, for its officer only."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.paper import PaperForm
from dxdesk.services import unsaved
from dxdesk.services.officers import add_officer
from tests.ui.dossiers.intake_typing import saved, type_least
from tests.ui.typing import enter, press, type_text
from ui.dossiers.half_typed import FORM, RESTORED
from ui.dossiers.intake_page import IntakePage
from ui.tasks import Tasks

Settle = Callable[[], None]
Show = Callable[[QWidget], None]
CTRL = Qt.KeyboardModifier.ControlModifier


def half_type(intake: IntakePage) -> None:
    type_least(Qt.Key.Key_2)
    enter("079123456789")
    intake.form.people.papers.editor.setFocus()
    press(Qt.Key.Key_0)
    intake.form.details.content.editor.setFocus()
    type_text("dòng một\ndòng hai")
    intake.form.details.payment.editor.setFocus()
    press(Qt.Key.Key_T)
    intake.form.details.non_territorial.editor.setFocus()
    press(Qt.Key.Key_K)


def test_after_a_crash_the_form_is_as_it_was(
    intake: IntakePage, desk: Desk, tasks: Tasks, show: Show, qtbot: QtBot, settle: Settle
) -> None:
    half_type(intake)
    qtbot.waitUntil(lambda: bool(unsaved.kept(desk, FORM)))  # no leaving, no closing: a crash
    intake.half_typed.keep()
    settle()
    again = IntakePage(desk, tasks)
    show(again)
    assert again.form.values() == intake.form.values()
    assert again.saved.words.text() == RESTORED
    assert again.form.request.channel.editor.channel is Channel.ONLINE_FULL
    assert again.form.people.papers.editor.papers()[0].form is PaperForm.MISSING
    assert again.form.details.non_territorial.editor.currentText() == "Không"
    assert saved(desk) == []


def test_a_wrong_click_on_another_page_keeps_it_at_once(
    intake: IntakePage, desk: Desk, settle: Settle
) -> None:
    half_type(intake)
    intake.hide()
    settle()
    assert unsaved.kept(desk, FORM) == intake.form.values()


def test_closing_the_window_keeps_it(intake: IntakePage, desk: Desk, settle: Settle) -> None:
    half_type(intake)
    intake.close_down()
    assert unsaved.kept(desk, FORM) == intake.form.values()


def test_another_officer_begins_with_an_empty_form(
    intake: IntakePage, desk: Desk, tasks: Tasks, show: Show, settle: Settle
) -> None:
    half_type(intake)
    intake.half_typed.keep()
    settle()
    other = IntakePage(replace(desk, officer=add_officer(desk, "Lê Thị Hồng").id), tasks)
    show(other)
    assert other.form.values() == {}
    assert not other.saved.isVisible()


def test_what_was_saved_or_wiped_does_not_come_back(
    intake: IntakePage, desk: Desk, settle: Settle
) -> None:
    half_type(intake)
    intake.half_typed.keep()
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert len(saved(desk)) == 1
    assert unsaved.kept(desk, FORM) == {}


def test_a_form_kept_by_another_version_does_no_harm(
    desk: Desk, tasks: Tasks, show: Show, settle: Settle
) -> None:
    odd = {"00 Thủ tục": "99999", "01 Kênh tiếp nhận": "FAX", "99 Số cũ": "x", "12 Giấy tờ": "[]"}
    unsaved.keep(desk, FORM, odd)
    page = IntakePage(desk, tasks)
    show(page)
    assert page.form.values() == {}
