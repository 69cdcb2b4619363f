"""What each command of commands.MENUS does in the window."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QWidget

from dxdesk import __version__
from ui import dialogs
from ui.access.access import Access
from ui.appearance import Appearance
from ui.lock import Lock
from ui.office_menu import OfficeMenu
from ui.page_stack import PageStack
from ui.places import PLACE_OF
from ui.recents import Recents
from ui.tasks import Tasks
from ui.toast import Toast
from ui.undo import Undo

if TYPE_CHECKING:
    from dxdesk.desk import Desk


@dataclass(frozen=True)
class Parts:
    """What the commands act on."""

    window: QMainWindow
    tasks: Tasks
    stack: PageStack
    undo: Undo
    office: OfficeMenu
    toast: Toast
    look: Appearance
    lock: Lock
    access: Access
    go: Callable[[str], None]
    refresh: Callable[[], None]
    recents: Callable[[], Recents | None]
    """None until the data are open."""
    say: Callable[[str], None]
    open_dossier: Callable[[int], None]
    open_list: Callable[[object], None]
    actions: Callable[[], Iterable[QAction]]
    """All actions of the menus."""


def commands_of(parts: Parts) -> dict[str, Callable[[], object]]:
    look, undo = parts.look, parts.undo
    return {
        "intake": lambda: parts.go("intake"),
        "search": lambda: _search(parts),
        "palette": lambda: _find(parts),
        "import": lambda: parts.go("import"),
        "bin": lambda: parts.go("bin"),
        "pin": lambda: _pin(parts),
        "quit": parts.window.close,
        "undo": undo.undo,
        "redo": undo.redo,
        "office": parts.office.ask,
        "refresh": parts.refresh,
        "notice": parts.toast.visit,
        "larger": look.larger,
        "smaller": look.smaller,
        "normal": look.normal,
        "queue": lambda: _show_queue(parts.window, parts.stack),
        "lock": parts.lock.cover,
        "change officer": parts.access.change_officer,
        "own password": parts.access.change_password,
        "access": parts.access.choose_mode,
        "encryption": parts.office.encryption.ask,
        **_data(parts),
        "guide": lambda: _show_guide(parts),
        "shortcuts": lambda: _show_shortcuts(parts),
        "about": lambda: _tell_about(parts.window),
    }


def _search(parts: Parts) -> None:
    parts.go("dossiers")
    parts.stack.pages[parts.stack.key].search()


def _find(parts: Parts) -> None:
    desk: Desk | None = parts.stack.desk
    if desk is None:
        return
    from ui.palette import Palette
    from ui.palette_entries import Openers, of_actions

    page = parts.stack.pages.get(parts.stack.key)
    entries = of_actions([*(page.actions() if page else ()), *parts.actions()])
    openers = Openers(parts.open_dossier, parts.open_list, partial(_open_intake, parts))
    found = Palette(parts.window, entries, desk=desk, tasks=parts.tasks, openers=openers)
    found.finished.connect(found.deleteLater)
    found.open()


def _open_intake(parts: Parts, procedure_id: int) -> None:
    parts.go("intake")
    if not parts.stack.why_not("intake"):
        page: Any = parts.stack.page("intake")
        page.asked.ask(procedure_id)


def _pin(parts: Parts) -> None:
    """Pin the dossier that is shown, or marked among those of the start page; or unpin it."""
    recents, stack = parts.recents(), parts.stack
    if recents is None:
        return
    start: Any = stack.pages.get("start")
    marked = start.marked() if stack.key == "start" and start is not None else None
    dossier_id = recents.recent[0] if stack.key == "dossier" else marked
    if dossier_id is None:
        parts.say("Hãy mở một hồ sơ, hoặc chọn một dòng ở mục “Đã ghim và vừa xem”")
        return
    pinned = dossier_id not in recents.pinned
    recents.pin(dossier_id, on=pinned)
    parts.say("Đã ghim hồ sơ lên trang đầu" if pinned else "Đã bỏ ghim hồ sơ")
    stack.stale("start")


def _show_shortcuts(parts: Parts) -> None:
    from ui.shortcut_sheet import ShortcutSheet, of_page

    stack = parts.stack
    page = stack.pages.get(stack.key)
    title = PLACE_OF[stack.key].title if page else ""
    sheet = ShortcutSheet(parts.window, title, of_page(page.actions()) if page else [])
    sheet.guided.connect(lambda: _show_guide(parts))
    if stack.desk is not None:
        sheet.offer_paper(stack.desk, parts.tasks)
    sheet.exec()


def _show_guide(parts: Parts) -> None:
    from ui.guide_window import show_guide

    show_guide(parts.window, parts.stack.key)


def _show_queue(parent: QWidget, stack: PageStack) -> None:
    from ui.printing.queue_dialog import show_queue

    page = stack.pages[stack.key]
    show_queue(parent, page.desk, page.tasks)


def _data(parts: Parts) -> dict[str, Callable[[], object]]:
    return {
        "claims": lambda: _check_claims(parts),
        "export": lambda: _export(parts),
        "reconcile": lambda: _reconcile(parts),
    }


def _check_claims(parts: Parts) -> None:
    from ui.claims_dialog import ClaimsDialog

    dialog = ClaimsDialog(parts.window, parts.tasks, parts.stack.desk)
    dialog.listed.connect(parts.open_list)
    dialog.exec()


def _export(parts: Parts) -> None:
    from ui.export_dialog import ExportDialog

    if parts.stack.desk is not None:
        dialog = ExportDialog(parts.window, parts.tasks, parts.stack.desk)
        dialog.said.connect(parts.say)
        dialog.exec()


def _reconcile(parts: Parts) -> None:
    from ui.reconcile_dialog import ReconcileDialog

    if parts.stack.desk is not None:
        dialog = ReconcileDialog(parts.window, parts.tasks, parts.stack.desk)
        dialog.said.connect(parts.say)
        dialog.opened.connect(parts.open_dossier)
        dialog.exec()


def _tell_about(parent: QWidget) -> None:
    dialogs.tell(
        parent,
        "Giới thiệu",
        f"DX Desk {__version__}\n\nBàn làm việc của Bộ phận Một cửa cấp xã: tiếp nhận hồ sơ, "
        "tính ngày hẹn trả, thống kê và in báo cáo. Chương trình chạy trên máy này, không cần "
        "mạng.",
    )
