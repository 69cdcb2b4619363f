"""The official forms as data: titles, numbered columns, sums (resources/forms)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dxdesk.domain.figures import Figures, GroupFigures, Statistics
from dxdesk.paths import RESOURCES


@dataclass(frozen=True, slots=True)
class FormColumn:
    number: int
    head: tuple[str, ...]
    """Titles from top to bottom."""
    width: float
    """Millimetres on paper."""
    counts: tuple[str, ...] = ()
    sum_of: tuple[int, ...] = ()
    value: str = ""

    def of(self, figures: Figures) -> int:
        """What stands in this column for *figures*."""
        return sum(getattr(figures, name) for name in self.counts)


@dataclass(frozen=True, slots=True)
class Form:
    number: str
    issued_under: str
    title: str
    unit_of_count: str
    total: str
    applies_from: date
    verified: bool
    columns: tuple[FormColumn, ...]

    @property
    def counting(self) -> tuple[FormColumn, ...]:
        return tuple(column for column in self.columns if column.counts)


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One cell of a heading of several levels; rows and columns from 0, both ends included."""

    text: str
    top: int
    left: int
    bottom: int
    right: int


def form(name: str, on: date) -> Form:
    """The version of form *name* in use on that day; the oldest one for days before all."""
    files = (RESOURCES / "forms").glob(f"{name}-*.toml")
    versions = [_read(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
    versions.sort(key=lambda version: version.applies_from)
    return [versions[0], *(v for v in versions if v.applies_from <= on)][-1]


def _read(data: Mapping[str, Any]) -> Form:
    return Form(
        number=data["number"],
        issued_under=data["issued_under"],
        title=data["title"],
        unit_of_count=data["unit_of_count"],
        total=data["total"],
        applies_from=data["applies_from"],
        verified=data["verified"],
        columns=tuple(
            FormColumn(
                number=column["number"],
                head=tuple(column["head"]),
                width=column["width"],
                counts=tuple(column.get("counts", ())),
                sum_of=tuple(column.get("sum_of", ())),
                value=column.get("value", ""),
            )
            for column in data["columns"]
        ),
    )


def groups_in(layout: Form, statistics: Statistics) -> list[GroupFigures]:
    """The groups that have a number in the form; fields without any dossier are left out."""
    return [
        group
        for group in statistics.groups
        if any(column.of(group.figures) for column in layout.counting)
    ]


def head_cells(heads: Sequence[tuple[str, ...]]) -> tuple[HeadCell, ...]:
    """The cells of a heading: equal neighbours merge, the last title of a column reaches down."""
    depth = max(len(head) for head in heads)
    cells = []
    for left, head in enumerate(heads):
        for level, text in enumerate(head):
            last = level == len(head) - 1
            if not last and left and heads[left - 1][: level + 1] == head[: level + 1]:
                continue
            right = left if last else _reach(heads, left, level)
            cells.append(HeadCell(text, level, left, depth - 1 if last else level, right))
    return tuple(cells)


def _reach(heads: Sequence[tuple[str, ...]], left: int, level: int) -> int:
    right = left
    while right + 1 < len(heads) and heads[right + 1][: level + 1] == heads[left][: level + 1]:
        right += 1
    return right
