"""Declared shares against the counts beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dxdesk.domain.claims.counts import Count, between
from dxdesk.domain.claims.finding import Finding, FindingKind, grouped
from dxdesk.domain.claims.numbers import BOUNDS, OUT_OF, RATE, ROUGHLY, WHOLE, fits, percent, whole
from dxdesk.domain.claims.prose import Prose
from dxdesk.domain.figures import Rate

_WORDS = r"(?:(?!trong do|ty le|ti le)[^\d.,;:%()\n\t_]){0,60}?,?\s*"
_SAID = r"(?:\(|:|=|\b(?:dat|chiem|tuong ung|tuong duong|bang|ty le|ti le|la)\b)"
_RATIO = r"(?:ty le|ti le)?\s*(?:la|:|voi)?\s*"
_OF_ALL = rf"({WHOLE})\s*(?:/|\b(?:tren|trong)(?: tong)?(?: so)?\b)\s*({OUT_OF})"
_COUNTED = re.compile(rf"{_OF_ALL}({_WORDS})({_SAID})\s*{_RATIO}{ROUGHLY}{RATE}")
_BACKWARDS = re.compile(rf"{ROUGHLY}{RATE}\s*[,(]?\s*\(?(?:dat |tuc |la )?\s*{_OF_ALL}")
_SHARE = re.compile(
    rf"({WHOLE})\s+([^\W\d_]{_WORDS})({_SAID})\s*(?:(?:dat|chiem)\s+)?{_RATIO}{ROUGHLY}{RATE}"
)
_OF_WHAT = re.compile(r"\s*(?:tren|trong|cua)?\s*(?:tong so|so)\b[^\d.;\n]{0,20}(?=\d)")
_NO_SHARE = re.compile(r"\b(?:tang|giam|so voi|cung ky|vuot|chi tieu|ke hoach|phan dau|muc tieu)\b")
_NO_SHARE_AFTER = re.compile(
    r"\s*(?:so voi|ke hoach|chi tieu|du toan|cung ky|nghi quyet|diem|ho so)\b"
)
_NUMBER = re.compile(WHOLE)
_REACH = 1000
"""Letters before a share within which its base may stand."""
_ALL = "100"
_OF = {
    **dict.fromkeys(("early", "on_time", "late", "in_limit"), ("resolved", "received", "total")),
    **dict.fromkeys(("overdue", "in_time"), ("pending",)),
    **dict.fromkeys(("full", "partial"), ("online", "received", "total")),
}
_OF_RECEIVED = ("received", "total")


@dataclass(frozen=True, slots=True)
class Share:
    """A count, the share it is said to be, and of what when that stands beside it."""

    part: int
    whole: int | None
    printed: str
    bound: str
    place: tuple[int, int]


def share_findings(prose: Prose, counts: Sequence[Count]) -> Iterator[Finding]:
    for share in _shares(prose.plain):
        rate = _rate(share, counts)
        if rate is None or fits(rate, share.printed, share.bound):
            continue
        said = f"{BOUNDS.get(share.bound, '')} {percent(share.printed)} %".strip()
        of = f"{grouped(rate.numerator)} trên {grouped(rate.denominator)}"
        yield prose.finding(
            FindingKind.SHARE,
            share.place,
            f"Văn bản ghi {said}, nhưng {of} là {rate.shown}.",
            printed=said,
            computed=rate.shown,
            counts=f"{rate.numerator}/{rate.denominator}",
        )


def _shares(plain: str) -> Iterator[Share]:
    taken = 0
    found = [
        *((match, _explicit(match)) for match in _COUNTED.finditer(plain)),
        *((match, _backwards(match)) for match in _BACKWARDS.finditer(plain)),
        *((match, _alone(match)) for match in _SHARE.finditer(plain)),
    ]
    for match, share in sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end())):
        if match.start() < taken:
            continue
        taken = match.end()
        if share is not None and not _tells_change(plain, match):
            yield replace(share, whole=share.whole or _of_what(plain, match.end()))


def _of_what(plain: str, place: int) -> int | None:
    """The number after the share: "99,96 % tổng số 3.452 hồ sơ"."""
    after = _OF_WHAT.match(plain, place)
    of = _NUMBER.match(plain, after.end()) if after else None
    return whole(of[0]) if of else None


def _tells_change(plain: str, match: re.Match[str]) -> bool:
    """Whether it is an increase, or what shall be reached, and so no share."""
    sentence = max(plain.rfind(end, 0, match.start()) for end in (". ", "\n", ";"))
    words = plain[max(sentence, match.start() - 120, 0) : match.end()]
    ends_so = plain[match.end() - 1] in "%m"  # %, phần trăm
    after = ends_so and _NO_SHARE_AFTER.match(plain, match.end())
    return bool(_NO_SHARE.search(words) or after)


def _explicit(match: re.Match[str]) -> Share | None:
    part, of, words, said, bound, printed = match.groups()
    if printed == _ALL and said == "dat" and "," not in words and "ty le" not in match[0]:
        return None  # "12/15 thủ tục đạt 100 %": of each of the twelve
    return Share(whole(part) or 0, whole(of), printed, bound or "", match.span())


def _backwards(match: re.Match[str]) -> Share:
    bound, printed, part, of = match.groups()
    return Share(whole(part) or 0, whole(of), printed, bound or "", match.span())


def _alone(match: re.Match[str]) -> Share:
    part, _words, _said, bound, printed = match.groups()
    return Share(whole(part) or 0, None, printed, bound or "", match.span())


def _rate(share: Share, counts: Sequence[Count]) -> Rate | None:
    """The share that the counts give; None when nothing says of what it is one."""
    if share.whole is not None:
        return Rate(share.part, share.whole)
    start = share.place[0]
    own = next(iter(between(counts, start, start + 1)), None)
    if own is None or (own.base and share.printed == _ALL):
        return None
    before = [one for one in between(counts, start - _REACH, start) if _may_hold(one, own)]
    rates = [Rate(own.value, one.value) for one in before]
    fitting = next((rate for rate in rates if fits(rate, share.printed, share.bound)), None)
    return fitting or _preferred(own, before)


def _may_hold(one: Count, own: Count) -> bool:
    return one.value >= own.value and own.unit in {one.unit, ""}


def _preferred(own: Count, before: Sequence[Count]) -> Rate | None:
    """Of the counts before it the one of which *own* is a part by definition (R16)."""
    for name in _OF.get(own.name, _OF_RECEIVED):
        for one in reversed(before):
            if one.name == name or (name in _OF_RECEIVED and one.base and one.name != "resolved"):
                return Rate(own.value, one.value)
    return None
