"""When a slip can be printed about a dossier, and which slip fits its state."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dxdesk.domain.slip import SlipSubject
from dxdesk.domain.state import Ending, State, StopKind


@dataclass(frozen=True, slots=True)
class Need:
    met: Callable[[SlipSubject], bool]
    otherwise: str
    """Why not, as the end of a sentence about the dossier."""


NEEDS: Mapping[str, Need] = {
    "dossier": Need(lambda _: True, ""),
    "received": Need(
        lambda subject: subject.dossier.received_at is not None,
        "chưa được tiếp nhận",
    ),
    "supplement": Need(
        lambda subject: any(one.kind is StopKind.SUPPLEMENT for one in subject.pauses),
        "chưa có yêu cầu bổ sung",
    ),
    "declined": Need(
        lambda subject: subject.dossier.declined_at is not None,
        "không bị từ chối tiếp nhận",
    ),
    "apology": Need(lambda subject: bool(subject.apologies), "chưa được xin lỗi và hẹn lại"),
    "stopped": Need(
        lambda subject: subject.dossier.ending in {Ending.STOPPED, Ending.WITHDRAWN},
        "không bị dừng giải quyết và không được rút",
    ),
}


def fitting(subject: SlipSubject) -> str | None:
    """The slip that a clerk wants next about this dossier; None when there is nothing to say."""
    dossier = subject.dossier
    if dossier.data_removed_at is not None:
        return None
    match dossier.state:
        case State.VOID | State.AWAITING_ACCEPTANCE:
            return None
        case State.DECLINED:
            return "refusal"
        case State.AWAITING_SUPPLEMENT:
            return "supplement"
        case State.STOPPED | State.WITHDRAWN:
            return "stop"
        case _ if subject.apologies and dossier.finished_at is None:
            return "apology"
        case _:
            return "receipt"


def why_no_slip(need: str, subject: SlipSubject) -> str | None:
    """None when the slip can be printed, else why not, as in `NEEDS`."""
    if subject.dossier.void_at is not None:
        return "đã hủy (nhập nhầm)"
    if subject.dossier.data_removed_at is not None:
        return "đã xóa dữ liệu cá nhân theo thời hạn lưu trữ"
    return None if NEEDS[need].met(subject) else NEEDS[need].otherwise
