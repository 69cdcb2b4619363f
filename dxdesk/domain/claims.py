"""Figures that a text declares, checked against the text's own counts (figures.md R19).

A published report prints "3.449 hồ sơ đạt 99,96%" after 3.452 received: its counts give 99,91 %.
What does not fit is shown; nothing is corrected in silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dxdesk.domain.figures import Rate
from dxdesk.domain.text import clean

_NUMBER = r"(\d{1,3}(?:\.\d{3})+|\d+)"
_RECEIVED = re.compile(rf"tiếp nhận(?:\s+(?!\d)\S+){{0,4}}?\s+{_NUMBER}\s+hồ sơ", re.IGNORECASE)
_SHARE = re.compile(
    rf"{_NUMBER}\s+hồ sơ[,;]?\s+(?:đạt|chiếm)(?:\s+tỷ lệ|\s+tỉ lệ)?\s+(\d+(?:,\d+)?)\s*%",
    re.IGNORECASE,
)
_RESOLVED = re.compile(rf"đã giải quyết\s+{_NUMBER}\s+hồ sơ", re.IGNORECASE)
_OPEN = re.compile(r"đang (?:giải quyết|xử lý)|chưa (?:giải quyết|đến hạn)|còn lại", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """One place of a text whose figures do not fit, in a sentence ready to read."""

    quote: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ShareFinding(Finding):
    """A declared share beside the one that its own counts give."""

    counts: str
    printed: str
    computed: str


@dataclass(frozen=True, slots=True)
class OpenFinding(Finding):
    """Dossiers that are neither resolved nor said to be in time or overdue."""

    open: int


def check_text(text: str) -> tuple[Finding, ...]:
    """What does not fit in *text*, in its order. Rounded words ("hơn 46 %") are no claims."""
    plain = clean(text)
    found = [*_shares(plain), *_left_open(plain)]
    return tuple(finding for _, finding in sorted(found, key=lambda pair: pair[0]))


def _count(digits: str) -> int:
    return int(digits.replace(".", ""))


def _received_before(text: str, place: int) -> re.Match[str] | None:
    """The count of receipts that stands last before *place*."""
    return next(reversed([m for m in _RECEIVED.finditer(text) if m.end() <= place]), None)


def _shares(text: str) -> Iterator[tuple[int, Finding]]:
    for claim in _SHARE.finditer(text):
        base = _received_before(text, claim.start())
        if base is None:
            continue
        part, whole = _count(claim[1]), _count(base[1])
        printed = claim[2]
        if part > whole or _fits(part, whole, printed):
            continue
        rate = Rate(part, whole)
        sentence = (
            f"Văn bản ghi {printed} %, nhưng {claim[1]} trên {base[1]} hồ sơ là {rate.shown}."
        )
        yield (
            claim.start(),
            ShareFinding(claim[0], sentence, f"{part}/{whole}", f"{printed} %", rate.shown),
        )


def _fits(part: int, whole: int, printed: str) -> bool:
    """Whether *printed* is the share rounded half up to as many decimals as it has."""
    if whole == 0:
        return False
    integer, _, decimals = printed.partition(",")
    scale: int = 100 * 10 ** len(decimals)
    shown: int = (2 * part * scale + whole) // (2 * whole)
    return shown == int(integer + decimals)


def _left_open(text: str) -> Iterator[tuple[int, Finding]]:
    for done in _RESOLVED.finditer(text):
        base = _received_before(text, done.start())
        if base is None or _OPEN.search(text, base.start()):
            continue
        left = _count(base[1]) - _count(done[1])
        if left > 0:
            shown = f"{left:,}".replace(",", ".")
            sentence = (
                f"Tiếp nhận {base[1]}, đã giải quyết {done[1]}: còn {shown} hồ sơ không nói là "
                "trong hạn hay quá hạn."
            )
            yield done.start(), OpenFinding(text[base.start() : done.end()], sentence, left)
