"""The catalogue of procedures: what each asks and promises, and from which day on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dxdesk.domain.paper import Paper
from dxdesk.domain.terms import Terms
from dxdesk.services import catalogue, papers, procedures
from dxdesk.services.catalogue import Procedure
from ui.dossiers.matching import short_name
from ui.dossiers.moments import day_text
from ui.format import number
from ui.office.list_tab import ListTab, Question
from ui.office.papers_list import ask_papers_list
from ui.office.procedure_form import fields_of, read
from ui.rows import Column
from ui.tasks import Tasks
from ui.widgets import label

if TYPE_CHECKING:
    from dxdesk.desk import Desk

Papers = tuple[Paper, ...]
COLUMNS: tuple[Column[Procedure], ...] = (
    Column("Mã", lambda one: one.code, 110),
    Column("Tên thủ tục", lambda one: short_name(one.name), 320, stretches=True),
    Column("Lĩnh vực", lambda one: one.field, 120),
    Column("Thời hạn", lambda one: "Chưa rõ" if one.limit is None else one.limit.text, 140),
    Column("Từ ngày", lambda one: day_text(one.valid_from), 95),
    Column("Gần đây", lambda one: number(one.used) if one.used else "", 75, right=True),
)


class ProceduresTab(ListTab[Procedure]):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            columns=COLUMNS,
            name="Danh mục thủ tục",
            intro="Thời hạn, phí và mức trực tuyến đổi theo quyết định mới thì sửa và ghi ngày áp "
            "dụng: hồ sơ đã nhận giữ thời hạn cũ, hồ sơ nhận từ ngày đó theo thời hạn mới.",
            pale=lambda one: one.retired,
        )
        self.offer("add", "Thê&m thủ tục", "plus", self.add)
        self.offer("edit", "Sử&a (F2)", "edit", self.edit)
        self.offer("list_papers", "Giấy tờ (Ctrl+&J)", "file", self.list_papers)
        self.offer("retire", "&Ngừng dùng", "circle-pause", self.retire)
        self.tools.addStretch(1)
        self.about = label("", "muted", wrap=True)
        self.below.addWidget(self.about)

    def rows(self) -> Sequence[Procedure]:
        return catalogue.procedures(self.desk)

    def offers_changed(self, chosen: Procedure | None) -> None:
        retired = chosen is not None and chosen.retired
        self.buttons["retire"].setText("Dù&ng lại" if retired else "&Ngừng dùng")
        for key in ("edit", "list_papers", "retire"):
            self.buttons[key].setEnabled(chosen is not None)
        self.about.setText("" if chosen is None else about(chosen))

    def add(self) -> None:
        self.ask(
            Question(
                "Thêm thủ tục",
                fields_of(None),
                lambda values: read(values, now=self.desk.now()),
                lambda draft: procedures.add_procedure(self.desk, draft),
                columns=2,
            )
        )

    def edit(self) -> None:
        one = self.chosen()
        if one is not None:
            self.tasks.run(
                lambda _job: procedures.history_of(self.desk, one.id),
                lambda terms: self._ask(one, terms),
            )

    def _ask(self, one: Procedure, terms: tuple[Terms, ...]) -> None:
        self.ask(
            Question(
                "Sửa thủ tục",
                fields_of(one),
                lambda values: read(values, now=self.desk.now()),
                lambda draft: procedures.change_procedure(self.desk, one.id, draft),
                columns=2,
                intro=history_text(terms),
            )
        )

    def list_papers(self) -> None:
        """Which papers the chosen procedure asks for."""
        one = self.chosen()
        if one is not None:
            self.tasks.run(
                lambda _job: papers.papers_of(self.desk, one.id),
                lambda known: self._ask_papers(one, known, known),
            )

    def _ask_papers(
        self, one: Procedure, known: Papers, shown: Papers, *, problem: str = ""
    ) -> None:
        title = f"{one.code}: {one.name}"
        wanted = ask_papers_list(self, title, shown, problem=problem)
        if wanted is not None and wanted != known:
            self.save(
                lambda: papers.set_papers(self.desk, one.id, wanted),
                f"Đã lưu giấy tờ của thủ tục {one.code}.",
                failed=lambda sentence: self._ask_papers(one, known, wanted, problem=sentence),
            )

    def retire(self) -> None:
        one = self.chosen()
        if one is not None:
            told = f"Đã {'dùng lại' if one.retired else 'ngừng dùng'} thủ tục {one.code}."
            self.save(
                lambda: procedures.retire_procedure(self.desk, one.id, retired=not one.retired),
                told,
            )


def about(one: Procedure) -> str:
    """What the columns have no room for."""
    parts = (
        ("Tên", one.name),
        ("Phí, lệ phí", one.fee_text),
        ("Mức trực tuyến", one.level_text),
        ("Chuyển đến", one.forwards_to),
        ("Căn cứ", one.source),
        ("Ghi chú", "" if one.verified else "chưa đối chiếu với quyết định công bố"),
    )
    return "  ·  ".join(f"{name}: {text}" for name, text in parts if text)


def history_text(terms: tuple[Terms, ...]) -> str:
    """The limits of a procedure by date, in a sentence."""
    told = [
        f"{f'từ {day_text(one.valid_from)}' if one.valid_from else 'ban đầu'}: "
        f"{one.limit.text if one.limit else 'chưa rõ'}"
        for one in terms
    ]
    return "Thời hạn đã ghi – " + "; ".join(told) + "."
