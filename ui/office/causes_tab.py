"""Causes of lateness: those that ship, and the ward's own, added and ended."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dxdesk.domain.late_cause import LateCause
from dxdesk.services.late_causes import add_cause, end_cause, late_causes
from ui.dossiers.form import FormField
from ui.office.list_tab import ListTab, Question
from ui.rows import Column
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk


def _span(one: LateCause) -> str:
    since = f"từ {one.applies_from:%d/%m/%Y}"
    return since if one.applies_to is None else f"{since} đến {one.applies_to:%d/%m/%Y}"


COLUMNS: tuple[Column[LateCause], ...] = (
    Column("Nguyên nhân quá hạn", lambda one: one.label, 320, stretches=True),
    Column("Của ai", lambda one: "Phường thêm" if one.own else "Theo mẫu báo cáo", 160),
    Column("Được chọn", _span, 240),
)


class CausesTab(ListTab[LateCause]):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            columns=COLUMNS,
            name="Danh mục nguyên nhân quá hạn",
            intro="Cán bộ chọn trong danh mục này khi trả kết quả quá hạn hoặc xin lỗi; báo cáo "
            "đếm theo đó. Tên đã dùng thì không sửa: ngừng dùng rồi thêm tên mới, hồ sơ cũ giữ "
            "nguyên.",
            pale=lambda one: one.applies_to is not None,
        )
        self.offer("add", "Thê&m nguyên nhân", "plus", self.add)
        self.offer("retire", "&Ngừng dùng", "circle-pause", self.retire)
        self.tools.addStretch(1)

    def rows(self) -> Sequence[LateCause]:
        return late_causes(self.desk).known

    def offers_changed(self, chosen: LateCause | None) -> None:
        ended = chosen is not None and chosen.applies_to is not None
        self.buttons["retire"].setText("Dù&ng lại" if ended else "&Ngừng dùng")
        self.buttons["retire"].setEnabled(chosen is not None and chosen.own)

    def add(self) -> None:
        self.ask(
            Question(
                "Thêm nguyên nhân quá hạn",
                (FormField("label", "Nguyên nhân", hint="ví dụ: Chờ kết quả đo đạc"),),
                lambda values: values["label"],
                lambda label: add_cause(self.desk, label),
            )
        )

    def edit(self) -> None:
        """Nothing: what dossiers already say stays as it was said."""

    def retire(self) -> None:
        """Del: offered no more, or again."""
        one = self.chosen()
        if one is not None and one.own:
            ended = one.applies_to is not None
            self.save(
                lambda: end_cause(self.desk, one.number, ended=not ended),
                f"Đã {'dùng lại' if ended else 'ngừng dùng'} “{one.label}”.",
            )
