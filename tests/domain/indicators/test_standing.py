"""A value stands to its target only when both count the same base."""

from fractions import Fraction

import pytest

from dxdesk.domain.indicators.amount import Amount, Bound
from dxdesk.domain.indicators.kinds import (
    Base,
    Direction,
    IndicatorId,
    Pillar,
    Plan,
    Target,
    Unit,
)
from dxdesk.domain.indicators.scoring import Formula, FormulaKind, total
from dxdesk.domain.indicators.standing import Grade, gap, judge, refusal

PLAN = Plan("KTS-01", "Tài khoản thanh toán", Pillar.ECONOMY, base=Base.FROM_15)
DOWN = Plan("X", "Quá 5 năm", Pillar.FOUNDATION, base=Base.DEVICES, direction=Direction.DOWN)
TARGET = Target(IndicatorId(1), 2024, Fraction(4, 5), Base.FROM_15)
OVER = Bound.OVER


def grade(amount: Amount | None, base: Base = Base.FROM_15, plan: Plan = PLAN) -> Grade:
    target = Target(IndicatorId(1), 2024, Fraction(4, 5), plan.base)
    return judge(plan, target, amount, base).grade


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Amount(80, 100), Grade.REACHED),
        (Amount(799, 1000), Grade.NEAR),
        (Amount(72, 100), Grade.NEAR),
        (Amount(719, 1000), Grade.SHORT),
        (Amount(0, 100), Grade.SHORT),
        (None, Grade.MISSING),
        (Amount(0, 0), Grade.MISSING),
        (Amount(stated=Fraction(81, 100), bound=OVER), Grade.REACHED),
        (Amount(stated=Fraction(65, 100), bound=OVER), Grade.UNCLEAR),
        (Amount(stated=Fraction(85, 100), bound=Bound.ABOUT), Grade.UNCLEAR),
    ],
)
def test_a_share_that_shall_rise(amount: Amount | None, expected: Grade) -> None:
    assert grade(amount) is expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Amount(80, 100), Grade.REACHED),
        (Amount(81, 100), Grade.SHORT),
        (Amount(stated=Fraction(80, 100), bound=OVER), Grade.SHORT),
        (Amount(stated=Fraction(70, 100), bound=OVER), Grade.UNCLEAR),
    ],
)
def test_a_share_that_shall_fall(amount: Amount, expected: Grade) -> None:
    assert grade(amount, Base.DEVICES, DOWN) is expected


@pytest.mark.parametrize("base", [Base.FROM_18, Base.OVER_15])
def test_values_of_the_seeds_on_another_base_are_not_compared(base: Base) -> None:
    """65 % of 18+ and 60 % of over-15 against 80 % of citizens from 15."""
    found = judge(PLAN, TARGET, Amount(stated=Fraction(65, 100), bound=OVER), base)
    assert found.grade is Grade.OTHER_BASE
    assert base.label in found.why
    assert TARGET.base.label in found.why


def test_the_same_base_needs_no_refusal_and_no_target_is_no_fault() -> None:
    assert refusal(Base.STAFF, Base.STAFF) == ""
    assert judge(PLAN, None, Amount(1, 2), Base.FROM_15).grade is Grade.NO_TARGET


def test_every_grade_differs_in_word_and_shape_without_colour() -> None:
    assert len({one.word for one in Grade}) == len({one.shape for one in Grade}) == len(Grade)


def test_a_gap_between_the_typed_and_the_computed_number_is_told_by_its_counts() -> None:
    same = gap(Amount(46, 100), Base.RECEIVED, Amount(46, 100), Base.RECEIVED)
    other = gap(Amount(46, 100), Base.RECEIVED, Amount(45, 101), Base.RECEIVED)
    assert same.same
    assert "tử số nhiều hơn sổ 1 và mẫu số ít hơn sổ 1" in other.why
    eight, seven = Amount(stated=Fraction(8)), Amount(stated=Fraction(7))
    assert gap(eight, Base.NONE, eight, Base.NONE, unit=Unit.COUNT).same
    counted = gap(eight, Base.NONE, seven, Base.NONE, unit=Unit.COUNT).why
    assert counted == "Nhập 8, sổ tính 7; nhập nhiều hơn sổ 1."
    assert "Không so sánh" in gap(Amount(1, 2), Base.STAFF, Amount(1, 2), Base.RECEIVED).why


def test_points_follow_the_formula_exactly() -> None:
    ratio = Formula(FormulaKind.RATIO, Fraction(20))
    full = Formula(FormulaKind.FULL_AT, Fraction(6), Fraction(9, 10))
    steps = Formula(
        FormulaKind.STEPS,
        Fraction(4),
        steps=((Fraction(1, 2), Fraction(2)), (Fraction(9, 10), Fraction(4))),
    )
    assert ratio.points(Fraction(1, 3)) == Fraction(20, 3)
    assert [full.points(Fraction(x)) for x in ("0.45", "0.9", "1")] == [3, 6, 6]
    assert [steps.points(Fraction(x)) for x in ("0.49", "0.5", "0.89", "0.9")] == [0, 2, 2, 4]


def test_a_missing_number_costs_no_points_and_earns_none() -> None:
    ratio = Formula(FormulaKind.RATIO, Fraction(20))
    found = total([(ratio, Fraction(1, 2)), (ratio, None)])
    assert [found.points, found.of, found.missing, found.maximum] == [10, 20, 20, 40]
