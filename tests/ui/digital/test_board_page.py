"""The board in the window: taking a set, typing along a column, saving, what is refused."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.board import BoardRow
from dxdesk.domain.indicators.kinds import Base, Pillar
from dxdesk.domain.indicators.standing import Grade
from dxdesk.domain.indicators.value import Evidence
from dxdesk.errors import InputError
from dxdesk.services import history as undoing
from dxdesk.services.indicators.board import board
from dxdesk.services.indicators.catalogue import take_set
from tests.ui.typing import press, type_text
from ui.digital import edits
from ui.digital.board_page import BoardPage
from ui.digital.detail_dialog import DetailDialog, facts_of
from ui.digital.grid import COLUMNS
from ui.digital.parts_dialog import PartsDialog
from ui.dossiers.form import Form
from ui.tasks import Tasks

Settle = Callable[[], None]
KEYS = [one.key for one in COLUMNS]


@pytest.fixture
def page(ward: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle) -> BoardPage:
    take_set(ward, "cap-xa", 2026)
    made = BoardPage(ward, tasks)
    show(made)
    made.refresh()
    settle()
    return made


def line_of(page: BoardPage, code: str) -> int:
    return next(
        at
        for at in range(page.model.rowCount())
        if (row := page.model.row(at)) is not None and row.indicator.plan.code == code
    )


def row_of(page: BoardPage, code: str) -> BoardRow:
    row = page.model.row(line_of(page, code))
    assert row is not None
    return row


def enter(page: BoardPage, code: str, column: str, text: str) -> None:
    index = page.model.index(line_of(page, code), KEYS.index(column))
    assert page.model.setData(index, text)


def test_an_empty_board_offers_to_take_a_set(
    ward: Desk,
    tasks: Tasks,
    show: Callable[[QWidget], None],
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = BoardPage(ward, tasks)
    show(page)
    page.refresh()
    settle()
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    monkeypatch.setattr(Form, "ask", lambda *_given, **_named: "cap-xa")
    page.changed.connect(page.refresh)
    page.empty.action.click()
    settle()
    assert page.table.isVisible()
    assert {one for one in page.model.lines if isinstance(one, Pillar)} == set(Pillar)


def test_numbers_are_typed_down_a_column_and_saved_as_one_action(
    page: BoardPage, ward: Desk, settle: Settle, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(page.model)  # type: ignore[no-untyped-call] # pytest-qt's
    at = line_of(page, "XHS-01")
    page.table.setCurrentIndex(page.model.index(at, KEYS.index(edits.VALUE)))
    page.table.setFocus()
    press(Qt.Key.Key_F2)
    type_text("3900/4100")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.model.edits))
    enter(page, "HTS-03", edits.VALUE, "8")
    enter(page, "HTS-03", edits.DOCUMENT, "12/BC-UBND ngày 05/06/2026")
    enter(page, "CQS-01", edits.TARGET, "50")
    assert len(page.model.edits) == 4
    assert not page.picker.isEnabled()
    page.changed.connect(page.refresh)
    page.table.setFocus()
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.model.edits == {}
    assert row_of(page, "XHS-01").amount == Amount(3900, 4100)
    assert evidence_and_level(page) == (Evidence("12/BC-UBND", date(2026, 6, 5)), Fraction(1, 2))
    undoing.undo(ward)
    undoing.undo(ward)
    assert row_in(ward, page, "XHS-01").value is None
    assert row_in(ward, page, "CQS-01").target is None


def evidence_and_level(page: BoardPage) -> tuple[Evidence | None, Fraction | None]:
    value, target = row_of(page, "HTS-03").value, row_of(page, "CQS-01").target
    return (value.evidence if value else None, target.level if target else None)


def row_in(ward: Desk, page: BoardPage, code: str) -> BoardRow:
    period = page.period()
    assert period is not None
    return next(one for one in board(ward, period).rows if one.indicator.plan.code == code)


def test_what_cannot_be_read_is_told_and_nothing_is_lost(page: BoardPage, settle: Settle) -> None:
    enter(page, "XHS-01", edits.VALUE, "5000/4100")
    enter(page, "HTS-03", edits.VALUE, "8")
    page.save()
    settle()
    assert "XHS-01: Số liệu: tử số 5000 lớn hơn mẫu số 4100" in page.notice.words.text()
    assert len(page.model.edits) == 2
    page.refresh()
    settle()
    assert len(page.model.edits) == 2, "typed texts outlive a refresh"
    page.drop()
    assert page.model.edits == {}
    assert page.picker.isEnabled()


def test_another_base_is_shown_and_explained(page: BoardPage, settle: Settle) -> None:
    enter(page, "KTS-01", edits.VALUE, "trên 65")
    enter(page, "KTS-01", edits.BASE, Base.FROM_18.value)
    enter(page, "KTS-01", edits.BASE_AT, "31/02/2026")
    page.save()
    settle()
    assert "KTS-01: Ngày mẫu số: không có ngày 31/02/2026" in page.notice.words.text()
    enter(page, "KTS-01", edits.BASE_AT, "01/01/2026")
    page.changed.connect(page.refresh)
    page.save()
    settle()
    row = row_of(page, "KTS-01")
    assert row.standing.grade is Grade.OTHER_BASE
    assert row.value is not None
    assert row.value.base_at == date(2026, 1, 1)
    shown = [page.model.index(line_of(page, "KTS-01"), at).data() for at in range(len(COLUMNS))]
    assert "trên 65 %" in shown
    assert "Khác mẫu số" in shown
    assert page.model.board is not None
    assert any("hai nhóm khác nhau" in text for text in facts_of(row, page.model.board))


def test_the_detail_shows_history_and_what_is_left(
    page: BoardPage, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(page, "KTS-01", edits.VALUE, "3000/5000")
    page.changed.connect(page.refresh)
    page.save()
    settle()
    seen: list[DetailDialog] = []

    def note(self: DetailDialog) -> None:
        seen.append(self)

    monkeypatch.setattr(DetailDialog, "exec", note)
    monkeypatch.setattr(DetailDialog, "deleteLater", lambda _self: None)
    page.table.setCurrentIndex(page.model.index(line_of(page, "KTS-01"), 0))
    page.detail()
    settle()
    (dialog,) = seen
    qtbot.addWidget(dialog)
    texts = " ".join(fact.text() for fact in dialog.facts)
    assert "Còn thiếu 1.000 để đạt mức giao" in texts
    assert "chia đều 12 tổ dân phố, mỗi tổ 83 đến 84" in texts
    assert dialog.model.rowCount() == 1


def test_the_rows_of_ledgers_behind_a_number_open_in_their_ledger(
    page: BoardPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[PartsDialog] = []
    wanted: list[tuple[str, str]] = []

    def leave(self: DetailDialog) -> None:
        assert self.rows.isVisibleTo(self)
        assert not self.dossiers.isVisibleTo(self)
        self.rows.click()

    def look(self: PartsDialog) -> bool:
        seen.append(self)
        return True

    monkeypatch.setattr(DetailDialog, "exec", leave)
    monkeypatch.setattr(PartsDialog, "exec", look)
    monkeypatch.setattr(PartsDialog, "deleteLater", lambda _self: None)
    page.noted.connect(lambda key, text: wanted.append((key, text)))
    page.table.setCurrentIndex(page.model.index(line_of(page, "CQS-12"), 0))
    page.detail()
    settle()
    (dialog,) = seen
    assert "20 dòng dưới đây cộng lại đúng bằng 95,00 % (19/20)" in dialog.told.text()
    first = dialog.model.rows[0]
    assert (first.told, first.numerator, first.denominator) == ("Không", 0, 1)
    assert wanted == [("staff", first.name)]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("", Evidence()),
        ("12/BC-UBND", Evidence("12/BC-UBND")),
        ("Số 5, 3/2/2026", Evidence("Số 5", date(2026, 2, 3))),
        ("05/02/2026", Evidence("", date(2026, 2, 5))),
        ("<b>x</b>\u200b ngày 1/1/2026", Evidence("<b>x</b>", date(2026, 1, 1))),
    ],
)
def test_a_document_is_read_as_it_is_written(text: str, evidence: Evidence) -> None:
    assert edits.evidence_of(text) == evidence


def test_a_day_that_is_none_is_told() -> None:
    with pytest.raises(InputError, match="không có ngày 31/02/2026"):
        edits.evidence_of("12/BC ngày 31/02/2026")
