"""Finding a procedure by a few letters: its code, its initials, parts of words without accents."""

from collections.abc import Iterable

from dxdesk.domain.text import clean, folded
from dxdesk.services.catalogue import Procedure

_PREFIX = "Thủ tục "
_FOLDED_PREFIX = "thu tuc "
MOST = 12


def short_name(name: str) -> str:
    """`Đăng ký khai sinh`: the name as spoken, without "Thủ tục" in front."""
    short = name.removeprefix(_PREFIX)
    return short[:1].upper() + short[1:]


def matches(procedures: Iterable[Procedure], text: str, *, limit: int = MOST) -> list[Procedure]:
    """The procedures that fit *text*, best first, among equals the most used first.

    *procedures* come most used first; an empty text fits all.
    """
    wanted = folded(clean(text))
    ranked = ((_rank(one, wanted), one) for one in procedures)
    found = [(rank, one) for rank, one in ranked if rank is not None]
    found.sort(key=lambda pair: pair[0])
    return [one for _, one in found[:limit]]


def _rank(procedure: Procedure, wanted: str) -> int | None:
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
