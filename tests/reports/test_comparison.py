from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from dxdesk.domain import period as periods
from dxdesk.domain.figures import Figures, Rate
from dxdesk.domain.office import Office
from dxdesk.reports.comparison import Basis, against, bases, count_change, rate_change
from dxdesk.reports.wording import (
    count_text,
    period_span,
    points_text,
    rate_text,
    superior_name,
    within,
)
from tests.reports.literal import APRIL, FIELDS, LiteralSource, figures

MARCH = periods.month(2026, 3)
NOW = figures(full=600, in_person=634, early=1000, on_time=150, late=50)


def said(base: Figures, now: Figures = NOW) -> str:
    return against(now, Basis(MARCH, base))


def test_growth_names_both_numbers_and_the_share() -> None:
    text = said(figures(full=500, in_person=700, early=1190, late=10))
    assert text.startswith("So với tháng 3 năm 2026: ")
    assert "số hồ sơ tiếp nhận tăng 34 hồ sơ, từ 1.200 lên 1.234 (2,83 %)" in text
    assert "số hồ sơ giải quyết quá hạn tăng 40 hồ sơ, từ 10 lên 50 (400,00 %)" in text


def test_a_fall_is_said_without_a_minus_sign() -> None:
    text = said(figures(full=500, in_person=1000, early=1400, late=100))
    assert "số hồ sơ tiếp nhận giảm 266 hồ sơ, từ 1.500 xuống 1.234 (17,73 %)" in text
    assert "số hồ sơ giải quyết quá hạn giảm 50 hồ sơ, từ 100 xuống 50 (50,00 %)" in text
    assert "-" not in text


def test_rates_differ_by_percentage_points_with_their_counts() -> None:
    text = said(figures(full=500, in_person=700, early=1190, late=10))
    assert (
        "tỷ lệ hồ sơ trực tuyến tăng 6,96 điểm phần trăm, từ 41,67 % (500/1.200) lên 48,62 % "
        "(600/1.234)"
    ) in text
    assert "đúng và trước hạn giảm 3,33 điểm phần trăm, từ 99,17 % (1.190/1.200) xuống" in text


def test_equal_numbers_are_said_not_to_have_changed() -> None:
    assert "số hồ sơ tiếp nhận không đổi (1.234 hồ sơ)" in said(NOW)
    assert "tỷ lệ hồ sơ trực tuyến không đổi, 48,62 % (600/1.234)" in said(NOW)


def test_below_five_dossiers_no_share_but_a_warning() -> None:
    text = said(figures(full=2, in_person=2, early=4))
    assert "từ 4 lên 1.234 (số lượng nhỏ, chưa thể hiện xu hướng)" in text
    assert "từ 50,00 % (2/4) xuống 48,62 % (600/1.234) (số lượng nhỏ" in text


def test_five_dossiers_are_enough_for_a_share() -> None:
    assert "từ 5 lên 1.234 (24.580,00 %)" in said(figures(in_person=5, early=5))


def test_nothing_then_and_something_now_has_no_share() -> None:
    text = said(figures(in_person=20, early=20))
    assert "số hồ sơ giải quyết quá hạn là 50 hồ sơ (kỳ so sánh không phát sinh)" in text


def test_nothing_in_either_period_is_said_once() -> None:
    none = figures(in_person=10, early=10)
    assert "cả hai kỳ đều không phát sinh hồ sơ giải quyết quá hạn" in said(none, none)


def test_a_rate_over_nothing_is_not_compared() -> None:
    waiting = figures(in_person=10)
    assert (
        "tỷ lệ giải quyết đúng và trước hạn không so sánh được vì kỳ so sánh không phát sinh hồ sơ "
        "đã giải quyết"
    ) in said(waiting)
    assert "vì kỳ báo cáo không phát sinh hồ sơ đã giải quyết" in said(NOW, waiting)


def test_a_period_without_data_is_not_taken_for_zero() -> None:
    found = bases(LiteralSource({APRIL: FIELDS, MARCH: FIELDS}), APRIL)
    assert against(NOW, found[1]) == (
        "Không so sánh với tháng 4 năm 2025: chưa có số liệu của kỳ này trong sổ."
    )
    assert found[0].obstacle == ""


def test_a_period_whose_figures_contradict_each_other_is_not_compared() -> None:
    wrong = {"Hộ tịch": replace(FIELDS["Hộ tịch"], online=0)}
    found = bases(LiteralSource({APRIL: FIELDS, MARCH: wrong}), APRIL)
    assert "số liệu của kỳ này chưa khớp" in against(NOW, found[0])


def test_a_year_is_compared_once_because_the_period_before_is_last_year() -> None:
    year = periods.year(2026)
    assert [basis.period for basis in bases(LiteralSource(), year)] == [periods.year(2025)]


@pytest.mark.parametrize(
    ("now", "base", "shown"),
    [
        (1234, 1200, "tăng 34 (2,83 %)"),
        (2, 30, "giảm 28 (93,33 %)"),
        (3, 3, "không đổi"),
        (0, 0, "—"),
        (3, 0, "tăng 3 (—)"),
        (9, 2, "tăng 7*"),
        (0, 5, "giảm 5 (100,00 %)"),
    ],
)
def test_a_change_of_a_count_in_a_table(now: int, base: int, shown: str) -> None:
    assert count_change(now, base) == shown


@pytest.mark.parametrize(
    ("now", "base", "shown"),
    [
        (Rate(1150, 1200), Rate(1135, 1200), "tăng 1,25 điểm %"),
        (Rate(1, 3), Rate(2, 3), "giảm 33,33 điểm %*"),
        (Rate(5, 10), Rate(50, 100), "không đổi"),
        (Rate(0, 0), Rate(1, 2), "—"),
        (Rate(99_999, 100_000), Rate(1, 1), "giảm 0,01 điểm %*"),
    ],
)
def test_a_change_of_a_rate_in_a_table(now: Rate, base: Rate, shown: str) -> None:
    assert rate_change(now, base) == shown


@pytest.mark.parametrize(
    ("points", "shown"),
    [
        (Fraction(1, 80), "1,25"),
        (Fraction(-1, 80), "1,25"),
        (Fraction(1, 20_000), "0,01"),
        (Fraction(1, 1_000_000), "0,01"),
        (Fraction(0), "0,00"),
    ],
)
def test_points_are_rounded_half_up_and_never_to_nothing(points: Fraction, shown: str) -> None:
    assert points_text(points) == shown


def test_numbers_have_dots_and_rates_their_counts() -> None:
    assert count_text(1_234_567) == "1.234.567"
    assert rate_text(Rate(3449, 3452)) == "99,91 % (3.449/3.452)"
    assert rate_text(Rate(0, 0)) == "— (không phát sinh)"
    assert rate_text(Rate(3, 3)) == "100,00 % (3/3)*"


@pytest.mark.parametrize(
    ("superior", "written"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH AN GIANG", "Ủy ban nhân dân tỉnh An Giang"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG", "Ủy ban nhân dân thành phố Đà Nẵng"),
        ("Ủy ban nhân dân tỉnh Phú Thọ", "Ủy ban nhân dân tỉnh Phú Thọ"),
        ("SỞ NỘI VỤ", "SỞ NỘI VỤ"),
    ],
)
def test_the_addressee_is_written_in_small_letters(superior: str, written: str) -> None:
    assert superior_name(Office(superior=superior)) == written


@pytest.mark.parametrize(
    ("period", "span", "beginning"),
    [
        (APRIL, "Tháng 4 năm 2026 (từ ngày 01/04/2026 đến ngày 30/04/2026)", "Trong tháng 4"),
        (periods.half_year(2026, 1), "6 tháng đầu năm 2026 (từ", "Trong 6 tháng đầu năm 2026"),
        (periods.week(date(2026, 4, 15)), "Tuần 16 năm 2026 (từ", "Trong tuần 16 năm 2026"),
    ],
)
def test_a_period_is_named_at_the_head_and_in_a_sentence(
    period: periods.Period, span: str, beginning: str
) -> None:
    assert period_span(period).startswith(span)
    assert within(period).startswith(beginning)
