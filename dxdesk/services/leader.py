"""One page for the leader, readable in a minute: this month, what threatens, what is late and why.

Every number is one of `statistics` or of the work lists; nothing is counted anew (R15).
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from db.models import ApologyRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.figures import GroupFigures
from dxdesk.domain.leader import Danger, LateDossier, LeaderPage
from dxdesk.domain.period import Period, month
from dxdesk.domain.query import CountFilter, Order, Query, Worklist
from dxdesk.services import acceptance, listing, worklists
from dxdesk.services.acceptance import minutes_until
from dxdesk.services.report_wordings import office_of
from dxdesk.services.settings import rules_in_force
from dxdesk.services.statistics import count_filter, statistics
from dxdesk.services.wordings import ALL

DANGERS = 3
LATE_LINES = 10


def leader_page(desk: Desk) -> LeaderPage:
    now = desk.now()
    period = month(now.year, now.month)
    by_field = statistics(desk, period, by="field")
    work = worklists.counts(desk)
    return LeaderPage(
        period=period,
        as_of=by_field.as_of,
        early_rule=by_field.early_rule,
        figures=by_field.total,
        previous=statistics(desk, period.previous()).total,
        dangers=_first(desk, period, by_field.groups, work),
        late=_late(desk),
        overdue=work.numbers[Worklist.OVERDUE],
    )


def write(desk: Desk, found: LeaderPage, path: Path) -> None:
    """The page as PDF. Raises StorageError when it cannot be written."""
    from dxdesk.reports.leader import write_leader_page

    write_leader_page(found, office_of(desk, ALL), path)


def _first(
    desk: Desk, period: Period, fields: tuple[GroupFigures, ...], work: worklists.WorkCounts
) -> tuple[Danger, ...]:
    found = _dangers(desk, period, fields, work)
    return tuple(danger for danger, _ in zip(found, range(DANGERS), strict=False))


def _dangers(
    desk: Desk, period: Period, fields: tuple[GroupFigures, ...], work: worklists.WorkCounts
) -> Iterator[Danger]:
    """What is true now, the most pressing first: what can still be saved, then what is lost."""
    today = work.numbers[Worklist.DUE_TODAY]
    if today:
        text = f"{_many(today)} phải có kết quả trong hôm nay"
        yield Danger(text, Query(work=Worklist.DUE_TODAY, order=Order.DUE, descending=False))
    waiting = acceptance.waiting(desk, limit=0)
    if waiting.late:
        text = (
            f"{_many(waiting.late)} nộp trực tuyến đã quá 8 giờ làm việc mà chưa tiếp nhận, trong "
            f"{waiting.total} hồ sơ đang chờ"
        )
        yield Danger(text, Query(work=Worklist.TO_ACCEPT, descending=False))
    overdue = count_filter(desk, "overdue", period)
    if worst := _worst(fields):
        yield _of_group("Lĩnh vực", worst, overdue, "field")
    if worst := _worst(statistics(desk, period, by="officer").groups):
        yield _of_group("Đang do", worst, overdue, "officer")
    if tomorrow := work.numbers[Worklist.DUE_TOMORROW]:
        text = f"{_many(tomorrow)} hẹn trả từ ngày mai đến hết ngày làm việc tới"
        yield Danger(text, Query(work=Worklist.DUE_TOMORROW, order=Order.DUE, descending=False))


def _worst(groups: tuple[GroupFigures, ...]) -> GroupFigures | None:
    worst = max(groups, key=lambda group: group.figures.overdue, default=None)
    return worst if worst is not None and worst.figures.overdue else None


def _of_group(what: str, group: GroupFigures, overdue: CountFilter, by: str) -> Danger:
    figures = group.figures
    holds = " giữ" if by == "officer" else ""
    text = (
        f"{what} {group.name}{holds}: {figures.overdue} hồ sơ quá hạn trong {figures.pending} hồ "
        "sơ đang giải quyết"
    )
    count = replace(overdue, by=by, key=group.key)
    return Danger(text, Query(count=count, order=Order.DUE, descending=False))


def _many(number: int) -> str:
    return f"{number} hồ sơ"


def _late(desk: Desk) -> tuple[LateDossier, ...]:
    asked = Query(work=Worklist.OVERDUE, order=Order.DUE, descending=False)
    lines = listing.first_page(desk, asked, limit=LATE_LINES).lines
    calendar, now = rules_in_force(desk).calendar, desk.now()
    apologies = _apologies(desk, [line.id for line in lines])
    found = []
    for line in lines:
        left = None if line.due_at is None else minutes_until(line.due_at, calendar, now)
        cause = line.late_cause.label if line.late_cause else ""
        why = line.late_reason or apologies.get(line.id, "") or cause
        found.append(LateDossier(line, None if left is None else -left, why))
    return tuple(found)


def _apologies(desk: Desk, ids: list[DossierId]) -> dict[int, str]:
    """The reason of each dossier's last apology slip."""
    statement = (
        select(ApologyRecord.dossier_id, ApologyRecord.reason)
        .where(ApologyRecord.dossier_id.in_(ids))
        .order_by(ApologyRecord.at, ApologyRecord.id)
    )
    with desk.reading() as session:
        return {dossier: reason for dossier, reason in session.execute(statement) if reason}
