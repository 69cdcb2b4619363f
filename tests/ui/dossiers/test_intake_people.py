"""People at intake: known ones are offered, two people are copied by one key, twins are asked."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Person
from dxdesk.domain.marks import Delivery, Payment
from tests.kit import moment, receive
from tests.ui.dossiers.forms import pushed, when_asked
from tests.ui.dossiers.intake_typing import saved, type_least
from tests.ui.typing import enter, press, type_text
from ui.dossiers.copy_dialog import CARRIED, Copied
from ui.dossiers.intake_page import IntakePage
from ui.dossiers.person_fields import PersonFields

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier
ANH = Person("Nguyễn Thị Ngọc Ánh", "079123456789", "0901234567", "12 Lê Lợi")


@pytest.fixture
def owner(intake: IntakePage) -> PersonFields:
    fields = intake.form.people.owner
    fields.name.editor.setFocus()
    return fields


@pytest.mark.parametrize("typed", ["079123456789", "0901234567", "090123"])
def test_a_number_in_the_name_field_brings_the_known_person(
    owner: PersonFields, desk: Desk, settle: Settle, qtbot: QtBot, typed: str
) -> None:
    receive(desk, owner=ANH)
    enter(typed)
    qtbot.waitUntil(lambda: owner.person() == ANH)


def test_known_people_are_listed_while_typing_and_down_marks_one(
    owner: PersonFields, desk: Desk, qtbot: QtBot
) -> None:
    receive(desk, owner=ANH)
    offers = owner.offers[2]
    owner.phone.editor.setFocus()
    type_text("090123")
    qtbot.waitUntil(offers.list.isVisible)
    assert offers.list.currentRow() == -1
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: owner.person() == ANH)


def test_a_typed_number_stays_when_nobody_is_marked(
    owner: PersonFields, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    receive(desk, owner=ANH)
    owner.id_no.editor.setFocus()
    type_text("079123")
    qtbot.waitUntil(owner.offers[1].list.isVisible)
    press(Qt.Key.Key_Escape)
    assert not owner.offers[1].list.isVisible()
    press(Qt.Key.Key_Return)
    settle()
    assert owner.person() == Person("", "079123")


def test_an_unknown_number_goes_where_it_belongs(owner: PersonFields, settle: Settle) -> None:
    enter("079123456789")
    settle()
    assert owner.person() == Person("", "079123456789")
    owner.name.editor.setFocus()
    enter("0901234567")
    settle()
    assert owner.person() == Person("", "079123456789", "0901234567")


def test_what_a_known_person_would_overwrite_is_asked(
    owner: PersonFields, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    receive(desk, owner=ANH)
    owner.address.editor.setText("5 Trần Phú")
    when_asked(pushed("Chỉ điền ô trống"))
    enter("0901234567")
    expected = Person(ANH.name, ANH.id_no, ANH.phone, "5 Trần Phú")
    qtbot.waitUntil(lambda: owner.person() == expected)


def test_one_key_copies_the_owner_to_the_applicant_and_back(intake: IntakePage) -> None:
    people = intake.form.people
    people.owner.fill(ANH)
    people.owner.name.editor.setFocus()
    press(Qt.Key.Key_F6)
    assert people.the_applicant() == ANH
    assert people.applicant.name.editor.hasFocus()
    people.applicant.name.editor.setText("Lê Văn Ba")
    press(Qt.Key.Key_F6)
    assert people.owner.person().name == "Lê Văn Ba"


@pytest.mark.parametrize(("choice", "number"), [("Vẫn lưu", 2), ("Bỏ qua", 1)])
def test_the_same_citizen_and_procedure_today_is_a_question(
    intake: IntakePage, desk: Desk, settle: Settle, qtbot: QtBot, choice: str, number: int
) -> None:
    type_least()
    press(Qt.Key.Key_Return, CTRL)
    settle()
    type_least()
    when_asked(pushed(choice))
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert len(saved(desk)) == number
    assert bool(intake.form.values()) == (number == 1)


def test_assisted_is_one_key_and_only_online(intake: IntakePage, desk: Desk) -> None:
    intake.form.request.channel.editor.choose(Channel.IN_PERSON)
    intake.form.people.owner.name.editor.setFocus()
    press(Qt.Key.Key_F7)
    assert not intake.form.request.assisted.isChecked()
    assert "chỉ hồ sơ trực tuyến" in intake.problem.words.text()
    intake.form.request.channel.editor.choose(Channel.ONLINE_FULL)
    press(Qt.Key.Key_F7)
    assert intake.form.request.assisted.isChecked()
    assert intake.form.request.minutes.isVisible()


def test_many_alike_are_received_at_once(intake: IntakePage, desk: Desk, settle: Settle) -> None:
    type_least()
    intake.form.details.count.editor.setFocus()
    intake.form.details.count.editor.selectAll()
    type_text("12")
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert len(saved(desk)) == 12
    assert "Đã tiếp nhận 12 hồ sơ, số 2026/000001 đến 2026/000012" in intake.saved.words.text()


def test_an_earlier_dossier_is_copied_without_its_dates(
    intake: IntakePage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    old = receive(
        desk,
        owner=ANH,
        code="H99.12-260309-0001",
        content="Sao y bằng",
        received_at=moment("09/03/2026 07:40"),
        fee=8000,
        payment=Payment.CASH,
        copies=3,
    )
    intake.form.people.owner.name.editor.setFocus()

    def choose(_dialog: QDialog) -> None:
        type_text(old.book)
        press(Qt.Key.Key_Return)

    when_asked(choose)
    press(Qt.Key.Key_D, CTRL)
    draft = intake.form.draft(desk.now())
    assert (draft.procedure_id, draft.channel) == (old.procedure_id, old.channel)
    assert (draft.owner, draft.content, draft.copies) == (Person(), "Sao y bằng", 3)
    assert (draft.code, draft.received_at, draft.fee, draft.payment) == ("", None, None, None)
    assert draft.papers == ()
    assert intake.window().focusWidget() is intake.form.people.owner.name.editor


def test_everything_that_can_be_carried_is_carried_when_ticked(
    intake: IntakePage, desk: Desk
) -> None:
    old = receive(
        desk, owner=ANH, applicant=Person("Lê Thị Hoa"), fee=0, delivery=Delivery.POST, note="Gấp"
    )
    intake.take_copy(Copied(old, frozenset(key for key, _text, _ticked in CARRIED)))
    draft = intake.form.draft(desk.now())
    assert (draft.owner, draft.applicant) == (ANH, Person("Lê Thị Hoa"))
    assert (draft.fee, draft.delivery, draft.note) == (0, Delivery.POST, "Gấp")


def test_a_number_that_is_in_no_book_is_told_in_the_dialog(intake: IntakePage) -> None:
    told: list[str] = []

    def choose(dialog: QDialog) -> None:
        type_text("2026/999999")
        press(Qt.Key.Key_Return)
        told.append(" ".join(one.text() for one in dialog.findChildren(QLabel)))
        dialog.reject()

    when_asked(choose)
    press(Qt.Key.Key_D, CTRL)
    assert "Không có hồ sơ này" in told[0]
    assert intake.form.values() == {}
