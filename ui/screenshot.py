"""A page of the window as a picture, drawn without a screen, after everything was read."""

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QDeadlineTimer, QEvent, QThread
from PySide6.QtWidgets import QApplication

from dxdesk.errors import DeskError, InputError
from ui import icons, theme
from ui.app import application
from ui.main_window import MainWindow
from ui.places import PLACE_OF
from ui.preferences import Preferences
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

LONGEST_MS = 120_000
CALM_ROUNDS = 8
_ROUND_MS = 20


def screenshot(
    page: str,
    open_desk: Callable[[], "Desk"],
    target: Path,
    *,
    size: tuple[int, int] = (1366, 768),
    scale: int = 100,
    theme: str = "light",
) -> None:
    """Draw *page* of ui/places.py in a window of *size* pixels, its type at *scale* per cent.

    InputError for a page that does not exist, DeskError when the picture cannot be written or the
    database has no dossier to show.
    """
    if page not in PLACE_OF:
        raise InputError(f"Không có trang “{page}”; hãy chọn một trong: {', '.join(PLACE_OF)}.")
    with Studio(open_desk, size=size, scale=scale, theme_key=theme) as studio:
        studio.go(page)
        studio.save(target)


class Studio:
    """A window that nobody sees, over an open desk."""

    def __init__(
        self,
        open_desk: Callable[[], "Desk"],
        *,
        size: tuple[int, int],
        scale: int = 100,
        theme_key: str = "light",
    ) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        app = application(["dxdesk"])
        self._app = app
        theme.apply(app, theme.themes()[theme_key], zoom=scale / 100)
        self.desk = open_desk()
        self._folder = TemporaryDirectory()
        self.tasks = Tasks()
        file = Path(self._folder.name) / "window.ini"
        self.window = MainWindow(self.tasks, Preferences(file))
        self.window.setMinimumSize(0, 0)
        self.window.resize(*size)
        self.window.setFixedSize(*size)
        self.window.show()
        icons.load()

    def __enter__(self) -> Self:
        from dxdesk.services import settings

        self.window.attach(self.desk, ward=settings.office(self.desk).name)
        return self

    def __exit__(self, *_error: object) -> None:
        self.window.close()
        self.window.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.desk.close()
        self._folder.cleanup()

    def go(self, page: str) -> None:
        if page == "dossier":
            self.window.open_dossier(self._some_dossier())
        else:
            self.window.go(page)

    def _some_dossier(self) -> int:
        listing = import_module("dxdesk.services.listing")
        query = import_module("dxdesk.domain.query")
        found = listing.first_page(self.desk, query.Query(), limit=1)
        if not found.lines:
            raise DeskError("Chưa có hồ sơ nào để vẽ; hãy nhập hoặc tiếp nhận hồ sơ trước.")
        return int(found.lines[0].id)

    def settle(self) -> None:
        """Wait until nothing is being read and the last change is painted."""
        deadline = QDeadlineTimer(LONGEST_MS)
        calm = 0
        while calm < CALM_ROUNDS:
            QApplication.processEvents()
            QThread.msleep(_ROUND_MS)
            page = self.window.stack.pages.get(self.window.stack.key)
            settled = page is not None and page.settled() and self.tasks.idle()
            calm = calm + 1 if settled else 0
            if deadline.hasExpired():
                raise DeskError("Trang chưa đọc xong dữ liệu sau hai phút nên chưa vẽ được.")

    def save(self, target: Path) -> None:
        self.settle()
        if not self.window.grab().save(str(target)):
            raise DeskError(
                f"Không ghi được ảnh “{target.name}”; hãy kiểm tra thư mục và chỗ trống."
            )
