"""What a list of dossiers is asked for: values, so that screens, files and tests ask alike."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dxdesk.domain.channel import Channel
from dxdesk.domain.outcome import EarlyRule
from dxdesk.domain.period import Period
from dxdesk.domain.state import State


class Order(StrEnum):
    RECEIVED = "received"
    DUE = "due"
    FINISHED = "finished"
    RETURNED = "returned"
    HELD = "held"
    OWNER = "owner"
    PHONE = "phone"
    CODE = "code"
    BOOK = "book"
    PROCEDURE = "procedure"
    FIELD = "field"
    OFFICER = "officer"
    STATE = "state"
    CHANNEL = "channel"


class Lateness(StrEnum):
    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"

    @property
    def label(self) -> str:
        return _LATENESS[self]


_LATENESS = {
    Lateness.EARLY: "Giải quyết trước hạn",
    Lateness.ON_TIME: "Giải quyết đúng hạn",
    Lateness.LATE: "Giải quyết quá hạn",
    Lateness.OVERDUE: "Đang giải quyết, quá hạn",
}


class Worklist(StrEnum):
    """Today's work, each a list on the start page."""

    TO_ACCEPT = "to_accept"
    DUE_TODAY = "due_today"
    DUE_TOMORROW = "due_tomorrow"
    OVERDUE = "overdue"
    AWAITING_APPLICANT = "awaiting_applicant"
    AWAITING_PICKUP = "awaiting_pickup"

    @property
    def label(self) -> str:
        return _WORK[self]


_WORK = {
    Worklist.TO_ACCEPT: "Chờ tiếp nhận",
    Worklist.DUE_TODAY: "Đến hạn hôm nay",
    Worklist.DUE_TOMORROW: "Đến hạn ngày mai",
    Worklist.OVERDUE: "Quá hạn",
    Worklist.AWAITING_APPLICANT: "Chờ người nộp",
    Worklist.AWAITING_PICKUP: "Chờ trả kết quả",
}


NOTHING = 0
"""In place of an id: dossiers for which it is not given."""


@dataclass(frozen=True, slots=True)
class CountFilter:
    """Exactly the dossiers that one number of the figures counts (R15)."""

    name: str
    """One of `dxdesk.domain.figures.COUNT_NAMES`."""
    period: Period
    as_of: datetime
    early_rule: EarlyRule
    by: str | None = None
    key: str | None = None
    """The group's `GroupFigures.key`; None: the total."""


@dataclass(frozen=True, slots=True)
class Query:
    text: str = ""
    states: frozenset[State] = frozenset()
    channels: frozenset[Channel] = frozenset()
    field_id: int | None = None
    procedure_id: int | None = None
    officer_id: int | None = None
    hamlet_id: int | None = None
    first: date | None = None
    last: date | None = None
    lateness: Lateness | None = None
    work: Worklist | None = None
    count: CountFilter | None = None
    order: Order = Order.RECEIVED
    descending: bool = True
