"""What the menus offer, as data: menus, shortcuts and the F1 sheet read it."""

from dataclasses import dataclass

from dxdesk.domain.rights import Right


@dataclass(frozen=True, slots=True)
class Command:
    """One entry; `&` stands before an ASCII letter, because no keyboard sends Alt+Đ."""

    key: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs_desk: bool = True
    right: Right | None = None
    """Without it the command stands grey."""


@dataclass(frozen=True, slots=True)
class Menu:
    title: str
    commands: tuple[Command | None, ...]
    """None draws a line."""


MENUS = (
    Menu(
        "&Hồ sơ",
        (
            Command("intake", "&Tiếp nhận hồ sơ mới", ("Ctrl+N",), "plus", right=Right.RECEIVE),
            Command("search", "Tì&m hồ sơ", ("Ctrl+F",), "search"),
            Command("palette", "Tìm &lệnh, trang, thủ tục, hồ sơ…", ("Ctrl+K",), "search"),
            Command("import", "&Nhập dữ liệu từ tệp…", ("Ctrl+O",), "import", right=Right.IMPORT),
            Command("queue", "&Hàng chờ in…", icon="print", right=Right.PRINT),
            Command("bin", "Hồ sơ đã hủ&y", (), "trash"),
            Command("claims", "Soát số liệu trong &văn bản…", needs_desk=False),
            Command("export", "&Xuất dữ liệu…", (), "save", right=Right.EXPORT),
            Command("reconcile", "Đố&i chiếu với hệ thống của tỉnh…"),
            Command("pin", "&Ghim hoặc bỏ ghim hồ sơ", ("Ctrl+Shift+M",), "pin"),
            None,
            Command("quit", "Đóng &chương trình", ("Ctrl+Q",), needs_desk=False),
        ),
    ),
    Menu(
        "&Sửa",
        (
            Command("undo", "&Hoàn tác", ("Ctrl+Z",), "undo", right=Right.RECORD),
            Command("redo", "&Làm lại", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", right=Right.RECORD),
            None,
            Command("office", "Thông tin đơn &vị…", right=Right.OFFICE),
            None,
            Command("change officer", "Đổ&i người dùng…"),
            Command("own password", "Đổi mật &khẩu của tôi…"),
            Command("access", "&Người dùng và mật khẩu…", right=Right.PEOPLE),
            Command("encryption", "&Mã hóa dữ liệu…", right=Right.KEEP),
        ),
    ),
    Menu(
        "&Xem",
        (
            Command("refresh", "Đọc &lại dữ liệu", ("F5",), "refresh"),
            Command("notice", "Tới t&hông báo và trở về", ("F12",), needs_desk=False),
            None,
            Command("larger", "Chữ &to hơn", ("Ctrl++", "Ctrl+="), "zoom-in", needs_desk=False),
            Command("smaller", "Chữ &nhỏ hơn", ("Ctrl+-",), "zoom-out", needs_desk=False),
            Command("normal", "Cỡ chữ &ban đầu", ("Ctrl+0",), needs_desk=False),
            Command("lock", "&Khóa màn hình ngay", ("Ctrl+F12",), "lock"),
        ),
    ),
    Menu(
        "&Trợ giúp",
        (
            Command("guide", "&Hướng dẫn trang này", ("Shift+F1",), "help", needs_desk=False),
            Command("shortcuts", "&Phím tắt", ("F1", "Ctrl+/"), "help", needs_desk=False),
            Command("about", "&Giới thiệu", (), "info", needs_desk=False),
        ),
    ),
)
VIEW_MENU = "&Xem"
