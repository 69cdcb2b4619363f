"""The ward's indicators: added, changed, retired; none is ever deleted."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dxdesk.domain.indicators.formula_text import formula_text
from dxdesk.domain.indicators.kinds import Direction, Indicator, Plan
from dxdesk.domain.rights import Right
from dxdesk.indicator_sets import is_verified
from dxdesk.services.indicators import catalogue
from dxdesk.services.indicators.computed import TITLES
from ui.digital.indicator_form import form_fields, plan_of
from ui.office.list_tab import ListTab, Question
from ui.rows import Column
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

UNSEEN = "chưa đối chiếu với bản gốc"


def set_text(one: Indicator) -> str:
    if not one.set_key:
        return "của đơn vị"
    return one.set_key if is_verified(one.set_key) else f"{one.set_key}, {UNSEEN}"


def _counted_on(plan: Plan) -> str:
    return plan.base.label if plan.base.value else plan.measure


COLUMNS: tuple[Column[Indicator], ...] = (
    Column("Mã", lambda one: one.plan.code, 90),
    Column("Chỉ tiêu", lambda one: one.plan.name, 330),
    Column("Trụ cột", lambda one: one.plan.pillar.label, 170),
    Column("Tính trên", lambda one: _counted_on(one.plan), 200),
    Column("Tốt khi", lambda one: "tăng" if one.plan.direction is Direction.UP else "giảm", 70),
    Column("Báo cáo", lambda one: one.plan.frequency.label, 100),
    Column("Sổ tính", lambda one: TITLES.get(one.plan.computed, ""), 210),
    Column("Nguồn số liệu", lambda one: one.plan.source, 190),
    Column("Phụ trách", lambda one: one.plan.owner, 150),
    Column("Thang điểm", lambda one: formula_text(one.plan.formula), 170),
    Column("Bộ", set_text, 260),
    Column("Ghi chú", lambda one: "Đã ngừng dùng" if one.retired else "", 120),
)


class CatalogueTab(ListTab[Indicator]):
    right = Right.RECORD

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            columns=COLUMNS,
            name="Danh mục chỉ tiêu",
            intro="Mỗi chỉ tiêu nói rõ tử số, mẫu số, nguồn và kỳ báo cáo. Đổi mẫu số không làm "
            "thay đổi số liệu cũ: mỗi số liệu giữ mẫu số của nó. Chỉ tiêu không theo dõi nữa thì "
            "“Ngừng dùng”, số liệu cũ vẫn còn.",
            pale=lambda one: one.retired,
        )
        self.offer("add", "Thêm chỉ tiêu", "plus", self.add)
        self.offer("edit", "Sửa (F2)", "edit", self.edit)
        self.offer("retire", "Ngừng dùng", "circle-pause", self.retire)
        self.tools.addStretch(1)

    def rows(self) -> Sequence[Indicator]:
        return catalogue.indicators(self.desk)

    def offers_changed(self, chosen: Indicator | None) -> None:
        retired = chosen is not None and chosen.retired
        self.buttons["retire"].setText("Dùng lại" if retired else "Ngừng dùng")
        for key in ("edit", "retire"):
            self.buttons[key].setEnabled(chosen is not None)

    def add(self) -> None:
        self.ask(
            Question(
                "Thêm chỉ tiêu",
                form_fields(None),
                plan_of,
                lambda plan: catalogue.add_indicator(self.desk, plan),
                columns=2,
            )
        )

    def edit(self) -> None:
        one = self.chosen()
        if one is None:
            return

        def save(plan: Plan) -> None:
            kept = replace(plan, group=one.plan.group)
            catalogue.change_indicator(self.desk, one.id, kept)

        self.ask(
            Question(
                f"Sửa chỉ tiêu {one.plan.code}", form_fields(one.plan), plan_of, save, columns=2
            )
        )

    def retire(self) -> None:
        one = self.chosen()
        if one is not None:
            told = f"Đã {'dùng lại' if one.retired else 'ngừng dùng'} chỉ tiêu {one.plan.code}."
            self.save(
                lambda: catalogue.retire_indicator(self.desk, one.id, retired=not one.retired), told
            )
