from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.query import Query
from tests.ui.conftest import Settle
from tests.ui.typing import type_text
from ui.claims_dialog import EMPTY, SOUND, ClaimsDialog
from ui.tasks import Tasks

TEXT = "Phường tiếp nhận 3.452 hồ sơ trực tuyến. Giải quyết trước hạn 3.449 hồ sơ đạt 99,96%."


@pytest.fixture
def dialog(qtbot: QtBot, tasks: Tasks) -> ClaimsDialog:
    made = ClaimsDialog(None, tasks, None)
    qtbot.addWidget(made)
    return made


def test_typed_prose_shows_what_its_own_counts_give(qtbot: QtBot, dialog: ClaimsDialog) -> None:
    assert dialog.told.text() == EMPTY
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.text.setFocus()
    type_text(f"😀 {TEXT}")
    qtbot.waitUntil(lambda: dialog.findings.count() == 1)
    assert "99,91 %" in dialog.findings.item(0).text()
    dialog.findings.setCurrentRow(0)
    assert dialog.text.textCursor().selectedText() == "3.449 hồ sơ đạt 99,96%"
    assert not dialog.list.isEnabled()


def test_prose_without_a_contradiction_is_told_so(dialog: ClaimsDialog, settle: Settle) -> None:
    dialog.text.setPlainText("Tiếp nhận 10 hồ sơ, giải quyết 10 hồ sơ đạt 100%.")
    dialog.check()
    settle()
    assert dialog.told.text() == SOUND
    assert dialog.findings.count() == 0
    dialog.text.clear()
    dialog.check()
    assert dialog.told.text() == EMPTY


def test_a_file_is_read_and_checked_and_a_bad_one_is_told(
    qtbot: QtBot, dialog: ClaimsDialog, tmp_path: Path, settle: Settle
) -> None:
    path = tmp_path / "báo cáo.txt"
    path.write_text(TEXT, encoding="utf-8")
    dialog.open_file(path)
    qtbot.waitUntil(lambda: dialog.findings.count() == 1)
    dialog.open_file(tmp_path / "không có.docx")
    settle()
    assert "Không tìm thấy tệp “không có.docx”" in dialog.told.text()
    assert dialog.text.toPlainText() == TEXT


def test_a_count_that_differs_from_the_ward_opens_the_list_behind_it(
    qtbot: QtBot, ward: Desk, tasks: Tasks, settle: Settle
) -> None:
    dialog = ClaimsDialog(None, tasks, ward)
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("Tháng 5/2026, đơn vị tiếp nhận 99.999 hồ sơ.")
    dialog.check()
    settle()
    assert dialog.findings.count() == 1
    dialog.findings.setCurrentRow(0)
    with qtbot.waitSignal(dialog.listed) as shown:
        dialog.list.click()
    (query,) = shown.args or [None]
    assert isinstance(query, Query)
    assert query.count is not None
    assert query.count.name == "received"


def test_without_the_ward_only_the_text_is_checked(
    qtbot: QtBot, ward: Desk, tasks: Tasks, settle: Settle
) -> None:
    dialog = ClaimsDialog(None, tasks, ward)
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("Tháng 5/2026, đơn vị tiếp nhận 99.999 hồ sơ.")
    dialog.ward.setChecked(False)
    settle()
    assert dialog.told.text() == SOUND
