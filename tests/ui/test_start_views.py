"""The start page's countdown, pinned dossiers and leader's page, over real data and real keys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.query import Query, Worklist
from dxdesk.services import acceptance, listing, worklists
from dxdesk.services.leader import leader_page
from tests.ui.conftest import Settle
from tests.ui.typing import press
from ui import pdf_output
from ui.format import number
from ui.link_line import LinkLine
from ui.preferences import Preferences
from ui.start_acceptance import left_text
from ui.start_leader import FIGURES
from ui.start_page import StartPage
from ui.tasks import Tasks

Show = Callable[[QWidget], None]


@pytest.fixture
def page(ward: Desk, tasks: Tasks, show: Show, settle: Settle) -> Iterator[StartPage]:
    made = StartPage(ward, tasks)
    show(made)
    made.refresh()
    settle()
    yield made
    made.close_down()


@pytest.fixture
def leader(page: StartPage, settle: Settle) -> StartPage:
    page.roles["leader"].setFocus()
    press(Qt.Key.Key_Space)
    settle()
    return page


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (480, "còn 8 giờ"),
        (375, "còn 6 giờ 15 phút"),
        (0, "còn 0 phút"),
        (-25, "quá 25 phút"),
        (None, "chưa rõ hạn"),
    ],
)
def test_time_left_is_said_in_working_hours(left: int | None, text: str) -> None:
    assert left_text(left) == text


def test_the_countdown_shows_the_most_urgent_first_and_enter_opens_it(
    page: StartPage, ward: Desk, qtbot: QtBot
) -> None:
    found = acceptance.waiting(ward)
    card = page.work.below.acceptance
    assert [one.id for one in card.model.rows] == [one.id for one in found.soonest]
    assert card.sum.text().startswith(f"{number(found.total)} hồ sơ chờ")
    card.table.setFocus()
    card.table.selectRow(0)
    with qtbot.waitSignal(page.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [found.soonest[0].id]


def test_the_countdown_goes_on_by_itself(page: StartPage, ward: Desk, settle: Settle) -> None:
    before = page.work.below.acceptance.model.rows[0].left
    assert page._minute.isActive()
    ward.clock.later(minutes=10)  # type: ignore[attr-defined] # the test's clock
    page._minute.timeout.emit()
    settle()
    after = page.work.below.acceptance.model.rows[0].left
    assert before is not None
    assert after == before - 10


def test_a_pinned_dossier_comes_first_and_stays_after_a_new_start(
    page: StartPage, ward: Desk, tasks: Tasks, settle: Settle
) -> None:
    ids = [line.id for line in listing.first_page(ward, Query(), limit=3).lines]
    for one in ids:
        page.work.recents.note(one)
    page.refresh()
    settle()
    table = page.work.below.recent.table
    assert [known.line.id for known in page.work.below.recent.model.rows] == ids[::-1]
    table.setFocus()
    table.selectRow(2)
    assert page.marked() == ids[0]
    table.actions()[-1].trigger()  # as from the right-click menu
    settle()
    rows = page.work.below.recent.model.rows
    assert (rows[0].line.id, rows[0].pinned) == (ids[0], True)
    again = StartPage(ward, tasks)
    assert again.work.recents.pinned == (ids[0],)
    assert again.work.recents.recent == tuple(ids[::-1])
    again.close_down()


def test_the_leaders_numbers_are_those_of_the_figures_and_open_their_lists(
    leader: StartPage, ward: Desk, qtbot: QtBot
) -> None:
    found = leader_page(ward)
    for figure in FIGURES:
        card = leader.leader.cards[figure.key]
        assert card.number.text() == figure.text(found.figures)
        with qtbot.waitSignal(leader.listed) as listed:
            QTest.keyClick(card, Qt.Key.Key_Space)
        lines = listing.first_page(ward, listed.args[0], limit=1000).lines
        assert len(lines) == getattr(found.figures, figure.lists)


def test_the_late_list_says_who_how_long_and_why(leader: StartPage, ward: Desk) -> None:
    model = leader.leader.model
    assert model.rowCount() == len(leader_page(ward).late) > 0
    assert leader.leader.late_head.text().startswith(
        f"Hồ sơ quá hạn: {worklists.counts(ward).numbers[Worklist.OVERDUE]}"
    )
    for row in range(model.rowCount()):
        assert all(model.index(row, column).data() for column in range(model.columnCount()))


def test_a_danger_opens_its_list(leader: StartPage, qtbot: QtBot) -> None:
    links = leader.leader.dangers.findChildren(LinkLine)
    assert links
    with qtbot.waitSignal(leader.listed):
        links[0].setFocus()
        press(Qt.Key.Key_Space)


def test_the_choice_of_the_page_is_kept(leader: StartPage, ward: Desk, tasks: Tasks) -> None:
    assert Preferences().role == "leader"
    again = StartPage(ward, tasks)
    assert again.leads
    again.close_down()


def test_the_leaders_page_is_one_sheet_of_paper(
    leader: StartPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pypdfium2

    path = tmp_path / "trang.pdf"
    monkeypatch.setattr(pdf_output, "ask_save", lambda *_given: path)
    leader.leader.save.setFocus()
    press(Qt.Key.Key_Space)
    settle()
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 1
    text = document[0].get_textpage().get_text_range()
    assert "TÓM TẮT TÌNH HÌNH GIẢI QUYẾT HỒ SƠ" in text
    assert "Cần chú ý ngay" in text
    document.close()
