"""What one row of a register says about a dossier, as values of the dossier's columns.

Only what the row says is in the result: an empty cell never overwrites a value.
"""

from collections.abc import Sequence
from datetime import datetime, time
from operator import attrgetter
from typing import Any

from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import DayOnly
from dxdesk.domain.outcome import day_only_due, day_only_finish, day_only_received
from dxdesk.domain.state import Ending, StopKind
from dxdesk.domain.text import folded
from dxdesk.exchange.register import RegisterRow
from dxdesk.services.imports.names import Names, Procedure, RefusedError
from dxdesk.services.rules import Rules

_TEXTS = (
    *("owner_name", "owner_id_no", "owner_phone", "owner_address"),
    *("applicant_name", "applicant_id_no", "applicant_phone", "applicant_address"),
    *("content", "note"),
)
_PERSON = ("id_no", "phone", "address")
_PLACE = {name: at for at, name in enumerate(RegisterRow._fields)}
_PAST = ("submitted", "received", "finished", "returned")
_past = attrgetter(*_PAST)
_RECEIVED, _DUE, _FINISHED = int(DayOnly.RECEIVED), int(DayOnly.DUE), int(DayOnly.FINISHED)
_RETURNED_ON = int(DayOnly.RETURNED)
_RETURNED = ("da tra ket qua", "da tra", "da tra cong dan")
_WITHDRAWN = ("rut ho so", "cong dan rut", "xin rut", "da rut")
_DECLINED = ("khong duoc tiep nhan", "tu choi tiep nhan", "khong tiep nhan")
_RUNNING = ("dang xu ly", "dang giai quyet", "da tiep nhan", "tiep tuc xu ly")
_WAITING = (
    ("bo sung", StopKind.SUPPLEMENT),
    ("nghia vu tai chinh", StopKind.PAYMENT),
    ("tam dung", StopKind.AGENCY),
)


def shared_facts(row: RegisterRow, procedure: Procedure, names: Names) -> dict[str, Any]:
    """Column values that *row* states as many others do: all rows of one `shared_key`."""
    found: dict[str, Any] = {
        "procedure_id": procedure.id,
        "field_id": names.field(row.field_name) or procedure.field_id,
    }
    if row.channel is not None and row.channel is not Channel.UNKNOWN:
        found["channel"] = row.channel
    others = {
        "copies": row.copies,
        "fee": row.fee_amount,
        "unit_id": names.unit(row.unit_name),
        "hamlet_id": names.hamlet(row.area),
        "received_by_id": names.officer(row.officer_name),
        "officer_id": names.officer(row.handler_name or row.officer_name),
    }
    return found | {name: value for name, value in others.items() if value is not None}


shared_key = attrgetter(
    *("procedure_code", "procedure_name", "field_name", "channel", "copies", "fee_amount"),
    *("unit_name", "area", "officer_name", "handler_name"),
)


class OwnFacts:
    """What each of some rows alone states; what none of them says is not looked for in each."""

    def __init__(self, rows: Sequence[RegisterRow], rules: Rules, now: datetime) -> None:
        columns = dict(zip(RegisterRow._fields, zip(*rows, strict=True), strict=False))
        self._texts = [(_PLACE[name], name) for name in _TEXTS if any(columns.get(name, ()))]
        self._future = any(
            moment > now for name in _PAST for moment in columns.get(name, ()) if moment
        )
        self._rules = rules
        self._now = now

    def of(self, row: RegisterRow) -> dict[str, Any]:
        """Column values; raises RefusedError for a moment that cannot be."""
        if self._future:
            _refuse_future(row, self._now)
        found: dict[str, Any] = {name: text for at, name in self._texts if (text := row[at])}
        if "applicant_name" in found or "owner_name" not in found:
            _one_person(found)
        found["code"] = row.code or None
        if row.receiver_name:
            found["returned_to"] = row.receiver_name
        if row.receipt_no:
            found["receipt_no"] = row.receipt_no
        _moments(found, row, self._rules)
        if row.status_text:
            _status(found, row)
        return found


def _refuse_future(row: RegisterRow, now: datetime) -> None:
    for name, moment in zip(_PAST, _past(row), strict=True):
        if moment is not None and moment > now:
            raise RefusedError(
                name,
                f"{moment:%d/%m/%Y %H:%M}",
                "Thời điểm này còn ở tương lai; hãy kiểm tra ngày và tháng có bị đảo không.",
            )


def _one_person(found: dict[str, Any]) -> None:
    """An applicant of the owner's name is the owner: what is known of one is known of both."""
    if found.get("applicant_name") != found.get("owner_name"):
        return
    found.pop("applicant_name", None)
    for part in _PERSON:
        value = found.pop(f"applicant_{part}", None)
        if value is not None:
            found.setdefault(f"owner_{part}", value)


def _moments(found: dict[str, Any], row: RegisterRow, rules: Rules) -> None:
    """Moments to the minute; those known by their date only as R8 lays down."""
    by_day = int(row.day_only)
    found["day_only"] = by_day
    if row.submitted is not None:
        found["submitted_at"] = row.submitted
    if row.received is not None:
        found["received_at"] = (
            day_only_received(row.received.date(), rules.calendar)
            if by_day & _RECEIVED
            else row.received
        )
    if row.due is not None:
        found["due_at"] = day_only_due(row.due.date()) if by_day & _DUE else row.due
    if row.finished is not None:
        found["finished_at"] = row.finished
        found["ending"] = Ending.RESULT
    if row.returned is not None:
        last = time(23, 59)
        found["returned_at"] = (
            datetime.combine(row.returned, last) if by_day & _RETURNED_ON else row.returned
        )
        if row.finished is None:
            found["finished_at"] = row.returned
            found["ending"] = Ending.RESULT
            found["day_only"] |= _FINISHED if by_day & _RETURNED_ON else 0


def place_finish(found: dict[str, Any], due: datetime | None) -> None:
    """A finish known by its date only gets its moment once the due time is known (R8)."""
    if "finished_at" in found and found["day_only"] & _FINISHED:
        found["finished_at"] = day_only_finish(
            found["finished_at"].date(), due, received=found.get("received_at")
        )


def _status(found: dict[str, Any], row: RegisterRow) -> None:
    """What the portal's status adds to the moments; `notes_of` tells the officer."""
    status = folded(row.status_text)
    if not status:
        return
    if "finished_at" in found:
        if any(word in status for word in _WITHDRAWN):
            found["ending"] = Ending.WITHDRAWN
        elif status in _RETURNED and "returned_at" not in found:
            found["returned_at"] = found["finished_at"]
            found["day_only"] |= _RETURNED_ON
        return
    if any(word in status for word in _DECLINED):
        found["declined_at"] = found.pop("received_at", None) or found.get("submitted_at")
        found.pop("due_at", None)
        return
    for word, kind in _WAITING:
        if word in status:
            found["stopped_since"] = found.get("received_at") or found.get("submitted_at")
            found["stop_kind"] = kind
            found["stop_mode"] = "restart" if kind is StopKind.SUPPLEMENT else "resume"
            return


def clock_runs(row: RegisterRow) -> bool:
    """Whether the file says that the dossier is being worked on, so waits for nobody."""
    return bool(row.status_text) and folded(row.status_text) in _RUNNING


def notes_of(row: RegisterRow) -> tuple[str, ...]:
    """Which assumptions were made for *row*: keys of `NOTES`."""
    status = folded(row.status_text) if row.status_text else ""
    found = []
    if row.finished is None and row.returned is not None:
        found.append("finish_from_return")
    if row.returned is None and row.finished is not None and status in _RETURNED:
        found.append("return_from_status")
    ended = row.finished is not None or row.returned is not None
    if not ended and any(word in status for word, _kind in _WAITING):
        found.append("stop_from_status")
    return tuple(found)


NOTES = {
    "finish_from_return": "{} hồ sơ có ngày trả nhưng không có ngày có kết quả: lấy ngày trả làm "
    "ngày có kết quả.",
    "return_from_status": "{} hồ sơ ghi “Đã trả kết quả” nhưng không có ngày trả: lấy ngày có kết "
    "quả làm ngày trả.",
    "stop_from_status": "{} hồ sơ đang chờ hoặc tạm dừng nhưng tệp không ghi từ lúc nào: coi như "
    "dừng từ lúc tiếp nhận.",
}
