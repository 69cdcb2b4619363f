"""Scans and other files of a dossier, kept in the database by their digest (decision 0007).

Lists and figures never touch the contents: those stand in a table of their own.
"""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import AttachmentRecord
from dxdesk.desk import Desk
from dxdesk.domain.attachment import (
    KINDS,
    MOST_FILES,
    Attachment,
    AttachmentId,
)
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.rights import Right
from dxdesk.domain.state import State
from dxdesk.errors import DeskError, InputError, system_words
from dxdesk.services import contents
from dxdesk.services.records import check_kept, label_of, record_of

_VOID = "Hồ sơ đã hủy thì không sửa; hãy khôi phục hồ sơ trước."


def attachments(desk: Desk, dossier_id: DossierId) -> tuple[Attachment, ...]:
    """The files of a dossier that stand, oldest first."""
    with desk.reading() as session:
        found = session.scalars(
            select(AttachmentRecord)
            .where(AttachmentRecord.dossier_id == dossier_id)
            .where(AttachmentRecord.removed_at.is_(None))
            .order_by(AttachmentRecord.id)
        )
        return tuple(_value(one) for one in found)


def attach_files(
    desk: Desk, dossier_id: DossierId, paths: Sequence[Path]
) -> tuple[Attachment, ...]:
    """Attach copies of files; all or none. InputError names the file that cannot be."""
    return attach(desk, dossier_id, [(path.name, contents.read(path)) for path in paths])


def attach(
    desk: Desk, dossier_id: DossierId, files: Sequence[tuple[str, bytes]]
) -> tuple[Attachment, ...]:
    """Attach *files* (name and content) as one action."""
    if not files:
        raise InputError("Chưa chọn tệp nào; hãy chọn ít nhất một tệp.")
    checked = [_checked(name, content) for name, content in files]
    with desk.reading() as session:
        label = label_of(record_of(session, dossier_id))
    what = checked[0].name if len(checked) == 1 else f"{len(checked)} tệp"
    with desk.act(f"Đính kèm {what} vào hồ sơ {label}", right=Right.RECORD) as session:
        _check_room(session, dossier_id, len(checked))
        for record, (_name, content) in zip(checked, files, strict=True):
            record.dossier_id = dossier_id
            record.content_id = contents.kept(session, content)
            record.added_at = desk.now()
            session.add(record)
        session.flush()
        return tuple(_value(one) for one in checked)


def remove_attachment(desk: Desk, attachment_id: AttachmentId) -> None:
    """Take a file off its dossier; its content stays, so that undo brings it back."""
    with desk.reading() as session:
        record = _record(session, attachment_id)
        label = label_of(record_of(session, record.dossier_id))
        name = f"Gỡ tệp {record.name} khỏi hồ sơ {label}"
    with desk.act(name, right=Right.RECORD) as session:
        record = _record(session, attachment_id)
        if record_of(session, record.dossier_id).state is State.VOID:
            raise DeskError(_VOID)
        record.removed_at = desk.now()


def content_of(desk: Desk, attachment_id: AttachmentId) -> bytes:
    """The file as it was attached; DeskError when it is no longer what it was."""
    with desk.reading() as session:
        record = _record(session, attachment_id)
        return contents.content(session, record.content_id, record.name)


def export_attachment(desk: Desk, attachment_id: AttachmentId, target: Path) -> None:
    """Write a copy of the file to *target*."""
    content = content_of(desk, attachment_id)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise DeskError(
            f"Không lưu được “{target.name}”: {system_words(error) or 'hãy chọn nơi khác'}."
        ) from error


def _value(record: AttachmentRecord) -> Attachment:
    return Attachment(
        AttachmentId(record.id),
        DossierId(record.dossier_id),
        record.name,
        KINDS[record.kind],
        record.size,
        record.added_at,
    )


def _record(session: Session, attachment_id: int) -> AttachmentRecord:
    record = session.get(AttachmentRecord, attachment_id)
    if record is None or record.removed_at is not None:
        raise DeskError("Tệp này không còn trong hồ sơ (đã gỡ, hoặc việc đính kèm đã hoàn tác).")
    return record


def _checked(name: str, content: bytes) -> AttachmentRecord:
    found = contents.checked(name, content)
    return AttachmentRecord(name=found.name, kind=found.kind.key, size=found.size)


def _check_room(session: Session, dossier_id: int, more: int) -> None:
    record = record_of(session, dossier_id)
    if record.state is State.VOID:
        raise DeskError(_VOID)
    check_kept(record)
    standing = session.scalar(
        select(func.count())
        .select_from(AttachmentRecord)
        .where(AttachmentRecord.dossier_id == dossier_id, AttachmentRecord.removed_at.is_(None))
    )
    if (standing or 0) + more > MOST_FILES:
        raise InputError(
            f"Hồ sơ đã có {standing} tệp; nhiều nhất {MOST_FILES} tệp mỗi hồ sơ. Hãy gộp các trang "
            "vào một tệp PDF."
        )
