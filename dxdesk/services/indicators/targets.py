"""Targets by year: set one, set all, carry over to the next year."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import IndicatorRecord, TargetRecord
from dxdesk.desk import Desk
from dxdesk.domain.indicators.kinds import Base, IndicatorId, Target, Unit
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError, InputError
from dxdesk.services.indicators.records import record_of, target_of

YEARS = range(2000, 2101)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class TargetDraft:
    level: Fraction
    base: Base
    source: str = ""


def targets(desk: Desk, year: int) -> dict[IndicatorId, Target]:
    with desk.reading() as session:
        return targets_in(session, year)


def targets_in(session: Session, year: int) -> dict[IndicatorId, Target]:
    found = session.scalars(select(TargetRecord).where(TargetRecord.year == year))
    return {one.indicator_id: one for one in map(target_of, found)}


def set_targets(desk: Desk, year: int, wanted: Mapping[IndicatorId, TargetDraft | None]) -> None:
    """Keep targets of *year*; None takes one away."""
    _check_year(year)
    if not wanted:
        raise InputError("Chưa có mức giao nào thay đổi; hãy nhập rồi lưu.")
    with desk.reading() as session:
        codes = [record_of(session, key).code for key in wanted]
    what = codes[0] if len(codes) == 1 else f"{len(codes)} chỉ tiêu"
    with desk.act(f"Giao mức năm {year}: {what}", right=Right.OFFICE) as session:
        for key, given in wanted.items():
            keep_target(session, key, year, given)


def keep_target(
    session: Session, indicator_id: IndicatorId, year: int, given: TargetDraft | None
) -> None:
    """`set_targets` for one, within a larger action."""
    there = (TargetRecord.indicator_id == indicator_id, TargetRecord.year == year)
    record = session.scalar(select(TargetRecord).where(*there))
    if given is None:
        if record is not None:
            session.delete(record)
        return
    if record is None:
        record = TargetRecord(indicator_id=indicator_id, year=year)
        session.add(record)
    record.level, record.base = str(given.level), given.base.value
    record.source = clean(given.source)[:_LONGEST]
    session.flush()


@dataclass(frozen=True, slots=True)
class Carried:
    """One target of a year beside that of the year after."""

    code: str
    name: str
    unit: Unit
    old: Fraction
    new: Fraction | None
    """None: the next year has none yet."""


def carry_over(desk: Desk, year: int) -> tuple[Carried, ...]:
    """Copy the targets of *year* to the next one; those that stand there already stay.

    Gives every target of *year* with what the next year had before: the difference.
    """
    _check_year(year)
    _check_year(year + 1)
    with desk.reading() as session:
        old, new = targets_in(session, year), targets_in(session, year + 1)
        records = {key: record_of(session, key) for key in old}
        names = {
            key: (one.code, one.name, Unit(one.unit))
            for key, one in records.items()
            if not one.retired
        }
    fresh = [key for key in names if key not in new]
    if not old:
        raise DeskError(f"Năm {year} chưa giao mức nào nên không có gì để chép sang {year + 1}.")
    if not fresh:
        raise DeskError(f"Năm {year + 1} đã có đủ mức giao của các chỉ tiêu năm {year}.")
    with desk.act(f"Chép mức giao năm {year} sang năm {year + 1}", right=Right.OFFICE) as session:
        for key in fresh:
            base = Base(session.get_one(IndicatorRecord, key).base)
            given = TargetDraft(old[key].level, base, old[key].source)
            keep_target(session, key, year + 1, given)
    return tuple(
        Carried(*names[key], old[key].level, new[key].level if key in new else None)
        for key in names
    )


def _check_year(year: int) -> None:
    if year not in YEARS:
        raise InputError(f"Năm {year}: hãy chọn từ {YEARS[0]} đến {YEARS[-1]}.")
