"""The list as a file or on paper: exactly what is filtered, private numbers only when asked for."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject

from dxdesk.domain.query import Query
from dxdesk.reports.table_files import TableColumn
from dxdesk.services import list_export
from dxdesk.services.list_export import Wanted
from ui import dialogs
from ui.dossiers.columns import COLUMNS, Column
from ui.dossiers.filters import Choices
from ui.dossiers.form import FieldKind, Form, FormField
from ui.dossiers.list_words import asked_lines
from ui.dossiers.table import DossierTable
from ui.files import ask_save
from ui.format import counted
from ui.page import Page
from ui.pdf.file import PdfFile
from ui.tasks import Job

_TITLE, _PRINT = "Xuất danh sách", "In danh sách"
_ALL, _CHOSEN = "all", "chosen"
_KINDS = (
    ("xlsx", "Bảng tính Excel (.xlsx)"),
    ("csv", "Văn bản CSV (.csv)"),
    ("pdf", "Tệp để in (.pdf)"),
)
_WITHOUT, _WITH = "without", "with"
_PRIVATE = (
    (_WITHOUT, "không ghi ra"),
    (_WITH, "ghi ra (dữ liệu cá nhân, giữ gìn)"),
)


class ExportList(QObject):
    def __init__(
        self,
        page: Page,
        table: DossierTable,
        query: Callable[[], Query],
        columns: Callable[[], Sequence[Column]],
        choices: Callable[[], Choices],
    ) -> None:
        super().__init__(page)
        self._page, self._table, self._query = page, table, query
        self._columns, self._choices = columns, choices

    def ask(self) -> None:
        """Ask what shall be in the file, then where it shall be."""
        kind = FormField("kind", "Loại tệp", kind=FieldKind.CHOICE, choices=_KINDS)
        given = self._ask(_TITLE, (kind,), "Chọn nơi lưu")
        if given is None:
            return
        path = ask_save(self._page, _TITLE, f"danh-sach-ho-so.{given['kind']}")
        if path is not None:
            self.write(self._answered(given), path)

    def print_out(self) -> None:
        """The same on paper: looked at first, then printed."""
        given = self._ask(_PRINT, (), "Xem bản in")
        if given is None:
            return
        wanted, desk = self._answered(given), self._page.desk

        def make(path: Path, lock: Lock) -> PdfFile:
            list_export.export(desk, wanted, path)
            return PdfFile(path, lock)

        self._page.previewed.emit(_PRINT, make)

    def _ask(
        self, title: str, further: tuple[FormField, ...], action: str
    ) -> dict[str, str] | None:
        chosen = len(self._table.selected_rows())
        what = [(_ALL, "tất cả hồ sơ đang lọc")]
        if chosen > 1:
            what.append((_CHOSEN, f"{counted(chosen)} đang chọn"))
        fields = (
            FormField("what", "Những hồ sơ", kind=FieldKind.CHOICE, choices=tuple(what)),
            *further,
            FormField(
                "private",
                "Số giấy tờ, điện thoại",
                kind=FieldKind.CHOICE,
                value=_WITHOUT,
                choices=_PRIVATE,
            ),
        )
        return Form[dict[str, str]].ask(
            self._page, title, fields, lambda found: found, action=action
        )

    def _answered(self, given: dict[str, str]) -> Wanted:
        chosen = tuple(self._table.selected_ids()) if given["what"] == _CHOSEN else None
        return self.wanted(private=given["private"] == _WITH, chosen=chosen)

    def wanted(self, *, private: bool, chosen: tuple[int, ...] | None = None) -> Wanted:
        """What the list shows now, as a file has it."""
        query = self._query()
        columns = [one for one in self._columns() if private or not one.private]
        if private:
            columns += [one for one in COLUMNS if one.private and one not in columns]
        return Wanted(
            query,
            tuple(
                (TableColumn(one.title, one.width, personal=one.private), one.cell)
                for one in columns
            ),
            asked_lines(query, self._choices(), chosen=None if chosen is None else len(chosen)),
            private=private,
            chosen=chosen,
        )

    def write(self, wanted: Wanted, path: Path) -> None:
        def work(job: Job[int]) -> int:
            return list_export.export(
                self._page.desk, wanted, path, cancelled=job.cancelled, progress=job.progress
            )

        self._page.tasks.run(
            work,
            lambda number: self._page.said.emit(f"Đã lưu {counted(number)} vào {path}"),
            title=f"Đang ghi {path.name}",
            failed=lambda why: dialogs.tell(self._page, _TITLE, why),
            stopped=lambda: self._page.said.emit(str(list_export.ExportCancelledError())),
        )
