"""Every period of R12 can be chosen, and a wrong day is told in words."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.domain import period as periods
from dxdesk.domain.period import CutOff, Period, PeriodKind
from ui.period_picker import PeriodPicker

TODAY = date(2026, 6, 16)


def picker(qtbot: QtBot, today: date = TODAY) -> PeriodPicker:
    made = PeriodPicker(today)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (TODAY, periods.month(2026, 6)),
        (date(2026, 6, 14), periods.month(2026, 5)),
        (date(2026, 1, 5), periods.month(2025, 12)),
    ],
)
def test_it_begins_with_the_month_that_is_likely_reported(
    dressed: QApplication, qtbot: QtBot, today: date, expected: Period
) -> None:
    assert picker(qtbot, today).period() == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PeriodKind.MONTH, periods.month(2026, 6)),
        (PeriodKind.QUARTER, periods.quarter(2026, 2)),
        (PeriodKind.HALF_YEAR, periods.half_year(2026, 1)),
        (PeriodKind.NINE_MONTHS, periods.nine_months(2026)),
        (PeriodKind.YEAR, periods.year(2026)),
        (PeriodKind.RANGE, Period(date(2026, 6, 1), date(2026, 6, 30))),
    ],
)
def test_each_kind_begins_with_today_in_it(
    dressed: QApplication, qtbot: QtBot, kind: PeriodKind, expected: Period
) -> None:
    made = picker(qtbot)
    made.choose_kind(kind)
    assert made.period() == expected


def test_the_statutory_month_ends_on_the_14th(dressed: QApplication, qtbot: QtBot) -> None:
    made = picker(qtbot)
    made.cut_off.setCurrentIndex(1)
    chosen = made.period()
    assert (chosen.first, chosen.last) == (date(2026, 5, 15), date(2026, 6, 14))
    assert chosen.cut_off is CutOff.STATUTORY
    assert made.meant.text() == "15/05/2026 – 14/06/2026"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("31/02/2026", "30/06/2026", "Từ ngày: “31/02/2026” không có trong lịch"),
        ("01/06/2026", "hôm qua", "Đến ngày: “hôm qua” không phải là ngày"),
        ("", "30/06/2026", "Từ ngày: chưa nhập"),
        ("01/07/2026", "30/06/2026", "ngày đầu 01/07/2026 sau ngày cuối 30/06/2026"),
    ],
)
def test_a_wrong_day_is_told_beside_the_fields(
    dressed: QApplication, qtbot: QtBot, first: str, last: str, told: str
) -> None:
    made = picker(qtbot)
    made.choose_kind(PeriodKind.RANGE)
    made.first.setText(first)
    made.last.setText(last)
    with qtbot.waitSignal(made.changed) as changed:
        made.last.editingFinished.emit()
    assert changed.args == [None]
    assert told in made.problem.text()
    assert made.problem.isVisible()
    made.first.setText("01/06/2026")
    made.last.setText("30/06")
    with qtbot.waitSignal(made.changed) as changed:
        made.last.editingFinished.emit()
    assert changed.args == [Period(date(2026, 6, 1), date(2026, 6, 30))]
    assert not made.problem.isVisible()
