"""The text of a document (.docx, .pdf, .txt); cells of tables stand between tabs."""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from dxdesk.errors import InputError
from dxdesk.exchange.encoding import decode

LARGEST = 100 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
LONGEST = 2_000_000
"""Letters; a report of a whole year has a tenth of it."""
MOST_PAGES = 1000
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_GOES_ON = re.compile(r"(?<=[^.;:!?\n])\n(?=[a-zà-ỹđ\d(])")
_ENDINGS = (".docx", ".pdf", ".txt")


def read_text(path: Path) -> str:
    """The text of *path*. InputError with the file's name when it cannot be read."""
    data = _bytes(path)
    if data.startswith(b"%PDF"):
        text = _pdf(path, data)
    elif data.startswith(_ZIP):
        text = _docx(path)
    elif data.startswith(_OLE):
        raise InputError(_locked(path) if _ENCRYPTED in data else _old(path))
    else:
        text = _plain(path, data)
    if not text.strip():
        raise InputError(
            f"Tệp “{path.name}” không có chữ nào đọc được; nếu là bản chụp (scan), hãy gõ hoặc "
            "dán đoạn cần soát."
        )
    if len(text) > LONGEST:
        raise InputError(f"Tệp “{path.name}” dài quá (trên 2 triệu chữ); hãy soát từng phần.")
    return text


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"Tệp “{path.name}” quá lớn (trên 100 MB); hãy tách nhỏ rồi soát.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(
            f"Không tìm thấy tệp “{path.name}”. Hãy kiểm tra lại tên và thư mục."
        ) from error
    except OSError as error:
        raise InputError(
            f"Không mở được tệp “{path.name}”. Hãy chọn một tệp {', '.join(_ENDINGS)} không bị "
            "chương trình khác giữ."
        ) from error


def _plain(path: Path, data: bytes) -> str:
    try:
        return decode(data, name=path.name)
    except InputError as error:
        raise InputError(
            f"Không đọc được tệp “{path.name}”: không phải văn bản {', '.join(_ENDINGS)}."
        ) from error


def _docx(path: Path) -> str:
    from docx import Document

    try:
        _check_archive(path)
        return "\n".join(_blocks(Document(str(path))))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError(_damaged(path)) from error
    except (KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise InputError(_damaged(path)) from error  # parts missing, XML broken


def _check_archive(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise InputError(f"Tệp “{path.name}” không phải văn bản Word (.docx).")
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise InputError(f"Tệp “{path.name}” giải nén ra quá lớn, có thể không phải tệp thật.")


def _blocks(document: object) -> Iterator[str]:
    from docx.table import Table

    blocks: Callable[[], Iterator[object]] = getattr(document, "iter_inner_content")  # noqa: B009 - typed as Any in between
    for block in blocks():
        if isinstance(block, Table):
            yield ""
            for row in block.rows:
                yield "\t".join(_cells(row.cells))
            yield ""
        else:
            yield getattr(block, "text", "")


def _cells(cells: tuple[object, ...]) -> Iterator[str]:
    """A cell over several columns is given once for each; its text counts once."""
    seen: list[object] = []
    for cell in cells:
        same = getattr(cell, "_tc", None)
        yield "" if same in seen else " ".join(str(getattr(cell, "text", "")).split())
        seen.append(same)


def _pdf(path: Path, data: bytes) -> str:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise InputError(_locked(path) if locked else _damaged(path)) from error
    try:
        if len(document) > MOST_PAGES:
            raise InputError(
                f"Tệp “{path.name}” có trên {MOST_PAGES} trang; hãy tách nhỏ rồi soát."
            )
        pages = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise InputError(_damaged(path)) from error
    finally:
        document.close()
    return _GOES_ON.sub(" ", "\n".join(pages))


def _page(document: object, number: int) -> str:
    page = document[number]  # type: ignore[index] # pypdfium2 ships no types
    try:
        text = page.get_textpage().get_text_bounded()
    finally:
        page.close()
    return str(text).replace("\r\n", "\n").replace("\ufffe", "")


def _damaged(path: Path) -> str:
    return (
        f"Không đọc được tệp “{path.name}”: tệp bị hỏng hoặc bị cắt giữa chừng. Hãy mở bằng Word, "
        "lưu lại rồi soát."
    )


def _locked(path: Path) -> str:
    return f"Tệp “{path.name}” được đặt mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi soát."


def _old(path: Path) -> str:
    return f"Tệp “{path.name}” là văn bản Word cũ (.doc). Hãy lưu lại dạng .docx rồi soát."
