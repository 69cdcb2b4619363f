"""Rates of the staff's accounts, devices that the budget request names, access of who left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

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
    with desk.reading() as session:
        staff = staff_on(session, day or desk.now().date())
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


def staff_on(session: Session, day: date) -> Sequence[StaffRecord]:
    """Everybody on the list who had not left on *day*."""
    there = or_(StaffRecord.left_on.is_(None), StaffRecord.left_on > day)
    return session.scalars(select(StaffRecord).where(there).order_by(StaffRecord.id)).all()


def old_devices(desk: Desk) -> OldDevices:
    """By number of devices."""
    last = desk.now().year - OLD_YEARS
    with desk.reading() as session:
        rows = [
            (amount_of(one), one.first_year, one.condition)
            for one in session.scalars(select(DeviceRecord))
        ]
    return OldDevices(
        total=sum(amount for amount, _, _ in rows),
        old=sum(amount for amount, year, _ in rows if year is not None and year <= last),
        bad=sum(amount for amount, _, state in rows if state in {"weak", "broken"}),
        unknown=sum(amount for amount, year, state in rows if year is None and not state),
    )


def amount_of(one: DeviceRecord) -> int:
    """An entry without an amount is one device."""
    return 1 if one.amount is None else one.amount


def devices_of(desk: Desk, kinds: Sequence[str]) -> tuple[tuple[str, int, int | None], ...]:
    """Name, amount and first year of the entries of *kinds*."""
    wanted = select(DeviceRecord).where(DeviceRecord.kind.in_(kinds)).order_by(DeviceRecord.id)
    with desk.reading() as session:
        return tuple((one.name, amount_of(one), one.first_year) for one in session.scalars(wanted))


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
