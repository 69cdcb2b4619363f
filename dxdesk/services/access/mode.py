"""Whether the ward works with passwords; an explicit choice, which the log keeps."""

import json
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from db.asking import Ask
from db.driver import faults, open_for_reading
from db.engine import Database
from dxdesk.desk import Desk
from dxdesk.domain.key import Keys
from dxdesk.domain.rights import Right

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_SETTING = "access"
_STORED = "SELECT value FROM setting WHERE name = ?"


class Mode(StrEnum):
    UNCHOSEN = ""
    """Nobody was asked yet: open, as with one person."""
    ALONE = "alone"
    PEOPLE = "people"


def mode(database: Database) -> Mode:
    with database.asking() as ask:
        return mode_asked(ask)


def mode_asked(ask: Ask) -> Mode:
    found = ask(_STORED, (_SETTING,))
    return Mode(json.loads(found[0][0])) if found else Mode.UNCHOSEN


def is_guarded(path: Path, keys: Keys = ()) -> bool:
    """Whether the file *path* asks for passwords; one that cannot be read asks for none.

    LockedError for an encrypted one that none of *keys* opens.
    """
    if not path.exists():
        return False
    try:
        with closing(open_for_reading(path, keys)) as connection:
            found = connection.execute(_STORED, (_SETTING,)).fetchone()
    except faults():
        return False
    return found is not None and json.loads(found[0]) == Mode.PEOPLE


def work_alone(desk: Desk) -> None:
    """From now on no password is asked for; those that were set stay for another day."""
    with desk.act(
        "Chọn chế độ một người dùng, không hỏi mật khẩu", right=Right.PEOPLE, final=True
    ) as session:
        keep_mode(session, Mode.ALONE)


def keep_mode(session: "Session", chosen: Mode) -> None:
    """Within a larger action."""
    from dxdesk.services.settings import put  # SQLAlchemy, which opening a file does without

    put(session, _SETTING, chosen.value)
