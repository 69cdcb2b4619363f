"""Columns said by hand, rows mended in place, many files, a pasted block: by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from dxdesk.services import history, imports, listing, unsaved
from tests.kit import Clock
from tests.ui.conftest import Settle
from ui.imports.half_mended import FORM
from ui.imports.page import ImportPage
from ui.tasks import Tasks

STRANGE = (
    "SỔ TAY\n"
    "Ký hiệu\tLoại việc\tAi đến\tVào sổ\n"
    "H99.12-260309-0001\t1.001193\tLê Văn Thử\t09/03/2026 08:00\n"
    "H99.12-260309-0002\t1.001193\tLê Thị Mẫu\t10/03/2026 09:00\n"
)
HEAD = "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Ngày tiếp nhận\n"
GOOD = "H99.12-260309-0001;1.001193;Lê Thử;09/03/2026 08:00\n"
BAD = "H99.12-260309-000{};9.999999;Lê Thử;09/03/2026 08:00\n"


@pytest.fixture
def page(desk: Desk, clock: Clock, tasks: Tasks, show: Callable[[QWidget], None]) -> ImportPage:
    clock.set("16/06/2026 09:20")
    made = ImportPage(desk, tasks)
    show(made)
    return made


def stored(desk: Desk) -> int:
    return len(listing.ids(desk, Query()))


def paste(page: ImportPage, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_pasted_block_with_strange_headings_is_said_once_and_known_again(
    page: ImportPage, desk: Desk, settle: Settle
) -> None:
    paste(page, STRANGE)
    settle()
    assert page.both.currentWidget() is page.mapping
    assert page.mapping.line.value() == 2
    assert [one.currentText() for one in page.mapping.choices] == [
        *("Mã hồ sơ", "Mã thủ tục", "Chủ hồ sơ", "Ngày tiếp nhận")
    ]
    assert page.mapping.choices[0].hasFocus()
    assert page.mapping.model.rowCount() == 2
    page.mapping.choices[0].setCurrentIndex(0)
    page.mapping.choices[3].setCurrentIndex(0)
    assert not page.mapping.go.isEnabled()
    assert "Mã hồ sơ" in page.mapping.told.text()
    page.mapping.choices[3].setCurrentText("Ngày tiếp nhận")
    page.mapping.choices[0].setCurrentText("Mã hồ sơ")
    page.mapping.go.click()
    settle()
    assert page.panel.outcome.shown("new") == "2"
    assert stored(desk) == 0
    page.panel.go.click()
    settle()
    assert stored(desk) == 2
    history.undo(desk)
    assert stored(desk) == 0
    paste(page, STRANGE)
    settle()
    assert page.panel.outcome.shown("new") == "2"


def test_the_columns_of_a_known_file_can_be_said_otherwise(
    page: ImportPage, settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "so.csv"
    path.write_text(HEAD + GOOD, encoding="utf-8")
    page.show_files([path])
    settle()
    page.panel.columns.click()
    settle()
    page.mapping.choices[2].setCurrentText("Người nộp")
    page.mapping.go.click()
    settle()
    assert page.panel.outcome.shown("new") == "1"
    assert page.panel.result is not None
    assert page.panel.result.shape == "by-hand"


def test_rows_left_out_are_mended_in_place_and_taken_in(
    page: ImportPage, desk: Desk, settle: Settle, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "so.csv"
    path.write_text(HEAD + GOOD + BAD.format(2) + BAD.format(3), encoding="utf-8")
    imports.run(desk, path)
    page.refresh()
    settle()
    assert page.mend.button.text() == "2 dòng lỗi cần sửa"
    page.mend.button.click()
    settle()
    panel = page.mending
    assert panel.model.rowCount() == 2
    assert not panel.go.isEnabled()
    cell = panel.model.index(0, 3)
    panel.table.setCurrentIndex(cell)
    panel.model.setData(cell, "1.001193")
    assert panel.alike.text() == "Sửa 1 ô giống thế"
    panel.alike.click()
    qtbot.waitUntil(lambda: panel.go.text() == "Nhập 2 dòng")
    assert panel.model.index(1, 1).data() == "Nhập được: mới"
    with qtbot.waitSignal(page.changed):
        panel.go.click()
    settle()
    assert stored(desk) == 3
    assert imports.waiting_count(desk) == 0
    assert not panel.table.isVisible()
    history.undo(desk)
    assert (stored(desk), imports.waiting_count(desk)) == (1, 2)


def test_what_was_typed_into_rows_that_wait_comes_back_in_the_next_window(
    page: ImportPage,
    desk: Desk,
    tasks: Tasks,
    settle: Settle,
    tmp_path: Path,
    show: Callable[[QWidget], None],
) -> None:
    for name, number in (("mot.csv", 2), ("hai.csv", 3)):
        path = tmp_path / name
        path.write_text(HEAD + BAD.format(number), encoding="utf-8")
        imports.run(desk, path)
    page.show_waiting()
    settle()
    panel = page.mending
    panel.model.setData(panel.model.index(0, 4), typed := "Lê “Thử” <b>Hai\u202e")
    panel.source.setCurrentIndex(1)
    panel.source.setCurrentIndex(0)
    assert panel.model.index(0, 4).data() == typed
    page.close_down()
    log = history.events(desk)
    later = ImportPage(desk, tasks)
    show(later)
    later.show_waiting()
    settle()
    assert (later.mending.model.index(0, 4).data(), history.events(desk)) == (typed, log)
    later.mending.go.click()
    settle()
    assert (later.mending.half_mended.texts, unsaved.kept(desk, FORM)) == ({}, {})


def test_a_procedure_is_offered_while_a_cell_is_mended(
    page: ImportPage, settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "so.csv"
    path.write_text(HEAD + BAD.format(2), encoding="utf-8")
    page.show_files([path])
    settle()
    assert page.panel.go.text() == "Giữ 1 dòng lỗi để sửa"
    page.panel.go.click()
    settle()
    page.show_waiting()
    settle()
    table = page.mending.table
    table.setCurrentIndex(page.mending.model.index(0, 3))
    option = QStyleOptionViewItem()
    editor = page.mending.cells.createEditor(table.viewport(), option, table.currentIndex())
    assert isinstance(editor, QLineEdit)
    offers = editor.completer()
    offers.setCompletionPrefix("1.00119")
    assert offers.completionCount() > 0


def test_the_files_of_a_folder_come_one_after_the_other(
    page: ImportPage, settle: Settle, tmp_path: Path
) -> None:
    for number in (1, 2):
        (tmp_path / f"so-{number}.csv").write_text(HEAD + BAD.format(number), encoding="utf-8")
    (tmp_path / "~$so-1.xlsx").write_bytes(b"lock")
    (tmp_path / "thư.docx").write_bytes(b"")
    page.show_files([tmp_path])
    settle()
    assert page.panel.outcome.file.text() == "so-1.csv"
    assert page.panel.other.text() == "Tệp tiếp theo (còn 1)"
    page.panel.other.click()
    settle()
    assert page.panel.outcome.file.text() == "so-2.csv"
    assert page.panel.other.text() == "Chọn tệp khác…"


@pytest.mark.parametrize("text", ["", "   ", "một dòng không có bảng"])
def test_what_is_no_table_is_told_when_pasted(page: ImportPage, settle: Settle, text: str) -> None:
    paste(page, text)
    settle()
    assert page.banner.head.text() == "Chưa nhập được"
    assert page.drop.isVisible()


def test_a_list_of_the_office_is_previewed_and_imported_in_the_same_place(
    page: ImportPage, desk: Desk, settle: Settle
) -> None:
    paste(page, "STT\tTên tổ dân phố\n1\tTổ dân phố 91\n2\tTổ dân phố 92\n")
    settle()
    assert page.list.told.text().startswith("2 dòng: 2 mới")
    page.list.go.click()
    settle()
    assert page.banner.head.text() == "Đã nhập 2 dòng"
    assert not page.list.go.isEnabled()
    history.undo(desk)
