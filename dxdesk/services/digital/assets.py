"""Rates of the staff's accounts, devices that the budget request names, access of who left."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from db.models import AccessRecord, DeviceRecord, StaffRecord, SystemRecord
from dxdesk.desk import Desk
from dxdesk.domain.digital import FlagCount
from dxdesk.domain.ledgers.assets import STAFF_FLAGS
from dxdesk.domain.ledgers.field import NO, YES
from dxdesk.domain.text import sort_key

OLD_YEARS = 5
"""A computer in use for so long is put on the list for the budget."""


@dataclass(frozen=True, slots=True)
class OldDevices:
    total: int
    old: int
    bad: int
    """Weak or broken."""
    unknown: int
    """Without a year and without a state."""


def staff_flags(desk: Desk, day: date | None = None) -> tuple[FlagCount, ...]:
    """For each account how many of the staff of *day* have it; who does not is named."""
    day = day or desk.now().date()
    there = or_(StaffRecord.left_on.is_(None), StaffRecord.left_on > day)
    with desk.reading() as session:
        staff = session.scalars(select(StaffRecord).where(there)).all()
        found = []
        for field in STAFF_FLAGS:
            told = [getattr(one, field.key) for one in staff]
            without = (one.name for one in staff if getattr(one, field.key) == NO)
            base = sum(1 for one in told if one)
            found.append(
                FlagCount(
                    title=field.title,
                    having=told.count(YES),
                    base=base,
                    unknown=len(told) - base,
                    without=tuple(sorted(without, key=sort_key)),
                )
            )
    return tuple(found)


def old_devices(desk: Desk) -> OldDevices:
    """By number of devices; an entry without an amount is one."""
    last = desk.now().year - OLD_YEARS
    with desk.reading() as session:
        rows = [
            (1 if one.amount is None else one.amount, one.first_year, one.condition)
            for one in session.scalars(select(DeviceRecord))
        ]
    return OldDevices(
        total=sum(amount for amount, _, _ in rows),
        old=sum(amount for amount, year, _ in rows if year is not None and year <= last),
        bad=sum(amount for amount, _, state in rows if state in {"weak", "broken"}),
        unknown=sum(amount for amount, year, state in rows if year is None and not state),
    )


def access_of_gone(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Staff who left and the system to which they still have access."""
    today = desk.now().date()
    open_still = or_(AccessRecord.until.is_(None), AccessRecord.until > today)
    statement = (
        select(StaffRecord.name, SystemRecord.name)
        .join(AccessRecord, AccessRecord.staff_id == StaffRecord.id)
        .join(SystemRecord, SystemRecord.id == AccessRecord.system_id)
        .where(StaffRecord.left_on <= today, open_still)
    )
    with desk.reading() as session:
        found = [(row[0], row[1]) for row in session.execute(statement)]
    return tuple(sorted(found, key=lambda one: sort_key(one[0])))
