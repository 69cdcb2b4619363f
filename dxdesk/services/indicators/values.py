"""Values by period with their evidence. What was not entered is missing, never zero."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import EvidenceRecord, HamletRecord, ValueRecord
from dxdesk.desk import Desk
from dxdesk.domain.attachment import KINDS, MOST_FILES
from dxdesk.domain.indicators.kinds import IndicatorId
from dxdesk.domain.indicators.value import EvidenceFile, EvidenceFileId, Value, ValueDraft, ValueId
from dxdesk.domain.period import Period
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError, InputError
from dxdesk.services import contents
from dxdesk.services.indicators.records import record_of, value_of

_LONGEST = 1000
Key = tuple[IndicatorId, int | None]
"""The indicator, and the hamlet; None for the whole ward."""


def save_values(desk: Desk, period: Period, drafts: Mapping[Key, ValueDraft]) -> None:
    """Keep the values of *period* as one action; a draft without an amount takes the value away."""
    if not drafts:
        raise InputError("Chưa có số liệu nào thay đổi; hãy nhập rồi lưu.")
    if period.first > desk.now().date():
        raise InputError(f"Kỳ {period.label} chưa đến; hãy chọn kỳ khác.")
    with desk.reading() as session:
        codes = list(dict.fromkeys(record_of(session, key).code for key, _hamlet in drafts))
    what = codes[0] if len(codes) == 1 else f"{len(codes)} chỉ tiêu"
    with desk.act(f"Nhập số liệu {period.label}: {what}", right=Right.RECORD) as session:
        for key, draft in drafts.items():
            keep_value(session, period, key, draft)


def keep_value(session: Session, period: Period, key: Key, draft: ValueDraft) -> None:
    """`save_values` for one, within a larger action."""
    record = _standing(session, period, key)
    if draft.amount is None:
        if record is not None:
            _remove(session, record)
        return
    if record is None:
        record = ValueRecord(indicator_id=key[0], hamlet_id=key[1], period_kind=period.kind.value)
        record.first, record.last = period.first, period.last
        session.add(record)
    amount, evidence = draft.amount, draft.evidence
    record.numerator, record.denominator = amount.numerator, amount.denominator
    record.stated = "" if amount.stated is None else str(amount.stated)
    record.bound, record.base, record.base_at = amount.bound.value, draft.base.value, draft.base_at
    record.document = clean(evidence.number)[:_LONGEST]
    record.document_date, record.issuer = evidence.dated, clean(evidence.issuer)[:_LONGEST]
    record.note = clean(draft.note)[:_LONGEST]
    session.flush()


def _standing(session: Session, period: Period, key: Key) -> ValueRecord | None:
    return session.scalar(
        select(ValueRecord).where(
            ValueRecord.indicator_id == key[0],
            ValueRecord.hamlet_id.is_(key[1])
            if key[1] is None
            else ValueRecord.hamlet_id == key[1],
            ValueRecord.first == period.first,
            ValueRecord.last == period.last,
        )
    )


def _remove(session: Session, record: ValueRecord) -> None:
    for file in session.scalars(select(EvidenceRecord).where(EvidenceRecord.value_id == record.id)):
        session.delete(file)
    session.flush()
    session.delete(record)


def history(desk: Desk, indicator_id: IndicatorId) -> tuple[Value, ...]:
    """All values of an indicator, newest first, hamlets after the ward."""
    with desk.reading() as session:
        return values_of(session, indicator_id=indicator_id)


def values_of(
    session: Session,
    *,
    indicator_id: int | None = None,
    since: date | None = None,
    until: date | None = None,
) -> tuple[Value, ...]:
    """Values with their files; of one indicator, or of periods that end within two days."""
    statement = select(ValueRecord, HamletRecord.name).outerjoin(
        HamletRecord, HamletRecord.id == ValueRecord.hamlet_id
    )
    if indicator_id is not None:
        statement = statement.where(ValueRecord.indicator_id == indicator_id)
    if since is not None:
        statement = statement.where(ValueRecord.last >= since)
    if until is not None:
        statement = statement.where(ValueRecord.last <= until)
    found = session.execute(statement.order_by(ValueRecord.last.desc(), ValueRecord.id)).all()
    files = _files(session, [record.id for record, _name in found])
    return tuple(
        value_of(record, hamlet=name or "", files=tuple(files.get(record.id, ())))
        for record, name in found
    )


def _files(session: Session, ids: Sequence[int]) -> dict[int, list[EvidenceFile]]:
    found: dict[int, list[EvidenceFile]] = {}
    standing = select(EvidenceRecord).where(EvidenceRecord.removed_at.is_(None))
    for one in session.scalars(standing.order_by(EvidenceRecord.id)):
        if one.value_id in ids:
            found.setdefault(one.value_id, []).append(_file(one))
    return found


def _file(record: EvidenceRecord) -> EvidenceFile:
    kind = KINDS[record.kind]
    return EvidenceFile(EvidenceFileId(record.id), record.name, kind, record.size, record.added_at)


def add_evidence(desk: Desk, value_id: ValueId, paths: Sequence[Path]) -> None:
    """Attach copies of files to a value; all or none."""
    if not paths:
        raise InputError("Chưa chọn tệp nào; hãy chọn ít nhất một tệp.")
    given = [(path.name, contents.read(path)) for path in paths]
    found = [contents.checked(name, data) for name, data in given]
    with desk.reading() as session:
        value = _value_record(session, value_id)
        code = record_of(session, value.indicator_id).code
        if len(_files(session, [value_id]).get(value_id, ())) + len(found) > MOST_FILES:
            raise InputError(f"Nhiều nhất {MOST_FILES} tệp cho một số liệu; hãy gộp vào một PDF.")
    with desk.act(f"Đính kèm tài liệu kiểm chứng cho {code}", right=Right.RECORD) as session:
        for one, (_name, data) in zip(found, given, strict=True):
            session.add(
                EvidenceRecord(
                    value_id=value_id,
                    content_id=contents.kept(session, data),
                    name=one.name,
                    kind=one.kind.key,
                    size=one.size,
                    added_at=desk.now(),
                )
            )


def evidence_content(desk: Desk, file_id: EvidenceFileId) -> bytes:
    """The file as it was attached."""
    with desk.reading() as session:
        record = session.get(EvidenceRecord, file_id)
        if record is None or record.removed_at is not None:
            raise DeskError("Tệp này không còn ở số liệu này; hãy đọc lại dữ liệu (F5).")
        return contents.content(session, record.content_id, record.name)


def _value_record(session: Session, value_id: int) -> ValueRecord:
    record = session.get(ValueRecord, value_id)
    if record is None:
        raise DeskError("Số liệu này không còn; hãy đọc lại dữ liệu (F5).")
    return record
