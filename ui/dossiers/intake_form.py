"""The fields of intake. They keep what is typed; nothing is checked while a word is composed."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.channel import Channel
from dxdesk.domain.dossier import Draft
from dxdesk.domain.marks import Delivery, Payment
from dxdesk.domain.text import clean, clean_lines
from dxdesk.errors import InputError
from dxdesk.services.catalogue import Procedure
from ui.dossiers.filters import Choices
from ui.dossiers.intake_details import DetailFields
from ui.dossiers.intake_people import PeopleFields
from ui.dossiers.intake_request import RequestFields
from ui.dossiers.kept_values import read, write
from ui.dossiers.moments import parse_moment
from ui.dossiers.numbers import parse_count, parse_limit, parse_money
from ui.dossiers.problems import FieldLine, field_named
from ui.theme import scaled
from ui.widgets import row


class IntakeForm(QWidget):
    edited = Signal()
    timed = Signal()
    """Something that the due time depends on has changed."""

    def __init__(self) -> None:
        super().__init__()
        self.request, self.people = RequestFields(), PeopleFields()
        self.details = DetailFields()
        self.lines: tuple[FieldLine[Any], ...] = (
            *self.request.lines,
            *self.people.lines,
            *self.details.lines,
        )
        self._kept = self._editors()
        self._blank = {key: read(editor) for key, editor in self._kept.items()}
        self._lay_out()
        self.request.procedure.editor.chosen.connect(self._ask_papers)
        for part in (self.request, self.details):
            part.timed.connect(self.timed)
            part.edited.connect(self.edited)
        self.people.edited.connect(self.edited)
        self.timed.connect(self.edited)

    def _editors(self) -> dict[str, QWidget]:
        """Every field under the name by which a half-typed form keeps it, procedure first."""
        named = {f"{number:02} {line.label}": line.editor for number, line in enumerate(self.lines)}
        boxes = (self.request.waits, self.request.assisted, self.people.other)
        return named | {box.text(): box for box in boxes}

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        columns = row(self.people, self.details, spacing=8)
        columns.setStretch(0, 1)
        columns.setStretch(1, 1)
        layout.addWidget(self.request)
        layout.addLayout(columns)

    def _ask_papers(self) -> None:
        chosen = self.request.procedure.editor.procedure
        self.people.papers.editor.ask(() if chosen is None else chosen.papers)

    def set_choices(self, choices: Choices) -> None:
        self.request.procedure.editor.set_procedures(
            tuple(one for one in choices.procedures if not one.retired)
        )
        self.people.set_hamlets(choices.hamlets)

    def draft(self, now: datetime) -> Draft:
        """What is typed; InputError names the first field that cannot be read."""
        request, people, details = self.request, self.people, self.details
        procedure, channel = self._asked()
        online, assisted = channel.is_online, request.is_assisted
        return Draft(
            procedure_id=procedure.id,
            channel=channel,
            owner=people.owner.person(),
            applicant=people.the_applicant(),
            code=clean(details.code.editor.text()),
            content=clean_lines(details.content.editor.toPlainText()),
            copies=parse_count(details.copies.editor.text(), field=details.copies.label),
            hamlet_id=people.hamlet_id(),
            fee=parse_money(details.fee.editor.text(), field=details.fee.label),
            note=clean_lines(details.note.editor.toPlainText()),
            assisted=assisted,
            assisted_minutes=_count(request.minutes) if assisted else None,
            payment=_payment(details.payment.editor.currentData()),
            receipt_no=clean(details.receipt.editor.text()),
            delivery=_delivery(details.delivery.editor.currentData()),
            papers=people.papers.editor.papers(),
            interlinked=_known(details.interlinked),
            non_territorial=_known(details.non_territorial),
            submitted_at=_moment(request.submitted, now) if online else None,
            received_at=_moment(details.received, now),
            awaits_acceptance=online and request.waits.isChecked(),
            limit=parse_limit(details.limit.editor.text(), field=details.limit.label),
        )

    def _asked(self) -> tuple[Procedure, Channel]:
        """What has to be chosen."""
        procedure, channel = (
            self.request.procedure.editor.procedure,
            self.request.channel.editor.channel,
        )
        if procedure is None:
            raise InputError("Thủ tục: chưa chọn; hãy gõ vài chữ rồi chọn trong danh sách.")
        if channel is None:
            raise InputError("Kênh tiếp nhận: chưa chọn; hãy bấm phím số hoặc mũi tên để chọn.")
        return procedure, channel

    def number(self) -> int:
        """How many dossiers alike."""
        return parse_count(self.details.count.editor.text(), field=self.details.count.label)

    def values(self) -> dict[str, str]:
        """What was typed, by field; empty for an untouched form."""
        found = {key: read(editor) for key, editor in self._kept.items()}
        return {key: text for key, text in found.items() if text != self._blank[key]}

    def restore(self, values: dict[str, str]) -> None:
        """Make the form what `values` once was; fields that it no longer has are left out."""
        for key, editor in self._kept.items():
            wanted = values.get(key, self._blank[key])
            if read(editor) != wanted:
                write(editor, wanted)

    def clear(self) -> None:
        """Empty for the next dossier; the channel has to be chosen again."""
        self.restore({})
        self.show_problem("")

    def show_problem(self, sentence: str) -> bool:
        """Tell *sentence* beside the field that it names and go there; False: it names none."""
        field = field_named(sentence, self.lines) if sentence else None
        for line in self.lines:
            line.show_problem(sentence if line is field else "")
        if field is not None:
            field.editor.setFocus()
        return field is not None


def _moment(line: FieldLine[QLineEdit], now: datetime) -> datetime | None:
    return parse_moment(line.editor.text(), field=line.label, now=now)


def _count(line: FieldLine[QLineEdit]) -> int | None:
    text = clean(line.editor.text())
    return parse_count(text, field=line.label) if text else None


def _known(line: FieldLine[QComboBox]) -> bool | None:
    number: int | None = line.editor.currentData()
    return None if number is None else bool(number)


def _payment(number: int | None) -> Payment | None:
    return next((one for one in Payment if one == number), None)


def _delivery(number: int | None) -> Delivery | None:
    return next((one for one in Delivery if one == number), None)
