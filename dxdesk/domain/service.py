"""What is counted beside the outcome: fees, online payment, digitisation, satisfaction.

What nobody noted is unknown and stays so: a part of which nothing is known has no rate (law.md
§4.4, §5.2). The fee, the papers and the reuse are of dossiers received in the period, the result
and the rating of those resolved in it.
"""

from dataclasses import dataclass, fields
from datetime import datetime

from dxdesk.domain.figures import Rate
from dxdesk.domain.period import Period
from dxdesk.domain.text import folded

_FREE = ("khong", "khong co", "khong thu", "0", "0 d", "0 dong")


def is_free(fee_text: str) -> bool:
    """Whether a procedure's fee as the catalogue writes it is none at all."""
    text = folded(fee_text).strip(" .")
    return text in _FREE or text.startswith("mien phi")


@dataclass(frozen=True, slots=True)
class ServiceFigures:
    """Numbers of dossiers in one group over one period; the last two are đồng."""

    received: int = 0
    free: int = 0
    """Of a procedure without a fee, or excused from it."""
    with_fee: int = 0
    paid_online: int = 0
    paid_otherwise: int = 0
    unpaid: int = 0
    payment_unknown: int = 0
    papers_digitised: int = 0
    papers_not: int = 0
    papers_unknown: int = 0
    reused: int = 0
    not_reused: int = 0
    reuse_unknown: int = 0
    resolved: int = 0
    result_digitised: int = 0
    result_not: int = 0
    result_unknown: int = 0
    very_satisfied: int = 0
    satisfied: int = 0
    dissatisfied: int = 0
    unrated: int = 0
    fee_amount: int = 0
    paid_amount: int = 0

    def __add__(self, other: "ServiceFigures") -> "ServiceFigures":
        names = (field.name for field in fields(self))
        return ServiceFigures(*(getattr(self, n) + getattr(other, n) for n in names))

    @property
    def online_payment(self) -> Rate | None:
        """Paid online among the dossiers with a fee; None while of none of them it is known."""
        return self._known(Rate(self.paid_online, self.with_fee), self.payment_unknown)

    @property
    def papers(self) -> Rate | None:
        return self._known(Rate(self.papers_digitised, self.received), self.papers_unknown)

    @property
    def reuse(self) -> Rate | None:
        return self._known(Rate(self.reused, self.received), self.reuse_unknown)

    @property
    def results(self) -> Rate | None:
        return self._known(Rate(self.result_digitised, self.resolved), self.result_unknown)

    @property
    def rated(self) -> int:
        return self.very_satisfied + self.satisfied + self.dissatisfied

    @property
    def satisfaction(self) -> Rate | None:
        """Satisfied or very satisfied among those who rated."""
        rate = Rate(self.very_satisfied + self.satisfied, self.rated)
        return None if self.resolved and not self.rated else rate

    @staticmethod
    def _known(rate: Rate, unknown: int) -> Rate | None:
        return None if rate.denominator and unknown == rate.denominator else rate

    def broken_identities(self) -> tuple[str, ...]:
        """The sums that these numbers break, as Vietnamese sentences."""
        paid = self.paid_online + self.paid_otherwise + self.unpaid + self.payment_unknown
        sums = (
            ("Tiếp nhận phải bằng không phí + có phí", self.received, self.free + self.with_fee),
            ("Có phí phải bằng đã nộp + chưa nộp + chưa ghi", self.with_fee, paid),
            (
                "Tiếp nhận phải bằng đã số hóa + chưa số hóa + chưa ghi",
                self.received,
                self.papers_digitised + self.papers_not + self.papers_unknown,
            ),
            (
                "Tiếp nhận phải bằng có dùng lại + không dùng lại + chưa ghi",
                self.received,
                self.reused + self.not_reused + self.reuse_unknown,
            ),
            (
                "Đã giải quyết phải bằng có kết quả điện tử + không có + chưa ghi",
                self.resolved,
                self.result_digitised + self.result_not + self.result_unknown,
            ),
            (
                "Đã giải quyết phải bằng đã đánh giá + chưa đánh giá",
                self.resolved,
                self.rated + self.unrated,
            ),
        )
        return tuple(text for text, whole, parts in sums if whole != parts)


AMOUNTS = ("fee_amount", "paid_amount")
SERVICE_NAMES = tuple(f.name for f in fields(ServiceFigures) if f.name not in AMOUNTS)
"""The numbers of dossiers; each opens its list (R15)."""


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    key: str
    name: str
    figures: ServiceFigures
    field_name: str = ""


@dataclass(frozen=True, slots=True)
class ServiceStatistics:
    period: Period
    as_of: datetime
    by: str
    groups: tuple[ServiceGroup, ...]
    total: ServiceFigures
    last_action: int
    taken_at: datetime
