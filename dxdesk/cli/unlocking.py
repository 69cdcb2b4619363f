"""The passphrase of an encrypted file: from a file, from the standard input, or typed unseen.

Never an argument or a variable of the environment: other programs see those.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from dxdesk.domain.secret import PASSPHRASE
from dxdesk.errors import InputError, LockedError, system_words

if TYPE_CHECKING:
    from dxdesk.domain.key import Key

T = TypeVar("T")
STANDARD_INPUT = "-"
_NOT_GIVEN = (
    " Hãy chạy lệnh ở cửa sổ dòng lệnh để được hỏi, hoặc thêm --passphrase-file TỆP (dòng đầu của "
    "tệp là mật khẩu; ghi - thì đọc từ đầu vào chuẩn)."
)


@dataclass
class Unlocker:
    """Finds the keys of the files that one command opens; each is asked for once."""

    files: Sequence[str] = ()
    keys: "tuple[Key, ...]" = ()
    _given: list[str] = field(default_factory=list, repr=False)

    def run(self, work: "Callable[[tuple[Key, ...]], T]") -> T:
        """*work* with the keys known so far, again for each file that asks for another."""
        while True:
            try:
                return work(self.keys)
            except LockedError as locked:
                self.keys = (*self.keys, self._key(locked))

    def _key(self, locked: LockedError) -> "Key":
        from dxdesk.services.encryption.unlocking import WRONG, unlock

        if self.files:
            self._given = self._given or [read_passphrase(one) for one in self.files]
            for passphrase in self._given:
                try:
                    return unlock(locked.path, passphrase)
                except InputError:
                    continue
            raise InputError(f"“{locked.path}”: {WRONG}")
        if not sys.stdin.isatty():
            raise InputError(f"{locked}{_NOT_GIVEN}")
        return unlock(locked.path, _typed(f"{PASSPHRASE} của “{locked.path.name}”"))


def read_passphrase(place: str) -> str:
    """The first line of the file *place*; `-`: the next line of the standard input."""
    try:
        if place == STANDARD_INPUT:
            return sys.stdin.readline().rstrip("\r\n")
        text = Path(place).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"“{place}”: không phải tệp chữ UTF-8; hãy lưu lại tệp.") from error
    except OSError as error:
        words = system_words(error) or "không đọc được"
        raise InputError(f"Không mở được “{place}”: {words}.") from error
    return (text.splitlines() or [""])[0]


def new_passphrase(place: str | None) -> str:
    """From *place*, else asked for twice."""
    if place is not None:
        return read_passphrase(place)
    if not sys.stdin.isatty():
        raise InputError(
            "Chưa có mật khẩu dữ liệu mới. Hãy chạy lệnh ở cửa sổ dòng lệnh để được hỏi, hoặc thêm "
            "--new-passphrase-file TỆP."
        )
    typed = _typed(f"{PASSPHRASE} mới")
    if typed != _typed(f"Nhập lại {PASSPHRASE.lower()} mới"):
        raise InputError("Hai lần nhập khác nhau; hãy làm lại.")
    return typed


def _typed(question: str) -> str:
    return str(click.prompt(question, hide_input=True, err=True))
