"""The slips of the office: which circular each follows, and what the ward words itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from dxdesk.domain.slip import SlipWording
from dxdesk.reports.slips.forms import SlipForm
from dxdesk.reports.slips.papers import PAPERS
from dxdesk.services.slips import jobs
from dxdesk.services.slips.wordings import ALL, MOST_COPIES, save_wording, wordings
from ui import dialogs
from ui.dossiers.form import FieldKind, FormField
from ui.office.list_tab import ListTab, Question
from ui.pdf.file import PdfFile
from ui.printing.pdf_dialog import show_pdf
from ui.rows import Column
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk


@dataclass(frozen=True, slots=True)
class SlipRow:
    """One slip; without a form: what holds for all of them."""

    key: str
    name: str
    form: SlipForm | None
    wording: SlipWording

    @property
    def changed(self) -> bool:
        return self.wording != SlipWording()

    @property
    def source(self) -> str:
        if self.form is None:
            return ""
        if not self.form.official:
            return "Mẫu của đơn vị"
        checked = "" if self.form.verified else " (chưa đối chiếu với bản gốc)"
        return f"{self.form.number}, {self.form.issued_under}{checked}"

    @property
    def since(self) -> str:
        return "" if self.form is None else f"{self.form.applies_from:%d/%m/%Y}"


COLUMNS: tuple[Column[SlipRow], ...] = (
    Column("Mẫu giấy tờ", lambda one: one.name, 300, stretches=True),
    Column("Căn cứ", lambda one: one.source, 380),
    Column("Áp dụng từ", lambda one: one.since, 100),
    Column("Phường đã sửa", lambda one: "đã sửa" if one.changed else "", 135),
)
_INTRO = (
    "Phiếu in theo mẫu của thông tư có hiệu lực ngày phát sinh. Phường sửa được tiêu đề, người ký, "
    "chân phiếu, khổ giấy; dòng đầu áp dụng cho mọi phiếu chưa sửa riêng."
)


class SlipsTab(ListTab[SlipRow]):
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
        self.offer("try", "&In thử…", "print", self.try_out, free=True)
        self.offer("retire", "T&rở về mẫu gốc", "undo", self.retire)
        self.tools.addStretch(1)

    def rows(self) -> Sequence[SlipRow]:
        found = wordings(self.desk)
        own = SlipWording()
        return (
            SlipRow(ALL, "Mọi mẫu", None, found.get(ALL, own)),
            *(
                SlipRow(form.key, form.name, form, found.get(form.key, own))
                for form in jobs.forms(self.desk)
            ),
        )

    def offers_changed(self, chosen: SlipRow | None) -> None:
        for made in self.buttons.values():
            made.setEnabled(chosen is not None)
        self.buttons["retire"].setEnabled(chosen is not None and chosen.changed)

    def edit(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.ask(
                Question(
                    f"Sửa mẫu: {chosen.name}",
                    fields_of(chosen.wording),
                    read,
                    lambda wording: save_wording(self.desk, chosen.key, wording),
                    columns=2,
                    intro="Ô để trống thì in như mẫu gốc.",
                )
            )

    def try_out(self) -> None:
        """The slip about an invented dossier, as it is worded now."""
        chosen = self.chosen()
        if chosen is None:
            return
        key = chosen.key or "receipt"

        def make(path: Path, lock: Lock) -> PdfFile:
            jobs.write(jobs.sample(self.desk, key), path)
            return PdfFile(path, lock)

        show_pdf(self, self.tasks, "In thử – hồ sơ giả định", make)

    def retire(self) -> None:
        """Del: back to the original."""
        chosen = self.chosen()
        if chosen is None or not chosen.changed:
            return
        question = f"Bỏ mọi chỗ phường đã sửa ở “{chosen.name}”? Hoàn tác được bằng Ctrl+Z."
        if dialogs.confirm(self, "Trở về mẫu gốc", question, action="Trở về mẫu gốc"):
            self.save(
                lambda: save_wording(self.desk, chosen.key, SlipWording()),
                f"Đã trở về mẫu gốc: {chosen.name}.",
            )


def fields_of(wording: SlipWording) -> tuple[FormField, ...]:
    papers = (("", "Theo mẫu (A4)"), *((one.key, one.label) for one in PAPERS))
    copies = (("0", "Theo mẫu"), *((str(n), str(n)) for n in range(1, MOST_COPIES + 1)))
    lines, choice = FieldKind.LINES, FieldKind.CHOICE
    return (
        FormField(
            "heading",
            "Tiêu đề bên trái",
            kind=lines,
            value="\n".join(wording.heading),
            hint="mỗi dòng một ý, dòng cuối in đậm",
        ),
        FormField(
            "signer",
            "Chức danh người ký",
            kind=lines,
            value="\n".join(wording.signer),
            hint="ví dụ: TL. GIÁM ĐỐC",
        ),
        FormField("signer_name", "Họ tên người ký", value=wording.signer_name),
        FormField(
            "contact",
            "Nơi liên hệ",
            value=wording.contact,
            hint="ví dụ: Bộ phận Một cửa, số điện thoại …",
        ),
        FormField("footer", "Chân phiếu", kind=lines, value="\n".join(wording.footer)),
        FormField("paper", "Khổ giấy", kind=choice, value=wording.paper, choices=papers),
        FormField("copies", "Số bản", kind=choice, value=str(wording.copies), choices=copies),
    )


def read(values: dict[str, str]) -> SlipWording:
    return SlipWording(
        heading=tuple(values["heading"].splitlines()),
        signer=tuple(values["signer"].splitlines()),
        signer_name=values["signer_name"],
        contact=values["contact"],
        footer=tuple(values["footer"].splitlines()),
        paper=values["paper"],
        copies=int(values["copies"]),
    )
