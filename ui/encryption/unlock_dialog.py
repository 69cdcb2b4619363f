"""The passphrase of an encrypted file, or the code that was printed for the day it is forgotten."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dxdesk.domain.secret import PASSPHRASE
from ui import dialogs
from ui.access.asked import Asked, Values
from ui.dossiers.form import FieldKind, FormField
from ui.encryption.shown import offer_to_show
from ui.tasks import Tasks
from ui.widgets import button

if TYPE_CHECKING:
    from dxdesk.domain.key import Key

_FORGOTTEN = (
    "Hãy lấy tờ giấy “Mã mở dữ liệu” đã in khi mã hóa và nhập mã đó vào ô mật khẩu; dấu gạch, chữ "
    "hoa, chữ thường đều như nhau. Vào được rồi, hãy đặt mật khẩu mới ở Sửa → Mã hóa dữ liệu.\n\n"
    "Mất cả mật khẩu lẫn mã thì không ai mở được tệp này. Nếu còn một bản sao lưu chưa mã hóa, hãy "
    "khôi phục từ bản đó."
)


class UnlockDialog(Asked):
    def __init__(self, parent: QWidget, tasks: Tasks, path: Path) -> None:
        super().__init__(
            parent,
            tasks,
            "Mở dữ liệu đã mã hóa",
            (FormField("passphrase", PASSPHRASE, FieldKind.SECRET, hint="hoặc mã mở dữ liệu"),),
            action="Mở",
            intro=f"Tệp “{path.name}” đã mã hóa. Hãy nhập mật khẩu dữ liệu đã đặt khi mã hóa tệp.",
        )
        self._path = path
        self.found: Key | None = None
        self.shown = offer_to_show(self)
        self.forgotten = button("&Quên mật khẩu dữ liệu…", role="link", pressed=self._tell)
        self.add_widget(self.forgotten)
        self.back.setText("Để sau")
        self.lines["passphrase"].editor.setFocus()

    def attempt(self, values: Values) -> object:
        from dxdesk.services.encryption.unlocking import unlock

        return unlock(self._path, values["passphrase"])

    def take(self, found: object) -> None:
        self.found = found  # type: ignore[assignment]  # what attempt gave

    def _refused(self, sentence: str) -> None:
        super()._refused(sentence)
        line = self.lines["passphrase"].editor
        line.selectAll()
        line.setFocus()

    def _tell(self) -> None:
        dialogs.tell(self, "Quên mật khẩu dữ liệu", _FORGOTTEN)


def ask_key(parent: QWidget, tasks: Tasks, path: Path) -> "Key | None":
    """None when the person went back."""
    dialog = UnlockDialog(parent, tasks, path)
    dialog.exec()
    found = dialog.found
    dialog.deleteLater()
    return found
