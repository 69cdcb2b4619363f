"""Between rows and values: the one place where records become dossiers and derived columns."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from db.models import (
    DossierRecord,
    FieldRecord,
    HamletRecord,
    OfficerRecord,
    ProcedureRecord,
    UnitRecord,
)
from db.prepared import Prepared
from db.sessions import asked_by
from dxdesk.domain.clock import overdue_at
from dxdesk.domain.derived import derive
from dxdesk.domain.dossier import DayOnly, Dossier, DossierId, Person, ProcedureId
from dxdesk.domain.due import limit_from
from dxdesk.domain.outcome import outcome_name
from dxdesk.errors import DeskError
from dxdesk.services.rules import Rules

REMOVED = "đã xóa dữ liệu cá nhân theo thời hạn lưu trữ nên không sửa, không ghi thêm được"
_DERIVED = ("state", "outcome", "arrived_at", "long_running", "owner_sort", "search_text")


def refresh(record: DossierRecord, rules: Rules) -> None:
    """Set the derived columns of *record* from its facts."""
    derived = derive(record, rules.calendar)
    for name in _DERIVED:
        if getattr(record, name) != (value := getattr(derived, name)):
            setattr(record, name, value)


def record_of(session: Session, dossier_id: int) -> DossierRecord:
    record = session.get(DossierRecord, dossier_id)
    if record is None:
        raise DeskError("Hồ sơ này không còn trong sổ (có thể việc tiếp nhận đã được hoàn tác).")
    return record


def check_kept(record: DossierRecord) -> None:
    """DeskError when the personal data was removed: nothing more is written about the dossier."""
    if record.data_removed_at is not None:
        raise DeskError(f"Hồ sơ {label_of(record)} {REMOVED}.")


def label_of(record: DossierRecord) -> str:
    """What the action log calls a dossier."""
    return record.code or f"số {record.book_year}/{record.book_number:06}"


@dataclass(frozen=True, slots=True)
class Names:
    """What the references of a dossier are called."""

    procedure_code: str
    procedure: str
    field: str
    unit: str
    hamlet: str
    officer: str
    received_by: str


def dossier_of(record: DossierRecord, names: Names, rules: Rules, now: datetime) -> Dossier:
    """The value of one record, judged at *now* under the ward's rule."""
    return Dossier(
        **{name: getattr(record, name) for name in _SAME},
        id=DossierId(record.id),
        code=record.code or "",
        procedure_id=ProcedureId(record.procedure_id),
        procedure_code=names.procedure_code,
        procedure=names.procedure,
        field=names.field,
        unit=names.unit,
        hamlet=names.hamlet,
        officer=names.officer,
        received_by=names.received_by,
        owner=_person(record, "owner"),
        applicant=_person(record, "applicant"),
        limit=limit_from(record.limit_kind, record.limit_amount) if record.limit_kind else None,
        late_cause=rules.causes.of(record.late_cause),
        day_only=DayOnly(record.day_only),
        outcome=outcome_name(record.outcome, rules.office.early_rule),
        overdue=record.void_at is None
        and record.received_at is not None
        and overdue_at(
            now,
            due=record.due_at,
            finished=record.finished_at,
            stopped_since=record.stopped_since,
        ),
    )


_SAME = (
    *("book_year", "book_number", "channel", "assisted", "content", "copies", "fee", "note"),
    *("submitted_at", "acceptance_due_at", "received_at", "due_at", "promised_at"),
    *("processing_since", "stopped_since", "stop_kind", "finished_at", "ending", "returned_at"),
    *("returned_to", "declined_at", "void_at", "reason", "late_reason", "state", "held_since"),
    *("returned_via", "interlinked", "non_territorial", "data_removed_at"),
    *("assisted_minutes", "payment", "receipt_no", "delivery", "satisfaction"),
    *("papers_digitised", "result_digitised", "data_reused"),
)


def _person(record: DossierRecord, role: str) -> Person:
    parts = (getattr(record, f"{role}_{part}") for part in ("name", "id_no", "phone", "address"))
    return Person(*parts)


_RECEIVER = aliased(OfficerRecord)
_NAMES = Prepared(
    select(
        ProcedureRecord.code,
        ProcedureRecord.name,
        FieldRecord.name,
        UnitRecord.name,
        HamletRecord.name,
        OfficerRecord.name,
        _RECEIVER.name,
    )
    .select_from(DossierRecord)
    .join(ProcedureRecord, ProcedureRecord.id == DossierRecord.procedure_id)
    .join(FieldRecord, FieldRecord.id == DossierRecord.field_id)
    .outerjoin(UnitRecord, UnitRecord.id == DossierRecord.unit_id)
    .outerjoin(HamletRecord, HamletRecord.id == DossierRecord.hamlet_id)
    .outerjoin(OfficerRecord, OfficerRecord.id == DossierRecord.officer_id)
    .outerjoin(_RECEIVER, _RECEIVER.id == DossierRecord.received_by_id)
    .where(DossierRecord.id == bindparam("dossier_id"))
)


def names_of(session: Session, dossier_id: int) -> Names:
    """The names that one stored dossier refers to, in one statement."""
    (row,) = _NAMES(asked_by(session), dossier_id=dossier_id)
    return Names(*(value or "" for value in row))


class AllNames:
    """All names at once, for long lists."""

    def __init__(self, session: Session) -> None:
        codes = select(ProcedureRecord.id, ProcedureRecord.code)
        self._codes = _by_id(session, codes)
        self._procedures = _by_id(session, select(ProcedureRecord.id, ProcedureRecord.name))
        self._fields = _by_id(session, select(FieldRecord.id, FieldRecord.name))
        self._units = _by_id(session, select(UnitRecord.id, UnitRecord.name))
        self._hamlets = _by_id(session, select(HamletRecord.id, HamletRecord.name))
        self._officers = _by_id(session, select(OfficerRecord.id, OfficerRecord.name))

    def of(self, record: DossierRecord) -> Names:
        return Names(
            procedure_code=self._codes[record.procedure_id],
            procedure=self._procedures[record.procedure_id],
            field=self._fields[record.field_id],
            unit=self._units[record.unit_id],
            hamlet=self._hamlets[record.hamlet_id],
            officer=self._officers[record.officer_id],
            received_by=self._officers[record.received_by_id],
        )


def _by_id(session: Session, statement: Select[int, str]) -> dict[int | None, str]:
    return {None: "", **dict(session.execute(statement).all())}
