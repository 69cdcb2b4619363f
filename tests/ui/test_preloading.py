"""Qt's classes come to life in the window's thread only; nothing else is left for it to import."""

import shutil
from pathlib import Path

import pytest

from dxdesk.services.access.mode import work_alone
from dxdesk.services.opening import open_desk
from tests.ui.starting import watched_start

_START = """
import json, sys, threading
sys.argv[1:] = ["--database", sys.argv[1]]
told = {"behind": [], "services": [], "late": []}


class Watch:
    def find_spec(self, name, path=None, target=None):
        top = name.split(".")[0]
        if threading.current_thread() is threading.main_thread():
            if told["services"] and (top in {"sqlalchemy", "db"} or name.startswith(SERVICES)):
                told["late"].append(name)
        elif top in {"ui", "PySide6", "qtpy", "qtawesome"}:
            told["behind"].append(name)


SERVICES = ("dxdesk.services", "dxdesk.reports", "reportlab", "xlsxwriter")
sys.meta_path.insert(0, Watch())
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from dxdesk import __main__ as start
from ui import preloading

next_one = preloading.Preloading._next


def watched(self):
    told["services"] = ["all"]
    next_one(self)
    if not self._left:
        QTimer.singleShot(0, QApplication.closeAllWindows)


preloading.Preloading._next = watched
try:
    start.main()
finally:
    print(json.dumps({**told, "loaded": sorted(sys.modules), "wanted": preloading.WITH_QT}))
"""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> dict[str, list[str]]:
    home = tmp_path_factory.mktemp("home")
    path = home / "ward.db"
    shutil.copy(empty_database, path)
    desk = open_desk(path)
    work_alone(desk)  # else the first start asks
    desk.close()
    return watched_start(_START, path, home)


def test_no_worker_imports_what_knows_of_qt(start: dict[str, list[str]]) -> None:
    assert start["behind"] == []


def test_every_page_is_ready_after_the_start(start: dict[str, list[str]]) -> None:
    assert set(start["wanted"]) <= set(start["loaded"])


def test_the_windows_thread_imports_no_service(start: dict[str, list[str]]) -> None:
    assert start["late"] == []
