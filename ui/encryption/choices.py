"""The choices about encryption, as data, and what is told of copies that differ."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.access.choice_dialog import Choice

if TYPE_CHECKING:
    from dxdesk.services.encryption.copies import Unlike

TITLE = "Mã hóa dữ liệu"
_NAMED = 5
INTRO = (
    "Tệp dữ liệu và các bản sao lưu nằm trên máy này, trên USB. Mã hóa rồi thì người lấy được tệp "
    "không đọc được nếu không có mật khẩu dữ liệu. Máy đang mở chương trình, giấy đã in và tệp đã "
    "xuất thì mã hóa không che được. Sau này đổi lại ở Sửa → Mã hóa dữ liệu."
)
ENCRYPT = Choice(
    "encrypt",
    "Mã &hóa bằng mật khẩu…",
    "Mỗi lần mở chương trình phải nhập mật khẩu dữ liệu. Chương trình đưa một mã để in, dùng khi "
    "quên. Mất cả mật khẩu lẫn mã thì không ai, kể cả người làm ra chương trình, mở được dữ liệu.",
    role="primary",
)
PLAIN = Choice(
    "plain",
    "&Không mã hóa",
    "Ai chép được tệp dữ liệu hoặc bản sao lưu thì đọc được mọi hồ sơ. Chỉ nên chọn khi ổ đĩa máy "
    "này và USB sao lưu đã mã hóa bằng BitLocker hoặc cách khác.",
)
FIRST = (ENCRYPT, PLAIN)
_CHANGE = Choice(
    "change",
    "Đổi &mật khẩu dữ liệu…",
    "Nên đổi khi có người biết mật khẩu chuyển đi. Mã mở dữ liệu cũng đổi.",
)
_CODE = Choice(
    "code",
    "&Xem và in mã mở dữ liệu…",
    "Mã dùng khi quên mật khẩu. Việc xem mã được ghi vào nhật ký.",
)
_COPIES = Choice(
    "copies",
    "Mã hóa các &bản sao lưu cũ",
    "Ghi lại các bản cũ bằng mật khẩu đang dùng; bản nào không mở được thì giữ nguyên.",
)
_REMOVE = Choice("remove", "&Bỏ mã hóa…", "Từ đó ai chép được tệp dữ liệu là đọc được mọi hồ sơ.")


def choices_of(found: "Unlike") -> tuple[Choice, ...]:
    """For an encrypted file."""
    copies = (_COPIES,) if found.plain or found.other else ()
    return (*copies, _CHANGE, _CODE, _REMOVE)


def copies_words(found: "Unlike", *, named: bool = True) -> str:
    """Which copies the passphrase in use does not open; empty when there are none."""
    parts = []
    for paths, state in (
        (found.plain, "CHƯA mã hóa, ai có là đọc được"),
        (found.other, "còn mật khẩu của lúc sao lưu"),
    ):
        if paths:
            names = f": {_named(paths)}" if named else ""
            parts.append(f"{len(paths)} bản sao cũ {state}{names}.")
    if found.away is not None:
        parts.append(f"Chưa thấy nơi thứ hai “{found.away}”; các bản ở đó vẫn như cũ.")
    return " ".join(parts)


def _named(paths: Sequence[Path]) -> str:
    more = f" và {len(paths) - _NAMED} bản nữa" if len(paths) > _NAMED else ""
    return ", ".join(path.name for path in paths[:_NAMED]) + more
