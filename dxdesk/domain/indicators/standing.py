"""How a value stands to its target; what must not be compared is refused with the reason."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from dxdesk.domain.indicators.amount import Amount, Bound, amount_text, level_text
from dxdesk.domain.indicators.kinds import Base, Direction, Plan, Target, Unit

NEAR = Fraction(9, 10)
"""Share of the target from which a value is near it."""


class Grade(Enum):
    """Key, word and shape: without colour they still differ."""

    REACHED = ("reached", "Đạt", "■")
    NEAR = ("near", "Gần đạt", "▲")
    SHORT = ("short", "Chưa đạt", "▼")
    UNCLEAR = ("unclear", "Chưa kết luận", "◊")
    OTHER_BASE = ("other-base", "Khác mẫu số", "≠")
    NO_TARGET = ("no-target", "Chưa giao", "□")
    MISSING = ("missing", "Chưa có số", "–")

    def __init__(self, key: str, word: str, shape: str) -> None:
        self.key = key
        self.word = word
        self.shape = shape

    @property
    def text(self) -> str:
        return f"{self.shape} {self.word}"


@dataclass(frozen=True, slots=True)
class Standing:
    grade: Grade
    why: str = ""


def refusal(one: Base, other: Base) -> str:
    """Why numbers on these bases are not compared; empty when they may be."""
    if one is other:
        return ""
    return (
        f"Không so sánh: một số tính trên {one.label}, số kia tính trên {other.label}; hai nhóm "
        "khác nhau nên tỷ lệ cao hơn chưa chắc đã nhiều hơn. Cần số liệu của cùng một nhóm."
    )


def judge(
    plan: Plan, target: Target | None, amount: Amount | None, base: Base = Base.NONE
) -> Standing:
    """*amount* counted on *base*, against *target*."""
    if amount is None:
        return Standing(Grade.MISSING, "Chưa có số liệu của kỳ này; không tính là 0.")
    worth = amount.worth
    if worth is None:
        return Standing(Grade.MISSING, "Mẫu số bằng 0: không phát sinh nên không có tỷ lệ.")
    if target is None:
        return Standing(Grade.NO_TARGET, "Chưa giao mức phải đạt cho năm này.")
    if target.base is not base:
        return Standing(Grade.OTHER_BASE, refusal(base, target.base))
    if amount.bound is Bound.ABOUT and amount.rate is None:
        return Standing(Grade.UNCLEAR, "Số liệu chỉ là khoảng chừng; cần tử số và mẫu số.")
    return _judged(plan, target, amount, worth)


def _judged(plan: Plan, target: Target, amount: Amount, worth: Fraction) -> Standing:
    level = target.level
    shown = f"{amount_text(amount, plan.unit)}; mức giao {level_text(level, plan.unit)}"
    vague = amount.bound is Bound.OVER and amount.rate is None
    if plan.direction is Direction.DOWN:
        if vague and worth < level:
            return Standing(Grade.UNCLEAR, f"{shown}; cần tử số và mẫu số mới kết luận được.")
        grade = Grade.REACHED if worth <= level and not vague else Grade.SHORT
        return Standing(grade, f"{shown}.")
    if worth >= level:
        return Standing(Grade.REACHED, f"{shown}.")
    if vague:
        why = f"{shown}; số “trên” chưa cho biết đã tới mức giao hay chưa, cần tử số và mẫu số."
        return Standing(Grade.UNCLEAR, why)
    grade = Grade.NEAR if worth >= level * NEAR else Grade.SHORT
    return Standing(grade, f"{shown}.")


@dataclass(frozen=True, slots=True)
class Gap:
    """The typed number beside the one of the program's own records."""

    typed: Amount
    computed: Amount
    same: bool
    why: str


def gap(
    typed: Amount, base: Base, computed: Amount, own_base: Base, *, unit: Unit = Unit.SHARE
) -> Gap:
    """The typed value and the computed one of the same period, with what differs in words."""
    if base is not own_base:
        return Gap(typed, computed, same=False, why=refusal(base, own_base))
    if typed.rate is not None and typed.rate == computed.rate:
        return Gap(typed, computed, same=True, why="Khớp với sổ: cùng tử số và mẫu số.")
    if unit is Unit.COUNT and typed == computed:
        return Gap(typed, computed, same=True, why="Khớp với sổ.")
    if _holds(typed, computed):
        why = f"Đúng với sổ: {amount_text(typed, unit)}, sổ tính {amount_text(computed, unit)}."
        return Gap(typed, computed, same=True, why=why)
    return Gap(typed, computed, same=False, why=_gap_text(typed, computed, unit))


def _holds(typed: Amount, computed: Amount) -> bool:
    """“trên 93 %” is true of 93,20 %."""
    own = computed.worth
    if typed.bound is not Bound.OVER or typed.stated is None or own is None:
        return False
    return own > typed.stated


def _gap_text(typed: Amount, computed: Amount, unit: Unit) -> str:
    mine, own = typed.rate, computed.rate
    shown = f"Nhập {amount_text(typed, unit)}, sổ tính {amount_text(computed, unit)}"
    if typed.stated is not None and computed.stated is not None:
        more = typed.stated - computed.stated
        told = f"; nhập {'nhiều' if more > 0 else 'ít'} hơn sổ {level_text(abs(more), unit)}"
        return f"{shown}{told if more else ''}."
    if mine is None or own is None:
        return f"{shown}; số nhập không có tử số, mẫu số nên chưa chỉ ra được lệch ở đâu."
    parts = [
        f"{name} nhiều hơn sổ {more}" if more > 0 else f"{name} ít hơn sổ {-more}"
        for name, more in (
            ("tử số", mine.numerator - own.numerator),
            ("mẫu số", mine.denominator - own.denominator),
        )
        if more
    ]
    return f"{shown}; {' và '.join(parts)}."


def overdue_evidence(period_end: date, today: date, *, proven: bool) -> bool:
    """A value of a period that is over still lacks its document."""
    return not proven and period_end < today
