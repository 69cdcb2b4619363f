"""One person without a password, or everybody with their own: an explicit choice."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.access.choice_dialog import Choice, ChoiceDialog

_INTRO = (
    "Sổ có số căn cước và điện thoại của dân. Hãy chọn ai được mở chương trình trên máy này; sau "
    "này đổi lại ở Sửa → Người dùng và mật khẩu."
)
_CHOICES = (
    Choice(
        "people",
        "&Mỗi người một mật khẩu",
        "Mở chương trình và mở khóa màn hình phải đăng nhập. Mỗi người có vai trò riêng; nhật ký "
        "ghi đúng tên người làm. Bạn là người quản trị và đặt mật khẩu đầu tiên ngay bây giờ.",
        role="primary",
    ),
    Choice(
        "alone",
        "Một người &dùng, không mật khẩu",
        "Ai mở được máy này thì mở được sổ. Chỉ nên chọn khi một người dùng máy và máy đã có mật "
        "khẩu đăng nhập.",
    ),
)


class ModeDialog(ChoiceDialog):
    def __init__(self, parent: QWidget, chosen: Callable[[str], None]) -> None:
        super().__init__(
            parent, chosen, title="Người dùng và mật khẩu", intro=_INTRO, choices=_CHOICES
        )
