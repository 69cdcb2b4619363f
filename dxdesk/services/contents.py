"""The bytes of files that officers attach: checked at the door, kept once by their digest."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ContentRecord
from dxdesk.domain.attachment import MOST_BYTES, FileKind, kind_of, safe_name, size_text
from dxdesk.errors import DeskError, InputError, system_words


@dataclass(frozen=True, slots=True)
class CheckedFile:
    name: str
    kind: FileKind
    size: int


def read(path: Path) -> bytes:
    """The bytes of *path*; InputError when there are none or too many."""
    try:
        if not path.is_file():
            raise InputError(f"“{path.name}” không phải là tệp; hãy chọn tệp PDF hoặc ảnh quét.")
        if path.stat().st_size > MOST_BYTES:
            raise _too_big(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"Không đọc được “{path.name}”: {system_words(error) or 'hãy thử lại'}."
        ) from error


def _too_big(name: str, size: int) -> InputError:
    return InputError(
        f"“{name}” nặng {size_text(size)}, quá {size_text(MOST_BYTES)}; hãy quét ở độ phân giải "
        "thấp hơn (200 dpi, thang xám) hoặc chia thành nhiều tệp."
    )


def checked(name: str, content: bytes) -> CheckedFile:
    """What *content* is, under a name that every system takes. InputError when it is refused."""
    if not content:
        raise InputError(f"“{name}” rỗng, không có gì bên trong; hãy kiểm tra lại tệp.")
    if len(content) > MOST_BYTES:
        raise _too_big(name, len(content))
    kind = kind_of(content)
    if kind is None:
        raise InputError(
            f"“{name}” không phải PDF, ảnh, Word (.docx) hay Excel (.xlsx) không có macro; hãy "
            "quét hoặc lưu thành PDF rồi đính kèm."
        )
    return CheckedFile(safe_name(name, kind), kind, len(content))


def kept(session: Session, content: bytes) -> int:
    """Id of *content*, which is kept once however often it is attached."""
    digest = sha256(content).hexdigest()
    found = session.scalar(select(ContentRecord.id).where(ContentRecord.digest == digest))
    if found is not None:
        return found
    record = ContentRecord(digest=digest, data=content)
    session.add(record)
    session.flush()
    return record.id


def content(session: Session, content_id: int, name: str) -> bytes:
    """The bytes as they came in; DeskError when they are no longer what they were."""
    record = session.get_one(ContentRecord, content_id)
    if sha256(record.data).hexdigest() != record.digest:
        raise DeskError(
            f"Tệp “{name}” trong sổ đã hỏng, không còn như lúc đính kèm. Hãy lấy lại từ "
            "bản sao lưu, hoặc quét lại giấy tờ."
        )
    return record.data
