"""Whether a row that was read can be a dossier, and what is doubted in it."""

from collections.abc import Iterator
from datetime import datetime

from dxdesk.domain.dossier import DayOnly
from dxdesk.exchange.register import RegisterRow
from dxdesk.exchange.stretch import RejectedError
from dxdesk.exchange.tally import Doubt

MOMENTS = {
    "received": DayOnly.RECEIVED,
    "due": DayOnly.DUE,
    "finished": DayOnly.FINISHED,
    "returned": DayOnly.RETURNED,
    "submitted": DayOnly.SUBMITTED,
}
_WHO = ("owner_name", "applicant_name", "owner_id_no", "applicant_id_no")
_CODE_PARTS = 3
_MONTHS = 12


def refusal(row: RegisterRow, *, needs_day: bool) -> RejectedError | None:
    """Why *row* must not go in; *needs_day*: its table says when dossiers came in."""
    if not row.code and not any(getattr(row, field) for field in _WHO):
        return RejectedError(
            "code", "không có mã hồ sơ và cũng không có chủ hồ sơ hay người nộp để nhận ra"
        )
    received, finished = row.received, row.finished
    if received is None and row.submitted is None and needs_day:
        return RejectedError("received", "thiếu ngày tiếp nhận, cần ghi ngày/tháng/năm")
    if received and finished and finished < received and _before(row, "finished", "received"):
        return RejectedError("finished", "ngày có kết quả trước ngày tiếp nhận")
    return None


def doubts(row: RegisterRow) -> Iterator[Doubt]:
    """What looks wrong in the moments of *row*."""
    received, due, finished, returned = row.received, row.due, row.finished, row.returned
    if returned and finished is None:
        yield Doubt.RETURNED_ALONE
    if returned and finished and returned < finished and _before(row, "returned", "finished"):
        yield Doubt.RETURNED_FIRST
    if received and due and due < received and _before(row, "due", "received"):
        yield Doubt.DUE_FIRST
    if received and received.day <= _MONTHS and _swapped(row.code, received):
        yield Doubt.SWAPPED


def _before(row: RegisterRow, early: str, late: str) -> bool:
    """Compare by date what is known by date: *early*, the smaller moment, may be the same day."""
    if not row.day_only & (MOMENTS[early] | MOMENTS[late]):
        return True
    first, second = getattr(row, early), getattr(row, late)
    return bool(first.date() < second.date())


def _swapped(code: str, received: datetime) -> bool:
    """Tell whether the date in *code* (law.md §2.7) is that of *received*, day as month."""
    parts = code.rsplit("-", 2)
    if len(parts) < _CODE_PARTS or received.day == received.month:
        return False
    return parts[1] == f"{received.year % 100:02}{received.day:02}{received.month:02}"
