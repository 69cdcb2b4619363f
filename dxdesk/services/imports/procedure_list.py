"""The catalogue of procedures in a file: added, or changed where the file says otherwise."""

import re
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FieldRecord, ProcedureRecord, TermsRecord
from dxdesk.domain.due import Limit, LimitKind
from dxdesk.domain.terms import Terms
from dxdesk.domain.text import folded
from dxdesk.errors import InputError
from dxdesk.exchange.identities import procedure_code
from dxdesk.exchange.lists import ListRow
from dxdesk.services.imports.list_steps import Plan, Step
from dxdesk.services.imports.names import RefusedError
from dxdesk.services.imports.verdict import Verdict
from dxdesk.services.terms import first_terms, keep_terms

_CODE = re.compile(r"\d\.\d{6}")
_AMOUNT = re.compile(r"(\d+(?:[.,]5)?) ?(?:\(\S+\) ?)?(ngay lam viec|ngay|gio lam viec|gio)\b")
_UNITS = {
    "ngay lam viec": LimitKind.WORKING_DAYS,
    "ngay": LimitKind.CALENDAR_DAYS,
    "gio lam viec": LimitKind.WORKING_HOURS,
    "gio": LimitKind.WORKING_HOURS,
}
_UNCLEAR = "Chưa hiểu thời hạn ghi trong tệp: khi tiếp nhận phải nhập hẹn trả bằng tay."


def plan_procedures(session: Session) -> Plan:
    records = {one.code: one for one in session.scalars(select(ProcedureRecord))}
    names = {one.id: one.name for one in session.scalars(select(FieldRecord))}
    dated = set(session.scalars(select(TermsRecord.procedure_id)))

    def plan(row: ListRow) -> Step:
        code = procedure_code(row.values.get("code", ""))
        name, field = row.values.get("name", ""), row.values.get("field", "")
        if not _CODE.fullmatch(code):
            raise RefusedError("code", code, "Mã thủ tục cần dạng 1.001193; hãy ghi lại mã.")
        record = records.get(code)
        if record is None:
            if not name or not field:
                raise RefusedError("field", field, "Thiếu tên thủ tục hoặc lĩnh vực.")
            told = _UNCLEAR if _is_unclear(row) else ""
            return Step(Verdict.NEW, told, lambda s: _add_procedure(s, code, row))
        return _changed(record, row, names[record.field_id], has_dates=record.id in dated)

    return plan


def _changed(record: ProcedureRecord, row: ListRow, field: str, *, has_dates: bool) -> Step:
    before = first_terms(record)
    after = _terms(row, before)
    told = [
        f"{label}: {old or '—'} → {new}"
        for label, old, new in (
            ("tên", record.name, row.values.get("name", "")),
            ("lĩnh vực", field, row.values.get("field", "")),
            ("thời hạn", before.limit_text, after.limit_text),
            ("phí", before.fee_text, after.fee_text),
            ("mức trực tuyến", before.level_text, after.level_text),
            ("căn cứ", before.source, after.source),
        )
        if new and new != old
    ]
    if not told:
        return Step(Verdict.SAME)
    if after.limit_text != before.limit_text and _is_unclear(row):
        return Step(Verdict.ASIDE, "Không hiểu thời hạn; hãy ghi dạng “5 ngày làm việc”.")
    if has_dates and after != before:
        reason = "Thủ tục này có thời hạn, phí theo ngày; hãy sửa ở trang Danh mục."
        return Step(Verdict.ASIDE, reason)
    return Step(Verdict.CHANGED, "; ".join(told), lambda s: _change_procedure(s, record.code, row))


def _terms(row: ListRow, before: Terms) -> Terms:
    """*before* with what *row* says otherwise."""
    after = replace(
        before,
        fee_text=row.values.get("fee", before.fee_text),
        level_text=row.values.get("level", before.level_text),
        source=row.values.get("source", before.source),
    )
    limit = row.values.get("limit", "")
    if not limit or limit == before.limit_text:
        return after
    return replace(after, limit=limit_of_text(limit), limit_text=limit)


def _add_procedure(session: Session, code: str, row: ListRow) -> None:
    field_id = _field(session, row.values["field"])
    record = ProcedureRecord(code=code, name=row.values["name"], field_id=field_id)
    keep_terms(record, _terms(row, Terms()))
    session.add(record)


def _change_procedure(session: Session, code: str, row: ListRow) -> None:
    record = session.scalars(select(ProcedureRecord).where(ProcedureRecord.code == code)).one()
    record.name = row.values.get("name") or record.name
    if field := row.values.get("field"):
        record.field_id = _field(session, field)
    keep_terms(record, _terms(row, first_terms(record)))


def _field(session: Session, name: str) -> int:
    record = session.scalar(select(FieldRecord).where(FieldRecord.name == name))
    if record is None:
        record = FieldRecord(name=name)
        session.add(record)
        session.flush()
    return record.id


def limit_of_text(text: str) -> Limit | None:
    """The limit that a catalogue writes as `05 ngày làm việc` or `Trong ngày`; None: unclear."""
    plain = folded(text)
    found = _AMOUNT.findall(plain)
    if not found and re.search(r"trong ngay|ngay khi", plain):
        return Limit(LimitKind.SAME_DAY)
    if len(found) != 1:
        return None
    amount, unit = found[0]
    try:
        return Limit(_UNITS[unit], float(amount.replace(",", ".")))
    except InputError:
        return None


def _is_unclear(row: ListRow) -> bool:
    limit = row.values.get("limit", "")
    return bool(limit) and limit_of_text(limit) is None
