"""Between rows and values of indicators."""

import json
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import IndicatorRecord, TargetRecord, ValueRecord
from dxdesk.domain.indicators.amount import Amount, Bound
from dxdesk.domain.indicators.kinds import (
    Base,
    Direction,
    Frequency,
    Indicator,
    IndicatorId,
    Pillar,
    Plan,
    Target,
    Unit,
)
from dxdesk.domain.indicators.scoring import Formula, FormulaKind
from dxdesk.domain.indicators.value import Evidence, EvidenceFile, Value, ValueId
from dxdesk.domain.period import Period, PeriodKind
from dxdesk.errors import DeskError

_TEXTS = ("name", "numerator", "source", "owner", "computed", "measure")


def columns_of(plan: Plan) -> dict[str, Any]:
    return {
        **{name: getattr(plan, name) for name in _TEXTS},
        "code": plan.code,
        "pillar": plan.pillar.value,
        "unit": plan.unit.value,
        "base": plan.base.value,
        "direction": plan.direction.value,
        "frequency": plan.frequency.value,
        "part": plan.group,
        "formula": _formula_text(plan.formula),
    }


def indicator_of(record: IndicatorRecord) -> Indicator:
    plan = Plan(
        **{name: getattr(record, name) for name in _TEXTS},
        code=record.code,
        pillar=Pillar(record.pillar),
        unit=Unit(record.unit),
        base=Base(record.base),
        direction=Direction(record.direction),
        frequency=Frequency(record.frequency),
        group=record.part,
        formula=_formula_of(record.formula),
    )
    return Indicator(IndicatorId(record.id), record.set_key, plan, retired=record.retired)


def _formula_text(formula: Formula | None) -> str:
    if formula is None:
        return ""
    data = {
        "kind": formula.kind.value,
        "maximum": str(formula.maximum),
        "full_at": str(formula.full_at),
        "steps": [[str(least), str(points)] for least, points in formula.steps],
    }
    return json.dumps(data)


def _formula_of(text: str) -> Formula | None:
    if not text:
        return None
    data = json.loads(text)
    steps = tuple((Fraction(least), Fraction(points)) for least, points in data["steps"])
    kind = FormulaKind(data["kind"])
    return Formula(kind, Fraction(data["maximum"]), Fraction(data["full_at"]), steps)


def target_of(record: TargetRecord) -> Target:
    return Target(
        IndicatorId(record.indicator_id),
        record.year,
        Fraction(record.level),
        Base(record.base),
        record.source,
    )


def value_of(
    record: ValueRecord, *, hamlet: str = "", files: tuple[EvidenceFile, ...] = ()
) -> Value:
    stated = Fraction(record.stated) if record.stated else None
    return Value(
        ValueId(record.id),
        IndicatorId(record.indicator_id),
        Period(record.first, record.last, PeriodKind(record.period_kind)),
        Amount(record.numerator, record.denominator, stated, Bound(record.bound)),
        Base(record.base),
        record.base_at,
        Evidence(record.document, record.document_date, record.issuer),
        record.note,
        record.hamlet_id,
        hamlet,
        files,
    )


def record_of(session: Session, indicator_id: int) -> IndicatorRecord:
    record = session.get(IndicatorRecord, indicator_id)
    if record is None:
        raise DeskError("Chỉ tiêu này không còn trong danh mục; hãy đọc lại dữ liệu (F5).")
    return record


def all_indicators(session: Session) -> tuple[Indicator, ...]:
    found = session.scalars(select(IndicatorRecord).order_by(IndicatorRecord.code))
    order = list(Pillar)
    made = [indicator_of(record) for record in found]
    return tuple(sorted(made, key=lambda one: order.index(one.plan.pillar)))
