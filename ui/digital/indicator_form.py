"""The form of one indicator: its fields as data, and what their texts mean."""

from collections.abc import Mapping

from dxdesk.domain.indicators.formula_text import EXAMPLE, formula_text, parse_formula
from dxdesk.domain.indicators.kinds import Base, Direction, Frequency, Pillar, Plan, Unit
from dxdesk.services.indicators.catalogue import checked
from dxdesk.services.indicators.computed import BASES, TITLES
from ui.dossiers.form import FieldKind, FormField

_UNITS = ((Unit.SHARE.value, "Tỷ lệ (tử số/mẫu số)"), (Unit.COUNT.value, "Số lượng"))
_DIRECTIONS = (
    (Direction.UP.value, "Càng cao càng tốt"),
    (Direction.DOWN.value, "Càng thấp càng tốt"),
)
_NOT_COMPUTED = ("", "Không, chỉ nhập tay")


def form_fields(plan: Plan | None) -> tuple[FormField, ...]:
    """Empty for a new one; the names of the fields are those of `Plan`."""
    blank = Plan("", "", Pillar.GOVERNMENT) if plan is None else plan

    def text(key: str, label: str, hint: str = "") -> FormField:
        return FormField(key, label, value=str(getattr(blank, key)), hint=hint)

    def choice(key: str, label: str, choices: tuple[tuple[str, str], ...]) -> FormField:
        value = str(getattr(blank, key))
        return FormField(key, label, FieldKind.CHOICE, value=value, choices=choices)

    return (
        text("code", "Mã", "Ví dụ CQS-16"),
        choice("pillar", "Trụ cột", tuple((one.value, one.label) for one in Pillar)),
        text("name", "Tên chỉ tiêu"),
        choice("unit", "Đơn vị", _UNITS),
        text("numerator", "Tử số", "Đếm ai, đếm cái gì"),
        choice("base", "Mẫu số", tuple((one.value, one.label) for one in Base)),
        choice("direction", "Chiều", _DIRECTIONS),
        text("measure", "Đơn vị tính", "Của số lượng: trạm, tổ …"),
        choice("frequency", "Kỳ báo cáo", tuple((one.value, one.label) for one in Frequency)),
        text("source", "Nguồn số liệu"),
        text("owner", "Người phụ trách"),
        choice("computed", "Sổ tính", (_NOT_COMPUTED, *TITLES.items())),
        FormField("formula", "Thang điểm", value=formula_text(blank.formula), hint=EXAMPLE),
    )


def plan_of(values: Mapping[str, str]) -> Plan:
    """InputError begins with the label of the field at fault."""
    unit = Unit(values["unit"])
    base = Base(values["base"])
    computed = values["computed"]
    if computed and unit is Unit.SHARE and base is Base.NONE:
        base = BASES[computed]
    return checked(
        Plan(
            values["code"],
            values["name"],
            Pillar(values["pillar"]),
            unit=unit,
            numerator=values["numerator"],
            base=base,
            direction=Direction(values["direction"]),
            source=values["source"],
            frequency=Frequency(values["frequency"]),
            owner=values["owner"],
            computed=computed,
            formula=parse_formula(values["formula"]),
            measure=values["measure"],
        )
    )
