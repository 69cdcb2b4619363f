"""The state of a dossier, derived from its stored moments, and what each act needs.

Nothing sets a state: the facts do (law.md §2.1, §2.2).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
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
    State.VOID: ("Đã huỷ (nhập nhầm)", None),
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


class Act(StrEnum):
    """What an officer can do to one dossier."""

    ACCEPT = "accept"
    DECLINE = "decline"
    HAND_OVER = "hand_over"
    REQUEST_SUPPLEMENT = "request_supplement"
    AWAIT_PAYMENT = "await_payment"
    SUSPEND = "suspend"
    RESUME = "resume"
    FINISH = "finish"
    REFUSE = "refuse"
    RETURN = "return"
    APOLOGISE = "apologise"
    WITHDRAW = "withdraw"
    STOP = "stop"
    CLOSE = "close"
    CORRECT = "correct"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class ActRule:
    """When *act* is allowed, and the sentence that says why not otherwise."""

    act: Act
    title: str
    states: frozenset[State]
    otherwise: str


_RUNNING = frozenset({State.ACCEPTED, State.PROCESSING})
_WAITING_INTAKE = frozenset({State.AWAITING_ACCEPTANCE})
ACT_RULES = (
    ActRule(
        Act.ACCEPT,
        "Tiếp nhận chính thức",
        _WAITING_INTAKE,
        "Chỉ hồ sơ trực tuyến đang chờ tiếp nhận mới tiếp nhận chính thức được.",
    ),
    ActRule(
        Act.DECLINE,
        "Từ chối tiếp nhận",
        _WAITING_INTAKE,
        "Chỉ từ chối được khi hồ sơ đang chờ tiếp nhận; hồ sơ đã tiếp nhận thì dùng «Trả lại bằng "
        "văn bản».",
    ),
    ActRule(
        Act.HAND_OVER,
        "Chuyển xử lý",
        OPEN_STATES,
        "Chỉ chuyển được hồ sơ đã tiếp nhận và chưa có kết quả.",
    ),
    ActRule(
        Act.REQUEST_SUPPLEMENT,
        "Yêu cầu bổ sung",
        _RUNNING | _WAITING_INTAKE,
        "Chỉ yêu cầu bổ sung khi hồ sơ đang chờ tiếp nhận hoặc đang xử lý.",
    ),
    ActRule(
        Act.AWAIT_PAYMENT,
        "Chờ nghĩa vụ tài chính",
        _RUNNING,
        "Chỉ hồ sơ đang xử lý mới chuyển sang chờ nghĩa vụ tài chính được.",
    ),
    ActRule(
        Act.SUSPEND,
        "Tạm dừng xử lý",
        _RUNNING,
        "Chỉ hồ sơ đang xử lý mới tạm dừng được.",
    ),
    ActRule(
        Act.RESUME,
        "Tiếp tục xử lý",
        WAITING_STATES,
        "Hồ sơ không ở trạng thái chờ hoặc tạm dừng nên không cần tiếp tục.",
    ),
    ActRule(
        Act.FINISH,
        "Ghi có kết quả",
        _RUNNING,
        "Chỉ hồ sơ đang xử lý mới ghi có kết quả được; hồ sơ đang chờ thì bấm «Tiếp tục xử lý» "
        "trước.",
    ),
    ActRule(
        Act.REFUSE,
        "Trả lại bằng văn bản",
        _RUNNING,
        "Chỉ hồ sơ đang xử lý mới trả lại bằng văn bản được.",
    ),
    ActRule(
        Act.RETURN,
        "Trả kết quả",
        frozenset({State.FINISHED}),
        "Chỉ trả kết quả khi hồ sơ đã có kết quả và chưa trả.",
    ),
    ActRule(
        Act.APOLOGISE,
        "Xin lỗi và hẹn lại",
        OPEN_STATES,
        "Chỉ xin lỗi và hẹn lại với hồ sơ đã tiếp nhận và chưa có kết quả.",
    ),
    ActRule(
        Act.WITHDRAW,
        "Công dân rút hồ sơ",
        OPEN_STATES,
        "Chỉ rút được hồ sơ đã tiếp nhận và chưa có kết quả.",
    ),
    ActRule(
        Act.STOP,
        "Dừng giải quyết",
        OPEN_STATES,
        "Chỉ dừng được hồ sơ đã tiếp nhận và chưa có kết quả.",
    ),
    ActRule(
        Act.CLOSE,
        "Đóng vì không bổ sung",
        frozenset({State.AWAITING_SUPPLEMENT}),
        "Chỉ đóng được hồ sơ đang chờ bổ sung.",
    ),
    ActRule(
        Act.CORRECT,
        "Sửa thông tin",
        frozenset(State) - {State.VOID},
        "Hồ sơ đã huỷ thì không sửa; hãy hoàn tác việc huỷ trước.",
    ),
    ActRule(
        Act.VOID,
        "Huỷ (nhập nhầm)",
        frozenset(State) - {State.VOID},
        "Hồ sơ này đã huỷ rồi.",
    ),
)
RULE_OF = {rule.act: rule for rule in ACT_RULES}


def why_not(act: Act, state: State) -> str | None:
    """None when *act* is allowed in *state*, else the Vietnamese reason."""
    rule = RULE_OF[act]
    return None if state in rule.states else rule.otherwise
