"""Start of the window: it is painted first, then the data are opened in the background."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QApplication

from dxdesk.errors import DamagedError, DeskError, LockedError, StorageError
from ui import errors, fonts, theme
from ui.backup_keeper import back_up_at_the_end
from ui.encryption.unlocking import NOT_UNLOCKED, Unlocking
from ui.main_window import TITLE, MainWindow
from ui.one_window import OneWindow, come_forward
from ui.places import PLACE_OF
from ui.preferences import Preferences
from ui.preloading import Preloading
from ui.rescuing import Rescuing
from ui.tasks import Job, Tasks
from ui.translator import Translator

if TYPE_CHECKING:
    from dxdesk.desk import Desk

SWITCH_S = 0.0005
"""A worker gives way to the window after so long: Python's 5 ms add up, for every cell painted."""
OpenDesk = Callable[..., "Desk"]
"""Takes the keys of an encrypted file once they are known."""


def run(open_desk: OpenDesk, argv: Sequence[str], database: Path) -> int:
    """Show the window over *database* until it is closed; the exit status.

    Where there is such a window already, it comes to the front and that is all. DeskError when
    this machine has no screen to show it on.
    """
    check_screen()
    app = application(argv)
    one = OneWindow(database, app)
    if one.is_open():
        return 0
    one.be_found()
    errors.install()
    preferences = Preferences()
    theme.apply(app, preferences.theme, zoom=preferences.zoom)
    tasks = Tasks()
    window = MainWindow(tasks, preferences)
    opening = Opening(window, tasks, open_desk)
    one.asked.connect(lambda: come_forward(window))
    window.show()
    QTimer.singleShot(0, opening.start)  # after the first paint
    return app.exec()


def check_screen() -> None:
    """Qt would end the process without a word that an officer understands."""
    told = any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and not told:
        raise DeskError(
            "Máy này không có màn hình đồ họa nên không mở được cửa sổ. Hãy chạy trên máy có màn "
            "hình, hoặc dùng các lệnh của chương trình (xem dxdesk --help); để vẽ ẩn, đặt biến "
            "môi trường QT_QPA_PLATFORM=offscreen."
        )


def application(argv: Sequence[str]) -> QApplication:
    """The one QApplication, with Vietnamese words and the program's own typeface."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(list(argv))
    app.setApplicationName("dxdesk")
    sys.setswitchinterval(SWITCH_S)
    app.setApplicationDisplayName(TITLE)
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    app.installTranslator(Translator(app))
    fonts.load()
    return app


class Opening:
    """Opens the data in the worker, again and again until it works or the window is closed."""

    def __init__(self, window: MainWindow, tasks: Tasks, open_desk: OpenDesk) -> None:
        self._window, self._tasks, self._open_desk = window, tasks, open_desk
        self._desk: Desk | None = None
        self._unlocking = Unlocking(window, tasks)
        self._rescuing = Rescuing(window.stack.opening, tasks, self.start, self._unlocking)
        window.stack.opening.retried.connect(self.start)
        window.closed.connect(self._close)

    def start(self) -> None:
        page = self._window.stack.opening
        page.show_opening()
        self._tasks.run(self._open, self._opened, failed=page.show_problem)

    def _open(self, _job: "Job[Desk | StorageError]") -> "Desk | StorageError":
        keys = self._unlocking.keys
        try:
            desk = self._open_desk(keys) if keys else self._open_desk()
        except (DamagedError, LockedError) as trouble:
            return trouble
        self._desk = desk  # closed with the window even if it is closed before delivery
        return desk

    def _opened(self, desk: "Desk | StorageError") -> None:
        if isinstance(desk, LockedError):
            self._unlock(desk.path)
        elif isinstance(desk, DamagedError):
            self._offer_rescue(desk)
        elif isinstance(desk, StorageError):
            self._window.stack.opening.show_problem(str(desk))
        elif desk.role is None:
            self._window.access.sign_in(desk, self._enter, self._window.stack.opening.show_problem)
        else:
            self._enter(desk)

    def _unlock(self, path: Path) -> None:
        if self._unlocking.ask(path):
            self.start()
        else:
            self._window.stack.opening.show_problem(NOT_UNLOCKED)

    def _offer_rescue(self, damage: DamagedError) -> None:
        if damage.path is None:
            self._window.stack.opening.show_problem(str(damage))
        else:
            self._rescuing.offer(damage.path, str(damage))

    def _enter(self, desk: "Desk") -> None:
        def work(_job: "Job[tuple[str, bool]]") -> "tuple[str, bool]":
            from dxdesk.services.access.mode import Mode, mode_asked
            from dxdesk.services.rules import rules_asked

            with desk.asking() as ask:
                return rules_asked(desk, ask).office.name, mode_asked(ask) is Mode.UNCHOSEN

        def show(found: "tuple[str, bool]") -> None:
            ward, ask = found
            PLACE_OF["start"].load()
            self._window.attach(desk, ward=ward)
            self._tasks.after(Preloading(desk, self._tasks).start)
            if ask:
                once = Qt.ConnectionType.SingleShotConnection
                self._window.access.chosen.connect(self._window.office.encryption.choose, once)
                self._window.access.choose_mode()

        self._tasks.run(work, show, failed=self._window.stack.opening.show_problem)

    def _close(self) -> None:
        desk = self._window.stack.desk or self._desk
        if desk is not None:
            self._window.hide()  # a large file takes its time
            back_up_at_the_end(desk)
            desk.close()
