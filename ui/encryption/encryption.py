"""What the window offers about the encryption of the file: asked at first run and in the menu."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.domain.secret import CodeKind
from ui import dialogs
from ui.access.choice_dialog import Choice, ChoiceDialog
from ui.encryption.choices import ENCRYPT, FIRST, INTRO, TITLE, choices_of, copies_words
from ui.tasks import Job, Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk
    from dxdesk.domain.key import Keys
    from dxdesk.services.encryption.changing import Rekeyed
    from dxdesk.services.encryption.copies import Unlike

_BUSY = "Đang có việc khác chạy; hãy đợi xong rồi làm lại."


class Encryption(QObject):
    said = Signal(str)
    changed = Signal(object)
    """A `Desk` over the file as it is now."""

    def __init__(self, window: QWidget, tasks: Tasks) -> None:
        super().__init__(window)
        self._window, self._tasks = window, tasks
        self._desk: Desk | None = None
        self._before: Keys = ()
        self._work: dict[str, Callable[[], object]] = {
            "encrypt": partial(self._rekey, "PassphraseDialog", change=False),
            "change": partial(self._rekey, "PassphraseDialog", change=True),
            "remove": partial(self._rekey, "RemoveDialog"),
            "code": self._show_code,
            "copies": self._bring_along,
            "plain": self._stay_open,
        }

    def attach(self, desk: "Desk") -> None:
        self._desk = desk

    def choose(self) -> None:
        """The first run: encrypted or not, by the administrator's own word."""
        if self._desk is not None and self._desk.database.path is not None:
            self._show(INTRO, FIRST)

    def ask(self) -> None:
        """From the menu: how it is now, and what can be done."""
        desk = self._desk
        if desk is None:
            return
        if desk.database.path is None:
            dialogs.tell(self._window, TITLE, "Dữ liệu nằm trên máy chủ; việc mã hóa do máy chủ.")
            return
        if desk.database.key is None:
            self._show(f"Tệp “{desk.database.path.name}” chưa mã hóa. {INTRO}", (ENCRYPT,))
            return
        self._tasks.run(lambda _job: _unlike(desk), self._offer, failed=self._refuse)

    def _offer(self, found: "Unlike") -> None:
        if self._desk is not None and self._desk.database.path is not None:
            name = self._desk.database.path.name
            intro = f"Tệp “{name}” đã mã hóa. {copies_words(found)}".strip()
            self._show(intro, choices_of(found), back="Đóng")

    def _show(self, intro: str, choices: Sequence[Choice], *, back: str = "Để sau") -> None:
        dialog = ChoiceDialog(
            self._window,
            lambda key: self._work[key](),
            title=TITLE,
            intro=intro,
            choices=choices,
            back=back,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _rekey(self, name: str, **how: bool) -> None:
        from ui.encryption import passphrase_dialog

        desk = self._desk
        if desk is None:
            return
        if self._tasks.titled():
            self._refuse(_BUSY)
            return
        dialog = getattr(passphrase_dialog, name)(self._window, self._tasks, desk, **how)
        dialog.exec()
        found, self._before = dialog.found, desk.database.keys
        dialog.deleteLater()
        if found is not None:
            self._arrive(found)

    def _arrive(self, found: "Rekeyed") -> None:
        self._tasks.drop_reads()
        self._desk = found.desk
        self.changed.emit(found.desk)
        if found.problem:
            self._refuse(f"Chưa sao lưu lại được: {found.problem}")
        if not found.code:
            self.said.emit("Tệp dữ liệu không mã hóa nữa")
            return
        self.said.emit("Tệp dữ liệu đã mã hóa bằng mật khẩu mới")
        self._show_sheet(found.code)
        desk = found.desk
        self._tasks.run(lambda _job: _unlike(desk), self._offer_copies, failed=self._refuse)

    def _offer_copies(self, found: "Unlike") -> None:
        words = copies_words(found)
        if (found.plain or found.other) and dialogs.confirm(
            self._window,
            "Các bản sao lưu cũ",
            f"{words}\n\nMã hóa lại tất cả bằng mật khẩu vừa đặt?",
            action="Mã hóa các bản cũ",
        ):
            self._bring_along()

    def _bring_along(self) -> None:
        desk, keys = self._desk, self._before
        if desk is None:
            return

        def work(job: Job[int]) -> int:
            from dxdesk.services.encryption.copies import bring_along

            return bring_along(desk, keys, progress=job.progress)

        def done(count: int) -> None:
            self.said.emit(f"Đã mã hóa {count} bản sao lưu cũ")

        self._tasks.run(work, done, title="Mã hóa các bản sao lưu cũ", failed=self._refuse)

    def _show_code(self) -> None:
        desk = self._desk
        if desk is None:
            return

        def work(_job: Job[str]) -> str:
            from dxdesk.services.encryption.changing import printed_code

            return printed_code(desk)

        self._tasks.run(work, self._show_sheet, failed=self._refuse)

    def _show_sheet(self, code: str) -> None:
        from ui.access.code_dialog import show_code

        show_code(self._window, self._tasks, code, "", kind=CodeKind.DATA)

    def _stay_open(self) -> None:
        desk = self._desk
        if desk is None:
            return

        def work(_job: Job[None]) -> None:
            from dxdesk.services.encryption.changing import stay_open

            stay_open(desk)

        self._tasks.run(
            work, lambda _none: self.said.emit("Tệp dữ liệu không mã hóa"), failed=self._refuse
        )

    def _refuse(self, sentence: str) -> None:
        dialogs.tell(self._window, TITLE, sentence)


def _unlike(desk: "Desk") -> "Unlike":
    from dxdesk.services.encryption.copies import unlike

    return unlike(desk)
