"""What went wrong around the database, decided once from SQLite's own code."""

from pathlib import Path

from db.driver import error_name, faults, is_encrypted
from dxdesk.errors import DamagedError, StorageError

_SENTENCES = {
    "SQLITE_FULL": "Ổ đĩa đã đầy nên chưa ghi được. Hãy xóa bớt tệp để lấy chỗ trống rồi làm lại; "
    "những gì đã báo lưu vẫn còn nguyên.",
    "SQLITE_BUSY": "Chương trình khác đang giữ cơ sở dữ liệu nên chưa ghi được. Hãy đóng chương "
    "trình đó rồi làm lại.",
    "SQLITE_LOCKED": "Chương trình khác đang giữ cơ sở dữ liệu nên chưa ghi được. Hãy đóng chương "
    "trình đó rồi làm lại.",
    "SQLITE_READONLY": "Thư mục hoặc tệp cơ sở dữ liệu chỉ cho đọc nên không ghi được. Hãy chuyển "
    "tệp sang thư mục ghi được hoặc nhờ quản trị máy cấp quyền.",
    "SQLITE_PERM": "Không có quyền với tệp cơ sở dữ liệu. Hãy nhờ quản trị máy cấp quyền đọc và "
    "ghi.",
    "SQLITE_CANTOPEN": "Không mở được tệp cơ sở dữ liệu. Hãy kiểm tra thư mục còn đó và ghi được.",
    "SQLITE_CORRUPT": "Cơ sở dữ liệu bị hỏng. Đừng ghi thêm; hãy khôi phục từ bản sao lưu gần nhất "
    "bằng lệnh “dxdesk restore”.",
    "SQLITE_NOTADB": "Tệp này không phải cơ sở dữ liệu của DX Desk. Hãy chọn đúng tệp.",
    "SQLITE_IOERR": "Máy báo lỗi khi đọc hoặc ghi đĩa. Hãy kiểm tra ổ đĩa, dây nối, dung lượng "
    "trống rồi làm lại.",
}


def storage_error(error: BaseException, path: Path | None) -> StorageError | None:
    """The sentence for *error*, or None when it is not the surroundings' fault."""
    encrypted = path is not None and is_encrypted(path)
    if not isinstance(error, faults()) or (isinstance(error, MemoryError) and not encrypted):
        return None
    name = error_name(error) or _unnamed(error)
    if encrypted and name == "SQLITE_NOTADB":  # its key was found before: it is ours, and broken
        name = "SQLITE_CORRUPT"
    place = "" if path is None else f" (Tệp: {path})"
    for code, sentence in _SENTENCES.items():
        if name.startswith(code):
            if code in {"SQLITE_CORRUPT", "SQLITE_NOTADB"}:
                return DamagedError(sentence + place, path)
            return StorageError(sentence + place)
    return None


def _unnamed(error: BaseException) -> str:
    """Python itself refuses text that is none: a byte of the file has turned over."""
    no_text = isinstance(error, UnicodeDecodeError) or "Could not decode" in str(error)
    return "SQLITE_CORRUPT" if no_text else ""
