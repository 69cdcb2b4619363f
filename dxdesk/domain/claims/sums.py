"""Totals of a text against the parts that it names."""

import re
from collections.abc import Iterator, Sequence

from dxdesk.domain.claims.counts import Count, between
from dxdesk.domain.claims.finding import Finding, FindingKind, grouped
from dxdesk.domain.claims.identities import Broken, broken
from dxdesk.domain.claims.numbers import RATE
from dxdesk.domain.claims.prose import Prose

_CONSISTS = re.compile(r"[^\d.;\n]{0,60}\bgom\b\s*(?:co\b)?\s*:?")
_OPEN_LIST = re.compile(r"\.\.\.|…|\bv\.?v\b|trong do|bao gom.*bao gom")
_LIST_LINE = re.compile(r"\s*[-+•*–]")
_STILL_OPEN = re.compile(
    r"(?:dang|chua)(?: duoc)? (?:giai quyet|xu ly)|chua den han|con lai|trong han"
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_FAR = 1500
_FEWEST = 2


def sum_findings(prose: Prose, counts: Sequence[Count]) -> Iterator[Finding]:
    told: set[tuple[int, int]] = set()
    for found in (*_named(prose, counts), *_listed(prose, counts), *_left_open(prose, counts)):
        if (found.start, found.open is None) not in told:
            told.add((found.start, found.open is None))
            yield found


def _named(prose: Prose, counts: Sequence[Count]) -> Iterator[Finding]:
    for start, end in _scopes(prose.plain):
        within = [one for one in between(counts, start, end) if one.name]
        values = {one.name: one for one in within}
        if len(values) < len(within) or len(within) < _FEWEST:
            continue  # one name twice: two groups, or two periods
        for wrong in broken({name: one.value for name, one in values.items()}):
            yield _finding(prose, values, wrong)


def _scopes(plain: str) -> Iterator[tuple[int, int]]:
    """Each line, and each block of lines between empty ones."""
    yield from ((line.start(), line.end()) for line in re.finditer(r"[^\n]+", plain))
    start = 0
    for gap in _PARAGRAPH.finditer(plain):
        yield start, gap.start()
        start = gap.end()
    yield start, len(plain)


def _finding(prose: Prose, values: dict[str, Count], wrong: Broken) -> Finding:
    whole = values[wrong.whole]
    places = [whole.place, *(values[name].place for name in wrong.parts)]
    return prose.finding(
        FindingKind.SUM,
        (min(start for start, _ in places), max(end for _, end in places)),
        wrong.sentence,
        printed=grouped(wrong.total),
        computed=grouped(wrong.sum),
        counts=" + ".join(str(values[name].value) for name in wrong.parts),
    )


def _listed(prose: Prose, counts: Sequence[Count]) -> Iterator[Finding]:
    """What a list that is complete adds up to: 100 hồ sơ, gồm 60 … và 30 …."""
    for whole in counts:
        consists = _CONSISTS.match(prose.plain, whole.end)
        if consists is None or not whole.unit:
            continue
        end = _end_of_list(prose.plain, consists.end())
        text = prose.plain[consists.end() : end]
        listed = between(counts, whole.end, end)
        parts = [one for one in listed if _top_level(prose, one, consists.end())]
        if (
            len(parts) < _FEWEST
            or _OPEN_LIST.search(text)
            or {p.unit for p in parts} - {whole.unit, ""}
        ):
            continue
        total = sum(one.value for one in parts)
        if total != whole.value:
            yield prose.finding(
                FindingKind.SUM,
                (whole.start, parts[-1].end),
                f"Văn bản ghi {grouped(whole.value)}, nhưng các phần kể ra cộng lại là "
                f"{grouped(total)}.",
                printed=grouped(whole.value),
                computed=grouped(total),
                counts=" + ".join(str(one.value) for one in parts),
            )


def _end_of_list(plain: str, start: int) -> int:
    """The end of the sentence; a list with dashes goes on over its lines."""
    place = start
    while found := re.compile(r"\.(?=\s|$)|\n|$").search(plain, place):
        if found[0] != "\n" or not _LIST_LINE.match(plain, found.end()):
            return found.start()
        place = found.end()
    return len(plain)


def _top_level(prose: Prose, one: Count, start: int) -> bool:
    before = prose.plain[start : one.start]
    return before.count("(") <= before.count(")")


def _left_open(prose: Prose, counts: Sequence[Count]) -> Iterator[Finding]:
    for at, done in enumerate(counts):
        received = counts[at - 1] if at else None
        if (
            done.name != "resolved"
            or received is None
            or not received.base
            or received.name not in _RECEIVED
        ):
            continue
        between = prose.plain[received.end : done.start]
        left = received.value - done.value
        rest = prose.plain[received.start : received.start + _FAR]
        if left <= 0 or "\n\n" in between or re.search(RATE, between) or _STILL_OPEN.search(rest):
            continue
        yield prose.finding(
            FindingKind.NOTE,
            (received.start, done.end),
            f"Tiếp nhận {grouped(received.value)}, đã giải quyết {grouped(done.value)}: còn "
            f"{grouped(left)} hồ sơ không nói là trong hạn hay quá hạn.",
            printed="",
            computed=grouped(left),
            left=left,
        )


_RECEIVED = ("received", "online", "total")
