"""Counts in a text and which figure each one is: "đã giải quyết 5.203 hồ sơ" is `resolved`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from dxdesk.domain.claims.numbers import WHOLE, whole
from dxdesk.domain.claims.prose import Prose

IN_LIMIT = "in_limit"
"""Early and on time in one number (`trước hạn và đúng hạn`)."""
TOTAL = "total"
_UNITS = (
    *(
        "ho so",
        "thu tuc",
        "van ban",
        "truong hop",
        "tai khoan",
        "ket qua",
        "cong dan",
        "thanh vien",
    ),
    *("luot", "nguoi", "ho", "phieu", "giay", "can bo", "to", "thon", "xa", "phuong"),
)
_UNIT = re.compile(rf"[^\S\n]*(?:bo\s+)?({'|'.join(_UNITS)})\b")
_COUNT = re.compile(WHOLE)
_ROUNDED = re.compile(r"\s*(?:nghin|ngan|trieu|ty|ti)\b")
_LIMIT = r"(?:giai quyet |tra ket qua |tra )?"
_FIGURES = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (rf"truoc (?:han )?(?:va|,|hoac) {_LIMIT}dung han|dung (?:han )?va truoc han", IN_LIMIT),
        (r"(?:truoc|som) (?:thoi )?han", "early"),
        (r"dung (?:thoi )?han", "on_time"),
        (r"(?:qua|tre|cham) (?:thoi )?han", "late"),
        (r"trong (?:thoi )?han|chua den han|con han", "in_time"),
        (r"toan trinh.*mot phan|mot phan.*toan trinh", "online"),
        (r"toan trinh", "full"),
        (r"mot phan", "partial"),
        (r"truc tuyen", "online"),
        (r"truc tiep", "in_person"),
        (r"buu chinh", "postal"),
        (r"ky truoc|chuyen (?:qua|sang|tiep)|ton dong", "carried_over"),
        (r"tu choi", "declined"),
        (r"(?:dang|chua) (?:duoc )?(?:giai quyet|xu ly)|con lai", "pending"),
        (r"giai quyet|da xu ly", "resolved"),
        (r"tiep nhan|da nhan", "received"),
        (r"tong (?:so|cong)", TOTAL),
    )
)
_BASES = re.compile(r"tiep nhan|da nhan|tong (?:so|cong)|giai quyet|da xu ly")
_LEAD_ENDS = re.compile(r"[.;\n\t()]\s|[(\n\t]|\d")
_TAIL_ENDS = re.compile(
    r"[,;.:()\n\t\d%]|\b(?:dat|chiem|tuong ung|trong do)\b"
    r"|\bva (?:da |dang |con )?(?:giai quyet|tiep nhan|tra|chua|xu ly)"
)
_PAUSE = re.compile(r"\s*(?:[,;.:()\n\t]|va\b|$)")
_NO_FIGURE = re.compile(r"\b(?:tang|giam|them|phan dau|muc tieu)\b|trong (?:tong )?so\b")
"""What follows is a difference, a wish, or a part of the figure that is named."""
_PARTS = re.compile(r"\b(?:gom|trong do)\b")
_SENTENCE_ENDS = re.compile(r"[.;]\s|\n")
_FAR = 160
_WHOLES = ("received", "resolved", "pending")
_DIVIDED = (*_WHOLES, "online", "carried_over", TOTAL)


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number that counts something."""

    value: int
    start: int
    end: int
    unit: str
    name: str
    """One of `figures.COUNT_NAMES`, IN_LIMIT, TOTAL, or empty."""
    base: bool
    """Shares that follow may be of it: what was received, resolved, or a total."""

    @property
    def place(self) -> tuple[int, int]:
        return self.start, self.end


def figure_of(words: str) -> str:
    """The figure that *words* (without accents) name; empty when none."""
    return next((name for pattern, name in _FIGURES if pattern.search(words)), "")


def between(counts: Sequence[Count], start: int, end: int) -> Sequence[Count]:
    """Those that begin from *start* up to *end*; a long text has very many."""
    first = bisect_left(counts, start, key=attrgetter("start"))
    return counts[first : bisect_left(counts, end, lo=first, key=attrgetter("start"))]


def counts_of(prose: Prose) -> tuple[Count, ...]:
    found: list[Count] = []
    owner: Count | None = None
    for one in _counts(prose.plain):
        gap = prose.plain[found[-1].end : one.start] if found else ""
        if _SENTENCE_ENDS.search(gap):
            owner = None
        elif owner is None and _PARTS.search(gap):
            owner = found[-1]
        found.append(_placed(one, found, owner, goes_on=not re.search(r"\.\s", gap)))
    return tuple(found)


def _placed(one: Count, before: list[Count], owner: Count | None, *, goes_on: bool) -> Count:
    """*one* under the name that its surroundings give it."""
    if owner is not None and owner.name not in _DIVIDED:
        return replace(one, name="", base=False)  # late ones, of which so many resolved
    parent = next((c.name for c in reversed(before) if c.name in _WHOLES), "")
    if one.name == "late" and parent == "pending" and goes_on:
        return replace(one, name="overdue")
    return one


def _counts(plain: str) -> Iterator[Count]:
    for found in _COUNT.finditer(plain):
        value = whole(found[0])
        unit = _UNIT.match(plain, found.end())
        if value is None or _ROUNDED.match(plain, found.end()):
            continue
        lead = _lead(plain, found.start())
        if _NO_FIGURE.search(lead.rpartition(",")[2]):
            yield Count(value, *found.span(), unit[1] if unit else "", "", base=False)
            continue
        if unit is None:
            if _PAUSE.match(plain, found.end()) and (name := _adjacent(lead)):
                yield Count(value, *found.span(), "", name, bool(_BASES.search(lead)))
            continue
        tail_end = _TAIL_ENDS.search(plain, unit.end())
        tail = plain[unit.end() : tail_end.start() if tail_end else len(plain)]
        name = figure_of(tail[:_FAR]) or figure_of(lead.rpartition(",")[2]) or figure_of(lead)
        base = bool(_BASES.search(lead))
        yield Count(value, *found.span(), unit[1], name, base)


def _lead(plain: str, place: int) -> str:
    """The words before the number at *place*, from the last end of a clause or number on."""
    before = plain[max(0, place - _FAR) : place]
    ends = [found.end() for found in _LEAD_ENDS.finditer(before)]
    return before[ends[-1] if ends else 0 :]


def _adjacent(lead: str) -> str:
    """The figure named right before a number that stands without a unit: "trực tuyến: 60"."""
    words = re.sub(r"[\s:=]*(?:\b(?:la|duoc|co)\b)?[\s:=]*$", "", lead.rpartition(",")[2])
    name = figure_of(words)
    return name if name and figure_of(" ".join(words.split()[-3:])) else ""
