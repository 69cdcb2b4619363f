"""Setting passwords: the first one, one's own, another officer's."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.access.asked import Values
from ui.access.sign_in_dialog import new_password_fields, same_password
from ui.dossiers.form import Form
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.domain.dossier import OfficerId


def ask_password(
    parent: QWidget,
    tasks: Tasks,
    desk: "Desk",
    officer_id: "OfficerId",
    said: Callable[[str], None],
    *,
    problem: str = "",
) -> None:
    """Ask twice and save; what is too weak is asked again with the reason."""
    password = _asked(parent, "Đặt mật khẩu", problem)
    if password is None:
        return

    def work(_job: object) -> None:
        from dxdesk.services.access.secrets import set_password

        set_password(desk, officer_id, password)

    def again(sentence: str) -> None:
        ask_password(parent, tasks, desk, officer_id, said, problem=sentence)

    tasks.run(work, lambda _none: said("Đã đặt mật khẩu"), failed=again)


def begin_passwords(
    parent: QWidget,
    tasks: Tasks,
    desk: "Desk",
    began: Callable[[str], None],
    *,
    problem: str = "",
) -> None:
    """The administrator's password; *began* gets the recovery code."""
    password = _asked(parent, "Mật khẩu của người quản trị", problem)
    if password is None:
        return

    def work(_job: object) -> str:
        from dxdesk.services.access.signing_in import ask_passwords

        return ask_passwords(desk, password)[1]

    def again(sentence: str) -> None:
        begin_passwords(parent, tasks, desk, began, problem=sentence)

    tasks.run(work, began, failed=again)


def _asked(parent: QWidget, title: str, problem: str) -> str | None:
    def read(values: Values) -> str:
        return same_password(values)

    return Form.ask(parent, title, new_password_fields(), read, action="Đặt", problem=problem)
