"""A score formula as an officer types and reads it; the same words go in and come out."""

import re
from fractions import Fraction
from itertools import pairwise

from dxdesk.domain.indicators.scoring import Formula, FormulaKind
from dxdesk.domain.text import clean, folded
from dxdesk.errors import InputError

EXAMPLE = "6 · 6; đủ điểm từ 90 % · 50 %: 2; 80 %: 4; 100 %: 6"
MOST_POINTS, MOST_STEPS, MOST_LETTERS = 1000, 20, 300
_NUMBER = r"\d{1,4}(?:[.,]\d{1,4})?"
_FULL = re.compile(
    rf"(?P<maximum>{_NUMBER})(?:\s*;\s*du diem tu\s*(?P<full>{_NUMBER})\s*%)?", re.ASCII
)
_STEP = re.compile(rf"(?P<least>{_NUMBER})\s*%\s*:\s*(?P<points>{_NUMBER})", re.ASCII)


def formula_text(formula: Formula | None) -> str:
    """`6`, `6; đủ điểm từ 90 %`, `50 %: 2; 80 %: 4`; empty without one."""
    if formula is None:
        return ""
    if formula.kind is FormulaKind.STEPS:
        return "; ".join(
            f"{_shown(least * 100)} %: {_shown(points)}" for least, points in formula.steps
        )
    maximum = _shown(formula.maximum)
    if formula.kind is FormulaKind.RATIO:
        return maximum
    return f"{maximum}; đủ điểm từ {_shown(formula.full_at * 100)} %"


def parse_formula(text: str) -> Formula | None:
    """What was typed; None for nothing. InputError says how it is written."""
    text = folded(clean(text)).strip(" ;.")
    if not text:
        return None
    if len(text) > MOST_LETTERS:
        raise _unreadable()
    found = _FULL.fullmatch(text)
    return _steps(text) if found is None else _by_share(found)


def _by_share(found: re.Match[str]) -> Formula:
    maximum = _points(found["maximum"])
    if not maximum:
        raise InputError("Thang điểm: điểm tối đa phải lớn hơn 0.")
    if found["full"] is None:
        return Formula(FormulaKind.RATIO, maximum)
    full_at = _share(found["full"])
    if not full_at:
        raise InputError("Thang điểm: tỷ lệ đủ điểm phải lớn hơn 0 %.")
    return Formula(FormulaKind.FULL_AT, maximum, full_at)


def _steps(text: str) -> Formula:
    steps = []
    for part in text.split(";"):
        found = _STEP.fullmatch(part.strip())
        if found is None:
            raise _unreadable()
        steps.append((_share(found["least"]), _points(found["points"])))
    rising = all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(steps))
    maximum = max(points for _least, points in steps)
    if not rising or len(steps) > MOST_STEPS or not maximum:
        raise InputError("Thang điểm: các bậc phải tăng dần, ví dụ 50 %: 2; 80 %: 4; 100 %: 6.")
    return Formula(FormulaKind.STEPS, maximum, steps=tuple(steps))


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _points(text: str) -> Fraction:
    found = _number(text)
    if found > MOST_POINTS:
        raise InputError(f"Thang điểm: nhiều nhất {MOST_POINTS} điểm.")
    return found


def _share(text: str) -> Fraction:
    found = _number(text) / 100
    if found > 1:
        raise InputError("Thang điểm: tỷ lệ không quá 100 %.")
    return found


def _unreadable() -> InputError:
    return InputError(f"Thang điểm: không đọc được; hãy viết như một trong: {EXAMPLE}.")


def _shown(number: Fraction) -> str:
    """Without needless noughts: four decimals are the most that can be typed."""
    return f"{float(number):.4f}".rstrip("0").rstrip(".").replace(".", ",")
