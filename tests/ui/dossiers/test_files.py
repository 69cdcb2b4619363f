"""Attached files on the page: chosen, dropped, opened, saved, removed, all by keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from dxdesk.desk import Desk
from dxdesk.domain.attachment import kind_of
from dxdesk.domain.dossier import Dossier
from dxdesk.services.attachments import attach, attachments
from tests.kit import receive
from ui.dossiers.dossier_page import DossierPage

Settle = Callable[[], None]
Open = Callable[[Dossier], DossierPage]


def scan(path: Path, *, pages: int = 1) -> Path:
    canvas = Canvas(str(path))
    for at in range(pages):
        canvas.drawString(72, 720, f"Page {at + 1}")
        canvas.showPage()
    canvas.save()
    return path


def picture(path: Path) -> Path:
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    assert image.save(str(path))
    return path


def test_chosen_files_are_attached_by_one_key(
    open_page: Open, desk: Desk, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = receive(desk)
    page = open_page(dossier)
    files = [str(scan(tmp_path / "đơn.pdf")), str(picture(tmp_path / "anh.png"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (files, ""))
    QTest.keySequence(page.sheet.timeline, QKeySequence("Ctrl+Shift+F"))
    settle()
    assert [one.name for one in attachments(desk, dossier.id)] == ["đơn.pdf", "anh.png"]
    assert page.sheet.files.list.count() == 2
    assert "Đính kèm 2 tệp" in page.sheet.timeline.toPlainText()


def test_dropped_files_are_attached(
    open_page: Open, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    dossier = receive(desk)
    page = open_page(dossier)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scan(tmp_path / "don.pdf"))), QUrl("https://a.vn/b.pdf")])
    page.sheet.files.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle()
    assert [one.name for one in attachments(desk, dossier.id)] == ["don.pdf"]


def test_what_may_not_be_attached_is_told_on_the_page(
    open_page: Open, desk: Desk, settle: Settle, tmp_path: Path
) -> None:
    dossier = receive(desk)
    page = open_page(dossier)
    (tmp_path / "đơn.pdf").write_bytes(b"MZ\x90 program")
    page.files.attach((tmp_path / "đơn.pdf",))
    settle()
    assert "không phải PDF" in page.problem.words.text()
    assert attachments(desk, dossier.id) == ()


@pytest.mark.parametrize("kind", ["png", "jpg", "tiff", "bmp", "webp"])
def test_enter_opens_a_picture_in_the_window_and_escape_closes_it(
    open_page: Open, desk: Desk, settle: Settle, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    dossier = receive(desk)
    content = picture(tmp_path / f"a.{kind}").read_bytes()
    attach(desk, dossier.id, [("anh", content)])
    page = open_page(dossier)
    QTest.keyClick(page.sheet.files.list, Qt.Key.Key_Return)
    settle()
    window = page.files.window
    assert window is not None
    assert window.view.place() == (1, 1)
    with qtbot.waitSignal(window.finished):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    settle()


def test_a_scanned_pdf_opens_and_its_pages_are_drawn(
    open_page: Open, desk: Desk, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    dossier = receive(desk)
    attach(desk, dossier.id, [("don.pdf", scan(tmp_path / "a.pdf", pages=3).read_bytes())])
    page = open_page(dossier)
    QTest.keyClick(page.sheet.files.list, Qt.Key.Key_Return)
    settle()
    window = page.files.window
    assert window is not None
    assert window.view.place() == (1, 3)
    assert window.place.text().startswith("Trang 1/3")
    before = window.view.percent()
    QTest.keyClick(window.view, Qt.Key.Key_Plus)
    assert window.view.percent() > before
    window.close()
    settle()


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", b"%PDF-1.7 broken"), ("a.png", b"\x89PNG\r\n\x1a\nbroken"), ("a.bmp", b"BMbroken")],
)
def test_a_damaged_file_is_told_in_words_and_opens_nothing(
    open_page: Open, desk: Desk, settle: Settle, name: str, content: bytes
) -> None:
    assert kind_of(content) is not None
    dossier = receive(desk)
    attach(desk, dossier.id, [(name, content)])
    page = open_page(dossier)
    QTest.keyClick(page.sheet.files.list, Qt.Key.Key_Return)
    settle()
    assert page.files.window is None
    assert "hỏng" in page.problem.words.text()


def test_a_copy_is_saved_and_delete_removes(
    open_page: Open, desk: Desk, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = receive(desk)
    content = scan(tmp_path / "a.pdf").read_bytes()
    attach(desk, dossier.id, [("don.pdf", content)])
    page = open_page(dossier)
    target = tmp_path / "lại.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    page.sheet.files.others[1].click()
    settle()
    assert target.read_bytes() == content
    QTest.keyClick(page.sheet.files.list, Qt.Key.Key_Delete)
    settle()
    assert attachments(desk, dossier.id) == ()
    assert page.sheet.files.empty.isVisible()
