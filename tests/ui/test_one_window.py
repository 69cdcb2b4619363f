"""Two starts on one database: the second brings the first one's window to the front and ends."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.one_window import OneWindow, come_forward

ROOT = Path(__file__).parents[2]


def test_a_second_start_asks_for_the_window_and_ends(qtbot: QtBot, tmp_path: Path) -> None:
    database = tmp_path / "phường mẫu.db"
    first = OneWindow(database)
    first.be_found()
    second = QProcess()
    with qtbot.waitSignals([first.asked, second.finished], timeout=60_000):
        second.setWorkingDirectory(str(ROOT))
        second.start(sys.executable, ["-m", "dxdesk", "--database", str(database)])
    assert second.exitCode() == 0
    assert not database.exists(), "it has opened the database all the same"
    first.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_another_database_has_a_window_of_its_own(tmp_path: Path) -> None:
    first = OneWindow(tmp_path / "a.db")
    first.be_found()
    assert OneWindow(tmp_path / "." / "a.db").is_open()
    assert not OneWindow(tmp_path / "b.db").is_open()
    first.deleteLater()


@pytest.mark.usefixtures("qapp")
def test_what_a_killed_program_left_behind_is_in_nobodys_way(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from ui.one_window import OneWindow\n"
        "app = QCoreApplication([]); one = OneWindow(Path(sys.argv[1])); one.be_found()\n"
        "os._exit(9)"
    )
    path = tmp_path / "a.db"
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=False)
    assert not OneWindow(path).is_open()
    next_one = OneWindow(path)
    next_one.be_found()
    assert OneWindow(path).is_open()
    next_one.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_window_made_small_comes_up_again(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    come_forward(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isVisible()
