"""Correcting any field of a dossier: all fields at once, only what was changed is saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import DayOnly, Dossier
from dxdesk.errors import InputError
from dxdesk.services.correctable import CORRECTABLE, CorrectableField, ValueKind
from ui.dossiers.choices import cause_entries
from ui.dossiers.filters import Choices
from ui.dossiers.form import FieldKind, Form, FormField
from ui.dossiers.matching import short_name
from ui.dossiers.moments import moment_text, parse_moment
from ui.dossiers.numbers import parse_count, parse_money

REASON = "reason"
_NOTHING = (("", "Chưa rõ"),)
_YES_NO = (("1", "Có"), ("", "Không"))
_KNOWN = (*_NOTHING, ("1", "Có"), ("0", "Không"))
_CHOSEN = frozenset(ValueKind) - {
    *(ValueKind.TEXT, ValueKind.LINES, ValueKind.NUMBER, ValueKind.MOMENT)
}
_FLAGS = {
    "submitted_at": DayOnly.SUBMITTED,
    "received_at": DayOnly.RECEIVED,
    "due_at": DayOnly.DUE,
    "finished_at": DayOnly.FINISHED,
    "returned_at": DayOnly.RETURNED,
}


@dataclass(frozen=True, slots=True)
class Correction:
    changes: Mapping[str, object]
    reason: str
    typed: Mapping[str, str]
    """All texts as they stood, for asking again when saving fails."""


def correction_fields(dossier: Dossier, choices: Choices) -> tuple[FormField, ...]:
    """A form field for every field that can be corrected, filled with what is stored."""
    return tuple(_field(one, dossier, choices) for one in CORRECTABLE)


def _field(one: CorrectableField, dossier: Dossier, choices: Choices) -> FormField:
    if one.kind in _CHOSEN:
        entries = _entries(one, dossier, choices)
        value = _chosen(one, dossier, entries)
        return FormField(one.key, one.label, kind=FieldKind.CHOICE, value=value, choices=entries)
    lines = one.kind is ValueKind.LINES
    return FormField(
        one.key,
        one.label,
        kind=FieldKind.LINES if lines else FieldKind.TEXT,
        value=_text(one, dossier),
        hint="dd/MM/yyyy HH:mm" if one.kind is ValueKind.MOMENT else "",
    )


def _entries(
    one: CorrectableField, dossier: Dossier, choices: Choices
) -> tuple[tuple[str, str], ...]:
    if one.kind is ValueKind.CHANNEL:
        return tuple((str(int(channel)), channel.label) for channel in Channel)
    if one.kind in {ValueKind.YES_NO, ValueKind.KNOWN}:
        return _YES_NO if one.kind is ValueKind.YES_NO else _KNOWN
    if one.options is not None:
        return _NOTHING + tuple((str(int(value)), value.label) for value in one.options)
    match one.key:
        case "late_cause":
            return cause_entries(choices.causes, dossier.late_cause)
        case "procedure_id":
            return tuple((str(p.id), short_name(p.name)) for p in choices.procedures)
        case "officer_id":
            return tuple((str(o.id), o.name) for o in choices.officers)
        case "hamlet_id":
            return _NOTHING + tuple((str(h.id), h.name) for h in choices.hamlets)
        case _:
            return _NOTHING + tuple((str(u.id), u.name) for u in choices.units)


def _chosen(one: CorrectableField, dossier: Dossier, entries: tuple[tuple[str, str], ...]) -> str:
    if one.kind in {ValueKind.KNOWN, ValueKind.LISTED}:
        value = getattr(dossier, one.key)
        return "" if value is None else str(int(value))
    match one.key:
        case "channel":
            return str(int(dossier.channel))
        case "assisted":
            return "1" if dossier.assisted else ""
        case "procedure_id":
            return str(dossier.procedure_id)
        case "late_cause":
            return "" if dossier.late_cause is None else str(dossier.late_cause.number)
    name = {"officer_id": dossier.officer, "hamlet_id": dossier.hamlet}.get(one.key, dossier.unit)
    return next((value for value, text in entries if text == name), "")


def _text(one: CorrectableField, dossier: Dossier) -> str:
    role, _, part = one.key.partition("_")
    if role in {"owner", "applicant"}:
        return str(getattr(getattr(dossier, role), part))
    value = getattr(dossier, one.key)
    if one.kind is ValueKind.MOMENT:
        return moment_text(value, day_only=_FLAGS[one.key] in dossier.day_only)
    return "" if value is None else str(value)


def changes(
    fields: tuple[FormField, ...], typed: Mapping[str, str], *, now: datetime
) -> dict[str, object]:
    """The values that differ from what is stored; InputError names a field that is unreadable."""
    kinds = {one.key: one for one in CORRECTABLE}
    return {
        field.key: _value(kinds[field.key], typed[field.key], now)
        for field in fields
        if typed[field.key] != field.value
    }


def _value(one: CorrectableField, text: str, now: datetime) -> object:
    match one.kind:
        case ValueKind.MOMENT:
            return parse_moment(text, field=one.label, now=now)
        case ValueKind.NUMBER:
            return _number(one, text)
        case ValueKind.CHANNEL:
            return Channel(int(text))
        case ValueKind.YES_NO:
            return bool(text)
        case ValueKind.CHOICE | ValueKind.LISTED | ValueKind.KNOWN | ValueKind.CAUSE:
            return int(text) if text else None
        case _:
            return text


def _number(one: CorrectableField, text: str) -> int | None:
    if one.key == "fee":
        return parse_money(text, field=one.label)
    return (
        None if one.key == "assisted_minutes" and not text else parse_count(text, field=one.label)
    )


def ask_correction(
    parent: QWidget,
    dossier: Dossier,
    choices: Choices,
    *,
    now: datetime,
    typed: Mapping[str, str] | None = None,
    problem: str = "",
) -> Correction | None:
    """What to change and why; *typed* and *problem* when it is asked again."""
    stored = correction_fields(dossier, choices)

    def read(values: dict[str, str]) -> Correction:
        found = changes(stored, values, now=now)
        if not found:
            raise InputError("Chưa có gì thay đổi; hãy sửa ít nhất một ô, hoặc bấm Bỏ qua.")
        if not values[REASON]:
            raise InputError("Lý do sửa: chưa nhập; hãy ghi vài chữ để sau này tra lại được.")
        return Correction(found, values[REASON], values)

    form = _form(parent, stored, typed or {}, read)
    if problem:
        form.show_problem(problem)
    try:
        return form.answer if form.exec() else None
    finally:
        form.deleteLater()


def _form(
    parent: QWidget, stored: tuple[FormField, ...], typed: Mapping[str, str], read: Any
) -> Form[Correction]:
    from ui.dossiers.form import refill

    form = Form[Correction](
        parent, "Sửa thông tin", refill(stored, typed), read, action="Lưu", columns=2
    )
    form.add_below(FormField(REASON, "Lý do sửa", value=typed.get(REASON, "")))
    return form
