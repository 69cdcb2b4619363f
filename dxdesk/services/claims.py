"""A text's counts beside the ward's own figures for the same period (figures.md R19)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dxdesk.desk import Desk
from dxdesk.domain.claims import Count, Finding, FindingKind, Prose, counts_of, periods_of
from dxdesk.domain.claims.counts import IN_LIMIT, TOTAL
from dxdesk.domain.claims.finding import grouped
from dxdesk.domain.claims.grids import without_tables
from dxdesk.domain.figures import COUNT_LABELS, COUNT_NAMES, Figures
from dxdesk.domain.period import CutOff, Period, PeriodKind, month
from dxdesk.domain.query import CountFilter
from dxdesk.domain.text import folded
from dxdesk.services import settings
from dxdesk.services.statistics import statistics

_PART_OF_WARD = re.compile(r"linh vuc|thu tuc hanh chinh ve|to dan pho|tung thu tuc")
_PLACE = re.compile(r"(?:[Pp]hường|[Xx]ã|[Tt]hị trấn|[Tt]hị xã|[Hh]uyện)\s+(?:[^\W\d_a-z]|\d)\w*")
_LABELS = {**COUNT_LABELS, IN_LIMIT: "Trước hạn và đúng hạn"}
_SUMS = {IN_LIMIT: ("early", "on_time"), TOTAL: ("received",)}
_ALSO = {
    "on_time": (("early", "on_time"),),
    "received": (("received", "carried_over"),),
    "late": (("overdue",), ("late", "overdue")),
    "overdue": (("late",), ("late", "overdue")),
}
"""What the same word often means too: "đúng hạn" with the early ones, "quá hạn" of both kinds."""


@dataclass(frozen=True, slots=True)
class WardFinding:
    """A count that differs from the ward's, and the list behind the ward's number."""

    finding: Finding
    listed: CountFilter


@dataclass(frozen=True, slots=True)
class Comparison:
    findings: tuple[WardFinding, ...]
    compared: int
    """How many counts were set beside the ward's."""
    why_not: str = ""
    """Why none was, in a sentence."""


def compare(desk: Desk, prose: Prose) -> Comparison:
    """Counts that *prose* gives for a period it names, against the ward's own."""
    if _of_another_place(prose.text, settings.office(desk).name):
        return Comparison((), 0, "Văn bản nói về nơi khác, nên không so với số liệu của đơn vị.")
    found: list[WardFinding] = []
    compared = 0
    known: dict[Period, CountFilter | None] = {}
    totals: dict[Period, tuple[Figures, ...]] = {}
    for count, period in _dated(prose):
        if period not in known:
            known[period], totals[period] = _figures(desk, period)
        listed = known[period]
        if listed is None:
            continue
        compared += 1
        if not _agrees(count, totals[period]):
            found.append(_finding(prose, count, listed, totals[period][0]))
    return Comparison(tuple(found), compared, "" if compared else _NOTHING)


_NOTHING = (
    "Không so được với số liệu của đơn vị: văn bản không ghi rõ kỳ (tháng, quý, năm), hoặc đơn vị "
    "không có hồ sơ trong kỳ đó."
)


def _of_another_place(text: str, ward: str) -> bool:
    if not ward:
        return False
    name = folded(ward)
    return bool(_PLACE.search(text)) and name not in folded(text)


def _dated(prose: Prose) -> Iterator[tuple[Count, Period]]:
    """Counts of dossiers with a name of their own in their period: a second one is of a group."""
    periods = periods_of(prose)
    running = without_tables(prose)
    found = [
        (one, period)
        for one in counts_of(running)
        if _is_figure(one) and not _of_a_part(running.unmasked, one.start)
        and (period := _last_before(periods, one.start))
    ]  # fmt: skip
    names = [(one.name, period) for one, period in found]
    return (pair for pair, name in zip(found, names, strict=True) if names.count(name) == 1)


def _is_figure(one: Count) -> bool:
    return one.unit in {"ho so", ""} and one.name in {*COUNT_NAMES, *_SUMS}


def _of_a_part(plain: str, place: int) -> bool:
    start = max(plain.rfind(end, 0, place) for end in (". ", "\n"))
    return bool(_PART_OF_WARD.search(plain[max(start, 0) : place]))


def _last_before(periods: tuple[tuple[int, Period], ...], place: int) -> Period | None:
    return next((period for start, period in reversed(periods) if start < place), None)


def _figures(desk: Desk, period: Period) -> tuple[CountFilter | None, tuple[Figures, ...]]:
    """The ward's figures, first by calendar months, then by the statutory cut-off (R12)."""
    asked = [period]
    if period.kind is PeriodKind.MONTH:
        asked.append(month(period.last.year, period.last.month, cut_off=CutOff.STATUTORY))
    found = [statistics(desk, one) for one in asked]
    if found[0].total == Figures():
        return None, ()
    listed = CountFilter("received", period, found[0].as_of, found[0].early_rule)
    return listed, tuple(one.total for one in found)


def _agrees(count: Count, totals: tuple[Figures, ...]) -> bool:
    ways = [_parts(count.name), *_ALSO.get(count.name, ())]
    return any(_sum(total, parts) == count.value for total in totals for parts in ways)


def _parts(name: str) -> tuple[str, ...]:
    return _SUMS.get(name, (name,))


def _sum(total: Figures, parts: tuple[str, ...]) -> int:
    return sum(getattr(total, part) for part in parts)


def _finding(prose: Prose, count: Count, listed: CountFilter, total: Figures) -> WardFinding:
    own = _sum(total, _parts(count.name))
    name = _LABELS.get(count.name, _LABELS["received"])
    made = prose.finding(
        FindingKind.WARD,
        count.place,
        f"Văn bản ghi {grouped(count.value)}; số liệu của đơn vị {listed.period.label}: "
        f"{name.lower()} {grouped(own)}.",
        printed=grouped(count.value),
        computed=grouped(own),
    )
    return WardFinding(made, replace(listed, name=_parts(count.name)[0]))
