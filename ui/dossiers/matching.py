"""Finding a procedure by a few letters: its code, its initials, parts of words without accents."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from dxdesk.domain.text import clean, folded

_PREFIX = "Thủ tục "
_FOLDED_PREFIX = "thu tuc "
MOST = 12


def short_name(name: str) -> str:
    """`Đăng ký khai sinh`: the name as spoken, without "Thủ tục" in front."""
    short = name.removeprefix(_PREFIX)
    return short[:1].upper() + short[1:]


class Findable(Protocol):
    """What can be found by code, initials and folded words."""

    @property
    def code(self) -> str: ...
    @property
    def folded(self) -> str: ...
    @property
    def initials(self) -> str: ...


F = TypeVar("F", bound=Findable)


def matches(known: Iterable[F], text: str, *, limit: int = MOST) -> list[F]:
    """Those of *known* that fit *text*, best first, else in their order; empty text fits all.

    Procedures come most used first.
    """
    wanted = folded(clean(text))
    ranked = ((_rank(one, wanted), one) for one in known)
    found = [(rank, one) for rank, one in ranked if rank is not None]
    found.sort(key=lambda pair: pair[0])
    return [one for _, one in found[:limit]]


def _rank(procedure: Findable, wanted: str) -> int | None:
    if not wanted:
        return 0
    code, letters = procedure.code.casefold(), wanted.replace(" ", "")
    name, parts = procedure.folded.removeprefix(_FOLDED_PREFIX), wanted.split()
    words = name.split()
    tests = (
        wanted in {code, name} or procedure.initials == letters,
        procedure.initials.startswith(letters) or code.startswith(wanted),
        name.startswith(wanted),
        wanted in name,
        all(any(word.startswith(part) for word in words) for part in parts),
        letters in procedure.initials,
        all(part in procedure.folded for part in parts) or wanted in code,
    )
    return next((rank for rank, fits in enumerate(tests) if fits), None)
