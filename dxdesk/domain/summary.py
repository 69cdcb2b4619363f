"""One page for the vice-chair: five numbers, three dangers, the names to ask."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dxdesk.domain.dossier import DossierLine
from dxdesk.domain.figures import Figures, Statistics
from dxdesk.domain.period import Period

DANGERS = 3
NAMES = 3
FEW = 5
"""Below so many dossiers a share says nothing about a trend."""


@dataclass(frozen=True, slots=True)
class Danger:
    """One thing that goes wrong. *count* is the number of figures (R15) that lists its dossiers."""

    sentence: str
    number: int
    count: str


@dataclass(frozen=True, slots=True)
class Summary:
    period: Period
    as_of: datetime
    total: Figures
    dangers: tuple[Danger, ...]
    """The worst first; at most three."""
    names: tuple[tuple[str, int], ...]
    """Officers with the most late dossiers."""
    late: tuple[DossierLine, ...]
    """Overdue ones first, then those finished late, the longest late first."""


def summarise(statistics: Statistics, late: Sequence[DossierLine]) -> Summary:
    """The summary of one period from figures by field and the list of late dossiers."""
    officers = Counter(line.officer or "Chưa phân công" for line in late)
    ranked = sorted(officers.items(), key=lambda item: (-item[1], item[0]))
    return Summary(
        period=statistics.period,
        as_of=statistics.as_of,
        total=statistics.total,
        dangers=tuple(_dangers(statistics, late)[:DANGERS]),
        names=tuple(ranked[:NAMES]),
        late=tuple(sorted(late, key=_urgency)),
    )


def _urgency(line: DossierLine) -> tuple[bool, datetime, str]:
    return (line.finished_at is not None, line.due_at or datetime.max, line.book)


def _dangers(statistics: Statistics, late: Sequence[DossierLine]) -> list[Danger]:
    total = statistics.total
    unexplained = sum(not line.late_reason.strip() and not line.late_cause for line in late)
    found = (
        Danger(_overdue(statistics), total.overdue, "overdue"),
        Danger(
            f"{total.late} hồ sơ đã giải quyết quá hạn trong kỳ{_worst(statistics)}",
            total.late,
            "late",
        ),
        Danger(
            f"{unexplained} hồ sơ quá hạn chưa ghi nguyên nhân",
            unexplained,
            "overdue" if total.overdue else "late",
        ),
        Danger(
            f"{total.unknown_channel} hồ sơ chưa rõ kênh tiếp nhận, báo cáo chưa lập được",
            total.unknown_channel,
            "unknown_channel",
        ),
        Danger(
            f"{total.stopped} hồ sơ đang tạm dừng tính thời hạn, cần theo dõi",
            total.stopped,
            "stopped",
        ),
        Danger(f"{total.declined} hồ sơ bị từ chối tiếp nhận", total.declined, "declined"),
    )
    return [danger for danger in found if danger.number]


def _overdue(statistics: Statistics) -> str:
    fields = [g for g in statistics.groups if g.figures.overdue]
    worst = max(fields, key=lambda group: group.figures.overdue, default=None)
    text = f"{statistics.total.overdue} hồ sơ đang giải quyết đã quá hạn"
    if worst is None or len(fields) == 1:
        return text if worst is None else f"{text}, đều ở lĩnh vực {worst.name}"
    return f"{text}, nhiều nhất ở lĩnh vực {worst.name} ({worst.figures.overdue})"


def _worst(statistics: Statistics) -> str:
    """The field with the largest share of late ones; small numbers are no trend."""
    enough = [g for g in statistics.groups if g.figures.late and g.figures.resolved >= FEW]
    if not enough:
        return ""
    worst = max(enough, key=lambda g: g.figures.rates.late.value or 0)
    rate = worst.figures.rates.late
    return f"; cao nhất ở lĩnh vực {worst.name}: {rate.shown} ({rate.exact})"
