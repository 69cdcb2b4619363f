"""A ward's period as a package of figures, and how a town compares many of them.

Only figures and definitions: no name, number or place of any person. A ward that sent nothing is
named and never counted as zero; numbers of different definitions are never added up.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from hashlib import sha256

from dxdesk.domain.figures import Rate
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.kinds import Plan
from dxdesk.domain.text import folded


class Seal(Enum):
    """What the package's seal shows; see docs/guide/chuyen-doi-so.md."""

    KNOWN = "đúng khóa của đơn vị"
    UNKNOWN = "chưa có khóa để kiểm tra"


@dataclass(frozen=True, slots=True)
class PackedValue:
    code: str
    name: str
    definition: str
    """Digest of what the number means: equal digests, equal meaning."""
    base: str
    amount: Amount | None
    """None: the ward has no number, which is not zero."""
    level: Fraction | None


@dataclass(frozen=True, slots=True)
class Package:
    ward: str
    first: date
    last: date
    rule: str
    """How early and on time are told apart (R10)."""
    figures: tuple[tuple[str, int], ...]
    values: tuple[PackedValue, ...]
    seal: Seal = Seal.UNKNOWN


def definition_of(plan: Plan) -> str:
    """The digest of everything that gives a number its meaning; names may be worded anew."""
    parts = (
        *(plan.code, plan.unit.value, plan.numerator, plan.base.value, plan.direction.value),
        *(plan.computed, plan.measure),
    )
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Cell:
    ward: str
    amount: Amount | None
    why: str = ""
    """Why there is no number, or why it is not compared."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    code: str
    name: str
    base: str
    cells: tuple[Cell, ...]
    total: Rate | None
    """Of the wards that gave counts under this definition; None when none did."""
    counted: int
    """How many wards stand in the total."""


@dataclass(frozen=True, slots=True)
class Comparison:
    wards: tuple[str, ...]
    missing: tuple[str, ...]
    """Wards that were expected and sent nothing."""
    refused: tuple[str, ...]
    """Sentences about packages that were set aside."""
    rows: tuple[ComparedRow, ...]
    figures: tuple[tuple[str, int], ...]
    """Numbers of dossiers in total, of the wards that follow the same rule."""
    figure_wards: int


def compare(
    packages: Iterable[Package], expected: Sequence[str], first: date, last: date
) -> Comparison:
    """Packages of one period side by side, against the list of wards that should have sent one."""
    kept, refused = _sorted_out(packages, expected, first, last)
    have = {folded(one.ward) for one in kept}
    missing = tuple(name for name in expected if folded(name) not in have)
    rule = Counter(one.rule for one in kept).most_common(1)
    alike = [one for one in kept if rule and one.rule == rule[0][0]]
    refused += [
        f"{one.ward}: phân biệt trước hạn, đúng hạn theo quy tắc khác; không cộng số hồ sơ."
        for one in kept
        if one not in alike
    ]
    totals: Counter[str] = Counter()
    for one in alike:
        totals.update(dict(one.figures))
    wards = tuple(one.ward for one in kept)
    rows = _rows(kept)
    return Comparison(wards, missing, tuple(refused), rows, tuple(totals.items()), len(alike))


def _sorted_out(
    packages: Iterable[Package], expected: Sequence[str], first: date, last: date
) -> tuple[list[Package], list[str]]:
    known = {folded(name) for name in expected}
    packages = list(packages)
    seen = Counter(folded(one.ward) for one in packages)
    kept: list[Package] = []
    refused: list[str] = []
    for one in packages:
        if (one.first, one.last) != (first, last):
            span = f"{one.first:%d/%m/%Y} – {one.last:%d/%m/%Y}"
            refused.append(f"{one.ward}: gói của kỳ khác ({span}).")
        elif expected and folded(one.ward) not in known:
            refused.append(f"{one.ward}: không có trong danh sách đơn vị.")
        elif seen[folded(one.ward)] > 1:
            refused.append(f"{one.ward}: có nhiều gói cùng kỳ; hãy giữ lại một gói.")
        else:
            kept.append(one)
    return sorted(kept, key=lambda one: folded(one.ward)), list(dict.fromkeys(refused))


def _rows(packages: Sequence[Package]) -> tuple[ComparedRow, ...]:
    found: dict[str, dict[str, PackedValue]] = defaultdict(dict)
    for one in packages:
        for value in one.values:
            found[value.code][one.ward] = value
    wards = [one.ward for one in packages]
    return tuple(_row(code, found[code], wards) for code in sorted(found))


def _row(code: str, values: dict[str, PackedValue], wards: Sequence[str]) -> ComparedRow:
    """The definition and base that most wards use; those with another are named, not mixed."""
    (definition, base), _count = Counter(
        (one.definition, one.base) for one in values.values()
    ).most_common(1)[0]
    cells = tuple(_cell(ward, values.get(ward), definition, base) for ward in wards)
    rates = [one.amount.rate for one in cells if one.amount and not one.why and one.amount.rate]
    total = None
    if rates:
        total = Rate(sum(r.numerator for r in rates), sum(r.denominator for r in rates))
    name = next(one.name for one in values.values() if one.definition == definition)
    return ComparedRow(code, name, base, cells, total, len(rates))


def _cell(ward: str, value: PackedValue | None, definition: str, base: str) -> Cell:
    if value is None:
        return Cell(ward, None, "không theo dõi")
    if value.amount is None:
        return Cell(ward, None, "chưa có số")
    if value.definition != definition:
        return Cell(ward, value.amount, "khác định nghĩa, không so")
    if value.base != base:
        return Cell(ward, value.amount, "khác mẫu số, không so")
    return Cell(ward, value.amount)
