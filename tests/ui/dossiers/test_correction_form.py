"""Correcting any field: only what was changed is saved, and nothing that was typed is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Dossier, Person
from dxdesk.errors import InputError
from dxdesk.services import dossiers
from dxdesk.services.correctable import CORRECTABLE
from dxdesk.services.officers import add_officer
from tests.kit import Clock, do, moment, receive
from tests.ui.dossiers.forms import fill, in_dialog
from ui.dossiers.choices import read_choices
from ui.dossiers.correct_form import REASON, changes, correction_fields
from ui.dossiers.dossier_page import DossierPage
from ui.dossiers.form import Form

Settle = Callable[[], None]
Open = Callable[[Dossier], DossierPage]
NOW = moment("10/03/2026 09:00")


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    return receive(
        desk,
        code="H99.12-260309-0001",
        owner=Person("Trần Văn Đức", "079123456789", "0901234567", "12 Lê Lợi"),
        fee=8000,
        content="dòng một\ndòng hai",
    )


def test_an_untouched_form_changes_nothing(desk: Desk, dossier: Dossier) -> None:
    finished = do(desk, Act.RETURN, do(desk, Act.FINISH, dossier.id).id)
    for one in (dossier, finished):
        stored = correction_fields(one, read_choices(desk))
        assert changes(stored, {field.key: field.value for field in stored}, now=NOW) == {}


def test_every_correctable_field_has_a_place_in_the_form(desk: Desk, dossier: Dossier) -> None:
    stored = correction_fields(dossier, read_choices(desk))
    assert [field.key for field in stored] == [one.key for one in CORRECTABLE]
    chosen = {field.key: field for field in stored if field.choices}
    assert set(chosen) >= {"procedure_id", "officer_id", "channel"}
    for field in chosen.values():
        assert field.value in [value for value, _ in field.choices]


def test_texts_become_values_of_their_kind(desk: Desk, dossier: Dossier) -> None:
    add_officer(desk, "Lê Quốc Bảo")
    stored = correction_fields(dossier, read_choices(desk))
    typed = {field.key: field.value for field in stored} | {
        "channel": str(int(Channel.POSTAL)),
        "fee": "",
        "copies": "3",
        "received_at": "09/03/2026 07:45",
        "officer_id": "2",
        "assisted": "1",
        "owner_phone": "0907654321",
    }
    assert changes(stored, typed, now=NOW) == {
        "channel": Channel.POSTAL,
        "fee": None,
        "copies": 3,
        "received_at": moment("09/03/2026 07:45"),
        "officer_id": 2,
        "assisted": True,
        "owner_phone": "0907654321",
    }


@pytest.mark.parametrize(
    ("key", "text", "label"),
    [
        ("copies", "hai", "Số bộ"),
        ("fee", "8,5", "Phí, lệ phí"),
        ("due_at", "mai", "Hẹn trả"),
        ("finished_at", "31/02/2026 10:00", "Thời điểm có kết quả"),
    ],
)
def test_a_text_that_cannot_be_read_names_its_field(
    desk: Desk, dossier: Dossier, key: str, text: str, label: str
) -> None:
    stored = correction_fields(dossier, read_choices(desk))
    typed = {field.key: field.value for field in stored} | {key: text}
    with pytest.raises(InputError, match=f"^{label}: "):
        changes(stored, typed, now=NOW)


def test_a_phone_is_corrected_with_a_reason_by_keyboard(
    open_page: Open, desk: Desk, dossier: Dossier, clock: Clock, settle: Settle
) -> None:
    page = open_page(dossier)

    def answer(form: Form[object]) -> None:
        fill(form, owner_phone="0907654321")
        form.lines[REASON].editor.setFocus()
        fill(form, reason="công dân báo lại")
        QTest.keyClick(form, Qt.Key.Key_Return)

    in_dialog(answer)
    QTest.keyClick(page.sheet.timeline, Qt.Key.Key_F2)
    settle()
    assert dossiers.get(desk, dossier.id).owner.phone == "0907654321"
    timeline = page.sheet.timeline.toPlainText()
    assert "•••••••567 → •••••••321" in timeline


def test_nothing_changed_and_no_reason_are_told_before_anything_is_saved(
    open_page: Open, desk: Desk, dossier: Dossier
) -> None:
    page = open_page(dossier)
    told: list[str] = []

    def answer(form: Form[object]) -> None:
        form.accept()
        told.append(form.problem.text())
        fill(form, owner_phone="0907654321")
        form.accept()
        told.append(form.lines[REASON].problem.text())
        form.reject()

    in_dialog(answer)
    page.work.act(Act.CORRECT)
    assert told[0].startswith("Chưa có gì thay đổi")
    assert told[1].startswith("Chưa nhập")
    assert dossiers.get(desk, dossier.id) == dossier


def test_a_taken_code_is_asked_again_with_all_that_was_typed(
    open_page: Open, desk: Desk, dossier: Dossier, settle: Settle
) -> None:
    receive(desk, code="H99.12-260309-0002")
    page = open_page(dossier)
    again: list[tuple[str, str]] = []

    def answer(form: Form[object]) -> None:
        fill(form, code="H99.12-260309-0002", reason="gõ nhầm")
        form.accept()

    def look(form: Form[object]) -> None:
        again.append((form.values()["code"], form.values()[REASON]))
        assert "mỗi hồ sơ một mã" in form.lines["code"].problem.text()
        form.reject()

    in_dialog(answer)
    page.work.act(Act.CORRECT)
    in_dialog(look)
    settle()
    assert again == [("H99.12-260309-0002", "gõ nhầm")]
    assert dossiers.get(desk, dossier.id).code == "H99.12-260309-0001"
