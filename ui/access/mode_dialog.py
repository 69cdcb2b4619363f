"""One person without a password, or everybody with their own: an explicit choice."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from ui.dossiers.form import spacious
from ui.theme import scaled
from ui.widgets import button, label, row

_INTRO = (
    "Sổ có số căn cước và điện thoại của dân. Hãy chọn ai được mở chương trình trên máy này; sau "
    "này đổi lại ở Sửa → Người dùng và mật khẩu."
)
_CHOICES = (
    (
        "people",
        "&Mỗi người một mật khẩu",
        (
            "Mở chương trình và mở khóa màn hình phải đăng nhập. Mỗi người có vai trò riêng; nhật "
            "ký ghi đúng tên người làm. Bạn là người quản trị và đặt mật khẩu đầu tiên ngay bây "
            "giờ."
        ),
    ),
    (
        "alone",
        "Một người &dùng, không mật khẩu",
        (
            "Ai mở được máy này thì mở được sổ. Chỉ nên chọn khi một người dùng máy và máy đã có "
            "mật khẩu đăng nhập."
        ),
    ),
)


class ModeDialog(QDialog):
    def __init__(self, parent: QWidget, chosen: Callable[[str], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Người dùng và mật khẩu")
        self.setMinimumWidth(scaled(560))
        self._chosen = chosen
        layout = spacious(self)
        layout.addWidget(label(_INTRO, wrap=True))
        self.buttons = {}
        for key, title, text in _CHOICES:
            made = button(title, role="primary" if key == "people" else "")
            made.clicked.connect(lambda _checked, key=key: self._choose(key))
            made.setAccessibleDescription(text)
            self.buttons[key] = made
            layout.addLayout(row(made, None))
            layout.addWidget(label(text, "muted", wrap=True))
        layout.addLayout(row(None, button("Để sau", pressed=self.reject)))

    def _choose(self, key: str) -> None:
        self.accept()
        self._chosen(key)
