"""A score formula is typed and read in the same words."""

from fractions import Fraction

import pytest

from dxdesk.domain.indicators.formula_text import formula_text, parse_formula
from dxdesk.domain.indicators.scoring import Formula, FormulaKind
from dxdesk.errors import InputError
from dxdesk.indicator_sets import indicator_sets


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("", None),
        ("6", Formula(FormulaKind.RATIO, Fraction(6))),
        ("6; đủ điểm từ 90 %", Formula(FormulaKind.FULL_AT, Fraction(6), Fraction(9, 10))),
        (
            "50 %: 2; 80 %: 4,5",
            Formula(
                FormulaKind.STEPS,
                Fraction(9, 2),
                steps=((Fraction(1, 2), Fraction(2)), (Fraction(4, 5), Fraction(9, 2))),
            ),
        ),
    ],
)
def test_each_kind_reads_back_as_it_is_written(text: str, formula: Formula | None) -> None:
    assert parse_formula(text) == formula
    assert formula_text(formula) == text


def test_every_formula_of_the_sets_can_be_typed() -> None:
    for one in indicator_sets():
        for plan in one.plans:
            assert parse_formula(formula_text(plan.formula)) == plan.formula


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("sáu điểm", "không đọc được"),
        ("6; đủ điểm từ 0 %", "lớn hơn 0 %"),
        ("6; đủ điểm từ 190 %", "không quá 100 %"),
        ("0", "lớn hơn 0"),
        ("2000", "nhiều nhất 1000"),
        ("80 %: 4; 50 %: 2", "phải tăng dần"),
        ("50 %: 0", "phải tăng dần"),
        ("50 %: 2;" * 100, "không đọc được"),
        ("<b>6</b>", "không đọc được"),
        ("6\u202e; đủ", "không đọc được"),
        ("٦", "không đọc được"),
    ],
)
def test_what_is_no_formula_is_told_with_an_example(text: str, why: str) -> None:
    with pytest.raises(InputError, match=f"Thang điểm.*{why}"):
        parse_formula(text)
