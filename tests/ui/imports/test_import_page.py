"""A register is previewed, imported, taken back; nothing is half done and no row is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.exchange.reader import read_register
from dxdesk.services import history, listing
from tests.kit import Clock
from tests.ui.conftest import Settle
from ui.imports.page import ImportPage
from ui.tasks import Tasks

SAMPLES = Path(__file__).parents[2] / "samples"
REGISTER = SAMPLES / "so-theo-doi-2026-q2.xlsx"
CUT = SAMPLES / "danh-sach-ho-so.xls"


@pytest.fixture
def page(desk: Desk, clock: Clock, tasks: Tasks, show: Callable[[QWidget], None]) -> ImportPage:
    clock.set("16/06/2026 09:20")
    made = ImportPage(desk, tasks)
    show(made)
    return made


def stored(desk: Desk) -> int:
    return len(listing.ids(desk, Query()))


def counts(page: ImportPage) -> dict[str, int]:
    keys = ("rows", "new", "changed", "same", "quarantined")
    return {key: int(page.panel.outcome.shown(key).replace(".", "")) for key in keys}


def test_a_preview_counts_every_row_and_writes_nothing(
    page: ImportPage, desk: Desk, settle: Settle
) -> None:
    page.show_files([REGISTER])
    settle()
    seen = counts(page)
    assert seen["rows"] == 430
    assert seen["rows"] == seen["new"] + seen["changed"] + seen["same"] + seen["quarantined"]
    assert page.panel.outcome.model.rowCount() == seen["quarantined"] > 0
    assert page.panel.go.text() == f"Nhập {seen['new']} hồ sơ"
    assert stored(desk) == 0


def test_importing_writes_what_was_previewed_and_one_undo_takes_it_back(
    page: ImportPage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    page.show_files([REGISTER])
    settle()
    seen = counts(page)
    with qtbot.waitSignal(page.changed, timeout=20_000):
        page.panel.go.click()
    settle()
    assert counts(page) == seen
    assert stored(desk) == seen["new"]
    assert not page.panel.go.isEnabled()
    assert "Ctrl+Z" in page.banner.text.text()
    history.undo(desk)
    assert stored(desk) == 0


def test_the_same_file_again_has_nothing_new(page: ImportPage, desk: Desk, settle: Settle) -> None:
    page.show_files([REGISTER])
    settle()
    page.panel.go.click()
    settle()
    page.show_files([REGISTER])
    settle()
    seen = counts(page)
    assert (seen["new"], seen["changed"]) == (0, 0)
    assert seen["same"] + seen["quarantined"] == seen["rows"]
    assert not page.panel.go.isEnabled()
    assert page.banner.head.text() == "Không có gì mới để nhập"


def test_a_file_that_was_cut_is_warned_about(page: ImportPage, settle: Settle) -> None:
    page.show_files([CUT])
    settle()
    assert page.panel.outcome.warnings.isVisible()
    assert "263" in page.panel.outcome.warning_text.text()


def test_rows_left_out_can_be_saved_and_read_again(
    page: ImportPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page.show_files([REGISTER])
    settle()
    target = tmp_path / "dòng lỗi.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(page.said):
        page.panel.save_errors.click()
    again = read_register(target)
    assert len(again.rows) + len(again.quarantined) == counts(page)["quarantined"]


@pytest.mark.parametrize("kind", ["none", "text", "empty", "folder"])
def test_a_file_that_is_no_register_is_told_in_words(
    page: ImportPage, desk: Desk, settle: Settle, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "không phải sổ.xlsx"
    if kind == "text":
        path.write_text("Kính gửi ông bà", encoding="utf-8")
    elif kind == "empty":
        path.touch()
    elif kind == "folder":
        path.mkdir()
    page.show_files([path])
    settle()
    assert page.banner.head.text() == "Chưa nhập được"
    assert page.banner.text.text().endswith(".")
    assert "Traceback" not in page.banner.text.text()
    assert page.drop.isVisible()
    assert page.drop.isEnabled()
    assert stored(desk) == 0


def test_stopping_an_import_leaves_nothing(
    page: ImportPage, desk: Desk, tasks: Tasks, settle: Settle, qtbot: QtBot
) -> None:
    page.show_files([REGISTER])
    settle()
    page.panel.go.click()
    job = tasks.titled()
    assert job is not None
    job.cancel()
    settle()
    stopped = page.banner.head.text() == "Đã dừng"
    assert stored(desk) == (0 if stopped else counts(page)["new"])


def test_a_file_can_be_dropped(page: ImportPage, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "sổ quý 2.xlsx"
    shutil.copy(REGISTER, path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    page.drop.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, left, none))
    settle()
    assert page.panel.outcome.file.text() == "sổ quý 2.xlsx"
