"""What is counted over a period, and the rates (figures.md R11–R19)."""

from dataclasses import dataclass, fields
from datetime import datetime
from fractions import Fraction

from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class Rate:
    """An exact share; it is rounded only when shown (R16, R17)."""

    numerator: int
    denominator: int

    @property
    def exact(self) -> str | None:
        """`"3449/3452"`, not reduced; None when nothing arose."""
        return f"{self.numerator}/{self.denominator}" if self.denominator else None

    @property
    def value(self) -> Fraction | None:
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    @property
    def shown(self) -> str:
        """`"99,91 %"`; "—" when nothing arose; 100 % and 0 % only when exactly so."""
        value = self.value
        if value is None:
            return "—"
        hundredths = (value.numerator * 20000 + value.denominator) // (value.denominator * 2)
        if value < 1:
            hundredths = min(hundredths, 9999)
        if value > 0:
            hundredths = max(hundredths, 1)
        return f"{hundredths // 100},{hundredths % 100:02} %"


@dataclass(frozen=True, slots=True)
class Rates:
    early: Rate
    on_time: Rate
    late: Rate
    online: Rate
    overdue: Rate


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers of dossiers in one group over one period (R11, R14)."""

    received: int = 0
    online: int = 0
    partial: int = 0
    full: int = 0
    in_person: int = 0
    postal: int = 0
    unknown_channel: int = 0
    carried_over: int = 0
    resolved: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    without_result: int = 0
    pending: int = 0
    in_time: int = 0
    overdue: int = 0
    stopped: int = 0
    declined: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*(getattr(self, n) + getattr(other, n) for n in COUNT_NAMES))

    @property
    def rates(self) -> Rates:
        """R16. The on-time rate counts early ones too (`đúng và trước hạn`)."""
        return Rates(
            early=Rate(self.early, self.resolved),
            on_time=Rate(self.early + self.on_time, self.resolved),
            late=Rate(self.late, self.resolved),
            online=Rate(self.online, self.received),
            overdue=Rate(self.overdue, self.pending),
        )

    def broken_identities(self) -> tuple[str, ...]:
        """The identities of R14 that these numbers break, as Vietnamese sentences."""
        return tuple(text for text, left, right in self._identities() if left != right)

    def _identities(self) -> tuple[tuple[str, int, int], ...]:
        return (
            (
                "Tiếp nhận trong kỳ phải bằng trực tuyến + trực tiếp + bưu chính",
                self.received,
                self.online + self.in_person + self.postal,
            ),
            (
                "Đã giải quyết phải bằng trước hạn + đúng hạn + quá hạn",
                self.resolved,
                self.early + self.on_time + self.late,
            ),
            (
                "Đang giải quyết phải bằng trong hạn + quá hạn",
                self.pending,
                self.in_time + self.overdue,
            ),
            (
                "Tiếp nhận + kỳ trước chuyển qua phải bằng đã giải quyết + đang giải quyết",
                self.received + self.carried_over,
                self.resolved + self.pending,
            ),
        )


COUNT_NAMES = tuple(field.name for field in fields(Figures))
COUNT_LABELS = {
    "received": "Tiếp nhận trong kỳ",
    "online": "Trực tuyến",
    "partial": "Trực tuyến một phần",
    "full": "Trực tuyến toàn trình",
    "in_person": "Trực tiếp",
    "postal": "Bưu chính công ích",
    "unknown_channel": "Chưa rõ kênh",
    "carried_over": "Kỳ trước chuyển qua",
    "resolved": "Đã giải quyết",
    "early": "Trước hạn",
    "on_time": "Đúng hạn",
    "late": "Quá hạn",
    "without_result": "Kết thúc không có kết quả",
    "pending": "Đang giải quyết",
    "in_time": "Đang giải quyết, trong hạn",
    "overdue": "Đang giải quyết, quá hạn",
    "stopped": "Đang tạm dừng tính thời hạn",
    "declined": "Từ chối tiếp nhận",
}


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """Figures of one field, procedure, channel, officer or unit."""

    key: str
    name: str
    figures: Figures
    field_name: str = ""
    """The field of a procedure; empty for other groups."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures of one period, with everything that a printed report says about them."""

    period: Period
    as_of: datetime
    early_rule: EarlyRule
    by: str
    groups: tuple[GroupFigures, ...]
    total: Figures
    last_action: int
    """Number of the newest action in the log when the figures were taken (closings aside)."""
    taken_at: datetime
    """The moment of that action: the state of the data, whenever it is printed."""
