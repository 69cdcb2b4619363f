"""The catalogue of procedures: added, corrected, changed from a day on, retired; never deleted."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FieldRecord, ProcedureRecord, TermsRecord
from dxdesk.desk import Desk
from dxdesk.domain.dossier import ProcedureId
from dxdesk.domain.rights import Right
from dxdesk.domain.terms import Terms
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError, InputError
from dxdesk.services.terms import keep_terms, terms_of

LONGEST = 2000
_TEXTS = (
    ("limit_text", "Thời hạn trên giấy"),
    ("fee_text", "Phí, lệ phí"),
    ("level_text", "Mức trực tuyến"),
    ("forwards_to", "Chuyển đến"),
    ("source", "Căn cứ"),
)


@dataclass(frozen=True, slots=True)
class ProcedureDraft:
    """What the catalogue keeps of a procedure; *terms* hold from their own day on."""

    code: str
    name: str
    field: str
    terms: Terms


def history_of(desk: Desk, procedure_id: ProcedureId) -> tuple[Terms, ...]:
    """All terms of a procedure, oldest first."""
    with desk.reading() as session:
        return terms_of(session, _record(session, procedure_id))


def add_procedure(desk: Desk, draft: ProcedureDraft) -> ProcedureId:
    """A further procedure; a field that is not known yet is added with it."""
    draft = _cleaned(draft)
    with desk.act(f"Thêm thủ tục {draft.code}", right=Right.OFFICE) as session:
        _claim(session, draft.code)
        record = ProcedureRecord(
            code=draft.code, name=draft.name, field_id=_field(session, draft.field)
        )
        keep_terms(record, draft.terms)
        session.add(record)
        session.flush()
        return ProcedureId(record.id)


def change_procedure(desk: Desk, procedure_id: ProcedureId, draft: ProcedureDraft) -> None:
    """Code, name and field at once; the terms from their day on.

    Terms without a day correct what has held since ever. Dossiers keep the limit that they have.
    """
    draft = _cleaned(draft)
    since = draft.terms.valid_from
    name = f"Sửa thủ tục {draft.code}" + (f" từ {since:%d/%m/%Y}" if since else "")
    with desk.act(name, right=Right.OFFICE) as session:
        record = _record(session, procedure_id)
        _claim(session, draft.code, but=procedure_id)
        record.code, record.name = draft.code, draft.name
        record.field_id = _field(session, draft.field)
        keep_terms(record if since is None else _dated(session, procedure_id, since), draft.terms)
        if not (session.dirty or session.new):
            raise InputError("Chưa có gì thay đổi; hãy sửa ít nhất một ô, hoặc bỏ qua.")


def retire_procedure(desk: Desk, procedure_id: ProcedureId, *, retired: bool) -> None:
    """Whether intake still offers it; dossiers of it stay what they are."""
    with desk.reading() as session:
        code = _record(session, procedure_id).code
    with desk.act(
        f"{'Ngừng dùng' if retired else 'Dùng lại'} thủ tục {code}", right=Right.OFFICE
    ) as session:
        _record(session, procedure_id).retired = True if retired else None


def _record(session: Session, procedure_id: int) -> ProcedureRecord:
    record = session.get(ProcedureRecord, procedure_id)
    if record is None:
        raise DeskError("Thủ tục này không còn trong danh mục; hãy đọc lại dữ liệu (F5).")
    return record


def _dated(session: Session, procedure_id: int, since: date) -> TermsRecord:
    found = session.scalar(
        select(TermsRecord).where(
            TermsRecord.procedure_id == procedure_id, TermsRecord.valid_from == since
        )
    )
    if found is None:
        found = TermsRecord(procedure_id=procedure_id, valid_from=since)
        session.add(found)
    return found


def _field(session: Session, name: str) -> int:
    found = session.scalar(select(FieldRecord).where(FieldRecord.name == name))
    if found is None:
        found = FieldRecord(name=name)
        session.add(found)
        session.flush()
    return found.id


def _claim(session: Session, code: str, *, but: int | None = None) -> None:
    other = session.scalar(select(ProcedureRecord.id).where(ProcedureRecord.code == code))
    if other not in {None, but}:
        raise InputError(f"Mã thủ tục: “{code}” đã có trong danh mục; hãy kiểm tra lại mã.")


def _cleaned(draft: ProcedureDraft) -> ProcedureDraft:
    named = [("Mã thủ tục", draft.code), ("Tên thủ tục", draft.name), ("Lĩnh vực", draft.field)]
    code, name, field = (_required(label, text) for label, text in named)
    terms = draft.terms
    texts = {key: clean(getattr(terms, key)) for key, _ in _TEXTS}
    for key, label in _TEXTS:
        if len(texts[key]) > LONGEST:
            raise InputError(f"{label}: dài quá {LONGEST} chữ; hãy viết gọn lại.")
    limit_text = texts.pop("limit_text") or (terms.limit.text if terms.limit else "")
    kept = Terms(terms.valid_from, terms.limit, limit_text, **texts)
    return ProcedureDraft(code, name, field, kept)


def _required(label: str, text: str) -> str:
    text = clean(text)
    if not text:
        raise InputError(f"{label}: chưa nhập; hãy nhập theo quyết định công bố thủ tục.")
    if len(text) > LONGEST:
        raise InputError(f"{label}: dài quá {LONGEST} chữ; hãy viết gọn lại.")
    return text
