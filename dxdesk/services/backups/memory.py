"""What is remembered about backups between starts: a small file beside them, no personal data."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from db.shelf import folder_of, make_folder


@dataclass(frozen=True, slots=True)
class Memory:
    """Moments are ISO texts; empty means never."""

    second_place: str = ""
    second_at: str = ""
    """Of the newest backup that was carried to the second place."""
    rehearsed_at: str = ""
    seal: str = ""
    """The newest action that was seen here and its seal: `17:ab…`."""
    rehearsal_problems: tuple[str, ...] = ()


def file_of(database: Path) -> Path:
    """Of each database its own: a sample ward may lie in the same folder."""
    return folder_of(database) / f"{database.stem}-sao-luu.json"


def recall(database: Path) -> Memory:
    """What is known; a file that is missing or no longer makes sense is nothing known."""
    try:
        found: Any = json.loads(file_of(database).read_text(encoding="utf-8"))
        texts = {f.name: str(found.get(f.name, "")) for f in fields(Memory)[:4]}
        return Memory(**texts, rehearsal_problems=tuple(map(str, found["rehearsal_problems"])))
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return Memory()


def remember(database: Path, memory: Memory) -> None:
    target = file_of(database)
    make_folder(target.parent)
    text = json.dumps(asdict(memory), ensure_ascii=False, indent=1)
    unfinished = target.with_name(f"{target.name}.dang-ghi")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(target)


def moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
