"""Attached files: what may be one, told by its content; a name that is safe anywhere."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from dxdesk.domain.dossier import DossierId
from dxdesk.domain.text import clean

AttachmentId = NewType("AttachmentId", int)
MOST_BYTES = 20 * 1024 * 1024
"""Of one file: forty scanned pages in grey; more belongs into several files."""
MOST_FILES = 50
"""Of one dossier."""
_LONGEST_STEM = 120
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FileKind:
    key: str
    label: str
    endings: tuple[str, ...]
    """The first is given to files whose own ending is another."""
    picture: bool = False


PDF = FileKind("pdf", "PDF", (".pdf",))
_DOCX = FileKind("docx", "Word", (".docx",))
_XLSX = FileKind("xlsx", "Excel", (".xlsx",))
_SIGNS = (
    (b"\xff\xd8\xff", FileKind("jpeg", "Ảnh JPEG", (".jpg", ".jpeg"), picture=True)),
    (b"\x89PNG\r\n\x1a\n", FileKind("png", "Ảnh PNG", (".png",), picture=True)),
    (b"II*\x00", FileKind("tiff", "Ảnh TIFF", (".tif", ".tiff"), picture=True)),
    (b"MM\x00*", FileKind("tiff", "Ảnh TIFF", (".tif", ".tiff"), picture=True)),
    (b"GIF8", FileKind("gif", "Ảnh GIF", (".gif",), picture=True)),
    (b"BM", FileKind("bmp", "Ảnh BMP", (".bmp",), picture=True)),
)
_WEBP = FileKind("webp", "Ảnh WebP", (".webp",), picture=True)
KINDS = {kind.key: kind for kind in (PDF, _DOCX, _XLSX, _WEBP, *(one for _, one in _SIGNS))}
_ZIP = b"PK\x03\x04"
_MACROS = b"vbaProject"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached file without its content, which is read on demand."""

    id: AttachmentId
    dossier_id: DossierId
    name: str
    kind: FileKind
    size: int
    added_at: datetime


def kind_of(content: bytes) -> FileKind | None:
    """What *content* is, whatever it calls itself; None: nothing that may be attached."""
    if b"%PDF-" in content[:1024]:
        return PDF
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _WEBP
    if content[:4] == _ZIP and _MACROS not in content:
        if b"word/document.xml" in content:
            return _DOCX
        return _XLSX if b"xl/workbook.xml" in content else None
    return next((kind for sign, kind in _SIGNS if content.startswith(sign)), None)


def safe_name(name: str, kind: FileKind) -> str:
    """*name* without folders and signs that a system could misread, with the ending of *kind*."""
    last = re.split(r"[/\\]", clean(name))[-1]
    plain = _FORBIDDEN.sub("_", last).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot or f".{ending.lower()}" not in kind.endings:
        stem, ending = plain, kind.endings[0].removeprefix(".")
    stem = stem[:_LONGEST_STEM].strip(" .") or "tep"
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    return f"{stem}.{ending.lower()}"


def size_text(size: int) -> str:
    """`1,4 MB`, `350 KB`."""
    if size >= 1024 * 1024:
        return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / 1024))} KB"
