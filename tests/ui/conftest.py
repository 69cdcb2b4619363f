"""The whole window over a real sample ward, offscreen, and waiting until it has read everything."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.services import demo
from dxdesk.services.opening import open_desk
from tests.kit import Clock, desk_over
from ui import icons, theme
from ui.app import application
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.tasks import Tasks

NOW = "16/06/2026 09:20"
Settle = Callable[[], None]


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The program's words, typeface, icons and theme, as at a real start."""
    application([])
    theme.apply(qapp, theme.themes()["light"])
    icons.load()
    return qapp


@pytest.fixture(scope="session")
def ward_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample ward of 300 dossiers; every test works on its own copy."""
    path = tmp_path_factory.mktemp("ward") / "ward.db"
    desk = open_desk(path, clock=Clock(NOW))
    demo.make(desk, dossiers=300, seed=1, until=date(2026, 6, 16))
    desk.close()
    return path


@pytest.fixture
def ward(ward_file: Path, tmp_path: Path) -> Iterator[Desk]:
    with desk_over(ward_file, Clock(NOW), folder=tmp_path) as found:
        yield found


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks) -> Settle:
    def wait() -> None:
        qtbot.waitUntil(tasks.idle, timeout=20_000)

    return wait


@pytest.fixture
def show(qtbot: QtBot, settle: Settle, dressed: QApplication) -> Callable[[QWidget], None]:
    """Show a widget in a window of its own that has the keyboard."""

    def shown(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        widget.resize(1000, 700)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        settle()

    return shown


@pytest.fixture
def window(
    ward: Desk, tasks: Tasks, settle: Settle, qtbot: QtBot, dressed: QApplication, tmp_path: Path
) -> Iterator[MainWindow]:
    """The window with the sample ward open and its first page read."""
    made = MainWindow(tasks, Preferences(tmp_path / "window.ini"))
    qtbot.addWidget(made, before_close_func=lambda _window: tasks.close())  # no question at the end
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.attach(ward, ward="phường An Bình")
    settle()
    yield made
    made.close()
    theme.apply(dressed, theme.themes()["light"])
