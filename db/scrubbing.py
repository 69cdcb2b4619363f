"""Personal data of some dossiers out of the action log: out of payloads and names.

What is blank afterwards is left out, as for any untouched value; moments, states and references
stay, so that the log still explains every row (`db.audit`).
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ActionRecord, ChangeRecord
from db.payload import SPAN, RowChange, pack, unpack
from db.redaction import replace_name, replace_payload
from dxdesk.domain.mentions import Mentions

NAMING = (
    *("owner_name", "owner_id_no", "owner_phone", "owner_address"),
    *("applicant_name", "applicant_id_no", "applicant_phone", "applicant_address", "returned_to"),
)
"""Columns of a dossier that tell who somebody is."""
DOSSIER = frozenset(
    (*NAMING, "content", "receipt_no", "note", "reason", "late_reason", "owner_sort", "search_text")
)
BESIDE: Mapping[str, frozenset[str]] = {
    "stop": frozenset({"reason"}),
    "apology": frozenset({"reason"}),
    "handed_paper": frozenset({"name"}),
    "attachment": frozenset({"name"}),
    "hold": frozenset({"reason"}),
}
"""What belongs to a dossier by its `dossier_id`."""
LOOSE: Mapping[str, tuple[str, ...]] = {
    "waiting_row": ("value", "reason", "texts"),
    "saved_search": ("name", "query"),
}
"""What belongs to no dossier but may name its people."""
_ATTACHED = re.compile(r"(Đính kèm|Gỡ)(?: tệp)? .+ ((?:vào|khỏi) hồ sơ )", re.DOTALL)
Progress = Callable[[int, int], None]


@dataclass
class Found:
    """What the log told about the dossiers while it was scrubbed."""

    labels: dict[int, set[str]] = field(default_factory=dict)
    """Every code and book number that a dossier ever had."""
    values: set[str] = field(default_factory=set)
    """Every name and number of its people."""
    actions: dict[int, set[int]] = field(default_factory=dict)
    """The dossiers that each action touched."""


def scrub_dossiers(session: Session, ids: Iterable[int], progress: Progress) -> Found:
    """Blank the personal values of dossiers, and of what belongs to them, all over the log."""
    found, ours = Found(), set(ids)
    windows = sorted({one - one % SPAN for one in ours})
    for number, low in enumerate(windows):
        wanted = {one for one in ours if low <= one < low + SPAN}
        for row in _window(session, low):
            _scrub_dossiers_of(session, row, wanted, found)
        progress(number + 1, len(windows))
    for table, keys in BESIDE.items():
        _scrub_beside(session, table, keys, ours, found)
    return found


def _window(session: Session, low: int) -> Iterator[Any]:
    statement = (
        select(ChangeRecord.id, ChangeRecord.action_id, ChangeRecord.payload)
        .where(ChangeRecord.table_name == "dossier", ChangeRecord.last_id >= low)
        .where(ChangeRecord.first_id > low - SPAN, ChangeRecord.first_id < low + SPAN)
        .order_by(ChangeRecord.id)
    )
    yield from session.execute(statement).all()


def _scrub_dossiers_of(session: Session, row: Any, wanted: set[int], found: Found) -> None:
    changes = unpack(row.payload)
    ours = [change for change in changes if change.row_id in wanted]
    for change in ours:
        found.actions.setdefault(row.action_id, set()).add(change.row_id)
        _remember(change, found)
    if ours:
        _rewrite(session, row, changes, lambda one: blanked(one, DOSSIER, only=wanted))


def _remember(change: RowChange, found: Found) -> None:
    labels = found.labels.setdefault(change.row_id, set())
    for name in ("code", *NAMING):
        for value in _texts(change, name):
            if name == "code":
                labels.add(value)
            elif not name.endswith("_address"):
                found.values.add(value)
    if change.operation != "u" and "book_number" in change.values:
        labels.add(f"số {change.values['book_year']}/{change.values['book_number']:06}")


def _texts(change: RowChange, name: str) -> list[str]:
    value = change.values.get(name)
    both = value if isinstance(value, list) else [value]
    return [one for one in both if isinstance(one, str) and one]


def _scrub_beside(
    session: Session, table: str, keys: frozenset[str], dossiers: set[int], found: Found
) -> None:
    ours: dict[int, int] = {}
    for row in _all(session, table):
        changes = unpack(row.payload)
        for change in changes:
            of = change.values.get("dossier_id")
            if change.operation != "u" and of in dossiers:
                ours[change.row_id] = of
            if change.row_id in ours:
                found.actions.setdefault(row.action_id, set()).add(ours[change.row_id])
        _rewrite(session, row, changes, lambda one: blanked(one, keys, only=ours))


def scrub_loose(session: Session, table: str, standing: set[int], mentions: Mentions) -> None:
    """Blank what mentions somebody; of a row that is no longer there, all that it said."""
    keys = LOOSE[table]
    for row in _all(session, table):
        changes = unpack(row.payload)
        _rewrite(
            session,
            row,
            changes,
            lambda one: _without_mentions(one, keys, mentions, whole=one.row_id not in standing),
        )


def _without_mentions(
    change: RowChange, keys: Iterable[str], mentions: Mentions, *, whole: bool
) -> RowChange:
    naming = {key for key in keys if any(map(mentions.within, _texts(change, key)))}
    return blanked(change, frozenset(keys) if naming and whole else frozenset(naming))


def blanked(
    change: RowChange, keys: frozenset[str], *, only: Container[int] | None = None
) -> RowChange:
    """*change* without the values of *keys*."""
    if only is not None and change.row_id not in only:
        return change
    values = {name: value for name, value in change.values.items() if name not in keys}
    return RowChange(change.row_id, change.operation, values)


def _rewrite(
    session: Session,
    row: Any,
    changes: list[RowChange],
    rewritten: Callable[[RowChange], RowChange],
) -> None:
    made = [rewritten(change) for change in changes]
    if made != changes:
        replace_payload(session, row.id, row.payload, pack(made))


def _all(session: Session, table: str) -> Iterator[Any]:
    ids = session.scalars(
        select(ChangeRecord.id).where(ChangeRecord.table_name == table).order_by(ChangeRecord.id)
    ).all()
    columns = select(ChangeRecord.id, ChangeRecord.action_id, ChangeRecord.payload)
    for change_id in ids:
        yield session.execute(columns.where(ChangeRecord.id == change_id)).one()


def scrub_names(session: Session, found: Found, mentions: Mentions, *, before: int) -> None:
    """Cut what officers wrote behind a dossier's number, and whatever names its people.

    Only names of actions older than *before*.
    """
    rows = session.execute(
        select(ActionRecord.id, ActionRecord.name).where(ActionRecord.id < before)
    ).all()
    for action_id, name in rows:
        told = name
        for dossier_id in found.actions.get(action_id, ()):
            told = short_name(told, found.labels.get(dossier_id, set()))
        told = mentions.without(told)
        if told != name:
            replace_name(session, action_id, name, told)


def short_name(name: str, labels: Iterable[str]) -> str:
    """The name of an action up to the number of its dossier: what follows are an officer's words.

    Names of attached files go as well.
    """
    told = _ATTACHED.sub(r"\1 tệp \2", name)
    ends = [at + len(label) for label in labels if (at := told.find(label)) >= 0]
    return told[: min(ends)] if ends else told
