"""Choosing the channel: one stop for Tab, arrows or a digit choose; nothing is chosen at first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QWidget

from dxdesk.domain.channel import Channel
from ui.dossiers.flow import FlowLayout
from ui.theme import scaled

CHANNELS = (
    Channel.IN_PERSON,
    Channel.ONLINE_FULL,
    Channel.ONLINE_PARTIAL,
    Channel.POSTAL,
    Channel.ONLINE,
)
_SHORT = {Channel.POSTAL: "Bưu chính", Channel.ONLINE: "Chưa rõ mức"}
"""All five stand in one row at 1024 pixels."""
_NAME = "Kênh tiếp nhận"
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class ChannelPicker(QFrame):
    """A missing channel stays missing: it is never taken for "in person" (figures.md R14)."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group = QButtonGroup(self)
        layout = FlowLayout(self, spacing=scaled(6))
        layout.setContentsMargins(*(scaled(3),) * 4)
        for number, channel in enumerate(CHANNELS, start=1):
            button = QToolButton()
            button.setText(f"{number}  {_SHORT.get(channel, channel.label)}")
            button.setToolTip(channel.label)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("role", "filter")
            button.clicked.connect(self._tell)
            self._group.addButton(button, number)
            layout.addWidget(button)

    @property
    def channel(self) -> Channel | None:
        number = self._group.checkedId()
        return None if number < 0 else CHANNELS[number - 1]

    def choose(self, channel: Channel | None) -> None:
        checked = self._group.checkedButton()
        if channel is None and checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)
        elif channel is not None:
            self._group.button(CHANNELS.index(channel) + 1).setChecked(True)
        self._tell()

    def _tell(self) -> None:
        chosen = self.channel
        self.setAccessibleName(f"{_NAME}: {'chưa chọn' if chosen is None else chosen.label}")
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if text.isascii() and text.isdigit() and 1 <= int(text) <= len(CHANNELS):
            self.choose(CHANNELS[int(text) - 1])
        elif key in _STEPS:
            self._step(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        at = self._group.checkedId() - 1
        if at < 0:
            at = -1 if by > 0 else len(CHANNELS)
        self.choose(CHANNELS[min(max(at + by, 0), len(CHANNELS) - 1)])
