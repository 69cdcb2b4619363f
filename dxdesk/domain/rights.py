"""Who may do what: the one place that says which role holds which right, and what an act needs."""

from enum import Enum, IntEnum

from dxdesk.domain.act import Act


class Role(IntEnum):
    CLERK = 1
    SPECIALIST = 2
    LEADER = 3
    ADMINISTRATOR = 4

    @property
    def label(self) -> str:
        return _LABELS[self]


class Right(Enum):
    """The value is what a refusal says: “Vai trò … không được …”."""

    RECEIVE = "tiếp nhận, trả kết quả, hủy hồ sơ"
    RECORD = "ghi hoặc sửa hồ sơ, số liệu"
    IMPORT = "nhập sổ từ tệp"
    EXPORT = "xuất dữ liệu ra tệp"
    PRINT = "in phiếu"
    CLOSE = "chốt kỳ báo cáo"
    OFFICE = "sửa danh mục, lịch làm việc, thông tin đơn vị"
    PEOPLE = "quản lý cán bộ, vai trò, mật khẩu"
    KEEP = "khôi phục, nạp lại, mã hóa dữ liệu, xóa dữ liệu cá nhân"


_LABELS = {
    Role.CLERK: "Cán bộ Một cửa",
    Role.SPECIALIST: "Chuyên viên",
    Role.LEADER: "Lãnh đạo",
    Role.ADMINISTRATOR: "Quản trị",
}
RIGHTS = {
    Role.CLERK: frozenset({Right.RECEIVE, Right.RECORD, Right.IMPORT, Right.EXPORT, Right.PRINT}),
    Role.SPECIALIST: frozenset({Right.RECORD, Right.PRINT}),
    Role.LEADER: frozenset({Right.EXPORT, Right.PRINT, Right.CLOSE}),
    Role.ADMINISTRATOR: frozenset(Right),
}
_AT_THE_COUNTER = {Act.ACCEPT, Act.DECLINE, Act.RETURN, Act.VOID, Act.RESTORE}
RIGHT_OF_ACT = {act: Right.RECEIVE if act in _AT_THE_COUNTER else Right.RECORD for act in Act}


def may(role: Role, right: Right) -> bool:
    return right in RIGHTS[role]


def why_refused(role: Role, right: Right) -> str:
    """Who may, so that the officer knows whom to ask."""
    able = " hoặc ".join(f"“{one.label}”" for one in Role if may(one, right))
    return (
        f"Vai trò “{role.label}” không được {right.value}; việc này của vai trò {able}. Hãy nhờ "
        "người có vai trò đó, hoặc nhờ người quản trị đổi vai trò."
    )
