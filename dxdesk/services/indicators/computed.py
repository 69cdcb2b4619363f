"""Indicators that are figures of the program's own: the same definitions, named here once."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from dxdesk.desk import Desk
from dxdesk.domain.digital import Part
from dxdesk.domain.figures import Figures, Rate
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.board import Own
from dxdesk.domain.indicators.kinds import Base
from dxdesk.domain.period import Period
from dxdesk.domain.service import ServiceFigures
from dxdesk.services.digital import parts
from dxdesk.services.service_statistics import service_statistics
from dxdesk.services.statistics import statistics


@dataclass(frozen=True, slots=True)
class Computation:
    title: str
    base: Base
    rate: Callable[[Figures, ServiceFigures], Rate | None]
    lists: str = ""
    """The figure whose dossiers stand behind it."""


DOSSIERS = {
    "online": Computation(
        "hồ sơ trực tuyến", Base.RECEIVED, lambda f, _s: f.rates.online, "online"
    ),
    "early": Computation(
        "hồ sơ giải quyết trước hạn", Base.RESOLVED, lambda f, _s: f.rates.early, "early"
    ),
    "on_time": Computation(
        "hồ sơ giải quyết đúng và trước hạn",
        Base.RESOLVED,
        lambda f, _s: f.rates.on_time,
        "resolved",
    ),
    "progress": Computation(
        "hồ sơ đúng hạn, kể cả đang giải quyết trong hạn",
        Base.TO_RESOLVE,
        lambda f, _s: Rate(f.early + f.on_time + f.in_time, f.resolved + f.pending),
        "resolved",
    ),
    "payment": Computation(
        "phí nộp trực tuyến", Base.WITH_FEE, lambda _f, s: s.online_payment, "received"
    ),
    "papers": Computation("giấy tờ đã số hóa", Base.RECEIVED, lambda _f, s: s.papers, "received"),
    "reuse": Computation("dùng lại dữ liệu", Base.RECEIVED, lambda _f, s: s.reuse, "received"),
    "results": Computation("kết quả điện tử", Base.RESOLVED, lambda _f, s: s.results, "resolved"),
    "satisfaction": Computation(
        "hài lòng của người dân", Base.RATED, lambda _f, s: s.satisfaction, "resolved"
    ),
}
_ALL: dict[str, Computation | parts.LedgerFigure] = {**DOSSIERS, **parts.FIGURES}
BASES = {key: one.base for key, one in _ALL.items()}
"""On which base each computed indicator stands."""
TITLES = {key: one.title for key, one in _ALL.items()}
DATED = {key for key in BASES if key in DOSSIERS or not parts.FIGURES[key].note}
"""Those of which the past is known, so that they have a course."""


def own_figures(
    desk: Desk, period: Period, keys: Collection[str], *, as_of: datetime | None = None
) -> dict[str, Own]:
    """The computed indicators *keys* over *period*; what nobody noted has no amount."""
    found = {key: _of_ledgers(desk, key, period) for key in keys if key in parts.FIGURES}
    wanted = {key: DOSSIERS[key] for key in keys if key in DOSSIERS}
    if wanted:
        figures = statistics(desk, period, as_of=as_of).total
        services = service_statistics(desk, period, as_of=as_of).total
        for key, one in wanted.items():
            found[key] = Own(_amount(one.rate(figures, services)), one.base, one.lists)
    return found


def _amount(rate: Rate | None) -> Amount | None:
    return None if rate is None else Amount(rate.numerator, rate.denominator)


def _of_ledgers(desk: Desk, key: str, period: Period) -> Own:
    figure = parts.FIGURES[key]
    return Own(sum_of(figure.parts(desk, period), figure.base), figure.base, note=figure.note)


def sum_of(found: Collection[Part], base: Base) -> Amount | None:
    """What the rows add up to; None where there is none, or none of which it is known."""
    numerator = sum(one.numerator for one in found)
    if base is Base.NONE:
        return Amount(stated=Fraction(numerator)) if found else None
    denominator = sum(one.denominator for one in found)
    return Amount(numerator, denominator) if denominator else None
