"""Outreach of a period, and campaigns with their daily tally."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select

from db.models import CampaignDayRecord, CampaignRecord, OutreachEventRecord
from dxdesk.desk import Desk
from dxdesk.domain.digital import OutreachCounts
from dxdesk.domain.ledgers.outreach import EVENT_FORMS, TALLIES
from dxdesk.domain.period import Period
from dxdesk.errors import DeskError

MEASURES = tuple((one.key, one.title) for one in TALLIES.fields if one.summed)


@dataclass(frozen=True, slots=True)
class CampaignSheet:
    """A campaign, its days in order, and the sums of what is known."""

    name: str
    first_on: date
    last_on: date
    goal: str
    target: int | None
    lead: str
    document: str
    result: str
    days: tuple[tuple[date, tuple[int | None, ...]], ...]
    """Every day of the campaign up to today; None: nobody noted it."""
    sums: tuple[int | None, ...]

    @property
    def unnoted(self) -> tuple[date, ...]:
        """Days without any number."""
        return tuple(day for day, numbers in self.days if all(one is None for one in numbers))


def counts(desk: Desk, period: Period) -> OutreachCounts:
    within = OutreachEventRecord.day.between(period.first, period.last)
    reach = OutreachEventRecord.reach
    statement = (
        select(OutreachEventRecord.form, func.count(), func.sum(reach), func.count(reach))
        .where(within)
        .group_by(OutreachEventRecord.form)
    )
    with desk.reading() as session:
        found = {row[0]: (row[1], row[2], row[3]) for row in session.execute(statement)}
    known = [reached for _, reached, _ in found.values() if reached is not None]
    names = (*EVENT_FORMS, ("", "Chưa ghi hình thức"))
    return OutreachCounts(
        events=sum(number for number, _, _ in found.values()),
        reach=sum(known) if known else None,
        uncounted=sum(number - counted for number, _, counted in found.values()),
        by_form=tuple(
            (name, found[form][0], found[form][1]) for form, name in names if form in found
        ),
    )


def campaign(desk: Desk, campaign_id: int) -> CampaignSheet:
    """The closing sheet; days that nobody noted stay unknown and are named."""
    with desk.reading() as session:
        one = session.get(CampaignRecord, campaign_id)
        if one is None:
            raise DeskError("Chiến dịch này không còn trong sổ; hãy đọc lại dữ liệu (F5).")
        rows = session.scalars(
            select(CampaignDayRecord).where(CampaignDayRecord.campaign_id == campaign_id)
        ).all()
        noted: dict[date, list[tuple[int | None, ...]]] = {}
        for row in rows:
            numbers = tuple(getattr(row, key) for key, _ in MEASURES)
            noted.setdefault(row.day, []).append(numbers)
        last = min(one.last_on, desk.now().date())
        span = range(max((last - one.first_on).days + 1, 0))
        days = tuple(
            (day, _sums(noted.get(day, [])))
            for day in (one.first_on + timedelta(days=at) for at in span)
        )
        return CampaignSheet(
            name=one.name,
            first_on=one.first_on,
            last_on=one.last_on,
            goal=one.goal,
            target=one.target,
            lead=one.lead,
            document=one.document,
            result=one.result,
            days=days,
            sums=_sums([numbers for _, numbers in days]),
        )


def _sums(rows: Sequence[tuple[int | None, ...]]) -> tuple[int | None, ...]:
    """Sums by column of what is known; unknown where nothing is."""
    return tuple(
        sum(known) if (known := [row[at] or 0 for row in rows if row[at] is not None]) else None
        for at in range(len(MEASURES))
    )
