"""The fields of intake. They keep what is typed; nothing is checked while a word is composed."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.dossier import Draft, HamletId, Person
from dxdesk.domain.text import clean, clean_lines
from dxdesk.errors import InputError
from ui.dossiers.channel_picker import ChannelPicker
from ui.dossiers.filters import Choices
from ui.dossiers.form import Lines, narrow_choice
from ui.dossiers.moments import parse_moment
from ui.dossiers.numbers import parse_count, parse_limit, parse_money
from ui.dossiers.person_fields import PersonFields
from ui.dossiers.problems import FieldLine, field_named
from ui.dossiers.procedure_picker import SEARCH_HINT, ProcedurePicker
from ui.theme import scaled
from ui.widgets import card, label, row

_NOW = "Để trống: bây giờ"
_NO_HAMLET = "Chưa rõ"


class IntakeForm(QWidget):
    edited = Signal()
    timed = Signal()
    """Something that the due time depends on has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._make_fields()
        self._lay_out()
        self._connect()
        self._show_procedure()
        self._show_channel()
        self._show_applicant()

    def _make_fields(self) -> None:
        self.procedure = FieldLine("Thủ tục", ProcedurePicker(), SEARCH_HINT)
        self.about = label("", "muted", wrap=True)
        self.channel = FieldLine("Kênh tiếp nhận", ChannelPicker())
        self.submitted = FieldLine("Thời điểm nộp trực tuyến", QLineEdit(), "dd/MM/yyyy HH:mm")
        self.waits = QCheckBox("Còn chờ tiếp nhận chính thức")
        self.assisted = QCheckBox("Cán bộ nhập giúp trực tuyến")
        self.owner = PersonFields("Chủ hồ sơ")
        self.hamlet = FieldLine("Tổ dân phố", narrow_choice())
        self.hamlet.editor.addItem(_NO_HAMLET, None)
        self.other = QCheckBox("Người nộp khác chủ hồ sơ")
        self.applicant = PersonFields("Người nộp")
        self.code = FieldLine("Mã hồ sơ", QLineEdit(), "Gõ hoặc quét mã")
        self.copies = FieldLine("Số bộ", QLineEdit("1"))
        self.content = FieldLine("Nội dung", Lines(2))
        self.fee = FieldLine("Phí, lệ phí", QLineEdit(), "Đồng; để trống: chưa rõ")
        self.limit = FieldLine("Thời hạn", QLineEdit(), "Mặc định")
        self.received = FieldLine("Thời điểm tiếp nhận", QLineEdit(), _NOW)
        self.note = FieldLine("Ghi chú", Lines(2))
        self.lines: tuple[FieldLine[Any], ...] = (
            *(self.procedure, self.channel, self.submitted, *self.owner.lines, self.hamlet),
            *(*self.applicant.lines, self.code, self.copies, self.content, self.fee),
            *(self.limit, self.received, self.note),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(10))
        columns = row(self._people(), self._papers(), spacing=10)
        columns.setStretch(0, 1)
        columns.setStretch(1, 1)
        layout.addWidget(self._request())
        layout.addLayout(columns)

    def _request(self) -> QFrame:
        frame, inside = card(spacing=8, margin=14)
        for part in (self.procedure, self.about, self.channel):
            inside.addWidget(part)
        self.online = QWidget()
        online = row(self.submitted, self.waits, self.assisted, spacing=16)
        online.setContentsMargins(0, 0, 0, 0)
        self.online.setLayout(online)
        inside.addWidget(self.online)
        return frame

    def _people(self) -> QFrame:
        frame, inside = card(spacing=8, margin=14)
        for part in (self.owner, self.hamlet, self.other, self.applicant):
            inside.addWidget(part)
        inside.addStretch(1)
        return frame

    def _papers(self) -> QFrame:
        frame, inside = card(spacing=8, margin=14)
        for parts in (
            (self.code, self.copies),
            (self.content,),
            (self.fee, self.limit),
            (self.received,),
            (self.note,),
        ):
            line = row(*parts, spacing=10)
            line.setStretch(0, 2)
            line.setStretch(1, 1)
            inside.addLayout(line)
        inside.addStretch(1)
        return frame

    def _connect(self) -> None:
        self.procedure.editor.chosen.connect(self._show_procedure)
        self.procedure.editor.chosen.connect(self.timed)
        self.channel.editor.changed.connect(self._show_channel)
        self.channel.editor.changed.connect(self.timed)
        self.waits.toggled.connect(self.timed)
        self.other.toggled.connect(self._show_applicant)
        for edit in (self.submitted, self.received, self.limit):
            edit.editor.textChanged.connect(self.timed)
        for edit in (self.code, self.copies, self.fee):
            edit.editor.textChanged.connect(self.edited)
        for lines in (self.content, self.note):
            lines.editor.textChanged.connect(self.edited)
        for person in (self.owner, self.applicant):
            person.edited.connect(self.edited)
        self.other.toggled.connect(self.edited)
        self.hamlet.editor.currentIndexChanged.connect(self.edited)
        self.timed.connect(self.edited)

    def set_choices(self, choices: Choices) -> None:
        self.procedure.editor.set_procedures(
            tuple(one for one in choices.procedures if not one.retired)
        )
        chosen = self.hamlet.editor.currentData()
        self.hamlet.editor.clear()
        self.hamlet.editor.addItem(_NO_HAMLET, None)
        for hamlet in (one for one in choices.hamlets if not one.retired):
            self.hamlet.editor.addItem(hamlet.name, hamlet.id)
        self.hamlet.editor.setCurrentIndex(max(0, self.hamlet.editor.findData(chosen)))
        self.hamlet.setVisible(bool(choices.hamlets))

    def _show_procedure(self) -> None:
        chosen = self.procedure.editor.procedure
        if chosen is None:
            self.about.clear()
        else:
            parts = [chosen.field, chosen.limit_text or "chưa rõ thời hạn"]
            parts += [f"lệ phí: {chosen.fee_text}"] if chosen.fee_text else []
            self.about.setText("  ·  ".join(parts))
        self.about.setVisible(chosen is not None)

    def _show_channel(self) -> None:
        chosen = self.channel.editor.channel
        self.online.setVisible(chosen is not None and chosen.is_online)

    def _show_applicant(self) -> None:
        self.applicant.setVisible(self.other.isChecked())

    def draft(self, now: datetime) -> Draft:
        """What is typed; InputError names the first field that cannot be read."""
        procedure, channel = self.procedure.editor.procedure, self.channel.editor.channel
        if procedure is None:
            raise InputError("Thủ tục: chưa chọn; hãy gõ vài chữ rồi chọn trong danh sách.")
        if channel is None:
            raise InputError("Kênh tiếp nhận: chưa chọn; hãy bấm phím số hoặc mũi tên để chọn.")
        online = channel.is_online
        return Draft(
            procedure_id=procedure.id,
            channel=channel,
            owner=self.owner.person(),
            applicant=self.applicant.person() if self.other.isChecked() else Person(),
            code=clean(self.code.editor.text()),
            content=clean_lines(self.content.editor.toPlainText()),
            copies=parse_count(self.copies.editor.text(), field=self.copies.label),
            hamlet_id=self._hamlet(),
            fee=parse_money(self.fee.editor.text(), field=self.fee.label),
            note=clean_lines(self.note.editor.toPlainText()),
            assisted=online and self.assisted.isChecked(),
            submitted_at=_moment(self.submitted, now) if online else None,
            received_at=_moment(self.received, now),
            awaits_acceptance=online and self.waits.isChecked(),
            limit=parse_limit(self.limit.editor.text(), field=self.limit.label),
        )

    def _hamlet(self) -> HamletId | None:
        chosen = self.hamlet.editor.currentData()
        return None if chosen is None else HamletId(int(chosen))

    def clear(self) -> None:
        """Empty for the next dossier; the channel has to be chosen again."""
        self.procedure.editor.choose(None)
        self.channel.editor.choose(None)
        for person in (self.owner, self.applicant):
            person.clear()
        for edit in (self.submitted, self.code, self.fee, self.limit, self.received):
            edit.editor.clear()
        self.copies.editor.setText("1")
        for lines in (self.content, self.note):
            lines.editor.clear()
        for box in (self.waits, self.assisted, self.other):
            box.setChecked(False)
        self.hamlet.editor.setCurrentIndex(0)
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
