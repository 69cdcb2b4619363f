"""The ward's indicators: taken from a set, added, changed, retired; none is ever deleted."""

from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import IndicatorRecord, TargetRecord
from dxdesk.desk import Desk
from dxdesk.domain.indicators.kinds import Base, Indicator, IndicatorId, IndicatorSet, Plan, Unit
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError, InputError
from dxdesk.indicator_sets import set_of
from dxdesk.services.indicators.computed import BASES, TITLES
from dxdesk.services.indicators.records import all_indicators, columns_of, indicator_of, record_of

LONGEST = {"code": 30, "name": 300, "numerator": 300, "source": 300, "owner": 200, "measure": 40}
_LABELS = {
    "code": "Mã",
    "name": "Tên chỉ tiêu",
    "numerator": "Tử số",
    "source": "Nguồn số liệu",
    "owner": "Người phụ trách",
    "measure": "Đơn vị tính",
}


def indicators(desk: Desk) -> tuple[Indicator, ...]:
    """All indicators by pillar and code, retired ones too."""
    with desk.reading() as session:
        return all_indicators(session)


def take_set(desk: Desk, key: str, year: int) -> int:
    """Add the indicators of a set that are not there yet, with its targets for *year*."""
    chosen = set_of(key)
    if not chosen.counts_in(year):
        until = f" đến {chosen.last_year}" if chosen.last_year else " trở đi"
        raise InputError(
            f"Bộ “{chosen.name}” áp dụng từ năm {chosen.first_year}{until}; hãy chọn năm khác."
        )
    with desk.act(f"Lấy bộ chỉ tiêu: {chosen.name}", right=Right.OFFICE) as session:
        added = keep_set(session, chosen, year)
        if not added:
            raise DeskError("Mọi chỉ tiêu của bộ này đã có trong danh mục; không có gì để thêm.")
    return added


def keep_set(
    session: Session, chosen: IndicatorSet, year: int, *, with_targets: bool = True
) -> int:
    """`take_set` within a larger action; how many were added."""
    have = set(session.scalars(select(IndicatorRecord.code)))
    offered = dict(chosen.targets) if with_targets else {}
    added = 0
    for plan in chosen.plans:
        if plan.code in have:
            continue
        record = IndicatorRecord(set_key=chosen.label, retired=False, **columns_of(plan))
        session.add(record)
        session.flush()
        added += 1
        if plan.code in offered:
            level, source = str(offered[plan.code]), chosen.name
            session.add(
                TargetRecord(
                    indicator_id=record.id,
                    year=year,
                    level=level,
                    base=plan.base.value,
                    source=source,
                )
            )
    return added


def add_indicator(desk: Desk, plan: Plan) -> IndicatorId:
    plan = checked(plan)
    with desk.act(f"Thêm chỉ tiêu {plan.code}", right=Right.OFFICE) as session:
        _claim(session, plan.code)
        record = IndicatorRecord(set_key="", retired=False, **columns_of(plan))
        session.add(record)
        session.flush()
        return IndicatorId(record.id)


def change_indicator(desk: Desk, indicator_id: IndicatorId, plan: Plan) -> None:
    """Another description. Values and targets of the past keep the base that they had."""
    plan = checked(plan)
    with desk.reading() as session:
        before = indicator_of(record_of(session, indicator_id)).plan
    if plan == before:
        raise InputError("Chưa có gì thay đổi; hãy sửa rồi lưu, hoặc bỏ qua.")
    with desk.act(f"Sửa chỉ tiêu {before.code}", right=Right.OFFICE) as session:
        _claim(session, plan.code, but=indicator_id)
        record = record_of(session, indicator_id)
        for name, value in columns_of(plan).items():
            setattr(record, name, value)


def retire_indicator(desk: Desk, indicator_id: IndicatorId, *, retired: bool) -> None:
    """Whether the board still shows it; its values stay."""
    with desk.reading() as session:
        code = record_of(session, indicator_id).code
    what = f"{'Ngừng dùng' if retired else 'Dùng lại'} chỉ tiêu {code}"
    with desk.act(what, right=Right.OFFICE) as session:
        record_of(session, indicator_id).retired = retired


def checked(plan: Plan) -> Plan:
    """*plan* as it may be kept; InputError names the field."""
    texts: dict[str, Any] = {name: clean(getattr(plan, name)) for name in LONGEST}
    for name, most in LONGEST.items():
        if len(texts[name]) > most:
            raise InputError(f"{_LABELS[name]}: dài quá {most} chữ; hãy viết gọn lại.")
    if not texts["code"]:
        raise InputError("Mã: chưa nhập; hãy nhập một mã ngắn, ví dụ CQS-15.")
    if not texts["name"]:
        raise InputError("Tên chỉ tiêu: chưa nhập; hãy ghi chỉ tiêu đo điều gì.")
    if plan.computed:
        _check_computed(plan)
    if plan.unit is Unit.SHARE and plan.base is Base.NONE:
        raise InputError("Mẫu số: chưa chọn; tỷ lệ phải nói rõ tính trên nhóm nào.")
    if plan.unit is Unit.COUNT:
        return replace(plan, **texts, base=Base.NONE)
    return replace(plan, **texts)


def _check_computed(plan: Plan) -> None:
    """A figure of the books counts on its own base; another would be another number."""
    if plan.computed not in BASES:
        raise InputError("Sổ tính: không có số này; hãy chọn trong danh sách.")
    own = BASES[plan.computed]
    if (own is Base.NONE) != (plan.unit is Unit.COUNT) or own not in {plan.base, Base.NONE}:
        raise InputError(
            f"Sổ tính: số “{TITLES[plan.computed]}” tính trên {own.label}; hãy chọn mẫu số đó, "
            "hoặc để chương trình không tính."
        )


def _claim(session: Session, code: str, *, but: int | None = None) -> None:
    other = session.scalar(select(IndicatorRecord.id).where(IndicatorRecord.code == code))
    if other not in {None, but}:
        raise InputError(f"Mã: đã có chỉ tiêu “{code}”; hãy chọn mã khác.")
