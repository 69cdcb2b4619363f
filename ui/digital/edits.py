"""What was typed into the grid becomes targets and values; no Qt."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from dxdesk.domain.indicators.amount import parse_amount, parse_level, typed_text
from dxdesk.domain.indicators.board import BoardRow
from dxdesk.domain.indicators.kinds import Base, IndicatorId
from dxdesk.domain.indicators.value import Evidence, Value, ValueDraft
from dxdesk.domain.text import clean
from dxdesk.errors import InputError
from dxdesk.services.indicators.targets import TargetDraft
from dxdesk.services.indicators.values import Key

TARGET, VALUE, BASE, BASE_AT, DOCUMENT = "target", "value", "base", "base_at", "document"
EDITED = (TARGET, VALUE, BASE, BASE_AT, DOCUMENT)
Edits = Mapping[tuple[IndicatorId, str], str]
"""Texts by indicator and column."""
_DATED = re.compile(r"(?P<number>.*?)[\s,;]*(?:ngày)?\s*(?P<day>\d{1,2}/\d{1,2}/\d{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Changes:
    targets: dict[IndicatorId, TargetDraft | None] = field(default_factory=dict)
    values: dict[Key, ValueDraft] = field(default_factory=dict)


def cell_text(row: BoardRow, column: str) -> str:
    """What stands in an editable cell, as it would be typed."""
    unit = row.indicator.plan.unit
    if column == TARGET:
        if row.target is None:
            return ""
        scale = 100 if unit.value == "share" else 1
        level = row.target.level * scale
        whole = level.denominator == 1
        return str(level.numerator) if whole else f"{float(level):g}".replace(".", ",")
    if column == BASE:
        return row.base.value
    if row.value is None:
        return ""
    if column == BASE_AT:
        return f"{row.value.base_at:%d/%m/%Y}" if row.value.base_at else ""
    if column == VALUE:
        return typed_text(row.value.amount, unit)
    evidence = row.value.evidence
    dated = f" ngày {evidence.dated:%d/%m/%Y}" if evidence.dated else ""
    return f"{evidence.number}{dated}"


def changes_of(rows: Iterable[BoardRow], edits: Edits) -> Changes:
    """InputError names the indicator whose text cannot be."""
    made = Changes()
    for row in rows:
        key = row.indicator.id
        typed = {column: edits[key, column] for column in EDITED if (key, column) in edits}
        if not typed:
            continue
        try:
            _read(row, typed, made)
        except InputError as error:
            raise InputError(f"{row.indicator.plan.code}: {error}") from error
    return made


def _read(row: BoardRow, typed: Mapping[str, str], made: Changes) -> None:
    plan, key = row.indicator.plan, row.indicator.id
    if TARGET in typed:
        text = clean(typed[TARGET])
        base = plan.base if row.target is None else row.target.base
        source = "" if row.target is None else row.target.source
        level = parse_level(text, plan.unit) if text else None
        made.targets[key] = None if level is None else TargetDraft(level, base, source)
    if not {VALUE, BASE, BASE_AT, DOCUMENT} & typed.keys():
        return
    before = row.value
    amount = parse_amount(typed.get(VALUE, cell_text(row, VALUE)), plan.unit)
    if amount is None and VALUE not in typed:
        raise InputError("Số liệu: chưa nhập; hãy nhập số liệu rồi mới ghi mẫu số và tài liệu.")
    evidence = before.evidence if before else Evidence()
    if DOCUMENT in typed:
        evidence = evidence_of(typed[DOCUMENT], evidence.issuer)
    made.values[key, None] = ValueDraft(
        amount,
        Base(typed.get(BASE, row.base.value)),
        _base_at(typed, before),
        evidence,
        before.note if before else "",
    )


def _base_at(typed: Mapping[str, str], before: Value | None) -> date | None:
    """The day on which the base was counted."""
    if BASE_AT not in typed:
        return before.base_at if before else None
    text = clean(typed[BASE_AT])
    return _day(text, "Ngày mẫu số") if text else None


def evidence_of(text: str, issuer: str = "") -> Evidence:
    """`12/BC-UBND ngày 05/07/2026`: the number, and the date when one ends the text."""
    text = clean(text)
    found = _DATED.fullmatch(text)
    if found is None:
        return Evidence(text, None, issuer)
    return Evidence(found["number"], _day(found["day"], "Tài liệu kiểm chứng"), issuer)


def _day(text: str, field: str) -> date:
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError as error:
        raise InputError(f"{field}: không có ngày {text[:40]}; hãy nhập lại.") from error
