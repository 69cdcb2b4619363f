"""A new passphrase, and the writing of the file anew, which takes as long as the file is large."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from dxdesk.domain.secret import PASSPHRASE
from dxdesk.errors import InputError
from ui.access.asked import Asked, Values
from ui.dossiers.form import FieldKind, FormField
from ui.encryption.shown import offer_to_show
from ui.tasks import Tasks
from ui.widgets import fit_height, label

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.services.encryption.changing import Rekeyed

_AGAIN = f"Nhập lại {PASSPHRASE.lower()}"
_HINT = "từ 12 ký tự; nên là bốn, năm từ không liên quan"
_ENCRYPT = (
    "Từ nay mỗi lần mở chương trình phải nhập mật khẩu này; mọi người dùng máy dùng chung. Mật "
    "khẩu đăng nhập của từng người vẫn riêng. Xong việc chương trình đưa một mã để in, dùng khi "
    "quên."
)
_CHANGE = (
    "Tệp dữ liệu được ghi lại với mật khẩu mới và một mã mở dữ liệu mới. Các bản sao lưu đã có vẫn "
    "mở bằng mật khẩu và mã của lúc sao lưu; chương trình làm ngay một bản mới."
)
_REMOVE = (
    "Bỏ mã hóa thì ai chép được tệp dữ liệu là đọc được mọi hồ sơ. Các bản sao lưu đã có vẫn mã "
    "hóa và mở bằng mật khẩu của lúc sao lưu."
)
_WORKING = "Đang ghi lại tệp dữ liệu và mở ra kiểm tra. Đừng tắt máy; nếu mất điện, tệp vẫn nguyên."


class _Rekeying(Asked):
    """Stays open, shut to every key, until the file is written."""

    def __init__(
        self,
        parent: QWidget,
        tasks: Tasks,
        desk: "Desk",
        title: str,
        fields: tuple[FormField, ...],
        *,
        action: str,
        intro: str,
    ) -> None:
        super().__init__(parent, tasks, title, fields, action=action, intro=intro)
        self.desk = desk
        self.found: Rekeyed | None = None
        if fields:
            self.shown = offer_to_show(self)
        self.working = label(_WORKING, wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName("Đang ghi lại tệp dữ liệu")
        for part in (self.working, self.bar):
            part.hide()
            self.add_widget(part)

    def _set_working(self, *, working: bool) -> None:
        super()._set_working(working=working)
        self.back.setEnabled(not working)
        for line in self.lines.values():
            line.setEnabled(not working)
        for part in (self.working, self.bar):
            part.setVisible(working)
        QTimer.singleShot(0, lambda: fit_height(self))

    def take(self, found: object) -> None:
        self.found = found  # type: ignore[assignment]  # what attempt gave


class PassphraseDialog(_Rekeying):
    """The first passphrase, or another one."""

    def __init__(self, parent: QWidget, tasks: Tasks, desk: "Desk", *, change: bool) -> None:
        fields = (
            FormField("passphrase", PASSPHRASE, FieldKind.SECRET, hint=_HINT),
            FormField("again", _AGAIN, FieldKind.SECRET),
        )
        title = "Đổi mật khẩu dữ liệu" if change else "Mã hóa dữ liệu"
        action = "Đổi mật khẩu" if change else "Mã hóa"
        intro = _CHANGE if change else _ENCRYPT
        super().__init__(parent, tasks, desk, title, fields, action=action, intro=intro)

    def attempt(self, values: Values) -> object:
        from dxdesk.services.encryption.changing import encrypt

        if values["passphrase"] != values["again"]:
            raise InputError(f"{_AGAIN}: hai lần nhập khác nhau; hãy nhập lại cả hai.")
        return encrypt(self.desk, values["passphrase"])


class RemoveDialog(_Rekeying):
    def __init__(self, parent: QWidget, tasks: Tasks, desk: "Desk") -> None:
        super().__init__(parent, tasks, desk, "Bỏ mã hóa", (), action="Bỏ mã hóa", intro=_REMOVE)
        self.back.setDefault(True)  # Enter gives nothing away
        self.back.setFocus()

    def attempt(self, values: Values) -> object:
        from dxdesk.services.encryption.changing import decrypt

        return decrypt(self.desk)
