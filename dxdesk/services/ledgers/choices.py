"""The choices of a field, also those that are data under resources/."""

import json
from functools import cache

from dxdesk.domain.ledgers.field import Choices, Field
from dxdesk.paths import RESOURCES


def choices_of(field: Field) -> Choices:
    return _listed(field.offers) if field.offers else field.choices


@cache
def _listed(name: str) -> Choices:
    """A list of the office: resources/ledgers/NAME.json."""
    found = json.loads((RESOURCES / "ledgers" / f"{name}.json").read_text(encoding="utf-8"))
    return (("", "Chưa rõ"), *((one["key"], one["name"]) for one in found["entries"]))
