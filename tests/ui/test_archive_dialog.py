"""Closed periods in the window: closed from the report page, compared, saved again, corrected."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.act import Act
from dxdesk.domain.period import month
from dxdesk.errors import InputError
from dxdesk.services import archive, closing
from dxdesk.services.statistics import snapshot
from tests.kit import do
from tests.ui.conftest import Settle
from ui import dialogs
from ui.archive_dialog import ArchiveDialog
from ui.report_choices import choices
from ui.report_closing import ReportClosing
from ui.tasks import Tasks

MAY = month(2026, 5)
Show = Callable[[QWidget], None]
CHOICE = {choice.key: choice for choice in choices()}


def opened(ward: Desk, tasks: Tasks, show: Show, settle: Settle) -> ArchiveDialog:
    dialog = ArchiveDialog(None, ward, tasks)
    show(dialog)
    dialog.refresh()
    settle()
    return dialog


def test_without_a_closed_period_the_next_step_is_told(
    ward: Desk, tasks: Tasks, show: Show, settle: Settle
) -> None:
    dialog = opened(ward, tasks, show, settle)
    assert "bấm Chốt kỳ" in dialog.told.text()
    assert not dialog.again.isEnabled()


def test_a_period_is_closed_after_a_question(
    ward: Desk, tasks: Tasks, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def yes(_parent: object, _title: str, question: str, *, action: str) -> bool:
        asked.append(f"{question} [{action}]")
        return True

    monkeypatch.setattr(dialogs, "confirm", yes)
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ReportClosing(parent, ward, tasks)
    with qtbot.waitSignal(made.changed, timeout=30_000):
        made.close((CHOICE["ii06a"], MAY))
    settle()
    assert "không mở lại được" in asked[0]
    assert [c.period for c in archive.closings(ward)] == [MAY]
    with pytest.raises(InputError, match="Sổ theo dõi"):
        made.close((CHOICE["register"], MAY))


def test_what_differs_is_listed_and_corrected(
    ward: Desk, tasks: Tasks, show: Show, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    closing.close(ward, "ii06a", MAY)
    dialog = opened(ward, tasks, show, settle)
    assert "vẫn đúng như bản đã chốt" in dialog.told.text()
    assert not dialog.mend.isEnabled()
    wrong = snapshot(ward, MAY).behind("received")[0]
    do(ward, Act.VOID, wrong.id)
    dialog.refresh()
    settle()
    assert [moved.name for moved in dialog.moved.rows] == [wrong.name]
    assert "tiếp nhận trong kỳ" in dialog.told.text()
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_: "Nhập nhầm")
    dialog.mend.click()
    settle()
    assert [c.stands for c in dialog.closings.rows] == [True, False]
    assert dialog.paper.isEnabled()


def test_the_closed_file_is_saved_again_to_the_byte(
    ward: Desk,
    tasks: Tasks,
    show: Show,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = closing.close(ward, "ii06a", MAY)
    dialog = opened(ward, tasks, show, settle)
    target = tmp_path / "lại.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.again.click()
    settle()
    assert target.read_bytes() == archive.file(ward, made.id, "pdf")
