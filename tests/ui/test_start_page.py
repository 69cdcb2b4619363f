"""The start page shows what the services count, with what each rate is a share of."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.figures import Figures, Rate
from dxdesk.domain.query import Order, Query, Worklist
from dxdesk.services import statistics, worklists
from tests.kit import receive
from tests.ui.conftest import Settle
from ui.format import number
from ui.start_figures import MonthRates, base_of
from ui.start_page import StartPage
from ui.start_sizes import MONTHS
from ui.tasks import Tasks

Show = Callable[[QWidget], None]


@pytest.fixture
def page(ward: Desk, tasks: Tasks, show: Show, settle: Settle) -> StartPage:
    made = StartPage(ward, tasks)
    show(made)
    made.refresh()
    settle()
    return made


def test_each_card_shows_its_number_and_says_it(page: StartPage, ward: Desk) -> None:
    numbers = worklists.counts(ward).numbers
    assert any(numbers.values())
    for work, card in page.work.cards.cards.items():
        assert card.number.text() == number(numbers[work])
        assert card.accessibleName() == f"{work.label}: {number(numbers[work])} hồ sơ"


def test_a_card_asks_for_its_list(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.listed) as asked:
        page.work.cards.cards[Worklist.OVERDUE].click()
    assert asked.args == [Query(work=Worklist.OVERDUE, order=Order.DUE, descending=False)]


def test_the_rates_are_those_of_this_month_with_their_shares(page: StartPage, ward: Desk) -> None:
    _, figures = statistics.monthly_series(ward, months=1)[0]
    rates = figures.rates
    assert page.work.below.rates.shown("on_time") == (
        rates.on_time.shown,
        f"{rates.on_time.numerator}/{rates.on_time.denominator} hồ sơ đã giải quyết",
    )
    assert page.work.below.rates.shown("online")[0] == rates.online.shown
    assert page.work.below.rates.heading.text() == "Tháng 6 năm 2026"


def test_a_month_in_which_nothing_arose_shows_no_rate(page: StartPage, qtbot: QtBot) -> None:
    rates = MonthRates()
    qtbot.addWidget(rates)
    period, _ = page.work.below.year.model.rows[0]
    rates.show_month(period, Figures())
    assert rates.shown("late") == ("—", "không phát sinh")


def test_one_late_in_ten_thousand_is_not_rounded_away() -> None:
    rate = Rate(9_999, 10_000)
    assert rate.shown == "99,99 %"
    assert base_of(rate, "hồ sơ") == "9.999/10.000 hồ sơ"


def test_the_table_beside_the_chart_has_the_same_months_newest_first(
    page: StartPage, ward: Desk
) -> None:
    series = statistics.monthly_series(ward, months=MONTHS)
    assert page.work.below.year.model.rows == list(series[::-1])
    assert page.work.below.year.model.index(0, 1).data() == number(series[-1][1].received)
    spoken = page.work.below.year.chart.accessibleDescription()
    assert f"{series[0][0].label}: tiếp nhận {series[0][1].received}" in spoken
    assert page.work.below.year.both.currentWidget() is page.work.below.year.chart
    page.work.below.year.switch.click()
    assert page.work.below.year.both.currentWidget() is page.work.below.year.table


def test_a_new_database_says_what_to_do_first(
    desk: Desk, tasks: Tasks, show: Show, settle: Settle, qtbot: QtBot
) -> None:
    page = StartPage(desk, tasks)
    show(page)
    page.refresh()
    settle()
    assert page.work.welcome.isVisible()
    assert not page.work.below.isVisible()
    for button, place in ((page.work.first_import, "import"), (page.work.first_intake, "intake")):
        with qtbot.waitSignal(page.went) as asked:
            QTest.keyClick(button, Qt.Key.Key_Space)
        assert asked.args == [place]
    receive(desk)
    page.refresh()
    settle()
    assert not page.work.welcome.isVisible()
    assert page.work.below.isVisible()
