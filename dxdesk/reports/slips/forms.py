"""The slips as data: which circular, from when, which lines, tables and signatures."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dxdesk.errors import InputError
from dxdesk.paths import RESOURCES
from dxdesk.reports.document import CENTRE, LEFT, RIGHT, Align

FOLDER = RESOURCES / "forms" / "slips"
_ALIGNS: dict[str, Align] = {"left": LEFT, "centre": CENTRE, "right": RIGHT}
_NAMES = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class SlipColumn:
    head: str
    value: str
    width: float
    """Share of the table's width."""
    align: Align = LEFT


@dataclass(frozen=True, slots=True)
class Part:
    """One line or paragraph, one numbered list, or one table."""

    line: str = ""
    """Words with `{values}`; `*…*` is bold. An empty value becomes dots to write on."""
    bold: bool = False
    italic: bool = False
    align: Align = LEFT
    indent: float = 0
    """Of the first line, in millimetres."""
    optional: bool = False
    """Left out when all its values are empty."""
    rows: str = ""
    """What the list or the table has a row for."""
    columns: tuple[SlipColumn, ...] = ()
    blanks: int = 0
    """At least so many rows, empty ones at the end."""
    total: str = ""
    """Words of the last row of a table, with `{values}`."""

    @property
    def values(self) -> frozenset[str]:
        """Names of the values that the words take."""
        return frozenset(_NAMES.findall(self.line + self.total))


@dataclass(frozen=True, slots=True)
class Signature:
    title: tuple[str, ...]
    note: str = ""
    name: str = ""
    """The value printed as the signer's name."""
    ours: bool = False
    """The office signs here: the ward may set post and name."""


@dataclass(frozen=True, slots=True)
class SlipForm:
    key: str
    number: str
    title: str
    name: str
    """As menus and the log call it."""
    issued_under: str
    applies_from: date
    applies_to: date | None
    verified: bool
    official: bool
    """Laid down by a circular; the others are the office's own lists."""
    issuer: str
    """`desk` or `committee`: whose heading it bears."""
    reference: str
    """The line below the heading: `Số: {book_number}/TNHS`."""
    event: str
    """The value whose moment dates the slip and chooses its version."""
    needs: str
    """What must be true of a dossier (dxdesk/reports/slips/needs.py)."""
    gathers: bool
    """One list of many dossiers instead of one slip for each."""
    landscape: bool
    copies: int
    parts: tuple[Part, ...]
    signatures: tuple[Signature, ...]
    notes: tuple[str, ...]


@cache
def slip_forms(folder: Path = FOLDER) -> tuple[SlipForm, ...]:
    """Every version of every slip, in the order of the files' `order`, oldest version first."""
    found = [tomllib.loads(file.read_text(encoding="utf-8")) for file in folder.glob("*.toml")]
    found.sort(key=lambda data: (data["order"], data["applies_from"]))
    return tuple(_read(data) for data in found)


def slip_form(key: str, on: date, *, folder: Path = FOLDER) -> SlipForm:
    """The version of slip *key* in force on that day; the oldest one for days before all.

    InputError for a key that no file has.
    """
    versions = [form for form in slip_forms(folder) if form.key == key]
    if not versions:
        known = ", ".join(dict.fromkeys(form.key for form in slip_forms(folder)))
        raise InputError(f"Không có mẫu phiếu “{key}”; hãy chọn một trong: {known}.")
    begun = [form for form in versions if form.applies_from <= on]
    return (
        [f for f in begun if f.applies_to is None or on <= f.applies_to] or begun or versions[:1]
    )[-1]


def current_forms(on: date, *, folder: Path = FOLDER) -> tuple[SlipForm, ...]:
    """One version of each slip: the one in force on that day."""
    keys = dict.fromkeys(form.key for form in slip_forms(folder))
    return tuple(slip_form(key, on, folder=folder) for key in keys)


def slip_name(key: str) -> str:
    """What the log calls slip *key*, also one whose file is gone."""
    names = [form.name for form in slip_forms() if form.key == key]
    return names[-1].lower() if names else "phiếu"


def _read(data: Mapping[str, Any]) -> SlipForm:
    return SlipForm(
        key=data["form"],
        number=data.get("number", ""),
        title=data["title"],
        name=data["name"],
        issued_under=data.get("issued_under", ""),
        applies_from=data["applies_from"],
        applies_to=data.get("applies_to"),
        verified=data["verified"],
        official=data.get("official", True),
        issuer=data.get("issuer", "desk"),
        reference=data.get("reference", ""),
        event=data["event"],
        needs=data["needs"],
        gathers=data.get("gathers", False),
        landscape=data.get("landscape", False),
        copies=data.get("copies", 1),
        parts=tuple(_part(part) for part in data["parts"]),
        signatures=tuple(_signature(one) for one in data["signatures"]),
        notes=tuple(data.get("notes", ())),
    )


def _part(data: Mapping[str, Any]) -> Part:
    columns: Sequence[Mapping[str, Any]] = data.get("columns", ())
    plain = {name: value for name, value in data.items() if name not in {"columns", "align"}}
    return Part(
        **plain,
        align=_ALIGNS[data.get("align", "left")],
        columns=tuple(
            SlipColumn(c["head"], c["value"], c["width"], _ALIGNS[c.get("align", "left")])
            for c in columns
        ),
    )


def _signature(data: Mapping[str, Any]) -> Signature:
    return Signature(
        title=tuple(data["title"]),
        note=data.get("note", ""),
        name=data.get("name", ""),
        ours=data.get("ours", False),
    )
