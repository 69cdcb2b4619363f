"""The exports that provincial systems make, as data in `resources/imports/shapes.toml`."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from dxdesk.exchange.headings import heading_key
from dxdesk.paths import RESOURCES


@dataclass(frozen=True)
class Shape:
    """A known export: the fields that it must have and those that it must not have.

    `letter`: its place in the list that was gathered from the systems; empty for our own.
    """

    key: str
    name: str
    needs: frozenset[str]
    lacks: frozenset[str] = frozenset()
    letter: str = ""


@cache
def _data() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((RESOURCES / "imports" / "shapes.toml").read_text(encoding="utf-8"))


def _shape(data: dict[str, Any]) -> Shape:
    needs, lacks = frozenset(data["needs"]), frozenset(data.get("lacks", ()))
    return Shape(data["key"], data["name"], needs, lacks, data["letter"])


@cache
def registers() -> tuple[Shape, ...]:
    """Lists of dossiers; `needs` and `lacks` are fields."""
    return tuple(map(_shape, _data()["register"]))


@cache
def figures() -> tuple[Shape, ...]:
    """Tables of figures, which hold no dossier; `needs` are keys of headings."""
    made = map(_shape, _data()["figures"])
    return tuple(
        Shape(one.key, one.name, frozenset(map(heading_key, one.needs)), letter=one.letter)
        for one in made
    )


MAPPED = Shape("mapped", "Bảng nhận theo tên cột", frozenset())
BY_HAND = Shape("by-hand", "Bảng có cột do cán bộ chỉ", frozenset())


def shape_of(fields: frozenset[str]) -> Shape:
    """The known export with these fields, or `MAPPED`: recognised heading by heading."""
    return next(
        (one for one in registers() if one.needs <= fields and not one.lacks & fields), MAPPED
    )


def figures_of(headings: Collection[str]) -> Shape | None:
    """The known table of figures whose head has these keys of headings."""
    return next((one for one in figures() if one.needs <= set(headings)), None)


def is_register(fields: frozenset[str]) -> bool:
    """Can rows with these fields be dossiers? They need a code, or who, what and when."""
    if "code" in fields:
        return len(fields - {"number"}) > 1
    return (
        bool(fields & {"owner_name", "applicant_name"})
        and bool(fields & {"procedure_name", "procedure_code", "content"})
        and bool(fields & {"received", "submitted"})
    )
