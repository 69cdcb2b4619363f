"""Hamlets: added, renamed, retired."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dxdesk.services import hamlets
from dxdesk.services.hamlets import Hamlet
from ui.dossiers.form import FormField
from ui.format import number
from ui.office.list_tab import ListTab, Question
from ui.rows import Column
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

COLUMNS: tuple[Column[Hamlet], ...] = (
    Column("Tên", lambda one: one.name, 320, stretches=True),
    Column("Số hồ sơ", lambda one: number(one.used), 120, right=True),
    Column("Ghi chú", lambda one: "Đã ngừng dùng" if one.retired else "", 180),
)


class HamletsTab(ListTab[Hamlet]):
    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            columns=COLUMNS,
            name="Danh mục tổ dân phố",
            intro="Đổi tên thì hồ sơ cũ cũng hiện tên mới; nhật ký giữ tên cũ. Tổ đã sáp nhập hay "
            "giải thể thì bấm “Ngừng dùng” để không còn hiện khi tiếp nhận.",
            pale=lambda one: one.retired,
        )
        self.offer("add", "Thê&m tổ dân phố", "plus", self.add)
        self.offer("edit", "Đổ&i tên (F2)", "edit", self.edit)
        self.offer("retire", "&Ngừng dùng", "circle-pause", self.retire)
        self.tools.addStretch(1)

    def rows(self) -> Sequence[Hamlet]:
        return hamlets.hamlets_used(self.desk)

    def offers_changed(self, chosen: Hamlet | None) -> None:
        retired = chosen is not None and chosen.retired
        self.buttons["retire"].setText("Dù&ng lại" if retired else "&Ngừng dùng")
        for key in ("edit", "retire"):
            self.buttons[key].setEnabled(chosen is not None)

    def add(self) -> None:
        self.ask(
            Question(
                "Thêm tổ dân phố",
                (_field(""),),
                _read,
                lambda name: hamlets.add_hamlet(self.desk, name),
            )
        )

    def edit(self) -> None:
        one = self.chosen()
        if one is not None:
            self.ask(
                Question(
                    "Đổi tên tổ dân phố",
                    (_field(one.name),),
                    _read,
                    lambda name: hamlets.rename_hamlet(self.desk, one.id, name),
                )
            )

    def retire(self) -> None:
        one = self.chosen()
        if one is not None:
            told = f"Đã {'dùng lại' if one.retired else 'ngừng dùng'} {one.name}."
            self.save(
                lambda: hamlets.retire_hamlet(self.desk, one.id, retired=not one.retired), told
            )


def _field(name: str) -> FormField:
    return FormField("name", "Tên tổ dân phố", value=name, hint="Ví dụ: Tổ dân phố 5, Ấp Tân Lập")


def _read(values: dict[str, str]) -> str:
    return values["name"]
