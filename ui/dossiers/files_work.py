"""Attaching, opening, saving and removing files of the dossier that a page shows."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

from dxdesk.domain.attachment import Attachment
from dxdesk.domain.dossier import DossierId
from dxdesk.domain.rights import Right
from dxdesk.services import attachments
from ui.dossiers.file_window import FileWindow, can_show, open_content
from ui.dossiers.files_card import FilesCard
from ui.files import ask_files, ask_save
from ui.page import Page
from ui.pdf.file import PdfFile


class FilesWork:
    """*dossier*: the one shown now; *told*: where a refusal is shown."""

    def __init__(
        self,
        page: Page,
        card: FilesCard,
        dossier: Callable[[], DossierId | None],
        told: Callable[[str], None],
    ) -> None:
        self._page, self._dossier, self._told = page, dossier, told
        self.window: FileWindow | None = None
        card.bar(page.desk.why_not(Right.RECORD))
        card.asked.connect(self.choose)
        card.dropped.connect(self.attach)
        card.opened.connect(self.open)
        card.saved.connect(self.save)
        card.removed.connect(self.remove)

    def choose(self) -> None:
        if self._dossier() is not None:
            self.attach(ask_files(self._page, "Đính kèm tệp"))

    def attach(self, paths: Sequence[Path]) -> None:
        dossier = self._dossier()
        if dossier is not None and paths:
            self._write(
                lambda: attachments.attach_files(self._page.desk, dossier, paths),
                f"Đã đính kèm {len(paths)} tệp.",
            )

    def remove(self, file: Attachment) -> None:
        """Also by the Delete key, which no grey button stops: the service refuses in words."""
        self._write(
            lambda: attachments.remove_attachment(self._page.desk, file.id),
            f"Đã gỡ {file.name}. Ctrl+Z để lấy lại.",
        )

    def _write(self, work: Callable[[], object], told: str) -> None:
        def done(_result: object) -> None:
            self._told("")
            self._page.said.emit(told)
            self._page.refresh()
            self._page.changed.emit()

        self._page.tasks.run(lambda _job: work(), done, failed=self._told)

    def save(self, file: Attachment) -> None:
        target = ask_save(self._page, "Lưu bản sao", file.name)
        if target is not None:
            self._page.tasks.run(
                lambda _job: attachments.export_attachment(self._page.desk, file.id, target),
                lambda _none: self._page.said.emit(f"Đã lưu {target.name}."),
                failed=self._told,
            )

    def open(self, file: Attachment) -> None:
        if not can_show(file):
            self._told(
                f"{file.kind.label}: chương trình không mở tệp loại này; hãy bấm “Lưu bản sao…” "
                "rồi mở bằng chương trình tương ứng."
            )
            return
        lock = Lock()

        def read() -> PdfFile:
            return open_content(file, attachments.content_of(self._page.desk, file.id), lock)

        def show(pages: PdfFile) -> None:
            self._told("")
            self.window = FileWindow(self._page, self._page.tasks, file, lock)
            self.window.show_pages(pages)
            self.window.open()

        self._page.tasks.run(lambda _job: read(), show, failed=self._told)
