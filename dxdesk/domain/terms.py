"""What a procedure asks and promises from a day on: limit, fee, level, who decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from dxdesk.domain.due import Limit

LEVELS = ("toàn trình", "một phần", "có trực tuyến (mức chưa rõ)", "không")
"""Of online service, as published catalogues write them."""


@dataclass(frozen=True, slots=True)
class Terms:
    valid_from: date | None = None
    """None: since ever."""
    limit: Limit | None = None
    limit_text: str = ""
    fee_text: str = ""
    level_text: str = ""
    forwards_to: str = ""
    """The office that decides, where the ward only passes the dossier on."""
    source: str = ""


class Dated(Protocol):
    """What holds from a day on; without one from the beginning."""

    @property
    def valid_from(self) -> date | None: ...


D = TypeVar("D", bound=Dated)


def in_force(terms: Sequence[D], day: date) -> D:
    """Those of *terms*, oldest first, that hold on *day*."""
    if len(terms) == 1:
        return terms[0]
    begun = [one for one in terms if one.valid_from is None or one.valid_from <= day]
    return begun[-1] if begun else terms[0]
