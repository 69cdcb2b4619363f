"""What the officer is told of a failure; a fault comes with a report that names nobody."""

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.error_report import error_report
from tests.ui.dossiers.forms import in_modal, pushed
from ui import errors


class _FaultError(ValueError):
    pass


def _fault() -> BaseException:
    try:
        raise _FaultError("Nguyễn Thị Ánh 079123456789")
    except ValueError as error:
        return error


def test_a_report_has_the_places_in_the_code_and_no_word_that_was_typed() -> None:
    report = error_report(_fault())
    assert "test_errors.py:" in report
    assert "_FaultError" in report
    assert "Phiên bản:" in report
    for private in ("Ánh", "079123456789"):
        assert private not in report


def test_the_report_of_a_fault_is_copied_by_its_button(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_data_folder: object
) -> None:
    monkeypatch.setattr(errors, "trouble", lambda _error: "Chương trình gặp lỗi ngoài dự kiến.")
    parent = QWidget()
    qtbot.addWidget(parent)
    with qtbot.waitActive(parent):
        parent.show()
        parent.activateWindow()
    error = _fault()
    in_modal(QMessageBox, pushed("&Chép báo cáo lỗi"))
    errors.show(type(error), error, error.__traceback__)
    assert QApplication.clipboard().text() == error_report(error)
