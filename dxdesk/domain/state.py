"""The state of a dossier, derived from its stored moments.

Nothing sets a state: the facts do (law.md §2.1, §2.2).
"""

from datetime import datetime
from enum import IntEnum
from typing import Protocol


class State(IntEnum):
    AWAITING_ACCEPTANCE = 1
    DECLINED = 2
    ACCEPTED = 3
    PROCESSING = 4
    AWAITING_SUPPLEMENT = 5
    AWAITING_PAYMENT = 6
    SUSPENDED = 7
    FINISHED = 8
    RETURNED = 9
    WITHDRAWN = 10
    STOPPED = 11
    CLOSED = 12
    VOID = 13

    @property
    def key(self) -> str:
        return self.name.lower()

    @property
    def label(self) -> str:
        return _STATES[self][0]

    @property
    def national_code(self) -> int | None:
        """Status code 1–10 exchanged with the national portal; None for a void dossier."""
        return _STATES[self][1]


_STATES: dict[State, tuple[str, int | None]] = {
    State.AWAITING_ACCEPTANCE: ("Chờ tiếp nhận", 1),
    State.DECLINED: ("Từ chối tiếp nhận", 3),
    State.ACCEPTED: ("Đã tiếp nhận", 2),
    State.PROCESSING: ("Đang xử lý", 4),
    State.AWAITING_SUPPLEMENT: ("Chờ bổ sung", 5),
    State.AWAITING_PAYMENT: ("Chờ nghĩa vụ tài chính", 6),
    State.SUSPENDED: ("Tạm dừng xử lý", 8),
    State.FINISHED: ("Có kết quả, chờ trả", 9),
    State.RETURNED: ("Đã trả kết quả", 10),
    State.WITHDRAWN: ("Công dân rút", 7),
    State.STOPPED: ("Dừng giải quyết", 8),
    State.CLOSED: ("Đóng vì không bổ sung", 8),
    State.VOID: ("Đã hủy (nhập nhầm)", None),
}

OPEN_STATES = frozenset(
    {
        State.ACCEPTED,
        State.PROCESSING,
        State.AWAITING_SUPPLEMENT,
        State.AWAITING_PAYMENT,
        State.SUSPENDED,
    }
)
WAITING_STATES = frozenset({State.AWAITING_SUPPLEMENT, State.AWAITING_PAYMENT, State.SUSPENDED})
ENDED_STATES = frozenset(
    {State.FINISHED, State.RETURNED, State.WITHDRAWN, State.STOPPED, State.CLOSED}
)


class StopKind(IntEnum):
    """Why the clock stands still (R5)."""

    SUPPLEMENT = 1
    PAYMENT = 2
    AGENCY = 3

    @property
    def label(self) -> str:
        return {1: "Chờ bổ sung hồ sơ", 2: "Chờ nghĩa vụ tài chính", 3: "Cơ quan tạm dừng"}[self]


class Ending(IntEnum):
    """How a dossier was finished (R11). A written refusal is a result."""

    RESULT = 1
    REFUSED = 2
    WITHDRAWN = 3
    STOPPED = 4
    CLOSED = 5

    @property
    def has_result(self) -> bool:
        return self <= Ending.REFUSED


class Facts(Protocol):
    """The stored moments that decide the state."""

    received_at: datetime | None
    declined_at: datetime | None
    void_at: datetime | None
    processing_since: datetime | None
    stopped_since: datetime | None
    stop_kind: StopKind | None
    finished_at: datetime | None
    ending: Ending | None
    returned_at: datetime | None


_STOPPED_STATES = {
    StopKind.SUPPLEMENT: State.AWAITING_SUPPLEMENT,
    StopKind.PAYMENT: State.AWAITING_PAYMENT,
    StopKind.AGENCY: State.SUSPENDED,
}
_ENDED_STATES = {
    Ending.WITHDRAWN: State.WITHDRAWN,
    Ending.STOPPED: State.STOPPED,
    Ending.CLOSED: State.CLOSED,
}


def derive_state(facts: Facts) -> State:
    """The state that follows from *facts*."""
    if facts.void_at is not None:
        return State.VOID
    if facts.declined_at is not None:
        return State.DECLINED
    if facts.finished_at is not None:
        done = State.FINISHED if facts.returned_at is None else State.RETURNED
        return done if facts.ending is None else _ENDED_STATES.get(facts.ending, done)
    if facts.stopped_since is not None and facts.stop_kind is not None:
        return _STOPPED_STATES[facts.stop_kind]
    if facts.received_at is None:
        return State.AWAITING_ACCEPTANCE
    return State.ACCEPTED if facts.processing_since is None else State.PROCESSING
