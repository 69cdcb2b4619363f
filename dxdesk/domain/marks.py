"""What is noted about a dossier beside its course. What nobody noted is unknown (None)."""

from enum import IntEnum
from typing import Self


class Mark(IntEnum):
    """One of a few values, kept as its number and shown as its label."""

    label: str

    def __new__(cls, number: int, label: str) -> Self:
        member = int.__new__(cls, number)
        member._value_ = number
        member.label = label
        return member


class Payment(Mark):
    """How a fee was paid. A fee of 0 đồng needs no payment."""

    NOT_YET = 0, "Chưa nộp"
    CASH = 1, "Tiền mặt"
    TRANSFER = 2, "Chuyển khoản"
    ONLINE = 3, "Trực tuyến"
    """On the portal; the only one that counts as paid online (law.md §4.4)."""


class Delivery(Mark):
    """Where the citizen wants the result (Mẫu 01, line 6)."""

    COUNTER = 1, "Tại Bộ phận Một cửa"
    POST = 2, "Qua bưu chính"
    ELECTRONIC = 3, "Bản điện tử"


class Satisfaction(Mark):
    """How the citizen rated the handling; the order is the order of the scale."""

    DISSATISFIED = 1, "Không hài lòng"
    SATISFIED = 2, "Hài lòng"
    VERY_SATISFIED = 3, "Rất hài lòng"
