"""What the palette finds, as data: each entry has words to find it by and something to do."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from dxdesk.domain.query import Query
from dxdesk.domain.text import folded, initials
from dxdesk.services import catalogue, listing
from ui.dossiers.matching import short_name
from ui.shortcut_sheet import keys_of, plain

if TYPE_CHECKING:
    from dxdesk.desk import Desk

COMMAND, INTAKE, PROCEDURE, DOSSIER = "Lệnh", "Tiếp nhận", "Hồ sơ của thủ tục", "Hồ sơ"


@dataclass(frozen=True, slots=True)
class Openers:
    """How the window shows one dossier, a list, and intake of one procedure."""

    dossier: Callable[[int], None]
    list: Callable[[Query], None]
    intake: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Entry:
    kind: str
    text: str
    run: Callable[[], object]
    hint: str
    code: str
    folded: str
    initials: str

    @property
    def line(self) -> str:
        return f"{self.kind}: {self.text}" + (f"   ({self.hint})" if self.hint else "")


def entry(
    kind: str, text: str, run: Callable[[], object], *, hint: str = "", code: str = ""
) -> Entry:
    return Entry(kind, text, run, hint, code, folded(text), initials(text))


def of_actions(actions: Iterable[QAction]) -> tuple[Entry, ...]:
    """Everything that can be chosen now."""
    found = []
    for action in actions:
        text = plain(action.text())
        if text and action.isEnabled() and not action.isSeparator():
            keys = keys_of(one.toString() for one in action.shortcuts())
            found.append(entry(COMMAND, text, action.trigger, hint=keys))
    return tuple(found)


def known_procedures(desk: "Desk", openers: Openers) -> tuple[Entry, ...]:
    """Intake of each procedure and the list of its dossiers; the most used first."""
    found: list[Entry] = []
    for one in catalogue.procedures(desk):
        name, code = short_name(one.name), one.code
        if not one.retired:
            run = partial(openers.intake, int(one.id))
            found.append(entry(INTAKE, name, run, hint=code, code=code))
        run = partial(openers.list, Query(procedure_id=one.id))
        found.append(entry(PROCEDURE, name, run, hint=code, code=code))
    return tuple(found)


def found_dossiers(desk: "Desk", text: str, openers: Openers, *, limit: int) -> tuple[Entry, ...]:
    lines = listing.first_page(desk, Query(text=text), limit=limit).lines
    return tuple(
        entry(
            DOSSIER,
            f"{line.code or line.book} · {line.owner}",
            partial(openers.dossier, line.id),
            hint=short_name(line.procedure),
        )
        for line in lines
    )
