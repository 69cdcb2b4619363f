"""Printing slips from the window: preview, summary, restart, the queue, what is counted when."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.dossier import DossierId
from dxdesk.services import print_queue as queue
from dxdesk.services.slips import jobs
from tests.kit import receive, submit
from tests.ui.conftest import Settle
from ui.pdf import printing
from ui.preferences import Preferences
from ui.printing.queue_dialog import QueueDialog
from ui.printing.slip_dialog import SlipDialog
from ui.tasks import Tasks

Open = Callable[..., SlipDialog]


@pytest.fixture
def opened(
    desk: Desk,
    tasks: Tasks,
    settle: Settle,
    qtbot: QtBot,
    show: Callable[[QWidget], None],
    tmp_path: Path,
) -> Open:
    def made(ids: list[DossierId], form: str = "receipt") -> SlipDialog:
        dialog = SlipDialog(
            None,
            desk,
            tasks,
            ids=tuple(ids),
            forms=jobs.forms(desk),
            form=form,
            preferences=Preferences(tmp_path / "window.ini"),
        )
        show(dialog)
        qtbot.waitUntil(lambda: not dialog._pause.isActive())
        settle()
        return dialog

    return made


@pytest.fixture
def to_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer that prints into a PDF file."""
    path = tmp_path / "paper.pdf"

    def make(_choice: object, *, first: int, last: int) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(path))
        printer.setFromTo(first, last)
        return printer

    monkeypatch.setattr("ui.printing.printer_choice.PrinterChoice.make", make)
    monkeypatch.setattr("ui.printing.printer_choice.PrinterChoice.name", "PDF")
    return path


def pages_of(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def test_the_slip_is_shown_with_its_summary(desk: Desk, opened: Open) -> None:
    dossier = receive(desk, code="H99.12-260309-0001")
    dialog = opened([dossier.id])
    assert dialog.panel.page.text() == "Trang 1/2"
    told = dialog.choices.told.text()
    assert "1 phiếu, 2 trang in." in told
    assert "Về: H99.12-260309-0001." in told


def test_many_are_told_with_the_first_the_last_and_those_left_out(desk: Desk, opened: Open) -> None:
    ids = [receive(desk, code=f"H99.12-260309-{n:04}").id for n in range(1, 31)]
    waiting = submit(desk)
    told = opened([*ids, waiting.id]).choices.told.text()
    assert "30 phiếu, 60 trang in." in told
    assert "Đầu: H99.12-260309-0001.\nCuối: H99.12-260309-0030." in told
    assert f"Không in 1 hồ sơ: số {waiting.book} (chưa được tiếp nhận)." in told


def test_two_on_a_sheet_say_what_they_save(
    desk: Desk, opened: Open, settle: Settle, qtbot: QtBot
) -> None:
    dialog = opened([receive(desk).id])
    dialog.choices.paper.setCurrentIndex(dialog.choices.paper.findData("two"))
    qtbot.waitUntil(lambda: not dialog._pause.isActive())
    settle()
    assert "đỡ 1 tờ giấy" in dialog.choices.told.text()
    assert dialog.panel.page.text() == "Trang 1/1"


def test_printing_sends_all_pages_and_is_counted_once(
    desk: Desk, opened: Open, settle: Settle, to_file: Path, qtbot: QtBot
) -> None:
    ids = [receive(desk).id for _ in range(3)]
    dialog = opened(ids)
    with qtbot.waitSignal(dialog.printed, timeout=30_000) as told:
        dialog.go.click()
    settle()
    assert pages_of(to_file) == 6
    assert re.match(r"Đã gửi 6 trang tới", told.args[0])
    dialog.choices.start_at.setValue(2)
    with qtbot.waitSignal(dialog.printed, timeout=30_000):
        dialog.go.click()
    settle()
    assert pages_of(to_file) == 4
    assert jobs.prepare(desk, ids, "receipt").slips[0].printed == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_what_the_printer_does_not_take_is_not_counted(
    desk: Desk, opened: Open, settle: Settle, to_file: Path
) -> None:
    to_file.mkdir()
    dossier = receive(desk)
    dialog = opened([dossier.id])
    dialog.go.click()
    settle()
    assert "Máy in không nhận bản in" in dialog.problem.words.text()
    assert jobs.prepare(desk, [dossier.id], "receipt").reprints == 0


def test_without_a_printer_the_slips_go_into_the_queue(
    desk: Desk, opened: Open, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.printing.printer_choice.printers", list)
    dossier = receive(desk)
    dialog = opened([dossier.id])
    assert not dialog.go.isEnabled()
    dialog.queue.click()
    settle()
    (waiting,) = queue.queued(desk)
    assert waiting.title.startswith("Giấy tiếp nhận hồ sơ và hẹn trả kết quả – hồ sơ số ")
    assert waiting.sheets == 2
    assert jobs.prepare(desk, [dossier.id], "receipt").reprints == 1


def test_a_slip_that_cannot_be_printed_says_why(desk: Desk, opened: Open) -> None:
    dialog = opened([submit(desk).id])
    assert "chưa được tiếp nhận" in dialog.choices.told.text()
    assert not dialog.go.isEnabled()
    assert dialog.panel.view.file is None


def test_the_pdf_that_is_saved_is_the_one_that_is_shown(
    desk: Desk, opened: Open, settle: Settle, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = opened([receive(desk).id])
    path = tmp_path / "Phiếu.pdf"
    monkeypatch.setattr("ui.printing.slip_dialog.ask_save", lambda *_given: path)
    dialog.save.click()
    settle()
    assert dialog.shown is not None
    assert dialog.shown.file is not None
    assert path.read_bytes() == dialog.shown.file.path.read_bytes()


@pytest.fixture
def waiting(
    desk: Desk, tasks: Tasks, show: Callable[[QWidget], None], tmp_path: Path
) -> QueueDialog:
    from io import BytesIO

    content = BytesIO()
    jobs.write(jobs.prepare(desk, [receive(desk).id], "receipt"), content)
    queue.keep(desk, "Giấy tiếp nhận", content.getvalue(), sheets=2)
    dialog = QueueDialog(None, desk, tasks, Preferences(tmp_path / "window.ini"))
    show(dialog)
    return dialog


def test_the_queue_shows_what_waits_prints_it_and_forgets_it(
    desk: Desk,
    waiting: QueueDialog,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
    to_file: Path,
) -> None:
    assert waiting.panel.page.text() == "Trang 1/2"
    waiting.print_out()
    settle()
    assert pages_of(to_file) == 2
    assert "bấm “Xóa”" in waiting.told.words.text()
    monkeypatch.setattr("ui.dialogs.confirm", lambda *_a, **_k: True)
    waiting.delete()
    settle()
    assert queue.queued(desk) == ()
    assert not waiting.empty.isHidden()
    assert not waiting.remove.isEnabled()


def test_printers_are_offered_as_the_system_names_them(dressed: QApplication) -> None:
    assert isinstance(printing.printers(), list)
