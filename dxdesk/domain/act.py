"""What officers can do to a dossier, and in which states (law.md §2.2)."""

from dataclasses import dataclass
from enum import StrEnum

from dxdesk.domain.state import OPEN_STATES, WAITING_STATES, State


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
    RESTORE = "restore"


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
        "Chỉ từ chối được khi hồ sơ đang chờ tiếp nhận; hồ sơ đã tiếp nhận thì dùng “Trả lại bằng "
        "văn bản”.",
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
        "Chỉ hồ sơ đang xử lý mới ghi có kết quả được; hồ sơ đang chờ thì bấm “Tiếp tục xử lý” "
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
        "Hồ sơ đã hủy thì không sửa; hãy khôi phục hồ sơ trước.",
    ),
    ActRule(
        Act.VOID,
        "Hủy (nhập nhầm)",
        frozenset(State) - {State.VOID},
        "Hồ sơ này đã hủy rồi.",
    ),
    ActRule(
        Act.RESTORE,
        "Khôi phục hồ sơ đã hủy",
        frozenset({State.VOID}),
        "Hồ sơ này không bị hủy nên không cần khôi phục.",
    ),
)
RULE_OF = {rule.act: rule for rule in ACT_RULES}


_AFTER_ACCEPTANCE = frozenset({Act.HAND_OVER, Act.APOLOGISE, Act.WITHDRAW, Act.STOP})


def why_not(act: Act, state: State, *, accepted: bool) -> str | None:
    """None when *act* is allowed in *state*, else the Vietnamese reason.

    *accepted* is False for a submission not yet received: it may wait for a supplement too, and
    whatever ended it there would stand in no figure (R11).
    """
    rule = RULE_OF[act]
    fits = state in rule.states and (accepted or act not in _AFTER_ACCEPTANCE)
    return None if fits else rule.otherwise
