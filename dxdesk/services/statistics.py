"""Figures over any period and group, and the dossiers behind each number (R8–R19)."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import figures, groups
from db.members import members
from db.models import ActionKind, ActionRecord
from dxdesk.desk import Desk
from dxdesk.domain.closing import Snapshot
from dxdesk.domain.figures import COUNT_NAMES, Figures, GroupFigures, Statistics
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import Period, month
from dxdesk.domain.query import CountFilter
from dxdesk.domain.text import sort_key
from dxdesk.errors import InputError
from dxdesk.services.settings import rules

GROUP_KINDS = groups.GROUP_KINDS
_IN_GIVEN_ORDER = "channel"


def statistics(
    desk: Desk,
    period: Period,
    *,
    by: str = "field",
    as_of: datetime | None = None,
    early_rule: EarlyRule | None = None,
) -> Statistics:
    """The figures of *period*: one pass in the database, groups in Vietnamese order.

    *as_of* replaces "now" (R13); *early_rule* replaces the ward's choice (R10).
    """
    if by not in GROUP_KINDS:
        raise InputError(f"Nhóm “{by}” không có; hãy chọn một trong: {', '.join(GROUP_KINDS)}.")
    with desk.reading() as session:
        asked = _asked(desk, session, period, as_of, early_rule)
        found = figures.figures(session, asked, by=by)
        last, at = last_action(session)
        return Statistics(
            period=period,
            as_of=asked.as_of,
            early_rule=asked.early_rule,
            by=by,
            groups=_in_order(found, by),
            total=sum((group.figures for group in found), Figures()),
            last_action=last,
            taken_at=at,
        )


def last_action(session: Session) -> tuple[int, datetime]:
    """Number and moment of the newest action that could have changed a figure."""
    newest = (
        select(ActionRecord.id, ActionRecord.at)
        .where(ActionRecord.kind != ActionKind.FINAL)
        .order_by(ActionRecord.id.desc())
        .limit(1)
    )
    number, at = session.execute(newest).one()
    return number, at


def snapshot(
    desk: Desk,
    period: Period,
    *,
    by: str = "field",
    as_of: datetime | None = None,
    early_rule: EarlyRule | None = None,
) -> Snapshot:
    """The figures of *period* with every dossier behind them."""
    found = statistics(desk, period, by=by, as_of=as_of, early_rule=early_rule)
    asked = CountFilter("received", period, found.as_of, found.early_rule)
    with desk.reading() as session:
        return Snapshot(found, tuple(members(session, asked, by=by)))


def _asked(
    desk: Desk,
    session: Session,
    period: Period,
    as_of: datetime | None,
    early_rule: EarlyRule | None,
) -> CountFilter:
    rule = early_rule or rules(desk, session).office.early_rule
    return CountFilter("received", period, period.as_of(as_of or desk.now()), rule)


def _in_order(groups: tuple[GroupFigures, ...], by: str) -> tuple[GroupFigures, ...]:
    if by == _IN_GIVEN_ORDER:
        return groups
    return tuple(sorted(groups, key=lambda group: (sort_key(group.name), group.key)))


def count_filter(
    desk: Desk,
    name: str,
    period: Period,
    *,
    as_of: datetime | None = None,
    early_rule: EarlyRule | None = None,
) -> CountFilter:
    """The filter that lists exactly the dossiers which `statistics` counts under *name*."""
    if name not in COUNT_NAMES:
        raise InputError(
            f"Số liệu “{name}” không có; hãy chọn một trong: {', '.join(COUNT_NAMES)}."
        )
    with desk.reading() as session:
        asked = _asked(desk, session, period, as_of, early_rule)
    return CountFilter(name, period, asked.as_of, asked.early_rule)


def monthly_series(
    desk: Desk, *, months: int = 13, until: Period | None = None, now: datetime | None = None
) -> tuple[tuple[Period, Figures], ...]:
    """Figures of *months* months up to *until* (this month), oldest first."""
    now = now or desk.now()
    period = until or month(now.year, now.month)
    found = []
    for _ in range(months):
        found.append((period, statistics(desk, period, as_of=now).total))
        period = period.previous()
    return tuple(reversed(found))
