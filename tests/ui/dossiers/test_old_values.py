"""Old values and the recycle bin on screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.dossier import Dossier
from dxdesk.domain.state import State
from dxdesk.services import acts, dossiers
from dxdesk.services.correction import correct
from tests.kit import receive
from tests.ui.typing import type_text
from ui.dialogs import ReasonDialog
from ui.dossiers.bin_page import BinPage
from ui.dossiers.dossier_page import DossierPage
from ui.dossiers.values_dialog import ValuesDialog
from ui.tasks import Tasks

Settle = Callable[[], None]
Open = Callable[[Dossier], DossierPage]


def answering(kind: type[QWidget], answer: Callable[[QWidget], None]) -> None:
    """Do *answer* as soon as a dialog of *kind* has the keyboard."""
    timer = QTimer(QApplication.instance())

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isActiveWindow():
            timer.stop()
            answer(dialog)

    timer.timeout.connect(look)
    timer.start(5)


def test_an_old_value_comes_back_by_keys(open_page: Open, desk: Desk, settle: Settle) -> None:
    dossier = receive(desk)
    correct(desk, dossier.id, {"owner_name": "Sai Tên"}, reason="thử")
    page = open_page(dossier)
    seen: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ValuesDialog)
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        dialog.accept()
        seen.append(dialog.reason.problem.text())
        dialog.reason.editor.setFocus()
        type_text("Tên trước đúng hơn")
        QTest.keyClick(dialog.reason.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    answering(ValuesDialog, answer)
    QTest.keySequence(page.sheet.timeline, QKeySequence("Ctrl+Shift+L"))
    settle()
    assert seen[0].startswith("Chưa nhập")
    assert dossiers.get(desk, dossier.id).owner == dossier.owner


def test_a_dossier_without_old_values_says_so(open_page: Open, desk: Desk, settle: Settle) -> None:
    page = open_page(receive(desk))
    QTest.keySequence(page.sheet.timeline, QKeySequence("Ctrl+Shift+L"))
    settle()
    assert "chưa có giá trị nào bị thay" in page.problem.words.text()


def test_the_bin_brings_back_by_key_with_a_reason(
    desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], settle: Settle, qtbot: QtBot
) -> None:
    dossier = receive(desk, code="H99.12-1")
    acts.void(desk, dossier.id, reason="nhập trùng")
    page = BinPage(desk, tasks)
    show(page)
    assert [page.model.index(0, at).data() for at in (0, 4)] == ["H99.12-1", "nhập trùng"]

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, ReasonDialog)
        dialog.lines.setFocus()
        type_text("không trùng")
        QTest.keyClick(dialog.lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    page.activateWindow()
    page.start()
    qtbot.waitUntil(page.table.hasFocus)
    answering(ReasonDialog, answer)
    QTest.keySequence(page.table, QKeySequence("Ctrl+Shift+K"))
    settle()
    assert dossiers.get(desk, dossier.id).state is State.ACCEPTED
    assert page.model.rowCount() == 0
    assert "Không có hồ sơ nào bị hủy" in page.shown.text()
