"""How a dossier ends: with a result, without one, and in the citizen's hand (R8, R11)."""

from datetime import datetime, time

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.dossier import DayOnly, Dossier, DossierId
from dxdesk.domain.late_cause import CauseNumber
from dxdesk.domain.marks import Delivery
from dxdesk.domain.state import WAITING_STATES, Ending
from dxdesk.domain.text import clean, clean_lines
from dxdesk.errors import InputError
from dxdesk.services.acts.case import Case, Deed, perform, required
from dxdesk.services.acts.clock import resume_clock
from dxdesk.services.late_causes import ensure_known


def _end(case: Case, ending: Ending, reason: str = "") -> None:
    """Finish: a clock that stands is first resumed, so that past figures stay true (R6)."""
    if case.record.state in WAITING_STATES:
        resume_clock(case)
    case.record.finished_at = case.at
    case.record.ending = ending
    if reason:
        case.record.reason = reason


def finish(
    desk: Desk,
    dossier_id: DossierId,
    *,
    late_cause: CauseNumber | None = None,
    late_reason: str = "",
    at: datetime | None = None,
) -> Dossier:
    """The result is ready at the desk (R8)."""
    return perform(
        desk, dossier_id, result_ready(late_cause=late_cause, late_reason=late_reason), at=at
    )


def result_ready(*, late_cause: CauseNumber | None = None, late_reason: str = "") -> Deed:
    why = clean(late_reason)

    def change(case: Case) -> None:
        _end(case, Ending.RESULT)
        due = case.record.due_at
        if due is not None and case.at > due:  # of many at once, only those that are late
            case.record.late_cause = late_cause or case.record.late_cause
            case.record.late_reason = why or case.record.late_reason

    return Deed(Act.FINISH, change, lambda case: ensure_known(case.rules.causes, late_cause))


def _ended(act: Act, ending: Ending, reason: str) -> Deed:
    why = required(reason)
    return Deed(act, lambda case: _end(case, ending, why))


def refuse(
    desk: Desk, dossier_id: DossierId, *, reason: str, at: datetime | None = None
) -> Dossier:
    """A written refusal after acceptance: a result (R11)."""
    return perform(desk, dossier_id, _ended(Act.REFUSE, Ending.REFUSED, reason), at=at)


def withdraw(
    desk: Desk, dossier_id: DossierId, *, reason: str, at: datetime | None = None
) -> Dossier:
    """The citizen takes the dossier back (Mẫu 05): finished without a result (R11)."""
    return perform(desk, dossier_id, _ended(Act.WITHDRAW, Ending.WITHDRAWN, reason), at=at)


def stop(desk: Desk, dossier_id: DossierId, *, reason: str, at: datetime | None = None) -> Dossier:
    """The agency ends the dossier without a result (R11)."""
    return perform(desk, dossier_id, _ended(Act.STOP, Ending.STOPPED, reason), at=at)


def close(
    desk: Desk, dossier_id: DossierId, *, reason: str = "", at: datetime | None = None
) -> Dossier:
    """The supplement never came (R11)."""
    return perform(desk, dossier_id, closing(reason=reason), at=at)


def closing(*, reason: str = "") -> Deed:
    why = clean_lines(reason) or "Quá thời hạn bổ sung mà chưa nhận được giấy tờ."
    return Deed(Act.CLOSE, lambda case: _close_or_decline(case, why))


def _close_or_decline(case: Case, why: str) -> None:
    """A submission that was never accepted is declined; an accepted dossier is finished."""
    if case.record.received_at is not None:
        _end(case, Ending.CLOSED, why)
        return
    resume_clock(case)
    case.record.declined_at = case.at
    case.record.reason = why


def return_result(
    desk: Desk,
    dossier_id: DossierId,
    *,
    receiver: str = "",
    via: Delivery | None = None,
    at: datetime | None = None,
) -> Dossier:
    """The citizen has the result (R8: beside the finish, not instead of it)."""
    return perform(desk, dossier_id, result_return(receiver=receiver, via=via), at=at)


def result_return(*, receiver: str = "", via: Delivery | None = None) -> Deed:
    name = clean(receiver)

    def change(case: Case) -> None:
        case.record.returned_at = case.at
        case.record.returned_to = name
        case.record.returned_via = via or case.record.returned_via

    return Deed(Act.RETURN, change, _after_finish)


def _after_finish(case: Case) -> None:
    finished = case.record.finished_at
    by_day = case.record.day_only & DayOnly.FINISHED
    if finished is not None and case.at < (
        datetime.combine(finished, time()) if by_day else finished
    ):
        raise InputError(
            f"Thời điểm trả kết quả ({case.at:%d/%m/%Y %H:%M}) trước lúc có kết quả "
            f"({finished:%d/%m/%Y %H:%M}); hãy nhập lại."
        )
