"""A watched folder: new exports in it are offered with their preview, each once."""

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.conftest import Settle
from ui.imports.watch import FolderWatch
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.tasks import Tasks

REGISTER = Path(__file__).parents[2] / "samples" / "so-theo-doi-2026-q2.xlsx"


def test_each_new_export_is_told_once_even_after_a_restart(
    tasks: Tasks, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "xuất"
    folder.mkdir()
    shutil.copy(REGISTER, folder / "a.xlsx")
    preferences = Preferences(tmp_path / "window.ini")
    watch = FolderWatch(tasks, preferences)
    told: list[list[Path]] = []
    watch.found.connect(told.append)
    watch.follow(str(folder))
    settle()
    assert [[path.name for path in paths] for paths in told] == [["a.xlsx"]]
    watch.look()
    settle()
    shutil.copy(REGISTER, folder / "b.xlsx")
    (folder / "~$b.xlsx").write_bytes(b"")
    again = FolderWatch(tasks, preferences)
    again.found.connect(told.append)
    again.look()
    settle()
    assert [path.name for path in told[-1]] == ["b.xlsx"]
    assert len(told) == 2
    again.follow("")
    assert preferences.watched == ""


def test_a_folder_that_is_gone_offers_nothing(tasks: Tasks, settle: Settle, tmp_path: Path) -> None:
    watch = FolderWatch(tasks, Preferences(tmp_path / "window.ini"))
    watch.follow(str(tmp_path / "không có"))
    settle()
    assert watch.folder


def test_the_window_offers_the_preview(window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    window.go("import")
    settle()
    folder = tmp_path / "xuất"
    folder.mkdir()
    shutil.copy(REGISTER, folder / "a.xlsx")
    page = window.stack.pages["import"]
    page.watched.emit(str(folder))  # type: ignore[attr-defined] # the import page
    settle()
    assert "a.xlsx" in window.toast.words.text()
    window.toast.action.click()
    settle()
    assert page.panel.outcome.file.text() == "a.xlsx"  # type: ignore[attr-defined]
