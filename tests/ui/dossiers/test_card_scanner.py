"""A scanner types the citizen's card into any field; nothing else is touched, no button pressed."""

import unicodedata
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Person
from tests.kit import receive
from tests.ui.dossiers.forms import pushed, when_asked
from tests.ui.dossiers.intake_typing import saved
from tests.ui.typing import focused, press, type_text
from ui.dossiers.intake_page import IntakePage

Settle = Callable[[], None]
CARD = "079123456789||Nguyễn Thị Ánh|15031990|Nữ|12 Lê Lợi, Phường 1|01042021"
ANH = Person("Nguyễn Thị Ánh", "079123456789", "", "12 Lê Lợi, Phường 1")
NONE = Qt.KeyboardModifier.NoModifier


def key(text: str, code: Qt.Key = Qt.Key.Key_unknown) -> None:
    field = focused()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, code, NONE, text))


def scan(text: str, *, enter: bool = True) -> None:
    """Key events as a keyboard scanner sends them, one after the other at once."""
    codes = {" ": Qt.Key.Key_Space, **{str(n): Qt.Key(Qt.Key.Key_0 + n) for n in range(10)}}
    for letter in text:
        key(letter, codes.get(letter, Qt.Key.Key_unknown))
    if enter:
        key("\r", Qt.Key.Key_Return)


def owner(intake: IntakePage) -> Person:
    return intake.form.people.owner.person()


PLACES: dict[str, Callable[[IntakePage], QWidget]] = {
    "procedure": lambda page: page.form.request.procedure.editor,
    "channel": lambda page: page.form.request.channel.editor,
    "owner": lambda page: page.form.people.owner.name.editor,
    "id": lambda page: page.form.people.owner.id_no.editor,
    "other": lambda page: page.form.people.other,
    "papers": lambda page: page.form.people.papers.editor,
    "content": lambda page: page.form.details.content.editor,
    "payment": lambda page: page.form.details.payment.editor,
    "note": lambda page: page.form.details.note.editor,
    "save": lambda page: page.next,
    "wipe": lambda page: page.wipe,
}


@pytest.mark.parametrize("place", PLACES)
def test_a_scan_fills_the_owner_whatever_has_the_focus(
    intake: IntakePage, desk: Desk, settle: Settle, place: str
) -> None:
    intake.form.details.content.editor.setPlainText("Khai sinh")
    intake.form.request.channel.editor.choose(Channel.POSTAL)
    before = intake.form.values()
    field = PLACES[place](intake)
    field.setFocus()
    scan(CARD)
    settle()
    assert owner(intake) == ANH
    after = intake.form.values()
    assert {name: text for name, text in after.items() if name in before} == before
    assert len(after) == len(before) + 3
    assert field.hasFocus()
    assert saved(desk) == []


def test_a_scanner_without_enter_is_understood_too(intake: IntakePage, qtbot: QtBot) -> None:
    intake.form.people.owner.name.editor.setFocus()
    scan(CARD, enter=False)
    qtbot.waitUntil(lambda: owner(intake) == ANH)


def test_keys_swallowed_by_an_input_method_are_put_back(intake: IntakePage) -> None:
    """UniKey lets the first of `aa`, `dd` pass, then erases it and writes the marked letter."""
    intake.form.people.owner.name.editor.setFocus()
    scan("079123456789||Y Na", enter=False)
    key("\b", Qt.Key.Key_Backspace)
    key("â")
    scan("n Bud", enter=False)
    key("\b", Qt.Key.Key_Backspace)
    key("đ")
    scan("ha Kru|15031990|Nam|Buôn Ma|01042021")
    assert owner(intake).name == "Y Naan Buddha Kru"


def test_text_that_an_input_method_committed_is_repaired(
    intake: IntakePage, settle: Settle
) -> None:
    intake.form.details.note.editor.setFocus()
    mangled = CARD.replace("Nguyễn Thị Ánh", "H ưen Buđha")
    for part in mangled.replace("|", "|\n").split("\n"):
        event = QInputMethodEvent()
        event.setCommitString(unicodedata.normalize("NFC", part))
        QApplication.sendEvent(focused(), event)
    key("\r", Qt.Key.Key_Return)
    settle()
    assert owner(intake).name == "H wen Buddha"
    assert "đối chiếu họ tên" in intake.saved.words.text()
    assert intake.form.details.note.editor.toPlainText() == ""


def test_a_quick_burst_that_is_no_card_is_typed_as_it_came(intake: IntakePage) -> None:
    intake.form.details.code.editor.setFocus()
    scan("H99.12-260309-0001", enter=False)
    assert intake.form.details.code.editor.text() == "H99.12-260309-0001"
    intake.form.details.code.editor.clear()
    scan("079123456789|x y")
    assert intake.form.details.code.editor.text() == "079123456789|x y"


def test_what_people_type_is_never_held_back(intake: IntakePage) -> None:
    intake.form.people.owner.name.editor.setFocus()
    type_text("Nguyễn Văn Đạt")
    press(Qt.Key.Key_Return)
    scan("079123456789", enter=False)
    assert owner(intake) == Person("Nguyễn Văn Đạt", "079123456789")


@pytest.mark.parametrize(
    ("choice", "name", "id_no"),
    [
        ("Thay", "Nguyễn Thị Ánh", "079123456789"),
        ("Chỉ điền ô trống", "Trần Văn Đức", "079123456789"),
        ("Bỏ qua", "Trần Văn Đức", ""),
        ("Là người nộp", "Trần Văn Đức", ""),
    ],
)
def test_what_would_be_overwritten_is_shown_before(
    intake: IntakePage, settle: Settle, choice: str, name: str, id_no: str
) -> None:
    intake.form.people.owner.name.editor.setText("Trần Văn Đức")
    told: list[str] = []

    def answer(dialog: QDialog) -> None:
        told.extend(one.text() for one in dialog.findChildren(QLabel))
        pushed(choice)(dialog)

    when_asked(answer)
    scan(CARD)
    settle()
    assert {"Trần Văn Đức", "Nguyễn Thị Ánh"} <= set(told)
    assert (owner(intake).name, owner(intake).id_no) == (name, id_no)
    applicant = intake.form.people.the_applicant()
    assert applicant == (ANH if choice == "Là người nộp" else Person())


def test_in_the_applicants_fields_the_card_is_the_applicants(
    intake: IntakePage, settle: Settle
) -> None:
    intake.form.people.other.setChecked(True)
    intake.form.people.applicant.phone.editor.setFocus()
    scan(CARD)
    settle()
    assert intake.form.people.the_applicant() == ANH
    assert owner(intake) == Person()


def test_the_book_adds_the_phone_that_no_card_has(
    intake: IntakePage, desk: Desk, settle: Settle
) -> None:
    receive(desk, owner=Person("Nguyễn Thị Ánh", "079123456789", "0901234567", "cũ"))
    intake.start()
    scan(CARD)
    settle()
    assert owner(intake) == Person(ANH.name, ANH.id_no, "0901234567", ANH.address)
