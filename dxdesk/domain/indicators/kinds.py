"""What an indicator is: pillar, unit, base, direction, and where its number comes from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NewType

from dxdesk.domain.indicators.scoring import Formula

IndicatorId = NewType("IndicatorId", int)


class Pillar(StrEnum):
    GOVERNMENT = "government"
    ECONOMY = "economy"
    SOCIETY = "society"
    FOUNDATION = "foundation"

    @property
    def label(self) -> str:
        return _PILLARS[self]


_PILLARS = {
    Pillar.GOVERNMENT: "Chính quyền số",
    Pillar.ECONOMY: "Kinh tế số",
    Pillar.SOCIETY: "Xã hội số",
    Pillar.FOUNDATION: "Hạ tầng và nền tảng chung",
}


class Unit(StrEnum):
    SHARE = "share"
    """A numerator of a denominator, shown as per cent."""
    COUNT = "count"


class Direction(StrEnum):
    UP = "up"
    """At least the target is good."""
    DOWN = "down"


class Frequency(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def label(self) -> str:
        return {"month": "hằng tháng", "quarter": "hằng quý", "year": "hằng năm"}[self]


class Base(StrEnum):
    """Whom or what the denominator counts."""

    PEOPLE = "people"
    FROM_14 = "from-14"
    FROM_15 = "from-15"
    OVER_15 = "over-15"
    FROM_18 = "from-18"
    HOUSEHOLDS = "households"
    STAFF = "staff"
    HAMLETS = "hamlets"
    SCHOOLS = "schools"
    SHOPS = "shops"
    ENTERPRISES = "enterprises"
    DEVICES = "devices"
    DOCUMENTS = "documents"
    DOCUMENTS_SENT = "documents-sent"
    RECEIVED = "received"
    WITH_FEE = "with-fee"
    RESOLVED = "resolved"
    TO_RESOLVE = "to-resolve"
    RATED = "rated"
    PROCEDURES = "procedures"
    COMPLAINTS = "complaints"
    OFFICES = "offices"
    NONE = ""
    """A count has no denominator."""

    @property
    def label(self) -> str:
        return _BASES[self]


_BASES = {
    Base.PEOPLE: "toàn bộ dân số",
    Base.FROM_14: "công dân từ 14 tuổi trở lên",
    Base.FROM_15: "công dân từ 15 tuổi trở lên",
    Base.OVER_15: "người dân trên 15 tuổi",
    Base.FROM_18: "người dân từ 18 tuổi trở lên",
    Base.HOUSEHOLDS: "hộ gia đình",
    Base.STAFF: "cán bộ, công chức",
    Base.HAMLETS: "tổ dân phố, thôn",
    Base.SCHOOLS: "trường học trên địa bàn",
    Base.SHOPS: "cơ sở kinh doanh",
    Base.ENTERPRISES: "doanh nghiệp, hợp tác xã",
    Base.DEVICES: "máy tính, thiết bị của cơ quan",
    Base.DOCUMENTS: "văn bản đi, đến",
    Base.DOCUMENTS_SENT: "văn bản đi (trừ văn bản mật)",
    Base.RECEIVED: "hồ sơ tiếp nhận trong kỳ",
    Base.WITH_FEE: "hồ sơ có phí, lệ phí tiếp nhận trong kỳ",
    Base.RESOLVED: "hồ sơ đã giải quyết trong kỳ",
    Base.TO_RESOLVE: "hồ sơ phải giải quyết trong kỳ",
    Base.RATED: "hồ sơ đã được đánh giá",
    Base.PROCEDURES: "thủ tục hành chính",
    Base.COMPLAINTS: "phản ánh, kiến nghị thuộc thẩm quyền",
    Base.OFFICES: "cơ quan, đơn vị",
    Base.NONE: "không có mẫu số",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """One indicator as a set or an officer describes it."""

    code: str
    name: str
    pillar: Pillar
    unit: Unit = Unit.SHARE
    numerator: str = ""
    base: Base = Base.NONE
    direction: Direction = Direction.UP
    source: str = ""
    frequency: Frequency = Frequency.MONTH
    owner: str = ""
    group: str = ""
    """Part of a scoring set: “Công khai, minh bạch”."""
    computed: str = ""
    """Which of the program's own figures it is (services/indicators/computed.py); empty: none."""
    formula: Formula | None = None
    measure: str = ""
    """What a count counts: “trạm”, “tổ”."""


@dataclass(frozen=True, slots=True)
class Indicator:
    id: IndicatorId
    set_key: str
    plan: Plan
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """What shall be reached by the end of a year, on which base."""

    indicator_id: IndicatorId
    year: int
    level: Fraction
    """A share of 1, or a count."""
    base: Base
    source: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorSet:
    """A list of indicators as published, with the years for which it counts."""

    key: str
    name: str
    version: str
    first_year: int
    last_year: int | None
    source: str
    dated: date | None
    verified: bool
    plans: tuple[Plan, ...]
    targets: tuple[tuple[str, Fraction], ...] = ()
    """Code and level of the targets that the set itself offers."""

    @property
    def label(self) -> str:
        return f"{self.key} {self.version}"

    def counts_in(self, year: int) -> bool:
        return self.first_year <= year <= (self.last_year or year)
