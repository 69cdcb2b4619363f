import pytest
from reportlab.graphics.shapes import Circle, Line, Rect, String

from dxdesk.domain import period as periods
from dxdesk.domain.figures import Figures
from dxdesk.reports.chart import dossier_chart, nice_top
from tests.reports.literal import APRIL, figures

MARCH = periods.month(2026, 3)
FEBRUARY = periods.month(2026, 2)
BUSY = figures(full=60, in_person=40, early=50)


@pytest.mark.parametrize("largest", [0, 1, 4, 5, 9, 20, 21, 99, 1399, 80_001])
def test_the_scale_reaches_the_largest_number_in_four_whole_steps(largest: int) -> None:
    top = nice_top(largest)
    assert top >= largest
    assert top % 4 == 0
    assert top <= max(4, 3 * largest)


def test_bars_are_as_high_as_their_numbers() -> None:
    shapes = dossier_chart(((APRIL, BUSY),), 400).contents
    received, resolved = (shape for shape in shapes if isinstance(shape, Rect) and shape.width > 8)
    assert received.height == 2 * resolved.height > 0


def test_a_month_without_data_has_neither_bar_nor_point_and_breaks_the_line() -> None:
    series = ((FEBRUARY, BUSY), (MARCH, Figures()), (APRIL, BUSY))
    shapes = dossier_chart(series, 400).contents
    assert len([shape for shape in shapes if isinstance(shape, Rect) and shape.width > 8]) == 4
    assert len([shape for shape in shapes if isinstance(shape, Circle)]) == 3  # one in the legend
    strokes = [shape for shape in shapes if isinstance(shape, Line) and shape.strokeWidth == 1.2]
    assert len(strokes) == 1  # the legend's
    dashes = [shape for shape in shapes if isinstance(shape, String) and shape.text == "—"]
    assert len(dashes) == 5


def test_nothing_is_drawn_outside_the_chart() -> None:
    series = tuple((periods.month(2026, number), BUSY) for number in range(1, 13))
    drawing = dossier_chart(series, 400)
    left, bottom, right, top = drawing.getBounds()
    assert left >= 0
    assert bottom >= 0
    assert right <= 401
    assert top <= drawing.height
