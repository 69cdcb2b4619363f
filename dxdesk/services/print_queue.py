"""Files that wait for a printer. They lie in the database, and are gone once deleted."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text

from db.models import OfficerRecord, QueuedPrintRecord
from dxdesk.desk import Desk
from dxdesk.domain.text import clean
from dxdesk.errors import DeskError, InputError

LARGEST = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class QueuedPrint:
    id: int
    at: datetime
    title: str
    sheets: int
    size: int
    """Bytes."""
    officer: str


def keep(desk: Desk, title: str, content: bytes, *, sheets: int) -> None:
    """Put a PDF into the queue."""
    if len(content) > LARGEST:
        raise InputError("Bản in này lớn hơn 100 MB nên không để hàng chờ; hãy lưu PDF.")
    with desk.database.aside() as session:
        record = QueuedPrintRecord(at=desk.now(), officer_id=desk.officer, title=clean(title))
        record.sheets, record.content = sheets, content
        session.add(record)


def queued(desk: Desk) -> tuple[QueuedPrint, ...]:
    """What waits, oldest first."""
    record = QueuedPrintRecord
    statement = (
        select(
            record.id,
            record.at,
            record.title,
            record.sheets,
            func.length(record.content),
            OfficerRecord.name,
        )
        .join(OfficerRecord, OfficerRecord.id == record.officer_id)
        .order_by(record.id)
    )
    with desk.reading() as session:
        return tuple(QueuedPrint(*row) for row in session.execute(statement))


def content_of(desk: Desk, queued_id: int) -> bytes:
    with desk.reading() as session:
        record = session.get(QueuedPrintRecord, queued_id)
        if record is None:
            raise DeskError("Bản in này không còn trong hàng chờ (đã in hoặc đã xóa ở quầy khác).")
        return record.content


def remove(desk: Desk, queued_id: int) -> None:
    """Delete a file from the queue; its bytes are overwritten, not only forgotten."""
    with desk.database.aside() as session:
        session.execute(text("PRAGMA secure_delete = ON"))
        record = session.get(QueuedPrintRecord, queued_id)
        if record is not None:
            session.delete(record)
