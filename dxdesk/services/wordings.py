"""How the ward words one kind of its papers; logged and undone like data."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import SettingRecord
from dxdesk.desk import Desk
from dxdesk.domain.rights import Right
from dxdesk.domain.text import clean
from dxdesk.domain.wording import Wording
from dxdesk.errors import InputError
from dxdesk.services.settings import put

ALL = ""
"""The wording of every paper that has none of its own."""
_MOST_LINES, _LONGEST = 5, 200
W = TypeVar("W", bound=Wording)


@dataclass(frozen=True, slots=True)
class Words:
    """One thing that the ward words: what it is called, how many lines it has room for."""

    label: str
    lines: int = _MOST_LINES
    longest: int = _LONGEST


@dataclass(frozen=True, slots=True)
class Wordings(Generic[W]):
    """The wordings of one kind of papers, each under the key of its paper."""

    setting: str
    kind: type[W]
    words: Mapping[str, Words]
    name_of: Callable[[str], str]
    """What the log calls the paper of a key."""
    edited: str
    """Begins the name of the action that words one anew."""

    def all(self, desk: Desk) -> dict[str, W]:
        """What the ward changed, by paper; empty while everything is as in the originals."""
        with desk.reading() as session:
            return self.read(session)

    def read(self, session: Session) -> dict[str, W]:
        record = session.scalar(select(SettingRecord).where(SettingRecord.name == self.setting))
        found = {} if record is None else json.loads(record.value)
        return {key: self._wording(values) for key, values in found.items()}

    def of(self, desk: Desk, key: str) -> W:
        """The wording of one paper over that of all."""
        found = self.all(desk)
        return found.get(key, self.kind()).over(found.get(ALL, self.kind()))

    def save(self, desk: Desk, key: str, chosen: W) -> None:
        """Keep the wording of paper *key*; an empty one is the original again."""
        kept = self.checked(chosen)
        back = kept == self.kind()
        name = f"{'Trở về mẫu gốc' if back else self.edited}: {self.name_of(key)}"
        with desk.act(name, right=Right.OFFICE) as session:
            found = self.read(session)
            if back:
                found.pop(key, None)
            else:
                found[key] = kept
            put(session, self.setting, {key: asdict(one) for key, one in found.items()})

    def checked(self, chosen: W) -> W:
        """*chosen* in its kept form. InputError for what no paper has room for."""
        kept: dict[str, Any] = asdict(chosen)
        for name, words in self.words.items():
            kept[name] = value = _tidy(kept[name])
            lines = (value,) if isinstance(value, str) else value
            if len(lines) > words.lines:
                raise InputError(f"{words.label}: nhiều nhất {words.lines} dòng.")
            if any(len(line) > words.longest for line in lines):
                raise InputError(f"{words.label}: mỗi dòng nhiều nhất {words.longest} chữ.")
        return self.kind(**kept)

    def _wording(self, values: Mapping[str, Any]) -> W:
        known = {f.name for f in fields(self.kind)}
        found: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in values.items()
            if name in known
        }
        return self.kind(**found)


def _tidy(value: str | Iterable[str]) -> str | tuple[str, ...]:
    return clean(value) if isinstance(value, str) else tuple(filter(None, map(clean, value)))


COMMON = {
    "heading": Words("Tiêu đề bên trái"),
    "signer": Words("Chức danh người ký"),
    "footer": Words("Chân trang"),
    "signer_name": Words("Họ tên người ký"),
}
