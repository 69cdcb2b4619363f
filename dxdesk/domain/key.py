"""The key of an encrypted file: how a passphrase gives it, and how it is written on paper.

All of it is SQLCipher 4's own way, so that other tools open the file with the same passphrase:
PBKDF2-SHA512 over the salt in the file's first 16 bytes, AES-256, an HMAC-SHA512 in each page. The
salt begins with a mark of ours: an encrypted file looks like noise otherwise.
"""

import hashlib
import hmac
from base64 import b32decode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass, field

from dxdesk.domain.secret import code_text, plain, plain_code

PAGE = 4096
SALT_BYTES = 16
MARK = b"DXDesk"
_PLAIN_HEAD = b"SQLite format 3\0"
_ENOUGH = 4
"""Of the mark's bytes: one that turned over makes no other file of it."""
_ROUNDS, _TAG_ROUNDS = 256_000, 2
_KEY_BYTES, _TAG_BYTES, _CHECK_BYTES = 32, 64, 3
_TAG_SALT = 0x3A


@dataclass(frozen=True, slots=True)
class Key:
    """What opens every file with this salt: the database and the copies of its time."""

    salt: bytes
    raw: bytes = field(repr=False)

    def fits(self, page: bytes, number: int) -> bool:
        """Whether *page*, counted from 1, was written with this key and is as it was written."""
        own = bytes(byte ^ _TAG_SALT for byte in self.salt)
        key = hashlib.pbkdf2_hmac("sha512", self.raw, own, _TAG_ROUNDS, _KEY_BYTES)
        written = page[SALT_BYTES if number == 1 else 0 : -_TAG_BYTES]
        tag = hmac.digest(key, written + number.to_bytes(4, "little"), "sha512")
        return len(page) == PAGE and hmac.compare_digest(tag, page[-_TAG_BYTES:])


Keys = Sequence[Key]
"""What was unlocked; each file takes the one with its salt."""


def derived(passphrase: str, salt: bytes) -> Key:
    """Takes a quarter of a second, so that guessing takes long."""
    typed = plain(passphrase).encode()
    return Key(salt, hashlib.pbkdf2_hmac("sha512", typed, salt, _ROUNDS, _KEY_BYTES))


def salt_in(head: bytes) -> bytes | None:
    """The salt of an encrypted file of ours that begins with *head*; None for any other file."""
    alike = sum(ours == found for ours, found in zip(MARK, head, strict=False))
    return head[:SALT_BYTES] if len(head) >= SALT_BYTES and alike >= _ENOUGH else None


def is_plain(head: bytes) -> bool:
    """Whether a file that begins with *head* is SQLite's, not encrypted."""
    return head.startswith(_PLAIN_HEAD)


def opening_code(key: Key) -> str:
    """The key itself as it is printed, with a check against slips: 14 groups of 4."""
    return code_text(key.raw + _check(key.raw))


def key_of_code(typed: str, salt: bytes) -> Key | None:
    """None when *typed* is no code: then it may be a passphrase."""
    try:
        found = b32decode(plain_code(typed))
    except (Error, ValueError):
        return None
    raw, check = found[:_KEY_BYTES], found[_KEY_BYTES:]
    return Key(salt, raw) if len(raw) == _KEY_BYTES and check == _check(raw) else None


def _check(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()[:_CHECK_BYTES]
