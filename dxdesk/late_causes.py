"""The causes of lateness that ship as data (resources/late-causes)."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from dxdesk.domain.late_cause import CauseNumber, LateCause, LateCauses
from dxdesk.errors import DeskError
from dxdesk.paths import RESOURCES

FOLDER = RESOURCES / "late-causes"


@cache
def shipped_causes(folder: Path = FOLDER) -> tuple[LateCause, ...]:
    """Every cause of every list: the newest label, from its first list to the end of its last.

    DeskError naming the file that is wrong.
    """
    lists = sorted(map(_read, folder.glob("*.toml")), key=lambda data: data["applies_from"])
    ends = [later["applies_from"] - timedelta(days=1) for _, later in pairwise(lists)]
    found: dict[int, LateCause] = {}
    for data, end in zip(lists, [*ends, None], strict=True):
        for one in data["causes"]:
            number = CauseNumber(one["number"])
            before = found.get(number)
            first = before.applies_from if before else data["applies_from"]
            found[number] = LateCause(number, one["label"], first, end, rest=one["rest"])
    return tuple(sorted(found.values(), key=lambda one: one.number))


def causes_from(own: Iterable[Mapping[str, Any]]) -> LateCauses:
    """Those that ship, then the ward's *own* as its settings keep them."""
    added = tuple(
        LateCause(
            CauseNumber(one["number"]),
            one["label"],
            date.fromisoformat(one["from"]),
            date.fromisoformat(one["to"]) if one["to"] else None,
        )
        for one in own
    )
    return LateCauses((*shipped_causes(), *added))


def _read(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        causes = [
            {
                "number": int(one["number"]),
                "label": str(one["label"]),
                "rest": bool(one.get("rest", False)),
            }
            for one in data["causes"]
        ]
        return {"applies_from": data["applies_from"], "causes": causes}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DeskError(
            f"Danh mục nguyên nhân “{path.name}” bị hỏng hoặc sai cấu trúc; hãy cài lại chương "
            "trình."
        ) from error
