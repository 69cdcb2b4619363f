"""Which of many backups are worth their room: near ones dense, far ones sparse."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

DAILY, WEEKLY, MONTHLY = 12, 10, 9
RECENT = 3
"""The newest ones are kept whatever their day: what was made before an import is one of them."""


def kept(moments: Iterable[datetime]) -> frozenset[datetime]:
    """Those of *moments* that stay.

    The newest three, and the last one of each of the newest 12 days, 10 weeks and 9 months in
    which backups were made.
    """
    newest_first = sorted(set(moments), reverse=True)
    found = set(newest_first[:RECENT])
    for number, span in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        found |= _last_of_each(newest_first, span, number)
    return frozenset(found)


def _last_of_each(
    newest_first: Iterable[datetime], span: Callable[[datetime], object], number: int
) -> set[datetime]:
    last: dict[object, datetime] = {}
    for moment in newest_first:
        last.setdefault(span(moment), moment)
    return set(list(last.values())[:number])


def _day(moment: datetime) -> date:
    return moment.date()


def _week(moment: datetime) -> tuple[int, int]:
    year, week, _day_of_week = moment.isocalendar()
    return year, week


def _month(moment: datetime) -> tuple[int, int]:
    return moment.year, moment.month


def gone_by(moments: Iterable[datetime], now: datetime) -> datetime:
    """When the last of *moments* goes, if from *now* on there is one backup every day."""
    old, new = set(moments), list[datetime]()
    while old:
        now += timedelta(days=1)
        new.append(now)
        stay = kept([*old, *new])
        old &= stay
        new = [one for one in new if one in stay]
    return now
