"""The action log on screen: newest first, what was taken back is marked, older ones on demand."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.modeltest import ModelTester

from dxdesk.desk import Desk
from dxdesk.services import history
from tests.kit import Clock, receive
from tests.ui.conftest import Settle
from ui.history_page import LIMIT, HistoryPage
from ui.tasks import Tasks


def texts(page: HistoryPage, row: int) -> list[str]:
    return [page.model.index(row, at).data() for at in range(page.model.columnCount())]


def test_what_was_taken_back_is_marked_and_the_undo_stands_above_it(
    desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle
) -> None:
    receive(desk)
    name = history.undo(desk)
    page = HistoryPage(desk, tasks)
    show(page)
    page.refresh()
    settle()
    assert texts(page, 0) == ["09/03/2026 08:00", "Cán bộ Một cửa", f"Hoàn tác: {name}", ""]
    assert texts(page, 1)[2:] == [name, "Đã hoàn tác"]
    assert not page.more.isVisible()


def test_older_actions_are_read_when_asked_for(
    desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle
) -> None:
    for _ in range(LIMIT + 4):
        receive(desk)
    page = HistoryPage(desk, tasks)
    show(page)
    page.refresh()
    settle()
    assert page.model.rowCount() == LIMIT
    page.more.click()
    settle()
    ids = [event.action_id for event in page.model.rows]
    assert len(ids) > LIMIT + 4
    assert ids == sorted(set(ids), reverse=True)
    assert not page.more.isVisible()


def test_the_rows_keep_qts_rules(
    desk: Desk, tasks: Tasks, settle: Settle, qtmodeltester: ModelTester
) -> None:
    receive(desk)
    page = HistoryPage(desk, tasks)
    qtmodeltester.check(page.model)  # type: ignore[no-untyped-call]
    page.refresh()
    settle()
    page.model.add(page.model.rows[:1])
    assert page.model.rowCount() >= 2


def test_the_log_is_narrowed_by_officer_kind_time_and_words(
    desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle, clock: Clock
) -> None:
    receive(desk)
    history.undo(desk)
    clock.later(days=40)
    receive(desk, code="H99.12-260418-0001")
    desk.note("Đăng nhập")
    page = HistoryPage(desk, tasks)
    show(page)
    page.refresh()
    settle()

    def shown(box: QComboBox, text: str) -> list[str]:
        box.setCurrentText(text)
        box.activated.emit(box.currentIndex())
        settle()
        return [event.name for event in page.model.rows]

    assert len(shown(page.filter.group, "Mọi việc")) == 5
    assert shown(page.filter.group, "Đăng nhập, xem, xuất, in, từ chối") == ["Đăng nhập"]
    assert [name[:8] for name in shown(page.filter.group, "Hoàn tác, làm lại")] == ["Hoàn tác"]
    assert len(shown(page.filter.group, "Mọi việc")) == 5
    assert len(shown(page.filter.since, "7 ngày qua")) == 2
    assert shown(page.filter.officer, "Cán bộ Một cửa") != []
    page.filter.text.setText("h99.12-260418")
    page.filter.changed.emit()
    settle()
    assert [event.name for event in page.model.rows] == ["Tiếp nhận hồ sơ H99.12-260418-0001"]
