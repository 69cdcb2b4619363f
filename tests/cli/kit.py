"""What tests of the command line share."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dxdesk.cli import Outside, run
from ui.places import PLACES

SAMPLES = Path(__file__).parent.parent / "samples"
REGISTER = SAMPLES / "so-theo-doi-2026-q2.xlsx"
NOW = datetime(2026, 6, 30, 12)
ENGLISH = re.compile(
    r"\b(?:usage|error|missing|invalid|such|option|options|argument|arguments|value|requires|try|"
    r"unexpected|commands?|show|version|exit|help text|traceback|exception|file)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Line:
    """A command line, over one database or none, at a moment that the test sets."""

    answer: Callable[[Sequence[str], Callable[[], datetime]], Answer]
    database: Path | str | None = None
    now: datetime = NOW

    def __call__(self, *arguments: object) -> Answer:
        named = () if self.database is None else ("--database", str(self.database))
        return self.answer([*named, *map(str, arguments)], lambda: self.now)

    def over(self, database: Path | str) -> "Line":
        return replace(self, database=database)

    def at(self, now: datetime) -> "Line":
        return replace(self, now=now)

    def json(self, *arguments: object) -> Any:
        found = self(*arguments, "--json")
        assert found.status == 0, found.err
        return found.json


def answered(
    arguments: Sequence[str], clock: Callable[[], datetime], capsys: pytest.CaptureFixture[str]
) -> Answer:
    capsys.readouterr()
    status = run(arguments, Outside(clock, _no_window, _no_picture, _pages))
    written = capsys.readouterr()
    assert "Traceback" not in written.err
    return Answer(status, written.out, written.err)


def _no_window(_open: object, _database: object) -> int:
    return 77


def _no_picture(*_arguments: object, **_options: object) -> None:
    raise AssertionError("nothing is drawn here")


def _pages() -> Sequence[str]:
    return [place.key for place in PLACES]


def refused(found: Answer, *parts: str, status: int = 2) -> None:
    """One Vietnamese message that names *parts*, nothing on standard output."""
    assert found.status == status, found.err
    assert found.out == ""
    for part in parts:
        assert part in found.err
    named = re.sub(r"“[^”]*”|--[\w-]+|Xem cách dùng: .*", "", found.err)
    assert not ENGLISH.search(named), found.err
