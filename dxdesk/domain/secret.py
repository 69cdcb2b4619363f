"""Passwords, PINs and recovery codes: what is too weak, and how long wrong tries make one wait."""

import base64
import unicodedata
from datetime import timedelta
from enum import Enum
from itertools import pairwise

from dxdesk.domain.text import folded

SHORTEST, LONGEST = 6, 200
PASSPHRASE = "Mật khẩu dữ liệu"  # noqa: S105 - what it is called
PASSPHRASE_SHORTEST, PASSPHRASE_LONGEST = 12, 1000
_DIFFERENT = 5
"""Letters that a passphrase must have at least."""
FREE_TRIES = 2
"""Wrong tries without a wait: a key that slipped."""
_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(hours=1)
CODE_BYTES = 15
_GROUP, _ON_A_LINE = 4, 6
_LOOKALIKES = str.maketrans("018", "OIB")


class CodeKind(Enum):
    """What a printed code opens."""

    SIGN_IN = "Mã khôi phục"
    DATA = "Mã mở dữ liệu"

    @property
    def label(self) -> str:
        return self.value


def plain(secret: str) -> str:
    """One form for the same letters, however the keyboard composed them."""
    return unicodedata.normalize("NFC", secret)


def weakness(secret: str, *names: str) -> str | None:
    """Why *secret* is no password or PIN, as a sentence; *names* are too easy to guess."""
    secret = plain(secret)
    if not SHORTEST <= len(secret) <= LONGEST:
        return f"Mật khẩu: cần từ {SHORTEST} đến {LONGEST} ký tự hoặc chữ số."
    if _is_row(secret):
        return "Mật khẩu: một dãy như 111111 hay 123456 quá dễ đoán; hãy chọn khác."
    if any(name and folded(secret).replace(" ", "") == _bare(name) for name in names):
        return "Mật khẩu: trùng với tên nên quá dễ đoán; hãy chọn khác."
    return None


def _bare(name: str) -> str:
    return folded(name).replace(" ", "")


def wait_after(failures: int) -> timedelta:
    """How long after the last of so many wrong tries in a row the next one must wait."""
    over = failures - FREE_TRIES
    if over <= 0:
        return timedelta()
    return min(_FIRST_WAIT * (1 << min(over - 1, 20)), _LONGEST_WAIT)


def code_text(random: bytes) -> str:
    """A recovery code as it is printed: letters and digits in groups."""
    letters = base64.b32encode(random).decode()
    return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def code_lines(code: str) -> tuple[str, ...]:
    """A long code on lines that fit a page."""
    groups = code.split("-")
    lines = -(-len(groups) // _ON_A_LINE)
    size = -(-len(groups) // lines)
    return tuple("-".join(groups[at : at + size]) for at in range(0, len(groups), size))


def plain_code(typed: str) -> str:
    """A recovery code as it was typed, without dashes; digits that are none read as letters."""
    return "".join(filter(str.isalnum, typed)).upper().translate(_LOOKALIKES)


def passphrase_weakness(passphrase: str) -> str | None:
    """Why *passphrase* shall not encrypt a file: who has the file tries as fast as he can."""
    passphrase = plain(passphrase)
    if not passphrase.strip():
        return f"{PASSPHRASE}: chưa nhập."
    if not PASSPHRASE_SHORTEST <= len(passphrase) <= PASSPHRASE_LONGEST:
        return (
            f"{PASSPHRASE}: cần từ {PASSPHRASE_SHORTEST} đến {PASSPHRASE_LONGEST} ký tự; nên ghép "
            "bốn, năm từ không liên quan, ví dụ một câu chỉ mình biết."
        )
    if not passphrase.isprintable():
        return f"{PASSPHRASE}: có ký tự không nhìn thấy nên sau này khó gõ lại; hãy bỏ ký tự đó."
    if len(set(passphrase)) < _DIFFERENT or _is_row(passphrase):
        return f"{PASSPHRASE}: lặp lại hoặc là một dãy nên quá dễ đoán; hãy chọn khác."
    return None


def _is_row(secret: str) -> bool:
    """`111111`, `123456`, `fedcba`."""
    steps = {ord(after) - ord(before) for before, after in pairwise(secret)}
    return len(steps) == 1 and steps <= {-1, 0, 1}
