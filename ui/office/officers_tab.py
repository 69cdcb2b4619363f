"""Officers: added, renamed, retired."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dxdesk.domain.rights import Right, Role
from dxdesk.services import catalogue, officers
from dxdesk.services.access import roles
from dxdesk.services.catalogue import Officer
from ui.access.passwords import ask_password
from ui.dossiers.form import FieldKind, FormField
from ui.office.list_tab import ListTab, Question
from ui.rows import Column
from ui.tasks import Tasks

if TYPE_CHECKING:
    from dxdesk.desk import Desk

COLUMNS: tuple[Column[Officer], ...] = (
    Column("Họ tên", lambda one: one.name, 280),
    Column("Chức danh", lambda one: one.title, 300, stretches=True),
    Column("Vai trò", lambda one: one.role.label, 150),
    Column("Ghi chú", lambda one: "" if one.active else "Đã ngừng dùng", 160),
)
Typed = tuple[str, str]


class OfficersTab(ListTab[Officer]):
    right = Right.PEOPLE

    def __init__(self, desk: "Desk", tasks: Tasks) -> None:
        super().__init__(
            desk,
            tasks,
            columns=COLUMNS,
            name="Danh mục cán bộ",
            intro="Người đã có tên trong hồ sơ thì không xóa được; người nghỉ việc thì bấm “Ngừng "
            "dùng” để không còn hiện khi chuyển xử lý.",
            pale=lambda one: not one.active,
        )
        self.offer("add", "Thê&m cán bộ", "plus", self.add)
        self.offer("edit", "Sử&a (F2)", "edit", self.edit)
        self.offer("role", "&Vai trò…", "tag", self.give_role)
        self.offer("password", "Đặt mật &khẩu…", "lock", self.set_password)
        self.offer("retire", "&Ngừng dùng", "circle-pause", self.retire)
        self.tools.addStretch(1)

    def rows(self) -> Sequence[Officer]:
        return catalogue.officers(self.desk)

    def offers_changed(self, chosen: Officer | None) -> None:
        retired = chosen is not None and not chosen.active
        self.buttons["retire"].setText("Dù&ng lại" if retired else "&Ngừng dùng")
        for key in ("edit", "retire", "role", "password"):
            self.buttons[key].setEnabled(chosen is not None)

    def add(self) -> None:
        self.ask(
            Question(
                "Thêm cán bộ",
                _fields("", ""),
                _read,
                lambda typed: officers.add_officer(self.desk, typed[0], title=typed[1]),
            )
        )

    def edit(self) -> None:
        one = self.chosen()
        if one is not None:
            self.ask(
                Question(
                    "Sửa cán bộ",
                    _fields(one.name, one.title),
                    _read,
                    lambda typed: officers.change_officer(
                        self.desk, one.id, name=typed[0], title=typed[1]
                    ),
                )
            )

    def give_role(self) -> None:
        one = self.chosen()
        if one is not None:
            self.ask(
                Question(
                    "Vai trò của cán bộ",
                    (_role_field(one),),
                    lambda values: Role(int(values["role"])),
                    lambda role: roles.give_role(self.desk, one.id, role),
                    intro=f"{one.name} làm theo vai trò mới từ lần đăng nhập sau.",
                )
            )

    def set_password(self) -> None:
        one = self.chosen()
        if one is not None:
            ask_password(self, self.tasks, self.desk, one.id, self.said.emit)

    def retire(self) -> None:
        one = self.chosen()
        if one is None:
            return
        if one.active:
            self.save(
                lambda: officers.retire_officer(self.desk, one.id), f"Đã ngừng dùng {one.name}."
            )
        else:
            self.save(
                lambda: officers.bring_back_officer(self.desk, one.id), f"Đã dùng lại {one.name}."
            )


def _fields(name: str, title: str) -> tuple[FormField, ...]:
    return (
        FormField("name", "Họ tên cán bộ", value=name),
        FormField("title", "Chức danh", value=title, hint="Ví dụ: Công chức tư pháp – hộ tịch"),
    )


def _role_field(one: Officer) -> FormField:
    choices = tuple((str(role.value), role.label) for role in Role)
    value = str(one.role.value)
    return FormField("role", "Vai trò", kind=FieldKind.CHOICE, value=value, choices=choices)


def _read(values: dict[str, str]) -> Typed:
    return values["name"], values["title"]
