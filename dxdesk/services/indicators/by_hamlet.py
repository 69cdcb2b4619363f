"""One indicator's values hamlet by hamlet: typed, pasted, added up; what is not told is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select

from db.models import HamletRecord
from dxdesk.desk import Desk
from dxdesk.domain.indicators.amount import Amount, parse_amount, typed_text
from dxdesk.domain.indicators.kinds import Base, Indicator, IndicatorId, Target, Unit
from dxdesk.domain.indicators.pace import Pace, pace
from dxdesk.domain.indicators.value import Evidence, Value, ValueDraft
from dxdesk.domain.ledgers import LEDGER_OF
from dxdesk.domain.period import Period
from dxdesk.domain.text import place_key
from dxdesk.errors import DeskError, InputError
from dxdesk.services.indicators.records import indicator_of, record_of
from dxdesk.services.indicators.targets import targets_in
from dxdesk.services.indicators.values import Key, save_values, values_of
from dxdesk.services.ledgers.links import Links


@dataclass(frozen=True, slots=True)
class HamletLine:
    hamlet_id: int
    name: str
    value: Value | None
    """Of the period itself."""
    before: Value | None
    """The newest of an earlier period."""
    ahead: Pace | None
    """What the hamlet itself lacks to the ward's target; None: no counts, or another base."""


@dataclass(frozen=True, slots=True)
class HamletSheet:
    indicator: Indicator
    period: Period
    target: Target | None
    lines: tuple[HamletLine, ...]
    ward: Value | None
    """What was typed for the whole ward."""

    @property
    def base(self) -> Base:
        """What is typed here stands on it."""
        return self.indicator.plan.base

    @property
    def missing(self) -> tuple[str, ...]:
        """Hamlets without a number of the period."""
        return tuple(one.name for one in self.lines if one.value is None)

    @property
    def total(self) -> Amount | None:
        """Of the hamlets that gave counts on the indicator's base; None when none did."""
        fitting = (one.value for one in self.lines if self._fits(one))
        return total_of(value.amount for value in fitting if value is not None)

    def _fits(self, line: HamletLine) -> bool:
        return line.value is not None and line.value.base is self.base

    @property
    def whole(self) -> bool:
        """Every hamlet gave exact counts on the base: their sum is the ward's."""
        return bool(self.lines) and all(
            one.value is not None and self._fits(one) and is_counted(one.value.amount)
            for one in self.lines
        )


def is_counted(amount: Amount) -> bool:
    """It can be added up: counts of a share, or an exact count."""
    return amount.rate is not None or (
        amount.stated is not None and not amount.bound.value and amount.stated.denominator == 1
    )


def total_of(amounts: Iterable[Amount]) -> Amount | None:
    """The sum of what can be added up."""
    known = [one for one in amounts if is_counted(one)]
    if not known:
        return None
    rates = [one.rate for one in known if one.rate is not None]
    if rates:
        return Amount(sum(r.numerator for r in rates), sum(r.denominator for r in rates))
    return Amount(stated=sum((one.stated or Fraction(0) for one in known), Fraction(0)))


def hamlet_sheet(desk: Desk, indicator_id: IndicatorId, period: Period) -> HamletSheet:
    """Every hamlet in use, with its value of *period* and the one before."""
    today = desk.now().date()
    with desk.reading() as session:
        indicator = indicator_of(record_of(session, indicator_id))
        target = targets_in(session, period.last.year).get(indicator_id)
        values = values_of(session, indicator_id=indicator_id, until=period.last)
        hamlets = session.execute(
            select(HamletRecord.id, HamletRecord.name).where(HamletRecord.retired.is_not(True))
        )
        names = sorted(((row[0], row[1]) for row in hamlets), key=lambda one: place_key(one[1]))
    now = {one.hamlet_id: one for one in values if one.period.first == period.first}
    now = {key: one for key, one in now.items() if one.period.last == period.last}
    lines = []
    for key, name in names:
        earlier = (v for v in values if v.hamlet_id == key and v.period.last < period.last)
        value = now.get(key)
        ahead = _ahead(indicator, target, value, today)
        lines.append(HamletLine(key, name, value, next(earlier, None), ahead))
    return HamletSheet(indicator, period, target, tuple(lines), now.get(None))


def _ahead(
    indicator: Indicator, target: Target | None, value: Value | None, today: date
) -> Pace | None:
    rate = None if value is None else value.amount.rate
    if target is None or value is None or rate is None or target.base is not value.base:
        return None
    return pace(rate, target.level, today, target.year, indicator.plan.direction)


def save_hamlets(desk: Desk, sheet: HamletSheet, typed: Mapping[int, str]) -> None:
    """Keep what was typed, by hamlet, as one action; InputError names the hamlet."""
    drafts: dict[Key, ValueDraft] = {}
    by_id = {one.hamlet_id: one for one in sheet.lines}
    for key, text in typed.items():
        line = by_id[key]
        try:
            amount = parse_amount(text, sheet.indicator.plan.unit)
        except InputError as error:
            raise InputError(f"{line.name}: {error}") from error
        evidence = line.value.evidence if line.value else Evidence()
        note = line.value.note if line.value else ""
        drafts[sheet.indicator.id, key] = ValueDraft(amount, sheet.base, None, evidence, note)
    save_values(desk, sheet.period, drafts)


def take_total(desk: Desk, sheet: HamletSheet) -> Amount:
    """The sum of all hamlets becomes the ward's value; DeskError while one is missing."""
    if not sheet.whole or sheet.total is None:
        told = ", ".join(sheet.missing[:5]) or "có tổ chỉ ghi tỷ lệ, không ghi tử số và mẫu số"
        raise DeskError(f"Chưa lấy được tổng: còn thiếu {told}. Thiếu một tổ thì không cộng.")
    before = sheet.ward
    draft = ValueDraft(
        sheet.total,
        sheet.base,
        before.base_at if before else None,
        before.evidence if before else Evidence(),
        f"Cộng từ {len(sheet.lines)} tổ dân phố",
    )
    save_values(desk, sheet.period, {(sheet.indicator.id, None): draft})
    return sheet.total


def text_of(line: HamletLine, unit: Unit) -> str:
    """What stands in the cell, as it would be typed."""
    return "" if line.value is None else typed_text(line.value.amount, unit)


def understood(
    desk: Desk, sheet: HamletSheet, cells: Sequence[Sequence[str]], *, first: int = 0
) -> tuple[dict[int, str], tuple[str, ...]]:
    """Texts by hamlet of what was pasted, and the lines that fit none.

    One column is filled in downwards from the line *first*; with more columns a line is of the
    hamlet that its first words name: then its number, or its numerator and denominator.
    """
    rows = [[text for text in row if text] for row in cells if any(row)]
    if all(len(row) == 1 for row in rows):
        return _downwards(sheet, [row[0] for row in rows], first)
    share = sheet.indicator.plan.unit is Unit.SHARE
    here = {one.hamlet_id for one in sheet.lines}
    found: dict[int, str] = {}
    left = []
    with desk.reading() as session:
        links = Links(session)
        for row in rows:
            at = next((n for n, text in enumerate(row) if any(map(str.isalpha, text))), 0)
            key, numbers = _hamlet(links, row[at]), row[at + 1 :]
            if key not in here or key in found or not numbers:
                left.append(" | ".join(row)[:80])
                continue
            found[key] = "/".join(numbers[:2]) if share else numbers[0]
    return found, tuple(left)


def _hamlet(links: Links, text: str) -> int:
    """Its id; 0 for what names none, or several."""
    try:
        return links.find(LEDGER_OF["teams"].field("hamlet"), text) or 0
    except InputError:
        return 0


def _downwards(
    sheet: HamletSheet, texts: Sequence[str], first: int
) -> tuple[dict[int, str], tuple[str, ...]]:
    room = sheet.lines[first:]
    found = {line.hamlet_id: text for line, text in zip(room, texts, strict=False)}
    return found, tuple(text[:80] for text in texts[len(room) :])
