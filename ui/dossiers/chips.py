"""The filters in force, in words, each removable alone."""

from dataclasses import dataclass, replace

from dxdesk.domain.figures import COUNT_LABELS
from dxdesk.domain.query import CountFilter, Query
from ui.dossiers.filters import FIELD, HAMLET, OFFICER, PROCEDURE, Choices, with_entry
from ui.dossiers.moments import day_text


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in force: the query that is left when it is removed."""

    label: str
    without: Query


def chips(query: Query, choices: Choices) -> list[Chip]:
    """Every filter in force but the search text, each removable alone."""
    found = [
        Chip(f"Trạng thái: {one.label}", replace(query, states=query.states - {one}))
        for one in sorted(query.states)
    ]
    found += [
        Chip(f"Kênh: {one.label}", replace(query, channels=query.channels - {one}))
        for one in sorted(query.channels)
    ]
    for kind, title in (
        (FIELD, "Lĩnh vực"),
        (PROCEDURE, "Thủ tục"),
        (OFFICER, "Người giữ"),
        (HAMLET, "Tổ dân phố"),
    ):
        key = getattr(query, kind)
        if key is not None:
            label = f"{title}: {choices.name(kind, key)}"
            found.append(Chip(label, with_entry(query, kind, None)))
    return found + _further_chips(query)


def _further_chips(query: Query) -> list[Chip]:
    found = []
    if query.first is not None or query.last is not None:
        found.append(Chip(_period_label(query), replace(query, first=None, last=None)))
    if query.lateness is not None:
        found.append(Chip(query.lateness.label, replace(query, lateness=None)))
    if query.work is not None:
        found.append(Chip(f"Việc: {query.work.label}", replace(query, work=None)))
    if query.count is not None:
        found.append(Chip(_count_label(query.count), replace(query, count=None)))
    return found


def _period_label(query: Query) -> str:
    if query.first == query.last:
        return f"Tiếp nhận ngày {day_text(query.first)}"
    parts = ["Tiếp nhận"]
    if query.first is not None:
        parts.append(f"từ {day_text(query.first)}")
    if query.last is not None:
        parts.append(f"đến {day_text(query.last)}")
    return " ".join(parts)


def _count_label(count: CountFilter) -> str:
    return f"Số liệu: {COUNT_LABELS[count.name]}, {count.period.label}"
