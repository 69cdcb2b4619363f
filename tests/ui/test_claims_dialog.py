from pytestqt.qtbot import QtBot

from tests.ui.typing import type_text
from ui.claims_dialog import EMPTY, SOUND, ClaimsDialog

TEXT = "Phường tiếp nhận 3.452 hồ sơ trực tuyến. Giải quyết trước hạn 3.449 hồ sơ đạt 99,96%."


def test_typed_prose_shows_what_its_own_counts_give(qtbot: QtBot) -> None:
    dialog = ClaimsDialog(None)
    qtbot.addWidget(dialog)
    assert dialog.told.text() == EMPTY
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.text.setFocus()
    type_text(TEXT)
    assert dialog.findings.count() == 1
    assert "99,91 %" in dialog.findings.item(0).text()
    dialog.findings.itemClicked.emit(dialog.findings.item(0))
    assert dialog.text.textCursor().selectedText() == "3.449 hồ sơ đạt 99,96%"


def test_prose_without_a_contradiction_is_told_so(qtbot: QtBot) -> None:
    dialog = ClaimsDialog(None)
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("Tiếp nhận 10 hồ sơ, giải quyết 10 hồ sơ đạt 100%.")
    assert dialog.told.text() == SOUND
    assert dialog.findings.isHidden()
