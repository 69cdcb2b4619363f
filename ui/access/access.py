"""Signing in at the start and at the lock, changing officers, passwords: what the window offers."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui import dialogs
from ui.access.mode_dialog import ModeDialog
from ui.lock import Lock
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.services.access.signing_in import Person

_TITLE = "Người dùng và mật khẩu"
_NOT_IN = "Chưa đăng nhập nên chưa mở được dữ liệu. Hãy bấm “Thử lại” để đăng nhập."


class Access(QObject):
    said = Signal(str)
    changed = Signal(object)
    """Another `Desk`, of another officer or another file: the pages are to be built anew."""
    chosen = Signal()
    """How many work here was chosen."""

    def __init__(self, window: QWidget, tasks: Tasks, lock: Lock) -> None:
        super().__init__(window)
        self._window, self._tasks, self._lock = window, tasks, lock
        self._desk: Desk | None = None
        self._coming: Desk | None = None
        self._people: Sequence[Person] = ()
        lock.check = self._returns
        lock.lifted.connect(self._arrive)

    def attach(self, desk: "Desk") -> None:
        self._desk = desk
        self._refresh()

    def _refresh(self) -> None:
        """Know who may sign in before the lock needs it; nobody where no password is asked for."""
        if self._desk is not None:
            desk = self._desk
            self._tasks.run(lambda _job: _people_of(desk), self._know)

    def _know(self, people: "Sequence[Person]") -> None:
        self._people = people

    def sign_in(
        self, desk: "Desk", entered: "Callable[[Desk], None]", refused: Callable[[str], None]
    ) -> None:
        """At the start: ask who it is; *refused* gets a sentence when nobody answers."""

        def ask(people: "Sequence[Person]") -> None:
            found = self._ask(desk, people, back="Để sau")
            if found is None:
                refused(_NOT_IN)
            else:
                entered(found)

        self._tasks.run(lambda _job: _people_of(desk), ask, failed=refused)

    def _ask(self, desk: "Desk", people: "Sequence[Person]", *, back: str) -> "Desk | None":
        from ui.access.sign_in_dialog import SignInDialog

        dialog = SignInDialog(self._window, self._tasks, desk, people, back=back)
        dialog.exec()
        found, code = dialog.found, dialog.code
        dialog.deleteLater()
        if code:
            self._show_code(code)
        return found

    def _returns(self) -> bool:
        """Whether whoever presses at the lock may go on."""
        if self._desk is None or not self._people:
            return True
        people = self._people
        if self._lock.covered_windows > 1 or self._tasks.titled():  # somebody's dialog or work
            people = [one for one in people if one.id == self._desk.officer]
        self._coming = self._ask(self._desk, people, back="Vẫn khóa")
        return self._coming is not None

    def _arrive(self) -> None:
        """The covers are gone: another officer gets pages of their own."""
        coming, self._coming = self._coming, None
        if coming is not None and self._desk is not None and coming != self._desk:
            self._tasks.drop_reads()
            self.changed.emit(coming)
            self.said.emit("Đã đổi người dùng")

    def change_officer(self) -> None:
        if not self._people:
            dialogs.tell(
                self._window,
                "Đổi người dùng",
                "Chương trình đang ở chế độ một người dùng. Muốn mỗi người đăng nhập riêng, hãy "
                "chọn Sửa → Người dùng và mật khẩu.",
            )
            return
        self._lock.cover()
        self._lock.lift()

    def change_password(self) -> None:
        if self._desk is not None and self._people:
            from ui.access.passwords import ask_password

            ask_password(self._window, self._tasks, self._desk, self._desk.officer, self.said.emit)
        else:
            self.change_officer()

    def choose_mode(self) -> None:
        dialog = ModeDialog(self._window, self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, key: str) -> None:
        desk = self._desk
        if desk is None:
            return
        if key == "people":
            from ui.access.passwords import begin_passwords

            begin_passwords(self._window, self._tasks, desk, self._began)
            return

        def work(_job: object) -> None:
            from dxdesk.services.access.mode import work_alone

            work_alone(desk)

        self._tasks.run(work, self._alone, failed=partial(dialogs.tell, self._window, _TITLE))

    def _alone(self, _none: None) -> None:
        self.said.emit("Từ nay mở chương trình không hỏi mật khẩu")
        self._people = ()
        self.chosen.emit()

    def _began(self, code: str) -> None:
        self._show_code(code)
        self._refresh()
        self.said.emit("Từ nay mỗi người đăng nhập bằng mật khẩu của mình")
        self.chosen.emit()

    def _show_code(self, code: str) -> None:
        from ui.access.code_dialog import show_code

        show_code(self._window, self._tasks, code, "")


def _people_of(desk: "Desk") -> "Sequence[Person]":
    from dxdesk.services.access import signing_in
    from dxdesk.services.access.mode import Mode, mode

    return signing_in.people(desk) if mode(desk.database) is Mode.PEOPLE else ()
