"""Three of three is no trend: every report that prints a rate of so few says so, in prose too."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from dxdesk.domain import period as periods
from dxdesk.domain.period import Period
from dxdesk.reports.digital.poster import write_poster
from dxdesk.reports.digital.report import write_digital
from dxdesk.reports.ii06a import write_ii06a
from dxdesk.reports.late import write_late
from dxdesk.reports.monthly import write_monthly
from dxdesk.reports.source import ReportSource
from dxdesk.reports.summary import write_summary
from tests.reports.literal import APRIL, LiteralSource, figures, late_line, page_texts

NOTE = "* Dưới 5 hồ sơ: số lượng nhỏ, chưa thể hiện xu hướng."
FEW = LiteralSource(
    {
        APRIL: {"Hộ tịch": figures(full=3, early=2, late=1)},
        periods.month(2026, 3): {"Hộ tịch": figures(full=900, early=900)},
    },
    late_lines=(late_line(1, late_reason="quá tải"),),
)
MANY = LiteralSource(
    {month: {"Hộ tịch": figures(full=900, early=900)} for month in (APRIL, APRIL.previous())}
)
Write = Callable[[ReportSource, Period, Path], None]


@pytest.mark.parametrize(
    ("write", "rate"),
    [
        (write_monthly, "đạt 66,67 % (2/3)*"),
        (write_monthly, "- Trực tuyến: 3 hồ sơ, chiếm 100,00 % (3/3)*;"),
        (write_ii06a, "Tỷ lệ tiếp nhận trực tuyến trong kỳ: 100,00 % (3/3)*."),
        (write_late, "1 hồ sơ đã giải quyết quá hạn, chiếm 33,33 % (1/3)* số đã giải quyết"),
        (write_summary, "trực tuyến 100,00 % (3/3)*"),
        (write_digital, "tỷ lệ 100,00 % (3/3)*; đã giải quyết 3 hồ sơ"),
    ],
)
def test_a_rate_of_few_is_marked_and_the_mark_explained(
    write: Write, rate: str, tmp_path: Path
) -> None:
    write(FEW, APRIL, tmp_path / "x.pdf")
    said = " ".join(page_texts(tmp_path / "x.pdf"))
    assert rate in said
    assert NOTE in said


@pytest.mark.parametrize("write", [write_monthly, write_ii06a, write_late, write_summary])
def test_rates_of_many_bear_no_mark(write: Write, tmp_path: Path) -> None:
    write(MANY, APRIL, tmp_path / "x.pdf")
    assert "*" not in " ".join(page_texts(tmp_path / "x.pdf"))


def test_a_comparison_says_it_in_words_and_marks_nothing_twice(tmp_path: Path) -> None:
    write_monthly(FEW, APRIL, tmp_path / "x.pdf")
    said = " ".join(page_texts(tmp_path / "x.pdf"))
    assert "xuống 66,67 % (2/3) (số lượng nhỏ, chưa thể hiện xu hướng)" in said


def test_the_editable_report_explains_the_mark_too(tmp_path: Path) -> None:
    write_monthly(FEW, APRIL, tmp_path / "x.docx")
    assert NOTE in [each.text for each in Document(str(tmp_path / "x.docx")).paragraphs]


def test_what_hangs_on_the_wall_has_its_counts(tmp_path: Path) -> None:
    write_poster(FEW, APRIL, tmp_path / "x.pdf")
    assert "Trực tuyến 3/3 hồ sơ" in " ".join(page_texts(tmp_path / "x.pdf"))
