"""Which fields made the difference: said of what is large enough, adding up in the workbook."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from dxdesk.domain import period as periods
from dxdesk.domain.figures import Figures
from dxdesk.reports.comparison import bases
from dxdesk.reports.differences import causes_text, differences
from dxdesk.reports.monthly import write_monthly
from tests.reports.literal import APRIL, LiteralSource, figures, late_line

MARCH = periods.month(2026, 3)
THEN = {
    "Hộ tịch": figures(in_person=40, early=40),
    "Đất đai": figures(in_person=30, early=20, late=10),
    "Người có công": figures(in_person=5, early=5),
    "Trẻ em": figures(in_person=5, early=5),
}
NOW = {
    "Hộ tịch": figures(in_person=60, early=60),
    "Đất đai": figures(in_person=20, early=18, late=2),
    "Người có công": figures(in_person=7, early=7),
    "Trẻ em": figures(in_person=6, early=6),
    "Giáo dục": figures(in_person=1, early=1),
}
SOURCE = LiteralSource({APRIL: NOW, MARCH: THEN})


def told(source: LiteralSource) -> str:
    return causes_text(source.statistics(APRIL), bases(source, APRIL)[0])


def test_the_largest_causes_are_named_and_the_others_added_up() -> None:
    text = told(SOURCE)
    assert (
        "Số hồ sơ tiếp nhận tăng 14 hồ sơ, trong đó: Hộ tịch tăng 20 hồ sơ; Đất đai giảm 10 hồ "
        "sơ; Người có công tăng 2 hồ sơ; các lĩnh vực khác tăng 2 hồ sơ."
    ) in text
    assert "Số hồ sơ giải quyết quá hạn giảm 8 hồ sơ, trong đó: Đất đai giảm 8 hồ sơ." in text
    assert "đúng và trước hạn tăng 10,37 điểm phần trăm, trong đó: Đất đai làm tăng" in text


@pytest.mark.parametrize("number", [0, 1, 4])
def test_small_numbers_have_no_causes(number: int) -> None:
    few = {"Hộ tịch": figures(in_person=number, early=number)}
    assert told(LiteralSource({APRIL: few, MARCH: {"Đất đai": figures(in_person=3, late=3)}})) == ""


def test_equal_periods_and_unknown_ones_have_no_causes() -> None:
    assert told(LiteralSource({APRIL: NOW, MARCH: NOW})) == ""
    assert told(LiteralSource({APRIL: NOW, MARCH: {"Hộ tịch": Figures()}})) == ""


def test_the_parts_in_the_workbook_are_those_that_make_each_difference(tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    late = tuple(late_line(number) for number in range(2))
    write_monthly(replace(SOURCE, late_lines=late), APRIL, path)
    book = CalamineWorkbook.from_path(path)
    rows: list[list[Any]] = book.get_sheet_by_name("Chênh lệch").to_python()[3:]
    found = differences(SOURCE.statistics(APRIL), bases(SOURCE, APRIL)[0])
    assert [each.row.label for each in found] == [
        *("Hồ sơ tiếp nhận trong kỳ", "Hồ sơ đã giải quyết"),
        *("Hồ sơ giải quyết quá hạn", "Tỷ lệ đúng và trước hạn"),
    ]
    for each in found:
        mine = {row[2]: row[3] for row in rows if row[1] == each.row.label}
        whole = mine.pop("Tổng cộng")
        assert whole == pytest.approx(sum(mine.values()))
        size = 100 if "Tỷ lệ" in each.row.label else 1
        assert whole == pytest.approx(float(each.whole) * size)
