"""What is asked for and how it came: procedure, channel, and what only online dossiers have."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ui.dossiers.channel_picker import ChannelPicker
from ui.dossiers.flow import FlowLayout
from ui.dossiers.problems import FieldLine
from ui.dossiers.procedure_picker import SEARCH_HINT, ProcedurePicker
from ui.theme import scaled
from ui.widgets import card, label

_NOT_ONLINE = "Hãy chọn kênh trực tuyến trước: chỉ hồ sơ trực tuyến mới có cán bộ nhập giúp."


class RequestFields(QWidget):
    timed = Signal()
    """Something that the due time depends on has changed."""
    edited = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.procedure = FieldLine("Thủ tục", ProcedurePicker(), SEARCH_HINT)
        self.about = label("", "muted", wrap=True)
        self.channel = FieldLine("Kênh tiếp nhận", ChannelPicker())
        self.submitted = FieldLine("Thời điểm nộp trực tuyến", QLineEdit(), "dd/MM/yyyy HH:mm")
        self.waits = QCheckBox("Còn chờ tiếp nhận chính thức")
        self.assisted = QCheckBox("Cán bộ nhập giúp (F7)")
        self.minutes = FieldLine("Số phút nhập giúp", QLineEdit(), "Phút")
        self.lines = (self.procedure, self.channel, self.submitted, self.minutes)
        self._lay_out()
        self._connect()
        self._show_procedure()
        self._show_channel()

    def _lay_out(self) -> None:
        frame, inside = card(spacing=5, margin=10)
        for part in (self.procedure, self.about, self.channel):
            inside.addWidget(part)
        self.online = QWidget()
        online = FlowLayout(self.online, spacing=scaled(14))
        online.setContentsMargins(0, 0, 0, 0)
        for field in (self.submitted, self.waits, self.assisted, self.minutes):
            online.addWidget(field)
        inside.addWidget(self.online)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

    def _connect(self) -> None:
        self.procedure.editor.chosen.connect(self._show_procedure)
        self.channel.editor.changed.connect(self._show_channel)
        self.assisted.toggled.connect(self._show_channel)
        for signal in (
            self.procedure.editor.chosen,
            self.channel.editor.changed,
            self.waits.toggled,
            self.submitted.editor.textChanged,
        ):
            signal.connect(self.timed)
        self.assisted.toggled.connect(self.edited)
        self.minutes.editor.textChanged.connect(self.edited)

    @property
    def is_online(self) -> bool:
        chosen = self.channel.editor.channel
        return chosen is not None and chosen.is_online

    @property
    def is_assisted(self) -> bool:
        return self.is_online and self.assisted.isChecked()

    def toggle_assisted(self) -> None:
        """One key; where it cannot be, the officer is told what to choose first."""
        if self.is_online:
            self.assisted.toggle()
        else:
            self.refused.emit(_NOT_ONLINE)
            self.channel.editor.setFocus()

    def _show_procedure(self) -> None:
        chosen = self.procedure.editor.procedure
        if chosen is not None:
            parts = [chosen.field, chosen.limit_text or "chưa rõ thời hạn"]
            parts += [f"lệ phí: {chosen.fee_text}"] if chosen.fee_text else []
            self.about.setText("  ·  ".join(parts))
        self.about.setVisible(chosen is not None)

    def _show_channel(self) -> None:
        self.online.setVisible(self.is_online)
        self.minutes.setVisible(self.assisted.isChecked())
