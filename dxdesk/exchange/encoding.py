"""Bytes of a text file → text, by its marks, its own declaration, and what fits."""

import codecs
import re

from dxdesk.errors import InputError
from dxdesk.exchange.legacy import as_1252, encoding_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_LEGACY = ("cp1258", "cp1252", "utf_16_le", "utf_16_be")
_SAMPLE = 65536
_MOST_CONTROLS = 0.02


def decode(data: bytes, *, name: str) -> str:
    """Text of *data*. InputError naming the file *name* when these bytes are no text."""
    return decode_told(data, name=name)[0]


def decode_told(data: bytes, *, name: str) -> tuple[str, str]:
    """`decode`, and the encoding before Unicode that was understood ("": none)."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, errors="replace"), name=name), ""
    if encoding := _utf16_without_mark(data):
        return _checked(data.decode(encoding, errors="replace"), name=name), ""
    declared = _DECLARED.search(data[:4096])
    for encoding in ("utf-8", declared[1].decode() if declared else "utf-8"):
        try:
            return _checked(data.decode(encoding), name=name), ""
        except (UnicodeDecodeError, LookupError):
            continue
    return _legacy(data, name=name)


def _utf16_without_mark(data: bytes) -> str:
    """Text in Latin letters has a zero in every second byte."""
    head = data[:200]
    if len(head) < 4 or head.count(0) < len(head) // 3:  # noqa: PLR2004 (two letters)
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _legacy(data: bytes, *, name: str) -> tuple[str, str]:
    """Windows-1258 when that gives Vietnamese words; what else it may be, its cells will tell."""
    text = as_1252(data)
    found = encoding_of(text[:_SAMPLE].splitlines())
    if found is not None and found.whole:
        return _checked(found.convert(text), name=name), found.name
    if found is not None:
        return _checked(text, name=name), ""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_LEGACY)).best()
    if best is None:
        raise InputError(_not_text(name))
    if best.encoding in {"utf_16_le", "utf_16_be"}:
        return _checked(data.decode(best.encoding, errors="replace"), name=name), ""
    return _checked(text, name=name), ""


def _checked(text: str, *, name: str) -> str:
    sample = text[:_SAMPLE]
    strange = sum(1 for ch in sample if ch == "\ufffd" or (ch < " " and ch not in "\t\r\n\f\v"))
    if strange > _MOST_CONTROLS * len(sample):
        raise InputError(_not_text(name))
    return text.replace("\0", " ")


def _not_text(name: str) -> str:
    return (
        f"Không đọc được tệp “{name}”: nội dung không phải bảng hồ sơ dạng Excel, HTML hay CSV. "
        "Hãy xuất lại tệp từ hệ thống rồi nhập lại."
    )
