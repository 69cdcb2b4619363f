"""The form of one entry, made of the ledger's fields; links are found by typing a few letters."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from dxdesk.domain.ledgers import Entry, Field, Kind, Ledger
from dxdesk.services.ledgers.choices import choices_of
from ui.dossiers.form import FieldKind, Form, FormField
from ui.office.list_tab import A, Question

_MANY = 6
"""Fields from which a form has two columns."""
Options = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class LedgerQuestion(Question[A]):
    options: Options = field(default_factory=dict)
    """By key of a link, the names that it may take."""

    def dress(self, form: Form[A]) -> None:
        for key, names in self.options.items():
            editor = form.lines[key].editor
            completer = QCompleter(list(names), editor)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)


def form_fields(ledger: Ledger, values: Mapping[str, str]) -> tuple[FormField, ...]:
    return tuple(_form_field(one, values.get(one.key, "")) for one in ledger.fields)


def columns_of(ledger: Ledger) -> int:
    return 2 if len(ledger.fields) > _MANY else 1


def values_of(ledger: Ledger, entry: Entry) -> dict[str, str]:
    """What the form shows of *entry*; a choice by its key."""
    return {
        one.key: str(entry.values[one.key] or "")
        if one.kind is Kind.CHOICE
        else entry.texts[one.key]
        for one in ledger.fields
    }


def _form_field(one: Field, value: str) -> FormField:
    kind = {Kind.CHOICE: FieldKind.CHOICE, Kind.LINES: FieldKind.LINES}.get(
        one.kind, FieldKind.TEXT
    )
    hint = one.hint or {Kind.DAY: "Ngày/tháng/năm", Kind.COUNT: "Trống: chưa có số"}.get(
        one.kind, ""
    )
    return FormField(one.key, one.title, kind=kind, value=value, hint=hint, choices=choices_of(one))
