"""What every command gets from outside, and how it prints."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from dxdesk.cli.unlocking import Unlocker

if TYPE_CHECKING:  # SQLAlchemy is behind it, and `dxdesk due` needs no database
    from dxdesk.desk import Desk
    from dxdesk.domain.key import Keys

_GAP = "  "


class Picture(Protocol):
    """`ui.screenshot.screenshot`."""

    def __call__(
        self,
        page: str,
        open_desk: "Callable[[], Desk]",
        target: Path,
        *,
        size: tuple[int, int],
        scale: int,
        theme: str,
    ) -> None: ...


@dataclass(frozen=True)
class Outside:
    """The clock, and the window, which only `dxdesk.__main__` knows."""

    clock: Callable[[], datetime]
    window: "Callable[[Callable[..., Desk], str | None], int]"
    picture: Picture
    pages: Callable[[], Sequence[str]]


@dataclass(frozen=True)
class Call:
    """One run of the program."""

    database: str | None
    outside: Outside
    unlocker: Unlocker = field(default_factory=Unlocker)

    def open(self, *, create: bool = False) -> "Desk":
        return self.unlocker.run(lambda keys: self.open_with(keys, create=create))

    def open_with(self, keys: "Keys" = (), *, create: bool = False) -> "Desk":
        """LockedError for an encrypted file that *keys* do not open."""
        from dxdesk.services.opening import open_desk

        return open_desk(self.database, clock=self.outside.clock, create=create, keys=keys)

    def signed_in(self, *, create: bool = False) -> "Desk":
        """The desk of whoever gives the password, where the ward works with passwords."""
        desk = self.open(create=create)
        if desk.role is not None:
            return desk
        from dxdesk.cli.signing_in import sign_in

        try:
            return sign_in(desk)
        except BaseException:
            desk.close()
            raise

    def keeper(self) -> "Desk | None":
        """Who may replace the file as a whole; None where it asks for no password."""
        from dxdesk.services.access.mode import is_guarded
        from dxdesk.services.maintenance import place_of

        path = place_of(self.database)
        if path is None or not self.unlocker.run(lambda keys: is_guarded(path, keys)):
            return None
        return self.signed_in()

    @contextmanager
    def desk(self, *, create: bool = False) -> "Iterator[Desk]":
        desk = self.signed_in(create=create)
        try:
            yield desk
        finally:
            desk.close()


def write(text: str) -> None:
    """A result: standard output."""
    click.echo(text)


def write_json(value: object, *, lines: bool = False) -> None:
    """One JSON value; in *lines*, on a line of its own."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=None if lines else 1))


def say(text: str) -> None:
    """A message to the person: standard error."""
    click.echo(text, err=True)


def moment_text(moment: datetime | None) -> str | None:
    """`2026-03-15T08:05`."""
    return None if moment is None else f"{moment:%Y-%m-%dT%H:%M}"


def shown(moment: datetime | None) -> str:
    """As an officer writes it; a missing moment is "—"."""
    return "—" if moment is None else f"{moment:%d/%m/%Y %H:%M}"


def write_table(heading: Sequence[str], rows: Iterable[Sequence[str]], *, right: int = 0) -> None:
    """Aligned columns; the last *right* of them hold numbers."""
    table = [heading, *rows]
    widths = [max(len(row[at]) for row in table) for at in range(len(heading))]
    first_number = len(heading) - right
    for row in table:
        cells = []
        for at, text in enumerate(row):
            blank = " " * (widths[at] - len(text))
            cells.append(blank + text if at >= first_number else text + blank)
        write(_GAP.join(cells).rstrip())


class Progress:
    """Tells how far long work is, in whole tenths; a terminal sees one line that changes."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._told = 0
        self._terminal = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        tenths = done * 10 // total if total else 0
        if tenths == self._told:
            return
        self._told = tenths
        text = f"{self._title}: {tenths * 10} %"
        ended = not self._terminal or tenths >= 10  # noqa: PLR2004 - tenths
        click.echo(f"\r{text}" if self._terminal else text, err=True, nl=ended)


pass_call: Callable[[Callable[..., Any]], Callable[..., Any]] = click.make_pass_decorator(Call)
