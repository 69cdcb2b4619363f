"""Indicators that are figures of the program's own: the same definitions, named here once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from dxdesk.desk import Desk
from dxdesk.domain.figures import Figures, Rate
from dxdesk.domain.indicators.amount import Amount
from dxdesk.domain.indicators.board import Own
from dxdesk.domain.indicators.kinds import Base
from dxdesk.domain.period import Period
from dxdesk.domain.service import ServiceFigures
from dxdesk.services.service_statistics import service_statistics
from dxdesk.services.statistics import statistics


@dataclass(frozen=True, slots=True)
class Computation:
    base: Base
    rate: Callable[[Figures, ServiceFigures], Rate | None]
    lists: str = ""
    """The figure whose dossiers stand behind it."""


COMPUTED = {
    "online": Computation(Base.RECEIVED, lambda f, _s: f.rates.online, "online"),
    "early": Computation(Base.RESOLVED, lambda f, _s: f.rates.early, "early"),
    "on_time": Computation(Base.RESOLVED, lambda f, _s: f.rates.on_time, "resolved"),
    "progress": Computation(
        Base.TO_RESOLVE,
        lambda f, _s: Rate(f.early + f.on_time + f.in_time, f.resolved + f.pending),
        "resolved",
    ),
    "payment": Computation(Base.WITH_FEE, lambda _f, s: s.online_payment, "received"),
    "papers": Computation(Base.RECEIVED, lambda _f, s: s.papers, "received"),
    "reuse": Computation(Base.RECEIVED, lambda _f, s: s.reuse, "received"),
    "results": Computation(Base.RESOLVED, lambda _f, s: s.results, "resolved"),
    "satisfaction": Computation(Base.RATED, lambda _f, s: s.satisfaction, "resolved"),
}


def own_figures(desk: Desk, period: Period, *, as_of: datetime | None = None) -> dict[str, Own]:
    """Every computed indicator over *period*; what nobody noted has no amount."""
    figures = statistics(desk, period, as_of=as_of).total
    services = service_statistics(desk, period, as_of=as_of).total
    return {
        key: Own(_amount(one.rate(figures, services)), one.base, one.lists)
        for key, one in COMPUTED.items()
    }


def _amount(rate: Rate | None) -> Amount | None:
    return None if rate is None else Amount(rate.numerator, rate.denominator)
