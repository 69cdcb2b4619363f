"""The indicator sets that ship as data (resources/indicators); a damaged file is named."""

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from dxdesk.domain.indicators.kinds import (
    Base,
    Direction,
    Frequency,
    IndicatorSet,
    Pillar,
    Plan,
    Unit,
)
from dxdesk.domain.indicators.scoring import Formula, FormulaKind
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError, InputError
from dxdesk.paths import RESOURCES

FOLDER = RESOURCES / "indicators"
_TEXTS = ("name", "numerator", "source", "owner", "group", "computed", "measure")


def indicator_sets(folder: Path = FOLDER) -> tuple[IndicatorSet, ...]:
    """Every set in *folder*, by key. DeskError naming the file that is wrong."""
    return tuple(read_set(path) for path in sorted(folder.glob("*.toml"), reverse=True))


def set_of(key: str) -> IndicatorSet:
    found = {one.key: one for one in indicator_sets()}
    if key not in found:
        raise InputError(f"Không có bộ chỉ tiêu “{key}”; hãy chọn một trong: {', '.join(found)}.")
    return found[key]


def is_verified(label: str) -> bool:
    """Whether the set *label* was seen in its source; a ward's own indicators need none."""
    return not label or any(one.label == label and one.verified for one in indicator_sets())


def read_set(path: Path) -> IndicatorSet:
    try:
        return _set(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError) as error:
        raise DeskError(
            f"Bộ chỉ tiêu “{path.name}” bị hỏng hoặc sai cấu trúc; hãy cài lại chương trình."
        ) from error


def _set(data: Mapping[str, Any]) -> IndicatorSet:
    plans = tuple(_plan(one) for one in data["indicators"])
    if len({plan.code for plan in plans}) != len(plans):
        raise ValueError("a code stands twice")
    year = int(data["first_year"])
    given = [one for one in data["indicators"] if "target" in one]
    targets = tuple((one["code"], Fraction(one["target"])) for one in given)
    return IndicatorSet(
        key=data["key"],
        name=data["name"],
        version=data["version"],
        first_year=year,
        last_year=data.get("last_year"),
        source=data["source"],
        dated=data.get("dated"),
        verified=bool(data["verified"]),
        plans=plans,
        targets=targets,
    )


def _plan(data: Mapping[str, Any]) -> Plan:
    texts = {name: clean(data.get(name, "")) for name in _TEXTS}
    return Plan(
        **texts,
        code=data["code"],
        pillar=Pillar(data["pillar"]),
        unit=Unit(data.get("unit", "share")),
        base=Base(data.get("base", "")),
        direction=Direction(data.get("direction", "up")),
        frequency=Frequency(data.get("frequency", "month")),
        formula=_formula(data["formula"]) if "formula" in data else None,
    )


def _formula(data: Mapping[str, Any]) -> Formula:
    steps = tuple((Fraction(least), Fraction(points)) for least, points in data.get("steps", ()))
    full_at = Fraction(data.get("full_at", "1"))
    if full_at <= 0 or Fraction(data["maximum"]) <= 0:
        raise ValueError("a formula needs a maximum and a share above zero")
    return Formula(FormulaKind(data["kind"]), Fraction(data["maximum"]), full_at, steps)
