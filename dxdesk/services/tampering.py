"""Whether the action log is still the one that this computer saw last.

The newest seal is noted beside the backups. A log that was cut short, replaced or sealed anew
does not hold it any more, however well its own chain fits.
"""

from dataclasses import replace

from db.seals import first_break, is_seal_of, last_seal, seal_of
from dxdesk.desk import Desk
from dxdesk.services.backups.making import database_of
from dxdesk.services.backups.memory import recall, remember
from dxdesk.services.seal_words import words

_DONE = "tampering"
_LONGEST_TAIL = 5000
"""Actions looked through at the start; `check` looks through all of them."""


def doubt(desk: Desk) -> str:
    """Once a start: look through what came since the last one; a sentence, or nothing."""
    if desk.database.path is None:
        return ""
    known = desk.memory.get(_DONE)
    if not isinstance(known, str):
        known = desk.memory[_DONE] = _look(desk)
    return str(known)


def _look(desk: Desk) -> str:
    database = database_of(desk)
    memory = recall(database)
    noted, digest = _noted(memory.seal)
    with desk.reading() as session:
        newest, seal = last_seal(session)
        kept = seal_of(session, noted) if noted else None
        same = kept is not None and is_seal_of(session, noted, digest)
        start = noted if kept is not None else max(newest - _LONGEST_TAIL, 0)
        broken = first_break(session, after=max(start, newest - _LONGEST_TAIL))
    if broken is not None:
        return words(broken)
    remember(database, replace(memory, seal=f"{newest}:{seal.hex()}"))
    if noted and not same:
        return (
            f"Nhật ký không còn thao tác số {noted} như lần mở trước. Nếu vừa khôi phục từ bản sao "
            "lưu thì đúng là như vậy; nếu không, tệp dữ liệu đã bị thay hoặc sửa ngoài chương "
            "trình, hãy báo người quản trị."
        )
    return ""


def _noted(text: str) -> tuple[int, str]:
    number, _, digest = text.partition(":")
    return (int(number), digest) if number.isdigit() else (0, "")
