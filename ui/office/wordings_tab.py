"""The papers of the office: what each follows, what the ward words, a test print, and back."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, ClassVar

from ui import dialogs
from ui.office import wordings
from ui.office.list_tab import ListTab
from ui.office.wordings import PaperRow
from ui.pdf.file import PdfFile
from ui.printing.pdf_dialog import show_pdf
from ui.rows import Column
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk


COLUMNS: tuple[Column[PaperRow], ...] = (
    Column("Mẫu giấy tờ", lambda one: one.name, 340),
    Column("Căn cứ", lambda one: one.source, 200, stretches=True),
    Column("Áp dụng từ", lambda one: one.since, 100),
    Column("Phường đã sửa", lambda one: "đã sửa" if one.changed else "", 125),
)
_INTRO = (
    "Phiếu in theo mẫu của thông tư có hiệu lực ngày phát sinh. Phường sửa được tiêu đề, người ký, "
    "nơi nhận, ký hiệu, chân trang, khổ giấy; dòng “Mọi phiếu”, “Mọi báo cáo” áp dụng cho mẫu nào "
    "chưa sửa riêng. Bản đã chốt không đổi theo."
)


class WordingsTab(ListTab[PaperRow]):
    rights: ClassVar = {"try_out": None}

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            columns=COLUMNS,
            name="Mẫu giấy tờ",
            intro=_INTRO,
            pale=lambda _one: False,
        )
        self.offer("edit", "Sử&a…", "edit", self.edit)
        self.offer("try_out", "&In thử…", "print", self.try_out)
        self.offer("retire", "T&rở về mẫu gốc", "undo", self.retire)
        self.tools.addStretch(1)

    def rows(self) -> Sequence[PaperRow]:
        return wordings.rows(self.desk)

    def offers_changed(self, chosen: PaperRow | None) -> None:
        for made in self.buttons.values():
            made.setEnabled(chosen is not None)
        self.buttons["retire"].setEnabled(chosen is not None and chosen.changed)

    def edit(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.ask(chosen.question)

    def try_out(self) -> None:
        """A slip about an invented dossier, a report of last month, as they are worded now."""
        chosen = self.chosen()
        if chosen is None:
            return

        def make(path: Path, lock: Lock) -> PdfFile:
            chosen.try_out(path)
            return PdfFile(path, lock)

        show_pdf(self, self.tasks, f"In thử: {chosen.name}", make)

    def retire(self) -> None:
        """Del: back to the original."""
        chosen = self.chosen()
        if chosen is None or not chosen.changed:
            return
        question = f"Bỏ mọi chỗ phường đã sửa ở “{chosen.name}”? Hoàn tác được bằng Ctrl+Z."
        if dialogs.confirm(self, "Trở về mẫu gốc", question, action="Trở về mẫu gốc"):
            self.save(chosen.restore, f"Đã trở về mẫu gốc: {chosen.name}.")
