"""What each command of commands.MENUS does in the window."""

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow, QWidget

from dxdesk import __version__
from ui import dialogs
from ui.appearance import Appearance
from ui.office_menu import OfficeMenu
from ui.page_stack import PageStack
from ui.places import PLACE_OF
from ui.shortcut_sheet import ShortcutSheet, of_page
from ui.toast import Toast
from ui.undo import Undo


def commands_of(
    window: QMainWindow,
    *,
    go: Callable[[str], None],
    refresh: Callable[[], None],
    parts: tuple[PageStack, Undo, OfficeMenu, Toast, Appearance],
) -> dict[str, Callable[[], object]]:
    stack, undo, office, toast, look = parts
    return {
        "intake": lambda: go("intake"),
        "search": lambda: _search(stack, go),
        "import": lambda: go("import"),
        "bin": lambda: go("bin"),
        "quit": window.close,
        "undo": undo.undo,
        "redo": undo.redo,
        "office": office.ask,
        "refresh": refresh,
        "notice": toast.visit,
        "larger": look.larger,
        "smaller": look.smaller,
        "normal": look.normal,
        "queue": lambda: _show_queue(window, stack),
        "claims": lambda: _check_claims(window),
        "shortcuts": lambda: _show_shortcuts(window, stack),
        "about": lambda: _tell_about(window),
    }


def _search(stack: PageStack, go: Callable[[str], None]) -> None:
    go("dossiers")
    stack.pages[stack.key].search()


def _show_shortcuts(window: QWidget, stack: PageStack) -> None:
    page = stack.pages.get(stack.key)
    title = PLACE_OF[stack.key].title if page else ""
    ShortcutSheet(window, title, of_page(page.actions()) if page else []).exec()


def _show_queue(parent: QWidget, stack: PageStack) -> None:
    from ui.printing.queue_dialog import show_queue

    page = stack.pages[stack.key]
    show_queue(parent, page.desk, page.tasks)


def _check_claims(parent: QWidget) -> None:
    from ui.claims_dialog import ClaimsDialog

    ClaimsDialog(parent).exec()


def _tell_about(parent: QWidget) -> None:
    dialogs.tell(
        parent,
        "Giới thiệu",
        f"DX Desk {__version__}\n\nBàn làm việc của Bộ phận Một cửa cấp xã: tiếp nhận hồ sơ, "
        "tính ngày hẹn trả, thống kê và in báo cáo. Chương trình chạy trên máy này, không cần "
        "mạng.",
    )
