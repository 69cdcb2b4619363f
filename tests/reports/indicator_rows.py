"""A few rows of the board, written down: every grade that a report must tell apart."""

from fractions import Fraction

from dxdesk.domain.indicators.amount import Amount, Bound
from dxdesk.domain.indicators.board import BoardRow, Own
from dxdesk.domain.indicators.kinds import Base, Indicator, IndicatorId, Pillar, Plan, Target
from dxdesk.domain.indicators.standing import judge

_PLANS = (
    Plan("CQS-01", "Tỷ lệ hồ sơ trực tuyến", Pillar.GOVERNMENT, base=Base.RECEIVED),
    Plan("KTS-01", "Tài khoản thanh toán <b>&", Pillar.ECONOMY, base=Base.FROM_15),
    Plan("XHS-01", "Tài khoản VNeID mức độ 2", Pillar.SOCIETY, base=Base.FROM_18),
)
_OWN = (
    Own(Amount(80, 100), Base.RECEIVED),
    Own(Amount(stated=Fraction(65, 100), bound=Bound.OVER), Base.FROM_18),
    None,
)


def _row(number: int, plan: Plan, own: Own | None) -> BoardRow:
    key = IndicatorId(number)
    target = Target(key, 2026, Fraction(4, 5), plan.base)
    amount = None if own is None else own.amount
    standing = judge(plan, target, amount, plan.base if own is None else own.base)
    return BoardRow(Indicator(key, "cap-xa 2026.1", plan), target, None, own, standing)


INDICATOR_ROWS = tuple(
    _row(number, plan, own) for number, (plan, own) in enumerate(zip(_PLANS, _OWN, strict=True), 1)
)
