"""The ward's terms: for all procedures, one field, one procedure; each with its document."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FieldRecord, ProcedureRecord, RetentionTermRecord
from dxdesk.desk import Desk
from dxdesk.domain.retention import MOST_YEARS, Term, Terms
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError, InputError

COMMON = "Mọi thủ tục còn lại"
LONGEST_DOCUMENT = 300


@dataclass(frozen=True, slots=True)
class Scope:
    """What a term is for: one procedure, one field, or (neither) all others."""

    procedure_id: int | None = None
    field_id: int | None = None


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A term as the list shows it."""

    id: int
    scope: Scope
    name: str
    term: Term


def terms(session: Session) -> Terms:
    found = session.scalars(select(RetentionTermRecord)).all()
    return Terms(
        next((_term(one) for one in found if not (one.procedure_id or one.field_id)), None),
        {one.field_id: _term(one) for one in found if one.field_id},
        {one.procedure_id: _term(one) for one in found if one.procedure_id},
    )


def _term(record: RetentionTermRecord) -> Term:
    return Term(record.years, record.document, record.decided_on)


def own_terms(desk: Desk) -> tuple[OwnTerm, ...]:
    """Every term that the ward set: the common one, those of fields, those of procedures."""
    with desk.reading() as session:
        rows = session.execute(
            select(RetentionTermRecord, FieldRecord.name, ProcedureRecord.name)
            .outerjoin(FieldRecord, FieldRecord.id == RetentionTermRecord.field_id)
            .outerjoin(ProcedureRecord, ProcedureRecord.id == RetentionTermRecord.procedure_id)
        ).all()
    found = [
        OwnTerm(
            one.id,
            Scope(one.procedure_id, one.field_id),
            procedure or (f"Lĩnh vực {field}" if field else COMMON),
            _term(one),
        )
        for one, field, procedure in rows
    ]
    return tuple(sorted(found, key=_place))


def _place(one: OwnTerm) -> tuple[bool, bool, str]:
    return one.scope.procedure_id is not None, one.scope.field_id is not None, one.name


def scopes(desk: Desk) -> tuple[tuple[Scope, str], ...]:
    """All that a term can be set for, as a form offers it."""
    with desk.reading() as session:
        fields = session.execute(
            select(FieldRecord.id, FieldRecord.name).order_by(FieldRecord.name)
        ).all()
        procedures = session.execute(
            select(ProcedureRecord.id, ProcedureRecord.code, ProcedureRecord.name).order_by(
                ProcedureRecord.name
            )
        ).all()
    return (
        (Scope(), COMMON),
        *((Scope(field_id=key), f"Lĩnh vực {name}") for key, name in fields),
        *((Scope(procedure_id=key), f"{code} - {name}") for key, code, name in procedures),
    )


def set_term(
    desk: Desk, scope: Scope, years: int | None, *, document: str, decided_on: date
) -> None:
    """Set or change one term; InputError names what cannot be. None: kept for ever."""
    if years is not None and not 1 <= years <= MOST_YEARS:
        raise InputError(f"Số năm: phải từ 1 đến {MOST_YEARS}, hoặc chọn giữ vĩnh viễn.")
    said = clean(document)
    if not said:
        raise InputError(
            "Văn bản: chưa nhập; hãy ghi số, tên văn bản quy định thời hạn này của đơn vị."
        )
    if len(said) > LONGEST_DOCUMENT:
        raise InputError(f"Văn bản: dài quá {LONGEST_DOCUMENT} chữ; hãy viết gọn lại.")
    if decided_on > desk.now().date():
        raise InputError("Ngày văn bản: ở tương lai; hãy nhập lại.")
    with desk.reading() as session:
        name = _name_of(session, scope)
    how_long = Term(years, said, decided_on).label.lower()
    with desk.act(f"Đặt thời hạn lưu trữ {name}: {how_long}", right=Right.KEEP) as session:
        record = _of(session, scope)
        if record is None:
            record = RetentionTermRecord(procedure_id=scope.procedure_id, field_id=scope.field_id)
            session.add(record)
        record.years, record.document, record.decided_on = years, said, decided_on


def drop_term(desk: Desk, term_id: int) -> None:
    """The scope follows the wider term again."""
    with desk.reading() as session:
        record = session.get(RetentionTermRecord, term_id)
        if record is None:
            raise DeskError("Thời hạn này không còn; hãy đọc lại dữ liệu (F5).")
        name = _name_of(session, Scope(record.procedure_id, record.field_id))
    with desk.act(f"Bỏ thời hạn lưu trữ {name}", right=Right.KEEP) as session:
        session.delete(session.get_one(RetentionTermRecord, term_id))


def _of(session: Session, scope: Scope) -> RetentionTermRecord | None:
    return session.scalar(
        select(RetentionTermRecord).where(
            RetentionTermRecord.procedure_id.is_(None)
            if scope.procedure_id is None
            else RetentionTermRecord.procedure_id == scope.procedure_id,
            RetentionTermRecord.field_id.is_(None)
            if scope.field_id is None
            else RetentionTermRecord.field_id == scope.field_id,
        )
    )


def _name_of(session: Session, scope: Scope) -> str:
    if scope.procedure_id is not None:
        procedure = session.get(ProcedureRecord, scope.procedure_id)
        if procedure is not None:
            return f"thủ tục {procedure.code}"
    elif scope.field_id is not None:
        field = session.get(FieldRecord, scope.field_id)
        if field is not None:
            return f"lĩnh vực {field.name}"
    else:
        return COMMON.lower()
    raise InputError("Áp dụng cho: không có trong danh mục; hãy chọn lại.")
