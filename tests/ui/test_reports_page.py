"""A report is seen as it will be printed, saved as it was seen, or refused with the reason."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from dxdesk.desk import Desk
from dxdesk.domain.period import PeriodKind
from dxdesk.domain.query import Query
from dxdesk.errors import DeskError
from dxdesk.services import imports, print_queue
from tests.ui.conftest import Settle
from ui.pdf.file import PdfFile
from ui.pdf.printing import print_file
from ui.preferences import Preferences
from ui.printing.paper_dialog import PaperDialog
from ui.reports_page import ReportsPage
from ui.tasks import Tasks

Show = Callable[[QWidget], None]


@pytest.fixture
def page(ward: Desk, tasks: Tasks, show: Show, qtbot: QtBot) -> Iterator[ReportsPage]:
    with shown(ward, tasks, show, qtbot) as made:
        yield made


@contextmanager
def shown(desk: Desk, tasks: Tasks, show: Show, qtbot: QtBot) -> Iterator[ReportsPage]:
    made = ReportsPage(desk, tasks)
    show(made)
    made.refresh()
    wait(made, qtbot)
    yield made
    tasks.close()
    made.close_down()


def wait(page: ReportsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.settled, timeout=30_000)


def shown_file(page: ReportsPage) -> PdfFile:
    file = page.preview.view.file
    assert file is not None, page.preview.sentence.text()
    return file


def test_every_report_can_be_seen(page: ReportsPage, qtbot: QtBot) -> None:
    kinds = (PeriodKind.MONTH, PeriodKind.YEAR)
    for key, kind in product(("ii06a", "monthly", "register"), kinds):
        page.choose(key, kind)
        wait(page, qtbot)
        file = shown_file(page)
        assert page.preview.both.currentWidget() is page.preview.panel
        assert page.preview.panel.page.text() == f"Trang 1/{len(file.sizes)}"
        assert not file.draw(0, scale=0.2).isNull()
        assert page.save_pdf.isEnabled()


def test_the_keys_walk_through_the_pages(page: ReportsPage, qtbot: QtBot) -> None:
    page.choose("monthly", PeriodKind.YEAR)
    wait(page, qtbot)
    pages = len(shown_file(page).sizes)
    assert pages > 1
    view = page.preview.view
    QTest.keyClick(view, Qt.Key.Key_End)
    assert page.preview.panel.page.text() == f"Trang {pages}/{pages}"
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert page.preview.panel.page.text() == f"Trang 1/{pages}"
    before = view.percent()
    page.preview.panel.larger.click()
    assert view.percent() > before
    page.preview.panel.smaller.click()
    page.preview.panel.smaller.click()
    assert view.percent() < before
    page.preview.panel.fit.click()
    assert view.percent() == before


def test_what_is_saved_is_what_was_seen(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, name: str, *_kinds: str) -> tuple[str, str]:
        asked.append(Path(name).name)
        return str(tmp_path / "báo cáo quý"), ""  # the ending is left to the program

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    with qtbot.waitSignal(page.said) as said:
        page.save_pdf.click()
    saved = tmp_path / "báo cáo quý.pdf"
    assert asked == ["ii06a_2026-06-01_2026-06-30.pdf"]
    assert saved.read_bytes() == shown_file(page).path.read_bytes()
    assert said.args == [f"Đã lưu {saved}"]


def test_the_same_report_as_a_sheet(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "biểu.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(page.said, timeout=20_000):
        page.save_sheet.click()
    rows = CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()
    assert any("Tổng cộng" in row for row in rows)


def test_a_folder_that_cannot_be_written_is_told(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "không có" / "biểu.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.captureExceptions() as caught:
        page.save_pdf.click()
        wait(page, qtbot)
    assert "không tồn tại; hãy chọn thư mục khác" in str(caught[0][1])


def test_without_a_printer_the_report_waits_in_the_queue(
    page: ReportsPage, ward: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, bool]] = []

    def choose(dialog: PaperDialog) -> None:
        seen.append((dialog.go.isEnabled(), dialog.told.isHidden()))
        dialog.queue.click()

    monkeypatch.setattr("ui.printing.printer_choice.printers", list)
    monkeypatch.setattr(PaperDialog, "exec", choose)
    with qtbot.waitSignal(page.said) as said:
        page.print.click()
    assert seen == [(False, False)]
    assert said.args == ["Đã để vào hàng chờ; in ở Hồ sơ → Hàng chờ in"]
    (kept,) = print_queue.queued(ward)
    assert kept.title == (
        "Biểu II.06a – Tình hình, kết quả giải quyết thủ tục hành chính, tháng 6 năm 2026"
    )
    assert print_queue.content_of(ward, kept.id) == shown_file(page).path.read_bytes()


def test_a_printer_that_takes_nothing_leaves_the_report_in_the_queue(
    page: ReportsPage, ward: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> int:
        raise DeskError("Máy in không nhận bản in.")

    def choose(dialog: PaperDialog) -> None:
        assert dialog.go.isEnabled()
        dialog.choice.copies.setValue(3)
        dialog.first.setValue(1)
        dialog.go.click()

    monkeypatch.setattr("ui.printing.printer_choice.printers", lambda: ["Canon tầng 1"])
    monkeypatch.setattr("ui.report_output.print_file", refuse)
    monkeypatch.setattr(PaperDialog, "exec", choose)
    with qtbot.waitSignal(page.said) as said:
        page.print.click()
    assert "không nhận bản in. Đã để vào hàng chờ" in said.args[0]
    assert len(print_queue.queued(ward)) == 1
    assert Preferences().printer == "Canon tầng 1"


def test_a_wrong_day_makes_no_report(page: ReportsPage, qtbot: QtBot) -> None:
    page.picker.choose_kind(PeriodKind.RANGE)
    page.picker.first.setText("30/02/2026")
    page.picker.first.editingFinished.emit()
    wait(page, qtbot)
    assert page.preview.view.file is None
    assert not page.save_pdf.isEnabled()
    assert not page.save_sheet.isEnabled()
    assert not page.print.isEnabled()


def test_a_report_whose_figures_do_not_add_up_is_refused_with_the_dossiers_at_fault(
    ward: Desk, tasks: Tasks, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    code = "H99.12-260616-9999"
    register = tmp_path / "sổ.csv"
    register.write_text(
        "Mã hồ sơ;Mã TTHC;Chủ hồ sơ;Hình thức tiếp nhận;Ngày tiếp nhận;Ngày hẹn trả\n"
        f"{code};2.000815;Trần Văn Đức;;16/06/2026 08:00;17/06/2026 17:30\n",
        encoding="utf-8",
    )
    assert imports.run(ward, register).new == 1
    with shown(ward, tasks, show, qtbot) as page:
        assert page.preview.both.currentWidget() is page.preview.refusal
        assert "số liệu không khớp" in page.preview.sentence.text()
        assert page.preview.faults.item(0).text() == code
        assert not page.save_pdf.isEnabled()
        with qtbot.waitSignal(page.listed) as asked:
            page.preview.faults.itemActivated.emit(page.preview.faults.item(0))
        assert asked.args == [Query(text=code)]


def test_a_report_that_was_stopped_leaves_no_file(
    page: ReportsPage, tasks: Tasks, qtbot: QtBot
) -> None:
    page.choose("monthly", PeriodKind.YEAR)
    qtbot.waitUntil(lambda: tasks.titled() is not None)
    job = tasks.titled()
    assert job is not None
    job.cancel()
    wait(page, qtbot)
    stopped = page.preview.both.currentWidget() is page.preview.waiting
    assert stopped == (page.preview.view.file is None)
    if stopped:
        assert page.preview.waiting.text().startswith("Đã dừng")


def test_pages_are_printed_as_large_as_on_paper_all_or_the_chosen_ones(
    page: ReportsPage, tasks: Tasks, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    page.choose("monthly", PeriodKind.MONTH)
    wait(page, qtbot)
    file = shown_file(page)
    target = tmp_path / "in.pdf"
    printed = print_to(target, file, tasks, settle)
    rounded = [(round(width), round(height)) for width, height in printed.sizes]
    assert rounded == [(round(width), round(height)) for width, height in file.sizes]
    assert len({width > height for width, height in rounded}) == 2, "upright and across"
    assert not printed.draw(0, scale=0.2).isNull()
    printed.close()
    chosen = print_to(tmp_path / "trang 2.pdf", file, tasks, settle, first=2, last=2)
    assert len(chosen.sizes) == 1
    chosen.close()


def print_to(
    path: Path, file: PdfFile, tasks: Tasks, settle: Settle, *, first: int = 0, last: int = 0
) -> PdfFile:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    if first:
        printer.setFromTo(first, last)
    numbers: list[int] = []
    tasks.run(lambda job: print_file(job, file, printer), numbers.append, title="Đang in")
    settle()
    opened = PdfFile(path, file._lock)
    assert numbers == [len(opened.sizes)]
    return opened
