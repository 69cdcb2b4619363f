"""Bars stand for their numbers."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.charts import LINES, BarChart, Series, top_of_scale
from ui.theme import tone


@given(st.integers(0, 10**9))
def test_the_scale_reaches_above_every_bar_in_whole_steps_and_is_not_wasteful(largest: int) -> None:
    top = top_of_scale(largest)
    assert top >= largest
    assert top % LINES == 0
    assert top <= max(LINES, 3 * largest)


def pixels(image: QImage, color: QColor) -> int:
    return sum(
        image.pixelColor(x, y) == color
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def drawn(qtbot: QtBot, *values: int) -> int:
    chart = BarChart()
    qtbot.addWidget(chart)
    chart.resize(400, 240)
    series = Series("", "danger", values)
    chart.show_series(tuple(f"T{at}" for at in range(len(values))), (series,), spoken="")
    return pixels(chart.grab().toImage(), tone("danger"))


def test_twice_the_number_is_twice_the_bar(dressed: QApplication, qtbot: QtBot) -> None:
    legend = drawn(qtbot, 0, 0)
    half = drawn(qtbot, 100, 50) - drawn(qtbot, 100, 0)
    whole = drawn(qtbot, 100, 100) - drawn(qtbot, 100, 0)
    assert legend > 0
    assert 1.8 < whole / half < 2.2


def test_nothing_is_drawn_for_nothing(dressed: QApplication, qtbot: QtBot) -> None:
    assert drawn(qtbot, 0, 0) == drawn(qtbot, 0)
