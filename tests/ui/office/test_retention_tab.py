"""The tab “Lưu trữ”: terms, dossiers held back, and a removal that wants its number typed."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.state import State
from dxdesk.services import dossiers
from dxdesk.services.backups import making
from dxdesk.services.retention.terms import Scope, own_terms, set_term
from tests.kit import Clock, in_state
from tests.ui.conftest import Settle
from tests.ui.dossiers.forms import in_modal
from ui.dialogs import ReasonDialog
from ui.dossiers.form import Form
from ui.office.retention_tab import RetentionTab
from ui.tasks import Tasks


@pytest.fixture
def tab(
    desk: Desk, clock: Clock, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle
) -> RetentionTab:
    for _ in range(2):
        in_state(desk, State.RETURNED)
    in_state(desk, State.FINISHED)
    clock.set("12/03/2035 08:00")
    made = RetentionTab(desk, tasks)
    made.changed.connect(made.refresh)
    show(made)
    made.refresh()
    settle()
    return made


def filled(**texts: str) -> Callable[[Form], None]:  # type: ignore[type-arg] # whatever it asks
    def answer(form: Form) -> None:  # type: ignore[type-arg]
        for key, text in texts.items():
            editor = form.lines[key].editor
            assert isinstance(editor, QLineEdit)
            editor.setText(text)
        box = form.findChild(QDialogButtonBox)
        assert box is not None
        box.button(QDialogButtonBox.StandardButton.Ok).click()
        if form.isVisible():
            form.reject()

    return answer


def press(tab: RetentionTab, key: str, settle: Settle) -> None:
    tab.buttons[key].click()
    settle()


def test_without_a_term_nothing_is_due_and_the_page_says_what_to_do(
    tab: RetentionTab, desk: Desk, settle: Settle
) -> None:
    assert "chưa đặt thời hạn lưu trữ" in tab.state.text()
    assert not tab.buttons["remove"].isEnabled()
    answer = filled(years="5", document="Quyết định 12/QĐ-UBND", decided_on="05/01/2026")
    in_modal(Form, answer)
    press(tab, "add", settle)
    assert own_terms(desk)[0].term.years == 5
    assert "2 hồ sơ hết thời hạn" in tab.state.text()
    assert "1 hồ sơ có kết quả chưa ghi trả" in tab.state.text()
    assert tab.buttons["remove"].isEnabled()


def test_a_dossier_is_held_back_and_released(tab: RetentionTab, desk: Desk, settle: Settle) -> None:
    set_term(desk, Scope(), 5, document="QĐ 12", decided_on=date(2026, 1, 5))
    tab.refresh()
    settle()

    def answer(dialog: ReasonDialog) -> None:
        dialog.lines.setPlainText("Đang có khiếu nại")
        dialog.accept()

    in_modal(ReasonDialog, answer)
    press(tab, "edit", settle)
    assert tab.model.rows[0].held == "Đang có khiếu nại"
    assert tab.buttons["edit"].text().replace("&", "") == "Thôi giữ lại (F2)"
    press(tab, "edit", settle)
    assert tab.model.rows[0].held == ""


@pytest.mark.parametrize(("typed", "gone"), [("3", 0), ("", 0), ("2", 2)])
def test_the_removal_wants_its_number(
    tab: RetentionTab, desk: Desk, settle: Settle, typed: str, gone: int
) -> None:
    set_term(desk, Scope(), 5, document="QĐ 12", decided_on=date(2026, 1, 5))
    tab.refresh()
    settle()
    before = [one.id for one in tab.model.rows]
    in_modal(Form, filled(count=typed))
    press(tab, "remove", settle)
    assert sum(not dossiers.get(desk, one).owner.name for one in before) == gone
    assert len(making.all_backups(desk)) == (1 if gone else 0)
    assert len(tab.model.rows) == 2 - gone
    assert not tab.buttons["sweep"].isVisible()
