"""How the values of two versions of a dossier are told, field by field."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FieldRecord, HamletRecord, ProcedureRecord, UnitRecord
from dxdesk.domain.reconciliation import FieldDifference

NOTHING = "—"


class Labels:
    """Names behind the ids of rows."""

    def __init__(self, session: Session) -> None:
        codes = session.execute(
            select(ProcedureRecord.id, ProcedureRecord.code, ProcedureRecord.name)
        )
        self._procedures = {key: f"{code} - {name}" for key, code, name in codes}
        self._fields = _names(session, FieldRecord)
        self._units = _names(session, UnitRecord)
        self._hamlets = _names(session, HamletRecord)

    def procedure(self, key: int | None) -> str:
        return self._procedures.get(key or 0, NOTHING)

    def field(self, key: int | None) -> str:
        return self._fields.get(key or 0, NOTHING)

    def unit(self, key: int | None) -> str:
        return self._units.get(key or 0, NOTHING)

    def hamlet(self, key: int | None) -> str:
        return self._hamlets.get(key or 0, NOTHING)


def _names(
    session: Session, kind: type[FieldRecord] | type[UnitRecord] | type[HamletRecord]
) -> dict[int, str]:
    return {row[0]: row[1] for row in session.execute(select(kind.id, kind.name))}


def _moment(value: datetime | None) -> str:
    return NOTHING if value is None else f"{value:%d/%m/%Y %H:%M}"


def _plain(value: object) -> str:
    return NOTHING if value in (None, "") else str(value)


def _label(value: Any) -> str:
    return NOTHING if value is None else str(value.label)


_FIELDS: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("code", "Mã hồ sơ", _plain),
    ("owner_name", "Chủ hồ sơ", _plain),
    ("owner_id_no", "Số căn cước chủ hồ sơ", _plain),
    ("owner_phone", "Số điện thoại chủ hồ sơ", _plain),
    ("owner_address", "Địa chỉ chủ hồ sơ", _plain),
    ("applicant_name", "Người nộp", _plain),
    ("channel", "Hình thức tiếp nhận", _label),
    ("submitted_at", "Ngày nộp", _moment),
    ("received_at", "Ngày tiếp nhận", _moment),
    ("due_at", "Ngày hẹn trả", _moment),
    ("stopped_since", "Tạm dừng từ", _moment),
    ("finished_at", "Ngày có kết quả", _moment),
    ("returned_at", "Ngày trả kết quả", _moment),
    ("declined_at", "Từ chối tiếp nhận", _moment),
    ("state", "Trạng thái", _label),
    ("fee", "Phí, lệ phí", _plain),
    ("copies", "Số bộ", _plain),
)
_PERSONAL = {"owner_id_no", "owner_phone"}
_COMPARED = (
    *(name for name, _, _ in _FIELDS),
    *("procedure_id", "field_id", "unit_id", "hamlet_id"),
)
Changes = Mapping[str, tuple[Any, Any]]


def differences(
    here: Mapping[str, Any], there: Mapping[str, Any], labels: Labels
) -> tuple[FieldDifference, ...]:
    """The fields in which the two versions of a dossier differ, as an officer reads them."""
    changes = {name: (here[name], there[name]) for name in _COMPARED if here[name] != there[name]}
    found = told(changes, labels)
    if here["void_at"] is not None:
        found += (FieldDifference("Đã hủy (nhập nhầm)", "đã hủy", "còn trên hệ thống"),)
    return found


def told(changes: Changes, labels: Labels) -> tuple[FieldDifference, ...]:
    """Old and new value of each column in *changes* that an officer knows."""
    found = [
        FieldDifference(label, tell(changes[name][0]), tell(changes[name][1]), name in _PERSONAL)
        for name, label, tell in _FIELDS
        if name in changes
    ]
    for name, label, tell in (
        ("procedure_id", "Thủ tục", labels.procedure),
        ("field_id", "Lĩnh vực", labels.field),
        ("unit_id", "Đơn vị", labels.unit),
        ("hamlet_id", "Tổ dân phố", labels.hamlet),
    ):
        if name in changes:
            found.append(FieldDifference(label, tell(changes[name][0]), tell(changes[name][1])))
    return tuple(found)
