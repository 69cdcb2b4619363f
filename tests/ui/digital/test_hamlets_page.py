"""Hamlets' numbers typed down a column and pasted; indicators made and changed by a form."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.kinds import Base, Indicator, Pillar
from dxdesk.services import hamlets
from dxdesk.services.indicators.catalogue import indicators, take_set
from tests.ui.dossiers.forms import fill, in_dialog
from tests.ui.typing import press, type_text
from ui.digital.catalogue_tab import CatalogueTab
from ui.digital.hamlet_grid import VALUE
from ui.digital.hamlets_page import HamletsPage
from ui.dossiers.form import Form
from ui.tasks import Tasks

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ward(desk: Desk) -> Desk:
    for number in range(1, 6):
        hamlets.add_hamlet(desk, f"Tổ dân phố {number}")
    take_set(desk, "cap-xa", 2026)
    return desk


@pytest.fixture
def page(ward: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle) -> HamletsPage:
    made = HamletsPage(ward, tasks)
    show(made)
    made.refresh()
    settle()
    wanted = next(one.id for one in indicators(ward) if one.plan.code == "XHS-01")
    made.choice.setCurrentIndex(made.choice.findData(wanted))
    settle()
    made.changed.connect(made.refresh)
    return made


def stands_at(page: HamletsPage, row: int) -> bool:
    return page.table.currentIndex().row() == row


def column_of(page: HamletsPage) -> list[str]:
    rows = range(page.model.rowCount())
    return [str(page.model.index(at, VALUE).data()) for at in rows]


def test_a_column_is_typed_by_number_and_enter_alone(
    page: HamletsPage, settle: Settle, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(page.model)  # type: ignore[no-untyped-call] # pytest-qt's
    page.table.setCurrentIndex(page.model.index(0, VALUE))
    page.table.setFocus()
    for below, text in enumerate(("10/20", "15/20", "20/20"), start=1):
        press(Qt.Key.Key_F2)
        type_text(text)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(partial(stands_at, page, below))
    assert len(page.model.edits) == 3
    assert not page.choice.isEnabled()
    page.table.setFocus()
    press(Qt.Key.Key_S, CTRL)
    settle()
    assert page.model.edits == {}
    assert "3/5 tổ dân phố có số. Cộng các tổ có số: 75,00 % (45/60)" in page.told.text()
    assert "Chưa có số: Tổ dân phố 4, Tổ dân phố 5" in page.told.text()
    assert page.model.index(0, 3).data() == "10", "still missing"
    page.take_total()
    settle()
    assert "Chưa lấy được tổng: còn thiếu Tổ dân phố 4" in page.notice.words.text()


def test_pasted_lines_are_shown_before_they_are_saved(page: HamletsPage, settle: Settle) -> None:
    QApplication.clipboard().setText("Tổ 4\t4\t5\nTổ 2\t90/80\nẤp Lạ\t1\t2\n")
    page.paste_values()
    settle()
    assert column_of(page) == ["", "90/80", "", "4/5", ""]
    assert "1 dòng không thuộc tổ nào: Ấp Lạ | 1 | 2" in page.notice.words.text()
    page.save()
    settle()
    assert "Tổ dân phố 2: Số liệu: tử số 90 lớn hơn mẫu số 80" in page.notice.words.text()
    assert len(page.model.edits) == 2
    page.drop()
    QApplication.clipboard().setText("1/2\n" * 5)
    page.table.setCurrentIndex(page.model.index(0, VALUE))
    page.paste_values()
    settle()
    page.save()
    settle()
    page.take_total()
    settle()
    sheet = page.model.sheet
    assert sheet is not None
    assert sheet.ward is not None
    assert sheet.ward.amount == Amount(5, 10)


def choose(form: Form[object], key: str, value: str) -> None:
    editor = form.lines[key].editor
    editor.setCurrentIndex(editor.findData(value))


def make(form: Form[object]) -> None:
    """A formula that cannot be read is told beside its field; then the form is filled in right."""
    fill(form, code="XHS-99", name="Người dân có điện thoại thông minh", formula="mười")
    form.accept()
    assert "Không đọc được" in form.lines["formula"].problem.text()
    fill(form, formula="10; đủ điểm từ 80 %")
    choose(form, "base", Base.FROM_18.value)
    choose(form, "pillar", Pillar.SOCIETY.value)
    form.accept()


def name_owner(form: Form[object]) -> None:
    fill(form, owner="Văn phòng")
    form.accept()


def made_one(ward: Desk) -> Indicator:
    return next(one for one in indicators(ward) if one.plan.code == "XHS-99")


def test_an_indicator_is_made_changed_and_retired(
    ward: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle
) -> None:
    tab = CatalogueTab(ward, tasks)
    show(tab)
    tab.refresh()
    settle()
    assert tab.model.index(0, 10).data() == "cap-xa 2026.2, chưa đối chiếu với bản gốc"
    in_dialog(make)
    tab.add()
    settle()
    made = made_one(ward)
    assert made.plan.base is Base.FROM_18
    assert made.plan.formula is not None
    tab.refresh()
    settle()
    tab.table.selectRow(next(n for n, one in enumerate(tab.model.rows) if one.id == made.id))
    in_dialog(name_owner)
    tab.edit()
    settle()
    plan = made_one(ward).plan
    assert (plan.owner, plan.formula) == ("Văn phòng", made.plan.formula)
    tab.retire()
    settle()
    assert made_one(ward).retired


@pytest.mark.parametrize(
    ("computed", "unit", "base", "problem"),
    [
        ("online", "share", "", ""),
        ("online", "share", "staff", "Sổ tính: số “hồ sơ trực tuyến” tính trên hồ sơ tiếp nhận"),
        ("teams", "share", "hamlets", "Sổ tính: số “số tổ công nghệ số” tính trên không có mẫu số"),
        ("staff_mail", "count", "", "Sổ tính"),
    ],
)
def test_a_figure_of_the_books_keeps_its_base(
    computed: str, unit: str, base: str, problem: str
) -> None:
    from dxdesk.errors import InputError
    from ui.digital.indicator_form import form_fields, plan_of

    values = {one.key: one.value for one in form_fields(None)}
    values |= {"code": "A", "name": "B", "computed": computed, "unit": unit, "base": base}
    if problem:
        with pytest.raises(InputError, match=problem):
            plan_of(values)
    else:
        assert plan_of(values).base is Base.RECEIVED
