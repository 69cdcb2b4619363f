"""Documents of a period by direction: the month's totals where they stand, else the book."""

from collections import Counter
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from db.models import DocumentMonthRecord, OfficialDocumentRecord
from dxdesk.desk import Desk
from dxdesk.domain.calendar import WorkingCalendar
from dxdesk.domain.digital import DocumentCounts
from dxdesk.domain.duty import DutyState, state_of
from dxdesk.domain.ledgers.field import YES
from dxdesk.domain.ledgers.paperwork import KIND, NETWORK
from dxdesk.domain.period import Period
from dxdesk.services import settings
from dxdesk.services.ledgers.choices import choices_of

_LATE = {DutyState.OVERDUE, DutyState.DONE_LATE}


def counts(desk: Desk, period: Period, direction: str) -> DocumentCounts:
    """A whole month with totals is taken from them; every other day from the book."""
    with desk.reading() as session:
        totals, book = of_period(session, period, direction)
        rules = settings.rules(desk, session)
        day = min(period.last, desk.now().date())
        return _counted(totals, book, rules.calendar, day)


def of_period(
    session: Session, period: Period, direction: str
) -> tuple[list[DocumentMonthRecord], list[OfficialDocumentRecord]]:
    """The totals of whole months, and the documents of the other days."""
    totals = _totals(session, period, direction)
    months = {(one.year, one.month) for one in totals}
    book = [
        one
        for one in session.scalars(_booked(period, direction))
        if (one.booked_on.year, one.booked_on.month) not in months
    ]
    return totals, book


def _booked(period: Period, direction: str) -> Select[OfficialDocumentRecord]:
    return select(OfficialDocumentRecord).where(
        OfficialDocumentRecord.direction == direction,
        OfficialDocumentRecord.booked_on.between(period.first, period.last),
    )


def _totals(session: Session, period: Period, direction: str) -> list[DocumentMonthRecord]:
    """Totals of months that lie wholly within *period*; by kind only without a common one."""
    wanted = select(DocumentMonthRecord).where(DocumentMonthRecord.direction == direction)
    within = [one for one in session.scalars(wanted) if _is_within(one, period)]
    common = {(one.year, one.month) for one in within if not one.kind}
    return [one for one in within if not one.kind or (one.year, one.month) not in common]


def _is_within(one: DocumentMonthRecord, period: Period) -> bool:
    first = date(one.year, one.month, 1)
    after = date(one.year + one.month // 12, one.month % 12 + 1, 1)
    return period.first <= first and after.toordinal() - 1 <= period.last.toordinal()


def _counted(
    totals: list[DocumentMonthRecord],
    book: list[OfficialDocumentRecord],
    calendar: WorkingCalendar,
    day: date,
) -> DocumentCounts:
    signing = [one.signed for one in book if one.signed]
    media = [one.medium for one in book if one.medium]
    states = [state_of(d.due_on, d.done_on, today=day, calendar=calendar) for d in book if d.due_on]
    kinds = Counter({key: 0 for key, _ in choices_of(KIND)})
    kinds.update(one.kind for one in book)
    for one in totals:
        kinds[one.kind] += one.total
    names = dict(choices_of(KIND))
    return DocumentCounts(
        total=len(book) + sum(one.total for one in totals),
        signed=_sum([one.signed for one in totals], signing.count(YES), known=bool(signing)),
        network=_sum([one.network for one in totals], media.count(NETWORK), known=bool(media)),
        late=_sum(
            [one.late for one in totals], sum(s in _LATE for s in states), known=bool(states)
        ),
        signed_base=len(signing) + sum(one.total for one in totals if one.signed is not None),
        network_base=len(media) + sum(one.total for one in totals if one.network is not None),
        by_kind=tuple((names.get(key, key), number) for key, number in kinds.items() if number),
    )


def _sum(parts: list[int | None], counted: int, *, known: bool) -> int | None:
    """Sum of what is known; None when nothing is."""
    told = [one for one in parts if one is not None]
    return sum(told) + counted if told or known else None


def late(desk: Desk) -> tuple[tuple[str, int], ...]:
    """Who handles how many documents that are past their day and not done, most first."""
    today = desk.now().date()
    undone = or_(OfficialDocumentRecord.done_on.is_(None), OfficialDocumentRecord.done_on > today)
    wanted = select(OfficialDocumentRecord).where(
        OfficialDocumentRecord.due_on.is_not(None), undone
    )
    with desk.reading() as session:
        calendar = settings.rules(desk, session).calendar
        found = Counter(
            one.handler or "Chưa ghi người xử lý"
            for one in session.scalars(wanted)
            if state_of(one.due_on, one.done_on, today=today, calendar=calendar)
            is DutyState.OVERDUE
        )
    return tuple(found.most_common())
