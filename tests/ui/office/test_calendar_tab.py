"""The calendar on screen: moved about in by keys, days entered, moves agreed to before they are."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.calendar import DayKind, Session, WorkingCalendar
from dxdesk.errors import InputError
from dxdesk.services import dossiers, settings
from tests.kit import moment, receive
from tests.ui.conftest import Settle
from tests.ui.dossiers.forms import fill, in_dialog
from ui.dossiers.form import Form
from ui.office.calendar_tab import CalendarTab
from ui.office.day_form import hours_text, parse_hours, read_days
from ui.office.moves_dialog import MovesDialog
from ui.tasks import Tasks

CALENDAR = WorkingCalendar(years=frozenset({2026}))
NOW = datetime(2026, 3, 9, 8)
TYPED = {"first": "11/03/2026", "last": "", "kind": "closure", "name": "bão", "source": ""}
REST = {"like": "", "hours": ""}


@pytest.fixture
def page(desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle) -> CalendarTab:
    made = CalendarTab(desk, tasks)
    show(made)
    made.refresh()
    made.start()
    settle()
    return made


def test_arrows_walk_over_the_days_and_say_them(page: CalendarTab) -> None:
    assert page.view.day == date(2026, 3, 9)
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    QTest.keyClick(page.view, Qt.Key.Key_Left)
    assert page.view.day == date(2026, 3, 15)
    assert "Chủ nhật 15/03/2026" in page.view.accessibleName()
    assert "ngày nghỉ hằng tuần" in page.day.text()


def test_the_year_before_and_after_are_reached_by_keys(page: CalendarTab, settle: Settle) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.title.text() == "2027"
    assert "chưa đối chiếu văn bản" in page.warning.text()
    QTest.keyClick(page.view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.title.text() == "2026"


def agree(seen: list[str], *, yes: bool) -> None:
    timer = QTimer(QApplication.instance())

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, MovesDialog) and dialog.isActiveWindow():
            timer.stop()
            seen.append(dialog.model.index(0, 3).data() + " " + dialog.model.index(0, 4).data())
            dialog.accept() if yes else dialog.reject()

    timer.timeout.connect(look)
    timer.start(5)


@pytest.mark.parametrize("answer_to", ["yes", "no"])
def test_a_closure_shows_what_it_moves_and_waits_for_a_yes(
    page: CalendarTab, desk: Desk, settle: Settle, qtbot: QtBot, answer_to: str
) -> None:
    dossier, yes = receive(desk), answer_to == "yes"
    seen: list[str] = []

    def answer(form: Form[object]) -> None:
        fill(form, first="11/03/2026", name="bão", source="QĐ 12/QĐ-UBND")
        agree(seen, yes=yes)
        form.accept()

    in_dialog(answer)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen))
    settle()
    assert seen == ["16/03/2026 08:00 17/03/2026 08:00"]
    day = "17" if yes else "16"
    assert dossiers.get(desk, dossier.id).due_at == moment(f"{day}/03/2026 08:00")
    assert settings.rules_in_force(desk).calendar.is_working(date(2026, 3, 11)) is not yes


def test_a_holiday_of_the_country_is_not_dropped_and_the_page_says_what_to_do(
    page: CalendarTab,
) -> None:
    page.view.choose(date(2026, 4, 30))
    page.retire()
    assert "thành ngày làm bù" in page.problem.words.text()


def test_the_weeks_hours_are_typed_as_they_are_read(
    page: CalendarTab, desk: Desk, settle: Settle
) -> None:
    def answer(form: Form[object]) -> None:
        fill(form, **{"5": "7h30 - 11h30", "6": "sáng"})
        form.accept()
        assert "không phải là một buổi" in form.lines["6"].problem.text()
        fill(form, **{"6": ""})
        form.accept()

    in_dialog(answer)
    page.ask_week()
    settle()
    week = settings.rules_in_force(desk).calendar.timetable
    assert week[5] == (Session(time(7, 30), time(11, 30)),)
    assert week[6] == ()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"first": ""}, "Từ ngày: chưa nhập"),
        ({"first": "31/02/2026"}, "Từ ngày"),
        ({"last": "01/03/2026"}, "Đến ngày"),
        ({"last": "01/03/2028"}, "Đến ngày"),
        ({"name": ""}, "Lý do"),
        ({"kind": "other_hours"}, "Giờ làm việc: chưa nhập"),
        ({"kind": "other_hours", "hours": "25:00-26:00"}, "Giờ làm việc"),
        ({"kind": "other_hours", "hours": "11:00-09:00"}, "Giờ làm việc"),
        ({"kind": "other_hours", "hours": "\u202e<b>07:00"}, "Giờ làm việc"),
    ],
)
def test_what_no_day_can_be_is_refused_beside_its_field(typed: dict[str, str], words: str) -> None:
    with pytest.raises(InputError, match=words):
        read_days(TYPED | REST | typed, CALENDAR, NOW)


def test_hours_of_a_season_leave_days_off_alone() -> None:
    typed = {"last": "22/03/2026", "kind": "other_hours", "hours": "07:00-11:00"}
    change = read_days(TYPED | REST | typed, CALENDAR, NOW)
    assert len(change.days) == 8
    assert {one.kind for one in change.days} == {DayKind.OTHER_HOURS}
    assert all(CALENDAR.is_working(one.day) for one in change.days)


moments = st.lists(st.times(), min_size=2, max_size=8, unique_by=lambda t: (t.hour, t.minute))


@given(moments)
def test_hours_are_read_as_they_are_written(times: list[time]) -> None:
    clean = sorted(one.replace(second=0, microsecond=0) for one in times)
    sessions = tuple(Session(a, b) for a, b in zip(clean[::2], clean[1::2], strict=False))
    assert parse_hours(hours_text(sessions), "Giờ") == sessions
