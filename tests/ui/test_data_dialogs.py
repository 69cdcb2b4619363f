"""Export and reconciliation from the menu."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.period import year
from dxdesk.services.exporting import export_dossiers, of_period
from tests.ui.conftest import Settle
from ui import export_dialog, reconcile_dialog
from ui.export_dialog import FORMS, ExportDialog
from ui.reconcile_dialog import ReconcileDialog
from ui.tasks import Tasks


def test_export_leaves_persons_numbers_out_until_they_are_asked_for(
    qtbot: QtBot, ward: Desk, tasks: Tasks, settle: Settle, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for asked in (False, True):
        path = tmp_path / f"{asked}.csv"
        monkeypatch.setattr(export_dialog, "ask_save", lambda *_, path=path: path)
        dialog = ExportDialog(None, tasks, ward)
        qtbot.addWidget(dialog)
        assert not dialog.personal.isChecked()
        dialog.form.setCurrentIndex(1)
        dialog.personal.setChecked(asked)
        dialog.save()
        settle()
        assert ("Số CCCD" in path.read_text("utf-8-sig")) is asked


def test_everything_goes_into_one_file_and_takes_no_choice(
    qtbot: QtBot, ward: Desk, tasks: Tasks, settle: Settle, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "a.zip"
    monkeypatch.setattr(export_dialog, "ask_save", lambda *_: path)
    dialog = ExportDialog(None, tasks, ward)
    qtbot.addWidget(dialog)
    dialog.form.setCurrentIndex(len(FORMS) - 1)
    assert not dialog.personal.isEnabled()
    dialog.save()
    settle()
    assert path.read_bytes().startswith(b"PK")


def test_a_comparison_is_shown_and_its_letter_saved(
    qtbot: QtBot, ward: Desk, tasks: Tasks, settle: Settle, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "cong.csv"
    export_dossiers(ward, of_period(None), path)
    lines = path.read_text("utf-8-sig").splitlines()
    path.write_text("\n".join([*lines[:20], *lines[21:]]), "utf-8-sig")
    dialog = ReconcileDialog(None, tasks, ward)
    qtbot.addWidget(dialog)
    assert not dialog.letter.isEnabled()
    dialog.compare(path, year(2026))
    settle()
    titles = [dialog.tree.topLevelItem(at) for at in range(dialog.tree.topLevelItemCount())]
    assert len(titles) == 4
    assert dialog.letter.isEnabled()
    letter = tmp_path / "a.pdf"
    monkeypatch.setattr(reconcile_dialog, "ask_save", lambda *_: letter)
    dialog.letter.click()
    settle()
    assert letter.read_bytes().startswith(b"%PDF")


def test_a_file_that_is_no_register_is_told(
    qtbot: QtBot, ward: Desk, tasks: Tasks, settle: Settle, tmp_path: Path
) -> None:
    dialog = ReconcileDialog(None, tasks, ward)
    qtbot.addWidget(dialog)
    dialog.compare(tmp_path / "không.xlsx", year(2026))
    settle()
    assert "không.xlsx" in dialog.told.text()
    assert dialog.choose.isEnabled()
