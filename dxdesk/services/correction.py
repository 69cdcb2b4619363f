"""Correcting any field of a dossier, with a reason; the log keeps the old value."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from db.models import (
    DossierRecord,
    FieldRecord,
    HamletRecord,
    OfficerRecord,
    ProcedureRecord,
    UnitRecord,
)
from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import DayOnly, Dossier, DossierId
from dxdesk.errors import InputError
from dxdesk.services.acts.case import Case, Deed, perform, required
from dxdesk.services.acts.clock import counted_due
from dxdesk.services.codes import claim_code
from dxdesk.services.correctable import BOUNDS, FIELD_OF, CorrectableField, ValueKind
from dxdesk.services.late_causes import ensure_known, read_causes
from dxdesk.services.terms import limit_on

_CHOICES = {
    "procedure_id": ProcedureRecord,
    "hamlet_id": HamletRecord,
    "officer_id": OfficerRecord,
    "unit_id": UnitRecord,
    "field_id": FieldRecord,
}
_REQUIRED = frozenset({"procedure_id", "owner_name", "copies", "channel"})
_MARKS = {
    "submitted_at": DayOnly.SUBMITTED,
    "received_at": DayOnly.RECEIVED,
    "due_at": DayOnly.DUE,
    "finished_at": DayOnly.FINISHED,
    "returned_at": DayOnly.RETURNED,
}
_ORDER = ("submitted_at", "received_at", "finished_at", "returned_at")


def correct(
    desk: Desk, dossier_id: DossierId, changes: Mapping[str, object], *, reason: str
) -> Dossier:
    """Set fields of `CORRECTABLE`; a due time that was counted is counted anew, a given one stays.

    InputError names the field that cannot have its new value; nothing is kept then.
    """
    why = required(reason)

    def change(case: Case) -> None:
        record = case.record
        before = {key: getattr(record, _field(key).key) for key in changes}
        counted = counted_due(case)
        for key, value in changes.items():
            set_field(case.session, record, _field(key), value)
        if "procedure_id" in changes:
            _take_limit(case)
        if "due_at" not in changes and counted is not None and record.due_at == counted:
            record.due_at = counted_due(case)
        if changes.keys() & _MARKS.keys():
            _check_order(record, case.at)
        if all(getattr(record, key) == value for key, value in before.items()):
            raise InputError("Chưa có gì thay đổi; hãy sửa ít nhất một ô.")

    return perform(desk, dossier_id, Deed(Act.CORRECT, change), note=why)


def _field(key: str) -> CorrectableField:
    field = FIELD_OF.get(key)
    if field is None:
        raise InputError(f"Trường “{key}” không sửa được.")
    return field


def set_field(
    session: Session, record: DossierRecord, field: CorrectableField, value: object
) -> None:
    """Set one field; InputError names it when *value* cannot be."""
    if value in {None, ""} and field.key in _REQUIRED:
        raise InputError(f"{field.label}: không được để trống; hãy nhập lại.")
    match field.kind:
        case ValueKind.TEXT | ValueKind.LINES:
            _set_text(session, record, field, value)
        case ValueKind.MOMENT:
            _set_moment(record, field, value)
        case ValueKind.NUMBER:
            _set_number(record, field, value)
        case ValueKind.CHOICE:
            _set_choice(session, record, field, value)
        case ValueKind.CHANNEL:
            _set_channel(record, field, value)
        case ValueKind.YES_NO:
            setattr(record, field.key, bool(value))
        case ValueKind.KNOWN:
            setattr(record, field.key, None if value is None else bool(value))
        case ValueKind.LISTED | ValueKind.CAUSE:
            _set_listed(session, record, field, value)


def _set_text(
    session: Session, record: DossierRecord, field: CorrectableField, value: object
) -> None:
    text = field.tidy("" if value is None else str(value))
    if field.key in _REQUIRED and not text:
        raise InputError(f"{field.label}: không được để trống; hãy nhập lại.")
    if field.key == "code":
        claim_code(session, text, but=record.id)
        record.code = text or None
        return
    setattr(record, field.key, text)


def _set_moment(record: DossierRecord, field: CorrectableField, value: object) -> None:
    if value is not None and not isinstance(value, datetime):
        raise InputError(f"{field.label}: phải là ngày giờ, ví dụ 05/06/2026 16:30.")
    old: datetime | None = getattr(record, field.key)
    if (value is None) != (old is None) and field.key in {"received_at", "finished_at"}:
        raise InputError(
            f"{field.label}: không thêm hay xóa bằng cách sửa; hãy dùng việc tương ứng của hồ sơ."
        )
    moment = None if value is None else value.replace(second=0, microsecond=0)
    if moment != old:
        record.day_only &= ~int(_MARKS[field.key])
        setattr(record, field.key, moment)


def _set_number(record: DossierRecord, field: CorrectableField, value: object) -> None:
    least, most = BOUNDS[field.key]
    whole = isinstance(value, int) and not isinstance(value, bool)
    if value is not None and not (whole and least <= int(str(value)) <= most):
        raise InputError(f"{field.label}: phải là số nguyên từ {least} đến {most}.")
    setattr(record, field.key, value)


def _set_channel(record: DossierRecord, field: CorrectableField, value: object) -> None:
    if value not in set(Channel):
        raise InputError(f"{field.label}: không có trong danh sách; hãy chọn lại.")
    record.channel = Channel(int(str(value)))


def _set_listed(
    session: Session, record: DossierRecord, field: CorrectableField, value: object
) -> None:
    if field.kind is ValueKind.CAUSE:
        ensure_known(read_causes(session), value)
        setattr(record, field.key, value)
        return
    chosen = next((one for one in field.options or () if one == value), None)
    if chosen is None and value is not None:
        raise InputError(f"{field.label}: không có trong danh sách; hãy chọn lại.")
    setattr(record, field.key, chosen)


def _set_choice(
    session: Session, record: DossierRecord, field: CorrectableField, value: Any
) -> None:
    if value is not None and session.get(_CHOICES[field.key], value) is None:
        raise InputError(f"{field.label}: không có trong danh sách; hãy chọn lại.")
    setattr(record, field.key, value)


def _take_limit(case: Case) -> None:
    """Another procedure brings its field and its limit."""
    procedure = case.session.get_one(ProcedureRecord, case.record.procedure_id)
    arrived = case.record.received_at or case.record.submitted_at or case.at
    limit = limit_on(case.session, procedure.id, arrived.date())
    case.record.field_id = procedure.field_id
    case.record.limit_kind = None if limit is None else limit.kind.value
    case.record.limit_amount = None if limit is None else limit.amount


def _check_order(record: DossierRecord, now: datetime) -> None:
    """No moment before the one that it follows, none in the future (R14 rests on this)."""
    earlier: tuple[str, datetime] | None = None
    for key in _ORDER:
        moment: datetime | None = getattr(record, key)
        if moment is None:
            continue
        label = FIELD_OF[key].label
        if moment > now and not record.day_only & _MARKS[key]:
            raise InputError(f"{label}: {moment:%d/%m/%Y %H:%M} ở tương lai; hãy nhập lại.")
        if earlier is not None and moment < earlier[1]:
            raise InputError(
                f"{label} ({moment:%d/%m/%Y %H:%M}) trước {earlier[0].lower()} "
                f"({earlier[1]:%d/%m/%Y %H:%M}); hãy nhập lại."
            )
        earlier = (label, moment)
    due, received = record.due_at, record.received_at
    if due is not None and received is not None and due < received:
        raise InputError(
            f"Hẹn trả ({due:%d/%m/%Y %H:%M}) trước thời điểm tiếp nhận "
            f"({received:%d/%m/%Y %H:%M}); hãy nhập lại."
        )
