from datetime import date

import pytest

from dxdesk.domain.figures import COUNT_NAMES
from dxdesk.reports.forms import HeadCell, form, head_cells

II06A = form("ii06a", date(2026, 4, 30))
REGISTER = form("register", date(2026, 4, 30))


def test_the_form_has_the_thirteen_numbered_columns() -> None:
    assert [column.number for column in II06A.columns] == list(range(1, 14))


def test_every_column_of_the_form_counts_figures_that_exist() -> None:
    assert {name for column in II06A.columns for name in column.counts} <= set(COUNT_NAMES)


@pytest.mark.parametrize(("column", "parts"), [(3, (4, 5, 6)), (7, (8, 9, 10)), (11, (12, 13))])
def test_the_sums_are_those_that_the_form_states(column: int, parts: tuple[int, ...]) -> None:
    assert II06A.columns[column - 1].sum_of == parts


def test_the_widths_of_a_form_fit_between_the_margins() -> None:
    assert sum(column.width for column in II06A.columns) <= 252
    assert sum(column.width for column in REGISTER.columns) <= 267


def test_the_head_of_the_form_has_three_levels() -> None:
    cells = {(cell.text, cell.top, cell.left): cell for cell in head_cells(heads())}
    assert cells["STT", 0, 0].bottom == 2
    assert cells["Số lượng hồ sơ tiếp nhận", 0, 2].right == 5
    assert cells["Trong kỳ", 1, 3] == HeadCell("Trong kỳ", 1, 3, 1, 4)
    assert cells["Trực tuyến", 2, 3] == HeadCell("Trực tuyến", 2, 3, 2, 3)
    assert cells["Tổng số", 1, 10] == HeadCell("Tổng số", 1, 10, 2, 10)


def test_the_cells_of_a_head_cover_it_once() -> None:
    covered = [
        (row, column)
        for cell in head_cells(heads())
        for row in range(cell.top, cell.bottom + 1)
        for column in range(cell.left, cell.right + 1)
    ]
    assert sorted(covered) == [(row, column) for row in range(3) for column in range(13)]


def heads() -> list[tuple[str, ...]]:
    return [column.head for column in II06A.columns]


def test_a_day_before_every_version_takes_the_oldest() -> None:
    assert form("register", date(2019, 1, 31)) == REGISTER


def test_forms_that_were_not_compared_with_the_official_text_say_so() -> None:
    assert not II06A.verified
    assert not REGISTER.verified
