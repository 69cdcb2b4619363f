"""Passwords, PINs and recovery codes: what is too weak, and how long wrong tries make one wait."""

import base64
import unicodedata
from datetime import timedelta
from itertools import pairwise

from dxdesk.domain.text import folded

SHORTEST, LONGEST = 6, 200
FREE_TRIES = 2
"""Wrong tries without a wait: a key that slipped."""
_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(hours=1)
CODE_BYTES = 15
_GROUP = 4
_LOOKALIKES = str.maketrans("018", "OIB")


def plain(secret: str) -> str:
    """One form for the same letters, however the keyboard composed them."""
    return unicodedata.normalize("NFC", secret)


def weakness(secret: str, *names: str) -> str | None:
    """Why *secret* is no password or PIN, as a sentence; *names* are too easy to guess."""
    secret = plain(secret)
    if not SHORTEST <= len(secret) <= LONGEST:
        return f"Mật khẩu: cần từ {SHORTEST} đến {LONGEST} ký tự hoặc chữ số."
    steps = {ord(after) - ord(before) for before, after in pairwise(secret)}
    if len(steps) == 1 and steps <= {-1, 0, 1}:
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


def plain_code(typed: str) -> str:
    """A recovery code as it was typed, without dashes; digits that are none read as letters."""
    return "".join(filter(str.isalnum, typed)).upper().translate(_LOOKALIKES)
