"""What teams did beside how an indicator of their hamlets moved: at the same time, no cause."""

from dataclasses import dataclass
from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.indicators.amount import amount_text
from dxdesk.domain.indicators.kinds import Indicator, Unit
from dxdesk.domain.indicators.value import Value
from dxdesk.domain.period import Period
from dxdesk.services.digital import teams
from dxdesk.services.indicators.values import history


@dataclass(frozen=True, slots=True)
class Beside:
    """Of one hamlet: its first and last value, and what its team did from the one to the other."""

    hamlet: str
    first: str
    last: str
    since: date | None
    until: date | None
    activities: int
    guided: int | None


def beside(desk: Desk, indicator: Indicator) -> tuple[Beside, ...]:
    """Every hamlet in use; without two values on one base there is no span to look at."""
    values: dict[str, list[Value]] = {}
    for value in reversed(history(desk, indicator.id)):
        if value.hamlet and value.amount.worth is not None:
            values.setdefault(value.hamlet, []).append(value)
    today = desk.now().date()
    return tuple(
        _row(desk, name, values.get(name, []), indicator.plan.unit)
        for name, _, _ in teams.by_hamlet(desk, Period(today, today))
    )


def _row(desk: Desk, hamlet: str, values: list[Value], unit: Unit) -> Beside:
    alike = [one for one in values if one.base is values[-1].base]
    if len(alike) < 2:  # noqa: PLR2004 - a movement has two ends
        told = amount_text(alike[0].amount, unit) if alike else ""
        return Beside(hamlet, "", told, None, None, 0, None)
    first, last = alike[0], alike[-1]
    span = Period(first.period.last, last.period.last)
    did = next((row for row in teams.by_hamlet(desk, span) if row[0] == hamlet), (hamlet, 0, None))
    return Beside(
        hamlet,
        amount_text(first.amount, unit),
        amount_text(last.amount, unit),
        span.first,
        span.last,
        did[1],
        did[2],
    )
