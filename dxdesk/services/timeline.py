"""What happened to one dossier: the actions that touched it, and the moments it came with."""

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from db.models import (
    ActionKind,
    ActionRecord,
    ChangeRecord,
    DossierRecord,
    HamletRecord,
    OfficerRecord,
    ProcedureRecord,
    UnitRecord,
)
from db.moments import moment_of
from db.payload import SPAN, RowChange, unpack
from dxdesk.desk import Desk
from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import ActionId, DossierId, Event, ValueChange
from dxdesk.domain.slip import Move
from dxdesk.domain.state import State
from dxdesk.services.beside import beside, prints
from dxdesk.services.correctable import FIELD_OF, PRIVATE, ValueKind
from dxdesk.services.late_causes import read_causes

_FACTS = (
    ("submitted_at", "Nộp trực tuyến"),
    ("received_at", "Tiếp nhận"),
    ("processing_since", "Chuyển xử lý"),
    ("stopped_since", "Tạm dừng tính thời hạn"),
    ("finished_at", "Có kết quả"),
    ("returned_at", "Trả kết quả"),
    ("declined_at", "Từ chối tiếp nhận"),
    ("void_at", "Hủy (nhập nhầm)"),
)
_LABELS = {key: field.label for key, field in FIELD_OF.items()} | {
    "state": "Trạng thái",
    "promised_at": "Hẹn lại",
    "stopped_since": "Tạm dừng từ",
    "reason": "Lý do",
}
_YES_NO = {
    key for key, field in FIELD_OF.items() if field.kind in {ValueKind.YES_NO, ValueKind.KNOWN}
}
_LISTED: dict[str, Callable[[int], State | Channel]] = {"state": State, "channel": Channel}
_NAMES = {
    "procedure_id": select(ProcedureRecord.id, ProcedureRecord.name),
    "hamlet_id": select(HamletRecord.id, HamletRecord.name),
    "officer_id": select(OfficerRecord.id, OfficerRecord.name),
    "unit_id": select(UnitRecord.id, UnitRecord.name),
}


def timeline(desk: Desk, dossier_id: DossierId) -> tuple[Event, ...]:
    """Events of one dossier, oldest first.

    Moments that came with an import stand at their own time, without an officer: the program
    was not told who acted.
    """
    with desk.reading() as session:
        found: list[Event] = []
        for action, officer, undone, changes in touching(session, dossier_id):
            if not found:
                found += _facts(changes[0], action)
            found.append(
                Event(
                    action_id=ActionId(action.id),
                    at=action.at,
                    name=action.name,
                    officer=officer,
                    undone=undone,
                    changes=tuple(_changes(session, changes)),
                )
            )
        known = {event.action_id for event in found}
        found += [one for one in beside(session, dossier_id) if one.action_id not in known]
        found += prints(session, dossier_id)
    return tuple(sorted(found, key=lambda event: (event.at, event.action_id)))


def moves(session: Session, dossier_id: DossierId) -> tuple[Move, ...]:
    """Who gave the dossier to whom, and when; what was taken back is left out."""
    names = {row[0]: row[1] for row in session.execute(_NAMES["officer_id"])}
    found = []
    for action, _officer, undone, changes in touching(session, dossier_id):
        if undone or action.kind is ActionKind.UNDO:
            continue
        for change in changes:
            if change.operation == "u" and "officer_id" in change.values:
                giver, taker = change.values["officer_id"]
                held = change.after().get("held_since")
                at = action.at if held is None else moment_of(held)
                found.append(Move(at, names.get(giver, ""), names.get(taker, "")))
    return tuple(found)


def touching(
    session: Session, dossier_id: DossierId
) -> Iterator[tuple[ActionRecord, str, bool, list[RowChange]]]:
    """Each action with what it did to the dossier: one act may write a row more than once."""
    later = aliased(ActionRecord)
    rows = session.execute(
        select(ActionRecord, OfficerRecord.name, later.id, ChangeRecord.payload)
        .join(ChangeRecord, ChangeRecord.action_id == ActionRecord.id)
        .join(OfficerRecord, OfficerRecord.id == ActionRecord.officer_id)
        .outerjoin(later, later.undoes_id == ActionRecord.id)
        .where(ChangeRecord.table_name == DossierRecord.__tablename__)
        .where(ChangeRecord.first_id.between(dossier_id - SPAN, dossier_id))
        .where(ChangeRecord.last_id >= dossier_id)
        .order_by(ChangeRecord.id)
    )
    for _, group in groupby(rows, key=lambda row: row[0].id):
        parts = list(group)
        action, officer, undone, _payload = parts[0]
        changes = [
            change for part in parts for change in unpack(part[3]) if change.row_id == dossier_id
        ]
        if changes:
            yield action, officer, undone is not None, changes


def _facts(change: RowChange, action: ActionRecord) -> list[Event]:
    """The moments that a new row brought along from elsewhere."""
    if change.operation != "i":
        return []
    return [
        Event(ActionId(0), moment, label, "", undone=False)
        for key, label in _FACTS
        if (moment := _moment(change.values.get(key))) is not None and moment != action.at
    ]


def _moment(value: object) -> datetime | None:
    return moment_of(value) if isinstance(value, int) else None


def _changes(session: Session, changes: list[RowChange]) -> Iterator[ValueChange]:
    """Old and new values as an officer reads them; derived columns but the state left out."""
    pairs: dict[str, tuple[Any, Any]] = {}
    for change in changes:
        if change.operation == "u":
            for key, (old, new) in change.values.items():
                pairs[key] = (pairs.get(key, (old,))[0], new)
    for key, (old, new) in pairs.items():
        if key in _LABELS and old != new:
            texts = text_of(session, key, old), text_of(session, key, new)
            yield ValueChange(_LABELS[key], *texts, private=key in PRIVATE)


def text_of(session: Session, key: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if key.endswith(("_at", "_since")):
        return f"{moment_of(value):%d/%m/%Y %H:%M}"
    if key in _LISTED:
        return _LISTED[key](value).label
    if key in _NAMES:
        return {row[0]: row[1] for row in session.execute(_NAMES[key])}.get(value, "")
    if key in _YES_NO:
        return "có" if value else "không"
    if key == "late_cause" and (cause := read_causes(session).of(value)) is not None:
        return cause.label
    if (field := FIELD_OF.get(key)) is not None and field.options is not None:
        return next(one.label for one in field.options if one == value)
    return str(value)
