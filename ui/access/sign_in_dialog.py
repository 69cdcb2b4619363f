"""Who is it, and the password; whoever forgot it goes on by the printed code."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from dxdesk.domain.dossier import OfficerId
from dxdesk.domain.rights import Role
from dxdesk.errors import InputError
from ui.access.asked import Asked, Values
from ui.dossiers.form import FieldKind, FormField
from ui.tasks import Tasks
from ui.widgets import button

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.services.access.signing_in import Person

Recovered = tuple["Desk", str]


class RecoverDialog(Asked):
    """A new password for an administrator who has the printed code."""

    def __init__(
        self, parent: QWidget, tasks: Tasks, desk: "Desk", people: "Sequence[Person]"
    ) -> None:
        super().__init__(
            parent,
            tasks,
            "Quên mật khẩu",
            (
                _who(people, "Người quản trị"),
                FormField("code", "Mã khôi phục", hint="trên tờ giấy đã in"),
                *new_password_fields(),
            ),
            action="Đặt lại mật khẩu",
            intro="Mã khôi phục chỉ dùng được một lần; đặt lại xong chương trình đưa mã mới. Cán "
            "bộ khác quên mật khẩu thì nhờ người quản trị đặt lại ở Danh mục → Cán bộ.",
        )
        self._desk = desk
        self.found: Recovered | None = None

    def attempt(self, values: Values) -> object:
        from dxdesk.services.access import signing_in

        password = same_password(values)
        return signing_in.recover(self._desk, _id(values), values["code"], password)

    def take(self, found: object) -> None:
        self.found = found  # type: ignore[assignment]  # what attempt gave


class SignInDialog(Asked):
    def __init__(
        self,
        parent: QWidget,
        tasks: Tasks,
        desk: "Desk",
        people: "Sequence[Person]",
        *,
        back: str,
    ) -> None:
        secret = FormField("password", "Mật khẩu", kind=FieldKind.SECRET)
        super().__init__(
            parent, tasks, "Đăng nhập", (_who(people, "Cán bộ"), secret), action="Đăng nhập"
        )
        self._desk, self._people = desk, people
        self.found: Desk | None = None
        self.code = ""
        """The next recovery code, when the old one was used."""
        self.forgotten = button("&Quên mật khẩu…", role="link", pressed=self._recover)
        self.forgotten.setVisible(any(one.role is Role.ADMINISTRATOR for one in people))
        self.add_widget(self.forgotten)
        self.back.setText(back)
        at = next((n for n, one in enumerate(people) if one.id == desk.officer), 0)
        self.lines["who"].editor.setCurrentIndex(at)
        self.lines["password"].editor.setFocus()

    def attempt(self, values: Values) -> object:
        from dxdesk.services.access import signing_in

        return signing_in.sign_in(self._desk, _id(values), values["password"])

    def take(self, found: object) -> None:
        self.found = found  # type: ignore[assignment]  # what attempt gave

    def _refused(self, sentence: str) -> None:
        super()._refused(sentence)
        line = self.lines["password"].editor
        line.selectAll()
        line.setFocus()

    def _recover(self) -> None:
        able = [one for one in self._people if one.role is Role.ADMINISTRATOR]
        dialog = RecoverDialog(self, self.tasks, self._desk, able)
        dialog.exec()
        if dialog.found is not None:
            self.found, self.code = dialog.found
            QDialog.accept(self)
        dialog.deleteLater()


def _who(people: "Sequence[Person]", name: str) -> FormField:
    choices = tuple((str(one.id), f"{one.name} ({one.role.label})") for one in people)
    return FormField("who", name, kind=FieldKind.CHOICE, choices=choices)


def _id(values: Values) -> OfficerId:
    return OfficerId(int(values["who"]))


def new_password_fields() -> tuple[FormField, ...]:
    return (
        FormField(
            "password",
            "Mật khẩu",
            kind=FieldKind.SECRET,
            hint="từ 6 ký tự; có thể chỉ là chữ số (mã PIN)",
        ),
        FormField("again", "Nhập lại mật khẩu", kind=FieldKind.SECRET),
    )


def same_password(values: Values) -> str:
    if values["password"] != values["again"]:
        raise InputError("Nhập lại mật khẩu: hai lần nhập khác nhau; hãy nhập lại cả hai.")
    return values["password"]
